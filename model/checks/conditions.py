"""Which conditions are there, and what do they ask?"""

from __future__ import annotations

from collections.abc import Iterator

from model.records import Evidence, Field, FieldGroup, Flow, Record, Rule, TariffRow
from model.records.base import Fact, nested_fields

HOLDERS: tuple[type[Record], ...] = (Flow, Field, FieldGroup, Rule, TariffRow, Evidence)
"""Kinds of records that hold a condition."""


def condition_of(record: Record) -> Fact | None:
    """The condition of a record, whatever it is called there."""
    if isinstance(record, Flow):
        return record.condition
    if isinstance(record, Field | FieldGroup):
        return record.visible
    if isinstance(record, Rule):
        return record.expression
    if isinstance(record, TariffRow):
        return record.when
    return record.needed if isinstance(record, Evidence) else None


def slot_of(record: Record) -> str:
    """What that field is called."""
    if isinstance(record, Flow):
        return "condition"
    if isinstance(record, Field | FieldGroup):
        return "visible"
    if isinstance(record, Rule):
        return "expression"
    return "when" if isinstance(record, TariffRow) else "needed"


def facts_in(fact: Fact) -> Iterator[Fact]:
    """A condition and all its parts."""
    yield fact
    for name in nested_fields(type(fact)):
        value = getattr(fact, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Fact):
                yield from facts_in(part)
