"""What must be said before something is deleted?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model.commands import consequences, what_is_lost
from model.document import Change, ChangeSet, Document, Snapshot
from model.grammar import kind_title, title
from model.graph import reading_order
from model.language import Message, say
from model.records import (
    Annotation,
    Citation,
    DataFlow,
    FieldUse,
    Flow,
    Node,
    OldEntry,
    Placement,
    Record,
    Text,
)
from model.records.base import Child

_QUIET = (Placement, Citation, Text, Annotation, OldEntry, DataFlow)
"""What goes or changes along without a word: a note only loses the line to what it was about, an
entry of an old form only its tick.
"""


def warnings(document: Document, ids: Iterable[str]) -> list[Message]:
    """One line for each thing elsewhere that would go or change; what belongs to the deleted things
    is not listed.
    """
    chosen = tuple(ids)
    view = document.snapshot()
    inside = set(chosen)
    for one in chosen:
        inside |= set(_below(view, one))
    return [_line(view, change) for change in _elsewhere(consequences(document, chosen), inside)]


def _below(view: Snapshot, parent: str) -> Iterator[str]:
    for child in view.children(parent):
        yield child.id
        yield from _below(view, child.id)


def _elsewhere(changeset: ChangeSet, inside: set[str]) -> Iterator[Change]:
    for change in changeset:
        record = change.record
        if record.id in inside or isinstance(record, _QUIET):
            continue
        if isinstance(record, Flow) and not _loses_condition(change, inside):
            continue
        yield change


def _loses_condition(change: Change, inside: set[str]) -> bool:
    """A way that goes with its card is expected; one whose condition goes is not."""
    before, after = change.before, change.after
    if not isinstance(before, Flow) or before.source in inside or before.target in inside:
        return False
    return not isinstance(after, Flow) or before.condition != after.condition


def _line(view: Snapshot, change: Change) -> Message:
    record = change.record
    gone = change.after is None
    if isinstance(record, FieldUse):
        step = view.card_of(record.parent)
        field = view.get(record.field)
        return say("canvas.delete.use", step=_name(step), field=_name(field))
    if isinstance(record, Flow):
        source, target = view.get(record.source), view.get(record.target)
        key = "canvas.delete.way_gone" if gone else "canvas.delete.way"
        return say(key, source=_name(source), target=_name(target))
    if change.before is not None and change.after is not None:
        lost = what_is_lost(change.before, change.after)
        if lost is not None:
            return lost
    key = "canvas.delete.gone" if gone else "canvas.delete.changed"
    return say(key, kind=kind_title(record), name=title(record))


def _name(record: Record | None) -> str:
    return title(record) if record is not None else ""


def successor(view: Snapshot, ids: Iterable[str]) -> str:
    """Who has the focus after a deletion: what led to the thing, else the one before it in reading
    order.
    """
    gone = set(ids)
    for one in gone:
        record = view.get(one)
        if isinstance(record, Flow):
            return record.source
        if isinstance(record, Node):
            before = [f.source for f in view.incoming(one) if f.source not in gone]
            return before[0] if before else _read_before(view, one, gone)
        if isinstance(record, Annotation) and record.about not in gone:
            return record.about
        if isinstance(record, Child) and record.parent:
            return _row_before(view, record)
    return ""


def _row_before(view: Snapshot, record: Child) -> str:
    parent = record.parent
    rows = [row.id for row in view.rows(parent)] or [o.id for o in view.options(parent)]
    place = rows.index(record.id) if record.id in rows else 0
    return rows[place - 1] if place > 0 else parent


def _read_before(view: Snapshot, node: str, gone: set[str]) -> str:
    order = [one for one in reading_order(view) if one not in gone or one == node]
    place = order.index(node) if node in order else 0
    return order[place - 1] if place > 0 else ""
