"""What has every fact in common?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, StringConstraints

Extras = tuple[tuple[str, str], ...]
"""Foreign data kept as pairs (name, text).

A vendor's attribute, unknown XML, a field of a newer format.
"""

Id = Annotated[str, StringConstraints(min_length=1, max_length=1000)]


class _Reference:
    """Marks a field that names another record by its id."""


Ref = Annotated[str, _Reference()]
"""The id of another record, or "" for none."""

FROZEN = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Fact(BaseModel):
    """An immutable value that lives inside a record (an expression, a point, an answer)."""

    model_config = FROZEN


class Record(Fact):
    """One fact with an id. Replaced, never altered; equal when all fields are equal.

    ``of`` names the record this is a dated state of ("" for the first); ``valid_from`` and
    ``valid_until`` are inclusive days. ``extras`` keeps what a foreign file or a newer format said
    and this program does not understand.
    """

    kind: str = ""
    id: Id
    of: Ref = ""
    valid_from: date | None = None
    valid_until: date | None = None
    extras: Extras = ()

    family: ClassVar[str] = "other"

    def replaced(self, **fields: Any) -> Self:
        """The same fact with other values; validated, so a wrong value never gets in.

        Raises:
            pydantic.ValidationError: a value does not fit its field.
        """
        values = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self)(**(values | fields))

    def extra(self, name: str) -> str:
        """The first kept foreign text of that name, or ""."""
        return next((text for key, text in self.extras if key == name), "")

    def with_extra(self, name: str, text: str) -> Self:
        """The same fact with one kept foreign text set (or removed when empty)."""
        others = tuple(pair for pair in self.extras if pair[0] != name)
        return self.replaced(extras=(*others, (name, text)) if text else others)

    def references(self) -> Iterator[str]:
        """Ids of all records this one names, in field order, also those inside expressions."""
        for name in reference_fields(type(self)):
            if value := getattr(self, name):
                yield value
        for name in nested_fields(type(self)):
            value = getattr(self, name)
            if value is not None:
                yield from references_of(value)


def references_of(value: Any) -> Iterator[str]:
    """Ids named by a nested fact, or by each fact in a tuple."""
    if isinstance(value, tuple):
        for part in value:
            yield from references_of(part)
    elif isinstance(value, Fact):
        for name in reference_fields(type(value)):
            if found := getattr(value, name):
                yield found
        for name in nested_fields(type(value)):
            inner = getattr(value, name)
            if inner is not None:
                yield from references_of(inner)


@cache
def reference_fields(of: type[Fact]) -> tuple[str, ...]:
    """Names of the fields of a fact that hold one id."""
    return tuple(
        name
        for name, field in of.model_fields.items()
        if any(isinstance(mark, _Reference) for mark in field.metadata)
    )


@cache
def nested_fields(of: type[Fact]) -> tuple[str, ...]:
    """Names of the fields of a fact that hold further facts (expressions, answers)."""
    marked = (
        name
        for name, field in of.model_fields.items()
        if any(mark == NESTED for mark in field.metadata)
    )
    return tuple(marked)


NESTED = "nested facts"
"""Marks (as Annotated metadata) a field whose value is a fact or a tuple of facts that may name
records.
"""


class Child(Record):
    """A record with a place among its siblings.

    ``parent`` names what holds it, ``order`` is a fractional key (see order.py).
    """

    parent: Ref = ""
    order: str = ""


def sort_key(record: Child) -> tuple[str, str]:
    """Siblings stand in the order of their key.

    Equal keys (two people inserted at once) are settled by id.
    """
    return record.order, record.id


__all__ = [
    "NESTED",
    "Child",
    "Extras",
    "Fact",
    "Id",
    "Record",
    "Ref",
    "nested_fields",
    "reference_fields",
    "references_of",
    "sort_key",
]
