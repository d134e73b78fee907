"""What do the official rules of FIM say about a document, on the command line?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from model.document import Snapshot
from model.language import tr
from model.records import Field, FieldGroup, Rule

if TYPE_CHECKING:
    from exporters.quality import Verdict


def fim_verdicts(view: Snapshot, *, asked: bool) -> list[Verdict]:
    """The verdicts where they matter: on demand, or when the document bears FIM ids."""
    if not asked and not _bears_ids(view):
        return []
    from exporters.quality import quality

    return quality(view)


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
