"""What do the official rules of FIM say about a document, on the command line?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from model.document import Snapshot
from model.language import Message, tr
from model.records import Field, FieldGroup, Rule
from studio.wording import place_of, said

if TYPE_CHECKING:
    from pathlib import Path

    from exporters.quality import Verdict
    from exporters.report import Entry

Judged = tuple["list[Entry]", list[Message]]


def fim_verdicts(view: Snapshot, *, asked: bool) -> list[Verdict]:
    """The verdicts where they matter: on demand, or when the document bears FIM ids."""
    if not asked and not _bears_ids(view):
        return []
    from exporters.quality import quality

    return quality(view)


def schema_verdicts(view: Snapshot, place: Path | None, *, asked: bool) -> Judged:
    """Which links between the modules of FIM are missing; what a schema says about the data schema
    and, where an official one is at hand, about the process; and which schema that was.
    """
    if not asked and not (place is not None and _bears_ids(view)):
        return [], []
    from exporters.artifact import Artifact
    from exporters.official import tell
    from exporters.xdatenfelder.deliver import message_of
    from studio.jobs.schemas import library_or_remark

    library, remarks = library_or_remark(place)
    data = Artifact("datenfelder.xml", "application/xml", message_of(view), "datenfelder")
    artifacts = [data]
    if library:
        from exporters.processes import write

        artifacts += write(view)[0]
    entries, told = tell(artifacts, view, library)
    return [*_links(view, asked=asked), *entries], [*remarks, *told]


def _links(view: Snapshot, *, asked: bool) -> tuple[Entry, ...]:
    """Which of the four links between the modules of FIM are missing."""
    if not asked:
        return ()
    from exporters.report import ExportReport
    from exporters.xprozess.links import tell_links

    report = ExportReport()
    tell_links(view, report)
    return report.entries


def schema_lines(view: Snapshot, judged: Judged) -> list[str]:
    """One line a breach, then by which schema was judged."""
    entries, remarks = judged
    lines = [f"{said(view, e.kind, e.record, e.message)} [{e.code}]" for e in entries]
    return [*lines, *map(str, remarks)]


def breach_data(view: Snapshot, entry: Entry) -> dict[str, Any]:
    """One breach for programs, in the shape of a finding."""
    return {
        "check": entry.code.lower(),
        "severity": "hint",
        "at": entry.record,
        "place": place_of(view, entry.record),
        "what": str(entry.message),
        "why": "",
        "repairs": [],
    }


def fim_lines(verdicts: list[Verdict]) -> list[str]:
    """One line a verdict, and how many of each kind."""
    if not verdicts:
        return []
    return [*map(_line, verdicts), _total(verdicts)]


def verdict_data(verdict: Verdict) -> dict[str, Any]:
    """One verdict for programs, in the shape of a finding."""
    return {
        "check": f"xdfm.{verdict.number}",
        "severity": verdict.severity,
        "at": verdict.at,
        "place": verdict.at,
        "what": str(verdict.what),
        "why": "",
        "repairs": [],
    }


def _bears_ids(view: Snapshot) -> bool:
    bearers: list[Field | FieldGroup | Rule] = [*view.of(Field), *view.of(FieldGroup)]
    return any(record.fim_id for record in (*bearers, *view.of(Rule)))


def _line(verdict: Verdict) -> str:
    severity = tr(f"xdfm.severity.{verdict.severity}")
    key = "xdfm.cli" if verdict.at else "xdfm.cli.whole"
    return tr(key, severity=severity, number=verdict.number, at=verdict.at, text=verdict.what)


def _total(verdicts: list[Verdict]) -> str:
    count = Counter(v.severity for v in verdicts if not v.open)
    return tr(
        "xdfm.cli.total",
        critical=str(count["FehlerKritisch"]),
        methodical=str(count["FehlerMethodisch"]),
        warnings=str(count["Warnung"]),
        hints=str(count["Hinweis"]),
        open=str(sum(v.open for v in verdicts)),
    )
