"""Which calculations can be said in rows, and how does one translate both ways?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from model.document import Snapshot
from model.records import (
    Answer,
    Arithmetic,
    Count,
    DateShift,
    Expression,
    FeeAmount,
    Sum,
    Today,
    Value,
)
from widgets.conditions.lines import type_of

SIGNS = ("add", "subtract")
FACTORS = ("", "multiply", "divide")
MANNERS = ("number", "date", "text")
"""What is calculated: a number from rows, a day, or another answer as it is."""


@dataclass(frozen=True)
class Term:
    """One row: + or −, what it takes, and what that is multiplied with or divided by."""

    sign: str = "add"
    left: Expression | None = None
    factor: str = ""
    right: Expression | None = None


def expression_of_terms(terms: list[Term]) -> Expression | None:
    """The calculation of some rows; None when there is none."""
    plus = [_term(term) for term in terms if term.sign == "add" and term.left is not None]
    minus = [_term(term) for term in terms if term.sign == "subtract" and term.left is not None]
    if not plus and not minus:
        return None
    if not plus:
        plus = [Value(number=Decimal(0))]
    first = plus[0] if len(plus) == 1 else Arithmetic(operation="add", parts=tuple(plus))
    if not minus:
        return first
    return Arithmetic(operation="subtract", parts=(first, *minus))


def _term(term: Term) -> Expression:
    assert term.left is not None
    if not term.factor or term.right is None:
        return term.left
    return Arithmetic(operation=term.factor, parts=(term.left, term.right))  # type: ignore[arg-type]


def terms_of(expression: Expression | None) -> list[Term] | None:
    """The rows of a calculation, or None when rows cannot say it."""
    if expression is None:
        return []
    match expression:
        case Arithmetic(operation="add", parts=parts):
            found = [_row(part, "add") for part in parts]
        case Arithmetic(operation="subtract", parts=(first, *rest)):
            before = terms_of(first)
            found = [*(before if before is not None else [None])]
            found += [_row(part, "subtract") for part in rest]
        case _:
            found = [_row(expression, "add")]
    known = [term for term in found if term is not None]
    return known if len(known) == len(found) else None


def _row(part: Expression, sign: str) -> Term | None:
    match part:
        case Arithmetic(operation="multiply" | "divide" as factor, parts=(left, right)):
            if _is_operand(left) and _is_operand(right):
                return Term(sign, left, factor, right)
            return None
    return Term(sign, part) if _is_operand(part) else None


def _is_operand(part: Expression) -> bool:
    if isinstance(part, Value):
        return part.number is not None
    return isinstance(part, Answer | Count | Sum | FeeAmount)


def manner_of(view: Snapshot, expression: Expression | None, data_type: str) -> str | None:
    """What a calculation comes to; None when rows cannot show it. A new one goes by the field."""
    if expression is None:
        return "date" if data_type in ("date", "datetime") else "number"
    found = _manner_of_value(expression) if isinstance(expression, Value) else ""
    if not found and isinstance(expression, Answer | Today | DateShift):
        found = type_of(view, expression)
    if isinstance(expression, DateShift) and not isinstance(expression.base, Answer | Today):
        return None
    if found in ("date", "number"):
        return found
    if found:
        return "text"
    return "number" if terms_of(expression) is not None else None


def _manner_of_value(value: Value) -> str:
    if value.number is not None:
        return "number"
    return "date" if value.day is not None else "text"
