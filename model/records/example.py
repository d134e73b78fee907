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


class ExampleTurn(Fact):
    """What happens at one node in this case, where it is not simply done.

    ``visit`` counts from 1 how often the case came there (0 = each time). ``happens``: done =
    with these ``answers``; again = done once more; fails = a Basisdienst answers with an error;
    event = ``event`` comes first (an exception at the node, or one of those waited for); way = a
    person takes the way ``event``.
    """

    at: Ref
    visit: int = 0
    happens: Literal["done", "again", "fails", "event", "way"] = "done"
    event: Ref = ""
    answers: Annotated[tuple[ExampleAnswer, ...], NESTED] = ()


class ExampleCase(Record):
    """A fictional application with its expected outcome (Beispielfall).

    ``answers`` are given where the form or an office step asks for them; ``turns`` tell where the
    case takes another course. ``documents`` are the names of what it makes.
    """

    kind: Literal["example"] = "example"
    name: str = ""
    applied: date | None = None
    answers: Annotated[tuple[ExampleAnswer, ...], NESTED] = ()
    turns: Annotated[tuple[ExampleTurn, ...], NESTED] = ()
    expected_end: Ref = ""
    expected_fee: Decimal | None = None
    expected_deadline: date | None = None
    documents: tuple[str, ...] = ()
