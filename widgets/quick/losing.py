"""What must be said before a thing changes its kind?"""

from __future__ import annotations

from collections.abc import Iterable

from model.document import Change
from model.document.queries import Queries
from model.grammar import kind_title, title
from model.language import Message, say
from model.records import Citation, FieldUse, Flow, Option, Text


def lines_of(view: Queries, lost: Iterable[Change]) -> list[Message]:
    """One line for each thing that would go; what belongs to a thing that goes is not listed."""
    changes = list(lost)
    gone = {change.id for change in changes if change.after is None}
    return [_line(view, change) for change in changes if not _goes_along(change, gone)]


def _goes_along(change: Change, gone: set[str]) -> bool:
    record = change.record
    inside = isinstance(record, Citation | Option | Text) or getattr(record, "parent", "") in gone
    return change.after is None and inside


def _line(view: Queries, change: Change) -> Message:
    record = change.record
    if isinstance(record, FieldUse):
        field = view.get(record.field)
        return say("quick.kind.unread", field=title(field) if field is not None else "")
    if isinstance(record, Flow):
        target = view.get(record.target)
        key = "quick.kind.way_gone" if change.after is None else "quick.kind.way"
        return say(key, target=title(target) if target is not None else "")
    return say("quick.kind.gone", kind=kind_title(record), name=title(record))
