"""Finds questions that are seen only when they have been answered: they never are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.commands import set_condition
from model.records import Field, FieldGroup
from model.records.base import references_of


def _find(view: Reading, row: Field | FieldGroup) -> Iterable[Found]:
    if row.visible is None or not any(_inside(view, i, row.id) for i in references_of(row.visible)):
        return ()
    repair = Repair("show_always", partial(set_condition, record=row.id, expression=None))
    return (Found(row.id, {"name": called(row)}, (repair,)),)


def _inside(view: Reading, record_id: str, holder: str) -> bool:
    """Is it the record itself, or does it stand in it?"""
    for _ in range(300):
        if record_id == holder:
            return True
        record = view.get(record_id)
        if not isinstance(record, Field | FieldGroup):
            return False
        record_id = record.parent
    return False


VISIBLE_BY_ITSELF = Check("visible_by_itself", "error", (Field, FieldGroup), record=_find)
