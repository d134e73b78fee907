"""No record names one that is gone."""

from __future__ import annotations

from model.document import Change, Transaction
from model.records import Citation, ExampleCase, FieldUse, Flow, MessageFlow
from model.records.base import reference_fields

_GOES = (Citation, FieldUse, Flow, MessageFlow)


def nothing_dangles(tx: Transaction, change: Change) -> None:
    """After a record is gone, others forget it.

    A citation leaves with its norm, an answer of an example citizen with its field.
    """
    if change.after is not None:
        return
    for record in tx.referring(change.id):
        if isinstance(record, _GOES):
            tx.remove(record.id)
            continue
        if isinstance(record, ExampleCase):
            kept = tuple(a for a in record.answers if a.field != change.id)
            record = tx.alter(record.id, answers=kept)
        empty = {n: "" for n in reference_fields(type(record)) if getattr(record, n) == change.id}
        if empty:
            tx.alter(record.id, **empty)
