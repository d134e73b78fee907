"""What stands in the protocol of a review?"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exporters.lesson.page import esc, page
from model.language import tr
from model.review import (
    CHECKLISTS,
    QUESTIONS,
    Review,
    ReviewRemark,
    Tick,
    told_moment,
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Reviewed:
    """What was reviewed, in words: pairs of a heading and what stands there."""

    title: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Protocol:
    """``remarks`` as they are numbered; ``digest`` is that of the file of the review."""

    reviewed: Reviewed
    heads: tuple[Review, ...]
    remarks: tuple[ReviewRemark, ...]
    ticks: tuple[Tick, ...]
    digest: str = ""


def protocol_html(protocol: Protocol) -> bytes:
    """One page; the same bytes for the same review, in the language in use now."""
    return page(tr("review.protocol.title", name=protocol.reviewed.title), _body(protocol))


def protocol_csv(protocol: Protocol) -> bytes:
    """One line a remark, an answer, an answered question or a verdict."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    columns = ("number", "kind", "place", "text", "weight", "state", "verdict", "author", "written")
    writer.writerow([tr(f"review.column.{column}") for column in columns])
    for row in _rows(protocol):
        writer.writerow([_cell(text) for text in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace")


def _cell(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


# ----------------------------------------------------------------------------------------- table


def _rows(protocol: Protocol) -> Iterator[Sequence[str]]:
    for head in protocol.heads:
        kind, verdict = tr("review.kind.verdict"), _verdict(head.verdict)
        yield "", kind, tr("review.whole"), head.reason, "", "", verdict, who(head), _day(head)
    for number, remark in enumerate(protocol.remarks, start=1):
        yield (
            str(number),
            tr("review.kind.remark"),
            place_of(remark),
            remark.text,
            tr(f"review.weight.{remark.weight}"),
            tr(f"review.state.{remark.state}"),
            _verdict(remark.verdict) if remark.verdict else "",
            _name(remark.author),
            _day(remark),
        )
        for answer in remark.answers:
            kind, by = tr("review.kind.answer"), _name(answer.author)
            moment = _moment(answer.written)
            yield str(number), kind, place_of(remark), answer.text, "", "", "", by, moment
    for tick in protocol.ticks:
        kind, question = tr("review.kind.question"), _question(tick)
        verdict = tr(f"review.tick.{tick.ticked}")
        by = _name(tick.author)
        yield "", kind, question, tick.note, "", "", verdict, by, _day(tick)


# ------------------------------------------------------------------------------------------ page


def _body(protocol: Protocol) -> Iterator[str]:
    yield f"<h1>{esc(tr('review.protocol.title', name=protocol.reviewed.title))}</h1>"
    yield from _facts(protocol)
    yield f"<h2>{esc(tr('review.protocol.verdicts'))}</h2>"
    for head in protocol.heads:
        yield f"<p><b>{esc(who(head))}: {esc(_verdict(head.verdict))}</b></p>"
        if head.reason:
            yield f"<p>{esc(head.reason)}</p>"
    yield f"<h2>{esc(tr('review.protocol.remarks', n=len(protocol.remarks)))}</h2>"
    for number, remark in enumerate(protocol.remarks, start=1):
        yield from _remark(number, remark)
    for head in protocol.heads:
        yield from _lists(protocol, head)
    yield f"<p>{esc(tr('review.protocol.sign'))}</p>"
    yield "<p>&#160;</p><p>________________________________________</p>"
    if protocol.digest:
        yield f"<p>{esc(tr('review.protocol.digest', digest=protocol.digest))}</p>"


def _facts(protocol: Protocol) -> Iterator[str]:
    yield "<table>"
    for heading, words in protocol.reviewed.facts:
        yield f'<tr><th scope="row">{esc(heading)}</th><td>{esc(words)}</td></tr>'
    yield "</table>"


def _remark(number: int, remark: ReviewRemark) -> Iterator[str]:
    weight, state = tr(f"review.weight.{remark.weight}"), tr(f"review.state.{remark.state}")
    yield f"<section><h3>{number}. {esc(place_of(remark))}</h3>"
    yield f"<p>{esc(remark.text)}</p>"
    about = tr("review.protocol.about", weight=weight, state=state, author=_name(remark.author))
    yield f"<p><small>{esc(about)} {esc(_day(remark))}</small></p>"
    if remark.answers or remark.verdict:
        yield "<ul>"
        for answer in remark.answers:
            by = f"{_name(answer.author)} {_moment(answer.written)}"
            yield f"<li><b>{esc(by)}:</b> {esc(answer.text)}</li>"
        if remark.verdict:
            by = _name(remark.judged_by)
            yield f"<li><b>{esc(by)}: {esc(_verdict(remark.verdict))}</b></li>"
        yield "</ul>"
    for variant in remark.variants:
        yield f"<p><em>{esc(tr('review.protocol.variant', text=variant.value))}</em></p>"
    yield "</section>"


def _lists(protocol: Protocol, head: Review) -> Iterator[str]:
    """The checklists that a reviewer has begun."""
    ticks = {tick.topic: tick for tick in protocol.ticks if tick.review == head.id}
    for checklist in CHECKLISTS:
        if not any(question.key in ticks for question in checklist.questions):
            continue
        yield f"<h2>{esc(checklist.title)} ({esc(who(head))})</h2>"
        columns = ("question", "answer", "note")
        heads = "".join(f'<th scope="col">{esc(tr(f"review.column.{c}"))}</th>' for c in columns)
        yield f"<table><tr>{heads}</tr>"
        for question in checklist.questions:
            tick = ticks.get(question.key)
            said = tr(f"review.tick.{tick.ticked}") if tick else tr("review.tick.open")
            note = esc(tick.note) if tick else ""
            yield f"<tr><td>{esc(question.text)}</td><td>{esc(said)}</td><td>{note}</td></tr>"
        yield "</table>"


def place_of(remark: ReviewRemark) -> str:
    """What it is about, in the words of then."""
    return remark.place or tr("review.whole") if not remark.about else remark.place or remark.about


def who(head: Review) -> str:
    """Name and role of a reviewer, as far as they were said."""
    name = _name(head.author)
    return tr("review.who", name=name, role=head.role) if head.role else name


def _name(author: str) -> str:
    return author or tr("review.nobody")


def _verdict(verdict: str) -> str:
    return tr(f"review.verdict.{verdict}") if verdict else tr("review.verdict.none")


def _question(tick: Tick) -> str:
    question = QUESTIONS.get(tick.topic)
    return str(question.text) if question is not None else tick.topic


def _day(record: Review | ReviewRemark | Tick) -> str:
    return _moment(record.changed if isinstance(record, Review) else record.written)


def _moment(written: str) -> str:
    return told_moment(written)
