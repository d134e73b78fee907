"""Finds values that are calculated from themselves."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called_at
from model.checks.reading import Reading
from model.document import Transaction
from model.records import Field
from model.records.base import references_of


def _find(view: Reading) -> Iterator[Found]:
    valued = {f.id: tuple(references_of(f.value)) for f in view.of(Field) if f.value is not None}
    told: set[str] = set()
    for field in sorted(valued):
        if field in told:
            continue
        circle = _circle(field, valued)
        if circle:
            told |= circle
            repair = Repair("drop_calculation", partial(_drop, field=field))
            yield Found(field, {"name": called_at(view.get(field))}, (repair,))


def _circle(field: str, valued: dict[str, tuple[str, ...]]) -> set[str]:
    """All fields on a way from the field back to itself; empty when there is none."""
    before: dict[str, str] = {}
    todo = [field]
    while todo:
        here = todo.pop()
        for part in valued.get(here, ()):
            if part == field:
                circle = {field}
                while here not in circle:
                    circle.add(here)
                    here = before[here]
                return circle
            if part not in before:
                before[part] = here
                todo.append(part)
    return set()


def _drop(tx: Transaction, field: str) -> None:
    tx.alter(field, value=None)


VALUE_CIRCLE = Check(
    "value_circle", "error", (Field,), whole=_find, heeds=frozenset({"value", "label"})
)
