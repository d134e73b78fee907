"""What stands in something, belongs to it or is drawn for it, leaves with it."""

from __future__ import annotations

from model.behaviors.leaving import has_left
from model.document import Change, Transaction
from model.records import FieldUse, Node, Placement, Record, Remark
from model.records.base import Child


def children_leave_with_their_parent(tx: Transaction, change: Change) -> None:
    """After a record is gone, its rows, answers, citations, translations, dated states, remarks,
    placements and what is attached to it are gone too.
    """
    if not has_left(tx, change):
        return
    for record in tx.referring(change.id):
        if _belongs_to(record, change.id):
            tx.remove(record.id)


def _belongs_to(record: Record, gone: str) -> bool:
    if record.of == gone:
        return True
    if isinstance(record, Placement | Remark):
        return record.about == gone
    if isinstance(record, FieldUse) and record.field == gone:
        return True
    if isinstance(record, Node) and getattr(record, "attached_to", "") == gone:
        return True
    return isinstance(record, Child) and record.parent == gone
