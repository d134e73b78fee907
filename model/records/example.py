"""Which invented citizen shows that it works?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from model.records.base import NESTED, Fact, Record, Ref


class ExampleAnswer(Fact):
    """One answer of an example citizen; ``repetition`` counts from 0 in a repeatable group.

    ``value``: text, number as text, ISO date, "true"/"false", option code.
    """

    field: Ref
    value: str
    repetition: int = 0


class ExampleCase(Record):
    """A fictional application with its expected outcome (Beispielfall)."""

    kind: Literal["example"] = "example"
    name: str = ""
    applied: date | None = None
    answers: Annotated[tuple[ExampleAnswer, ...], NESTED] = ()
    expected_end: Ref = ""
    expected_fee: Decimal | None = None
    expected_deadline: date | None = None
    documents: tuple[str, ...] = ()
