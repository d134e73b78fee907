"""What stands on the cover sheet?

What the file says of itself, what was found here and now, and what nobody can check without a net.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from exporters.package.examine import short
from exporters.reviewing.judging import Judgement
from exporters.reviewing.passport import Passport
from model.checks import Finding
from model.document import Snapshot
from model.language import tr
from model.records import Norm, Service
from model.review import Review, ReviewRemark, every
from studio.reviewing.opening import Opened
from studio.reviewing.reviewing import Reviewing
from studio.wording import place_of
from widgets.review import CoverRow, CoverSection, NormLine

SEVERITIES = ("error", "warning", "hint")
_READY = {"bereit": "ok", "nicht-bereit": "error", "geruest": "warning", "nicht-geprueft": "hint"}
_OFFLINE = ("law", "names", "engine", "revocation")
_SIGNED = {"unsigned": "hint", "valid": "ok", "unknown": "warning", "invalid": "error"}
_MOST = 6


def cover_of(
    review: Reviewing, opened: Opened, judged: Judgement | None
) -> tuple[str, list[CoverSection]]:
    """Title and sections; ``judged`` is what was found out here, None while that takes its time."""
    view = review.view
    sections = [
        _section("service", _service(view, short(review.content))),
        _section("file", _file(opened, judged)),
        _section("checks", _checks(review.sheet.check.findings)),
        _section("platforms", _platforms(opened.passport, judged)),
        _section("review", _review(review)),
        _section("offline", _offline()),
    ]
    return view.service.name or tr("storage.untitled"), sections


def protocol_facts(view: Snapshot, content: str) -> Iterator[tuple[str, str]]:
    """What a protocol says was reviewed; its fingerprint is there to the last digit."""
    for row in _service(view, _in_fours(content)):
        yield row.title, row.words


def norm_lines(view: Snapshot) -> list[NormLine]:
    """Each norm with the places that rest on it, by law and paragraph."""
    found = []
    for norm in sorted(view.of(Norm), key=lambda n: (n.law, n.paragraph, n.id)):
        words = " · ".join(part for part in (norm.cited_as, norm.title, norm.link) if part)
        places = [(r.id, place_of(view, r.id)) for r in view.resting_on(norm.id)]
        found.append(NormLine(words or norm.id, tuple(dict.fromkeys(places))))
    return found


def _section(key: str, rows: Iterable[CoverRow]) -> CoverSection:
    return CoverSection(tr(f"review.cover.{key}"), tuple(rows))


def _row(key: str, words: object, sign: str = "", button: str = "", wish: str = "") -> CoverRow:
    button = tr(f"review.cover.{button}") if button else ""
    return CoverRow(tr(f"review.fact.{key}"), str(words), sign, button, wish)


def _service(view: Snapshot, content: str) -> Iterator[CoverRow]:
    service: Service = view.service
    yield _row("name", service.name or tr("storage.untitled"))
    yield _row("key", service.leika_key or tr("review.fact.unsaid"))
    yield _row("version", service.version)
    yield _row("valid", _valid(service.valid_from, service.valid_until))
    yield _row("office", service.office or tr("review.fact.unsaid"))
    yield _row("status", tr(f"inspector.status.{service.status}"))
    yield _row("content", content)


def _valid(begins: date | None, ends: date | None) -> str:
    if begins is None and ends is None:
        return tr("review.fact.unsaid")
    key = "until" if begins is None else "from" if ends is None else "between"
    return tr(f"review.valid.{key}", begins=begins or "", ends=ends or "")


def _in_fours(digest: str) -> str:
    """Groups that can be read aloud and compared."""
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))


def _file(opened: Opened, judged: Judgement | None) -> Iterator[CoverRow]:
    yield _row("file", opened.path.name)
    told = opened.passport
    if told is None:
        yield _row("whole", tr("review.file.alone"), "hint")
    else:
        yield from _whole(told, judged)
        yield _row("signature", *_signature(told, judged))
        if told.maker:
            yield _row("maker", told.maker)
    notes = (*opened.notes, *(judged.notes if judged is not None else ()))
    for note in notes[:_MOST]:
        yield _row("note", note, "hint")


def _whole(told: Passport, judged: Judgement | None) -> Iterator[CoverRow]:
    problems = dict.fromkeys(judged.problems if judged is not None else told.problems)
    if problems:
        lines = [str(problem) for problem in list(problems)[:_MOST]]
        if len(problems) > _MOST:
            lines.append(tr("review.file.more", n=len(problems) - _MOST))
        for number, line in enumerate(lines):
            yield CoverRow("" if number else tr("review.fact.whole"), line, "error")
    else:
        yield _row("whole", tr("review.file.whole"), "ok")
        key = "review.file.same" if judged is not None else "review.checks.running"
        yield _row("source", tr(key), "ok" if judged is not None else "")


def _signature(told: Passport, judged: Judgement | None) -> tuple[str, str]:
    """In words, and its sign."""
    if not told.signed:
        return tr("container.state.unsigned"), "hint"
    if judged is None or judged.signature not in _SIGNED:
        return tr("review.checks.running"), ""
    state = tr(f"container.state.{judged.signature}")
    words = tr("review.who", name=judged.signer, role=state) if judged.signer else state
    return words, _SIGNED[judged.signature]


def _checks(findings: Sequence[Finding] | None) -> Iterator[CoverRow]:
    if findings is None:
        yield _row("checks", tr("review.checks.running"))
        return
    count = {s: sum(f.severity == s for f in findings) for s in SEVERITIES}
    if not findings:
        yield _row("checks", tr("review.checks.clean"), "ok")
    for severity in SEVERITIES:
        if count[severity]:
            words = tr(f"review.checks.{severity}", n=count[severity])
            yield _row("checks", words, severity, "show", f"finding.{severity}")


def _platforms(told: Passport | None, judged: Judgement | None) -> Iterator[CoverRow]:
    said = dict(told.statuses) if told is not None else {}
    here = dict(judged.statuses) if judged is not None else {}
    for target in sorted({*said, *here}):
        words = _status(here[target]) if target in here else tr("review.checks.running")
        sign = _READY.get(here.get(target, ""), "")
        if target in said and target in here and said[target] != here[target]:
            words, sign = (
                tr("review.status.differs", here=words, said=_status(said[target])),
                ("warning"),
            )
        elif target in said and target not in here and judged is not None:
            words, sign = tr("review.status.only_said", said=_status(said[target])), "hint"
        yield CoverRow(tr(f"target.{target}"), words, sign)
    if not said and not here:
        key = "review.checks.running" if judged is None else "review.status.no_platform"
        yield _row("platforms", tr(key))


def _status(status: str) -> str:
    return tr(f"review.status.{status}") if status in _READY else status


def _review(review: Reviewing) -> Iterator[CoverRow]:
    heads, remarks = every(review.book, Review), every(review.book, ReviewRemark)
    for head in heads:
        verdict = tr(f"review.verdict.{head.verdict or 'none'}")
        name = head.author or tr("review.nobody")
        who = tr("review.who", name=name, role=head.role) if head.role else name
        yield CoverRow(who, verdict, button=tr("review.cover.show"), wish="verdict")
    done = sum(remark.state == "done" for remark in remarks)
    words = tr("review.progress.remarks", done=done, all=len(remarks))
    yield _row("remarks", words, "", "show", "remarks")
    yield _row("questions", tr("review.cover.questions"), "", "show", "questions")


def _offline() -> Iterator[CoverRow]:
    for key in _OFFLINE:
        yield _row(f"offline.{key}", tr(f"review.offline.{key}"), "hint")
