"""Finds conditions that name a question or answer that is gone (an imported file may)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.conditions import HOLDERS, condition_of, slot_of
from model.checks.finding import Check, Found, Repair
from model.checks.naming import called, called_at
from model.checks.reading import Reading
from model.document import Transaction
from model.records import Evidence, Field, FieldGroup, Flow, Record
from model.records.base import references_of


def _find(view: Reading, record: Record) -> Iterable[Found]:
    condition = condition_of(record)
    if condition is None or all(i in view for i in references_of(condition)):
        return ()
    slot = slot_of(record)
    repairs = [Repair("say_condition", opens=slot)]
    if isinstance(record, Field | FieldGroup | Evidence):
        repairs.insert(0, Repair("drop_condition", partial(_drop, record=record.id, slot=slot)))
    return (Found(record.id, {"name": _named(view, record)}, tuple(repairs)),)


def _named(view: Reading, record: Record) -> object:
    return called_at(view.get(record.source)) if isinstance(record, Flow) else called(record)


def _drop(tx: Transaction, record: str, slot: str) -> None:
    tx.alter(record, **{slot: None})


MISSING_REFERENCE = Check("missing_reference", "error", HOLDERS, record=_find)
