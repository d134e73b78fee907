"""Which answers to a question make a difference to the conditions that ask for it?

A choice has its options; a number or a day the values at, just below and just above each limit that
a condition names; everything may be left unanswered. Where a condition calculates, the values are
good for finding cases but prove nothing: then ``complete`` is False.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from typing import Any, Final

from model.document.queries import Queries
from model.expressions.evaluate import code_of, shifted
from model.records import (
    Answer,
    Arithmetic,
    Chosen,
    Comparison,
    Count,
    DateShift,
    Expression,
    FeeAmount,
    Field,
    FieldGroup,
    Membership,
    Named,
    Present,
    Rule,
    Sum,
    Today,
    Value,
)
from model.records.base import Fact, nested_fields

SOME_DAY: Final = date(2026, 3, 16)
"""The day of application of the cases tried; any would do, conditions only compare."""
_NUMBERS: Final = ("num", "num_int", "num_currency")
_MANY: Final = 4
"""Options of a multiple choice up to which every selection is tried."""


@dataclass(slots=True)
class Asked:
    """The questions of some conditions: field or group id -> the values that make a difference."""

    values: dict[str, list[Any]] = field(default_factory=dict)
    complete: bool = True


def asked_by(view: Queries, conditions: Iterable[Expression]) -> Asked:
    """What the conditions ask for, with the values to try."""
    found = Asked()
    limits: dict[str, set[Any]] = {}
    for condition in conditions:
        for part in parts_of(view, condition):
            _take(found, limits, part)
    for name, named in limits.items():
        found.values[name] = _values(view, found, name, named)
        lost = any(kind == "option" and named_one not in view for kind, named_one in named)
        if name not in view or lost:
            found.complete = False  # a reference into nothing is told by another check
    return found


def parts_of(view: Queries, condition: Fact) -> Iterator[Fact]:
    """A condition and all its parts, through named conditions."""
    todo, rules = [condition], set[str]()
    while todo:
        part = todo.pop()
        yield part
        if isinstance(part, Named) and part.rule not in rules:
            rules.add(part.rule)
            rule = view.get(part.rule, Rule)
            if rule is not None and rule.expression is not None:
                todo.append(rule.expression)
        for name in nested_fields(type(part)):
            inner = getattr(part, name)
            for one in inner if isinstance(inner, tuple) else (inner,):
                if isinstance(one, Fact):
                    todo.append(one)


def _take(found: Asked, limits: dict[str, set[Any]], part: Fact) -> None:
    match part:
        case Chosen(field=name, option=option):
            limits.setdefault(name, set()).add(("option", option))
        case Membership(field=name, options=options):
            limits.setdefault(name, set()).update(("option", ref.option) for ref in options)
        case Present(field=name) | Answer(field=name):
            limits.setdefault(name, set())
        case Count(group=name):
            limits.setdefault(name, set())
        case Comparison(left=left, right=right):
            _compare(found, limits, left, right)
        case Sum() | Arithmetic() | FeeAmount():
            found.complete = False


def _compare(found: Asked, limits: dict[str, set[Any]], left: Fact, right: Fact) -> None:
    for one, other in ((left, right), (right, left)):
        name = one.field if isinstance(one, Answer) else one.group if isinstance(one, Count) else ""
        if not name:
            continue
        limit = _fixed(other)
        if limit is not None:
            limits.setdefault(name, set()).add(("limit", limit))
        elif not isinstance(other, Sum | Arithmetic | FeeAmount):
            found.complete = False  # two answers compared, or a day shifted from an answer
    for side in (left, right):
        if isinstance(side, DateShift) and _fixed(side) is None:
            found.complete = False


def _fixed(side: Fact) -> Any:
    """The value of a side that no answer changes; None when one does."""
    if isinstance(side, Value):
        return side.content
    if isinstance(side, Today):
        return SOME_DAY
    if isinstance(side, DateShift):
        base = _fixed(side.base)
        return shifted(base, side.length, side.unit) if isinstance(base, date) else None
    return None


def _values(view: Queries, found: Asked, name: str, named: set[Any]) -> list[Any]:
    record = view.get(name)
    if isinstance(record, FieldGroup):
        return _counts(record, named)
    if not isinstance(record, Field):
        return [None]
    if record.field_kind == "select":
        return _selections(view, found, record, named)
    limits = [limit for kind, limit in named if kind == "limit"]
    if record.data_type == "bool":
        return [None, True, False]
    if record.data_type in _NUMBERS:
        return [None, *_numbers(record, limits)]
    if record.data_type in ("date", "datetime"):
        days = {day + timedelta(days=n) for day in _days(limits) for n in (-1, 0, 1)}
        return [None, *sorted(days | ({SOME_DAY} if not days else set()))]
    texts = sorted({str(limit) for limit in limits})
    return [None, *texts, "x" * (1 + max(map(len, texts), default=0))]


def _days(limits: list[Any]) -> list[date]:
    return [day for day in limits if isinstance(day, date) and date.min < day < date.max]


def _numbers(record: Field, limits: list[Any]) -> list[Decimal]:
    step = Decimal(1) if record.data_type == "num_int" else Decimal("0.01")
    named = [Decimal(str(n)) for n in limits if isinstance(n, Decimal | int)] or [Decimal(1)]
    tried = {number + change for number in named for change in (-step, Decimal(0), step)}
    tried.update(n for n in (record.min_value, record.max_value) if n is not None)
    low, high = record.min_value, record.max_value
    return sorted(n for n in tried if (low is None or n >= low) and (high is None or n <= high))


def _counts(group: FieldGroup, named: set[Any]) -> list[Any]:
    numbers = {0, 1, 2}
    for _, limit in named:
        if isinstance(limit, Decimal):
            numbers.update({int(limit) - 1, int(limit), int(limit) + 1})
    most = group.maximum if group.maximum is not None else 50
    return [[{}] * n for n in sorted(numbers) if group.minimum <= n <= most]


def _selections(view: Queries, found: Asked, record: Field, named: set[Any]) -> list[Any]:
    options = view.options(record.id)
    if record.choices == "one" and record.maximum == 1:
        return [None, *(code_of(option) for option in options)]
    wanted = {option for kind, option in named if kind == "option"}
    codes = [code_of(option) for option in options if option.id in wanted]
    rest = tuple(code_of(option) for option in options if option.id not in wanted)[:1]
    if len(codes) > _MANY:
        found.complete = False
        return [None, *((code,) for code in codes), tuple(codes)]
    chosen = [c for size in range(len(codes) + 1) for c in combinations(codes, size)]
    return [None, *(pick for pick in chosen if pick), *((*pick, *rest) for pick in chosen if rest)]
