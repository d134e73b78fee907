"""How is a place in a service named to a person?"""

from __future__ import annotations

from model.document import Snapshot
from model.grammar.kinds import kind_title, title
from model.language import tr


def name_of(view: Snapshot, record_id: str) -> str:
    """The name of a record, or its kind when it has none ("Seite")."""
    record = view.get(record_id)
    if record is None:
        return record_id
    return title(record) or str(kind_title(record))


def place_of(view: Snapshot, record_id: str) -> str:
    """Where a record is, from its card inwards: "Ihr Hund > Rasse". The service itself when the id
    names none.
    """
    record = view.get(record_id)
    if record is None:
        return view.service.name or record_id
    parts: list[str] = []
    seen: set[str] = set()
    while record is not None and record.id not in seen:
        seen.add(record.id)
        parts.append(title(record) or str(kind_title(record)))
        if record.family == "node":
            break
        record = view.get(getattr(record, "parent", ""))
    return tr("desk.place_joint").join(reversed(parts))


def said(view: Snapshot, kind: str, record_id: str, what: object) -> str:
    """A line of a report: its kind, the place unless it is the whole service, the words."""
    severity = tr(f"report.kind.{kind}")
    if not record_id or record_id == view.service.id:
        return tr("cli.remark", severity=severity, what=what)
    return tr("cli.finding", severity=severity, place=place_of(view, record_id), what=what)
