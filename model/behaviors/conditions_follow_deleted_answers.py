"""A condition never names an answer or field that is gone."""

from __future__ import annotations

from model.document import Change, Transaction
from model.expressions import without
from model.records import Field, FieldGroup, Flow, Option, Record, Rule
from model.records.base import nested_fields

_NAMED = (Field, FieldGroup, Option, Rule)


def conditions_follow_deleted_answers(tx: Transaction, change: Change) -> None:
    """The part of a condition that names the gone answer is taken out.

    A way left without any condition leaves too, unless it is the only one.

    A renamed answer needs nothing: conditions name ids.
    """
    if change.after is not None or not isinstance(change.before, _NAMED):
        return
    for record in tx.referring(change.id):
        for name in nested_fields(type(record)):
            expression = getattr(record, name)
            if expression is not None and not isinstance(expression, tuple):
                _repair(tx, record, name, without(expression, {change.id}))


def _repair(tx: Transaction, record: Record, name: str, left: object) -> None:
    if left == getattr(record, name):
        return
    if left is None and isinstance(record, Flow) and len(tx.outgoing(record.source)) > 1:
        tx.remove(record.id)
    else:
        tx.alter(record.id, **{name: left})
