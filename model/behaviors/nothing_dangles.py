"""No record names one that is gone."""

from __future__ import annotations

from model.behaviors.leaving import has_left
from model.document import Change, Transaction
from model.records import (
    Citation,
    DataFlow,
    ExampleAnswer,
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
    option it chose, a turn of its course with its node.
    """
    if not has_left(tx, change):
        return
    for record in tx.referring(change.id):
        if isinstance(record, _GOES):
            tx.remove(record.id)
            continue
        if isinstance(record, ExampleCase):
            record = tx.replace(_forgetting(record, change.id))
        empty = {n: "" for n in reference_fields(type(record)) if getattr(record, n) == change.id}
        if empty:
            tx.alter(record.id, **empty)
    if isinstance(change.before, Option) and change.before.code:
        _unchoose(tx, change.before)


def _forgetting(case: ExampleCase, gone: str) -> ExampleCase:
    """Without the answers to a field, and the turns at a node or by an event, that is gone."""
    turns = tuple(
        turn.model_copy(update={"answers": _kept(turn.answers, gone)})
        for turn in case.turns
        if gone not in (turn.at, turn.event)
    )
    return case.replaced(answers=_kept(case.answers, gone), turns=turns)


def _kept(answers: tuple[ExampleAnswer, ...], gone: str) -> tuple[ExampleAnswer, ...]:
    return tuple(answer for answer in answers if answer.field != gone)


def _unchoose(tx: Transaction, option: Option) -> None:
    """Example citizens chose by code: nobody keeps an answer that is no longer offered."""
    asked = [option.parent, *(f.id for f in tx.referring(option.parent, Field))]
    fields = {i for i in asked if i in tx and all(o.code != option.code for o in tx.options(i))}
    for case in dict.fromkeys(c for i in sorted(fields) for c in tx.referring(i, ExampleCase)):
        tx.replace(_offered(case, fields, option.code))


def _offered(case: ExampleCase, fields: set[str], code: str) -> ExampleCase:
    """Without the answers that chose a code, at the start and at the turns."""

    def kept(answers: tuple[ExampleAnswer, ...]) -> tuple[ExampleAnswer, ...]:
        return tuple(a for a in answers if a.field not in fields or a.value != code)

    turns = tuple(t.model_copy(update={"answers": kept(t.answers)}) for t in case.turns)
    return case.replaced(answers=kept(case.answers), turns=turns)
