"""What can a condition or a calculation say?

A typed tree, never text and never code. It names fields and options by id, so renaming never breaks
it. Printers (German sentence, FEEL, JUEL) and the evaluator live in other rooms. Every node has a
``op`` that tells it apart in the file.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field as PydanticField

from model.records.base import NESTED, Fact, Ref


class Answer(Fact):
    """The answer given to a field; to a group: the list of its repetitions."""

    op: Literal["answer"] = "answer"
    field: Ref


class Value(Fact):
    """A fixed value; exactly one of the four is set."""

    op: Literal["value"] = "value"
    text: str | None = None
    number: Decimal | None = None
    truth: bool | None = None
    day: date | None = None

    @property
    def content(self) -> str | Decimal | bool | date | None:
        return next(
            (v for v in (self.text, self.number, self.truth, self.day) if v is not None),
            None,
        )


class Today(Fact):
    """The day on which the application is made."""

    op: Literal["today"] = "today"


class DateShift(Fact):
    """A date moved by a length: 14 days after ``base``."""

    op: Literal["shift"] = "shift"
    base: Annotated[Expression, NESTED]
    length: int
    unit: Literal["day", "week", "month", "year"] = "day"


class Chosen(Fact):
    """The answer to a choice field is (or contains, when several may be chosen) this option."""

    op: Literal["chosen"] = "chosen"
    field: Ref
    option: Ref


class Comparison(Fact):
    """Two values compared. ``relation``: eq, ne, lt, le, gt, ge."""

    op: Literal["compare"] = "compare"
    relation: Literal["eq", "ne", "lt", "le", "gt", "ge"]
    left: Annotated[Expression, NESTED]
    right: Annotated[Expression, NESTED]


class Membership(Fact):
    """The answer is one of several options of its list (by id)."""

    op: Literal["member"] = "member"
    field: Ref
    options: Annotated[tuple[OptionRef, ...], NESTED]


class OptionRef(Fact):
    """Names one option inside a Membership."""

    option: Ref


class Present(Fact):
    """The field has been answered."""

    op: Literal["present"] = "present"
    field: Ref


class AllOf(Fact):
    """All parts hold (and)."""

    op: Literal["all"] = "all"
    parts: Annotated[tuple[Expression, ...], NESTED]


class AnyOf(Fact):
    """At least one part holds (or)."""

    op: Literal["any"] = "any"
    parts: Annotated[tuple[Expression, ...], NESTED]


class Not(Fact):
    """The part does not hold."""

    op: Literal["not"] = "not"
    part: Annotated[Expression, NESTED]


class Named(Fact):
    """A condition that has a name of its own: refers to a Rule."""

    op: Literal["named"] = "named"
    rule: Ref


class Arithmetic(Fact):
    """Numbers combined. ``operation``: add, subtract, multiply, divide, min, max."""

    op: Literal["arithmetic"] = "arithmetic"
    operation: Literal["add", "subtract", "multiply", "divide", "min", "max"]
    parts: Annotated[tuple[Expression, ...], NESTED]


class Count(Fact):
    """How often a repeatable group was filled in."""

    op: Literal["count"] = "count"
    group: Ref


class Sum(Fact):
    """The sum of a number field over all repetitions of its group."""

    op: Literal["sum"] = "sum"
    field: Ref


class FeeAmount(Fact):
    """What a fee comes to for this application."""

    op: Literal["fee"] = "fee"
    fee: Ref


Expression = Annotated[
    Answer
    | Value
    | Today
    | DateShift
    | Chosen
    | Comparison
    | Membership
    | Present
    | AllOf
    | AnyOf
    | Not
    | Named
    | Arithmetic
    | Count
    | Sum
    | FeeAmount,
    PydanticField(discriminator="op"),
]
"""Any node of the tree."""

for _node in (DateShift, Comparison, Membership, AllOf, AnyOf, Not, Arithmetic):
    _node.model_rebuild(force=True)
