"""No record names one that is gone."""

from __future__ import annotations

from model.behaviors.leaving import has_left
from model.document import Change, Transaction
from model.records import (
    Citation,
    DataFlow,
    ExampleCase,
    Field,
    FieldUse,
    Flow,
    MessageFlow,
    Option,
)
from model.records.base import reference_fields

_GOES = (Citation, DataFlow, FieldUse, Flow, MessageFlow)


def nothing_dangles(tx: Transaction, change: Change) -> None:
    """After a record is gone, others forget it.

    A citation leaves with its norm, an answer of an example citizen with its field or with the
    option it chose.
    """
    if not has_left(tx, change):
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
    if isinstance(change.before, Option) and change.before.code:
        _unchoose(tx, change.before)


def _unchoose(tx: Transaction, option: Option) -> None:
    """Example citizens chose by code: nobody keeps an answer that is no longer offered."""
    asked = [option.parent, *(f.id for f in tx.referring(option.parent, Field))]
    fields = {i for i in asked if i in tx and all(o.code != option.code for o in tx.options(i))}
    for case in dict.fromkeys(c for i in sorted(fields) for c in tx.referring(i, ExampleCase)):
        kept = [a for a in case.answers if a.field not in fields or a.value != option.code]
        tx.replace(case.replaced(answers=tuple(kept)))
