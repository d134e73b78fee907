"""Which conditions can be said in lines, and how does one translate both ways?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from model.document import Snapshot
from model.errors import FachwerkError
from model.language import say
from model.records import (
    AllOf,
    Answer,
    AnyOf,
    Chosen,
    Comparison,
    Expression,
    Field,
    Named,
    Not,
    Present,
    Rule,
    Value,
)

_ORDERED = ("eq", "ne", "lt", "le", "gt", "ge")
_NUMBERS = ("num", "num_int", "num_currency")
_DATES = ("date", "datetime")


@dataclass(frozen=True)
class Line:
    """One line. ``field`` is a question or a condition with its own name; ``relation`` is a key
    of ``relations``; ``value`` an option's id, or a text as it was typed.
    """

    field: str
    relation: str
    value: str = ""


def relations(view: Snapshot, field_id: str) -> tuple[str, ...]:
    """What can be asked of a field's answer."""
    field = view.get(field_id, Field)
    if field is None:
        return ("holds", "holds_not") if view.get(field_id, Rule) else ("present", "absent")
    if view.options(field_id):
        return ("is", "is_not", "present", "absent")
    if field.data_type == "bool":
        return ("is", "is_not")
    if field.data_type in (*_NUMBERS, *_DATES):
        return (*_ORDERED, "present", "absent")
    return ("present", "absent", "eq", "ne")


def needs_value(relation: str) -> bool:
    """False for "ist ausgefüllt" and its opposite."""
    return relation not in ("present", "absent", "holds", "holds_not")


def expression_of(view: Snapshot, every: bool, lines: list[Line]) -> Expression | None:
    """The tree of some lines; None when there is none.

    Raises:
        FachwerkError: a value was typed that does not fit its question.
    """
    parts = [_part(view, line) for line in lines if view.get(line.field) is not None]
    if not parts:
        return None
    if len(parts) == 1:
        return parts[0]
    return AllOf(parts=tuple(parts)) if every else AnyOf(parts=tuple(parts))


def lines_of(expression: Expression | None) -> tuple[bool, list[Line]] | None:
    """The lines of a tree ("alle" or not, lines), or None when lines cannot say it."""
    if expression is None:
        return True, []
    every = not isinstance(expression, AnyOf)
    parts = expression.parts if isinstance(expression, AllOf | AnyOf) else (expression,)
    lines = [_line(part) for part in parts]
    if any(line is None for line in lines):
        return None
    return every, [line for line in lines if line is not None]


def _part(view: Snapshot, line: Line) -> Expression:
    if line.relation == "present":
        return Present(field=line.field)
    if line.relation == "absent":
        return Not(part=Present(field=line.field))
    if line.relation in ("holds", "holds_not"):
        named = Named(rule=line.field)
        return named if line.relation == "holds" else Not(part=named)
    if line.relation in ("is", "is_not"):
        part = _is(view, line)
        return part if line.relation == "is" else Not(part=part)
    return Comparison(
        relation=line.relation,  # type: ignore[arg-type]
        left=Answer(field=line.field),
        right=_value(view.the(line.field, Field), line.value),
    )


def _is(view: Snapshot, line: Line) -> Expression:
    if view.the(line.field, Field).data_type == "bool":
        truth = Value(truth=line.value == "true")
        return Comparison(relation="eq", left=Answer(field=line.field), right=truth)
    return Chosen(field=line.field, option=line.value)


def _value(field: Field, typed: str) -> Value:
    text = typed.strip()
    if field.data_type in _NUMBERS:
        try:
            return Value(
                number=Decimal(text.replace(".", "").replace(",", ".") if "," in text else text)
            )
        except InvalidOperation:
            raise FachwerkError(say("condition.number", text=text)) from None
    if field.data_type in _DATES:
        return Value(day=_day(text))
    return Value(text=text)


def _day(text: str) -> date:
    for form in ("%d.%m.%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise FachwerkError(say("condition.day", text=text))


def _line(part: Expression) -> Line | None:
    match part:
        case Chosen(field=field, option=option):
            return Line(field, "is", option)
        case Present(field=field):
            return Line(field, "present")
        case Named(rule=rule):
            return Line(rule, "holds")
        case Not(part=Named(rule=rule)):
            return Line(rule, "holds_not")
        case Not(part=Present(field=field)):
            return Line(field, "absent")
        case Not(part=inner):
            line = _line(inner)
            return (
                Line(line.field, "is_not", line.value) if line and line.relation == "is" else None
            )
        case Comparison(relation=relation, left=Answer(field=field), right=Value() as value):
            if value.truth is not None:
                word = "true" if value.truth else "false"
                return Line(field, "is", word) if relation == "eq" else None
            return Line(field, relation, _typed(value))
        case _:
            return None


def _typed(value: Value) -> str:
    if value.number is not None:
        return str(value.number).replace(".", ",")
    if value.day is not None:
        return f"{value.day:%d.%m.%Y}"
    return value.text or ""
