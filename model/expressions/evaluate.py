"""What does an expression come to for given answers?"""

from __future__ import annotations

import operator
from calendar import monthrange
from collections import ChainMap
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from model.document.queries import Queries
from model.expressions.given import list_of
from model.expressions.tariff import Reckoned, reckon
from model.records import (
    AllOf,
    Answer,
    AnyOf,
    Arithmetic,
    Chosen,
    Comparison,
    Count,
    DateShift,
    Expression,
    Fee,
    FeeAmount,
    Membership,
    Named,
    Not,
    Option,
    Present,
    Rule,
    Sum,
    Today,
    Value,
)

Answers = Mapping[str, Any]
"""Field id -> answer: text, Decimal, date, bool, option code (or a tuple of codes).

Group id -> list of Answers. The key "today" is the day of application.
"""


def evaluate(view: Queries, expression: Expression, answers: Answers) -> Any:
    """The value of an expression; conditions give True or False.

    A missing answer is None: no comparison with it holds, except that it is not equal to one that
    is there. Depth is bounded by the tree; a Named condition that leads back to itself is False, a
    fee that does comes to None.
    """
    return _Evaluation(view, answers).value(expression)


def reckoned(view: Queries, fee: Fee, answers: Answers, when: date) -> Reckoned:
    """What a fee comes to under the law of a day, with each line: the sum conditions see."""
    evaluation = _Evaluation(view, ChainMap({"today": when}, dict(answers)))
    evaluation.under_way.add(fee.of or fee.id)
    return evaluation.reckoned(fee, when)


class _Evaluation:
    def __init__(self, view: Queries, answers: Answers) -> None:
        self.view = view
        self.answers = answers
        self.under_way: set[str] = set()

    def value(self, expression: Expression) -> Any:
        match expression:
            case Value():
                return expression.content
            case Answer(field=field):
                return self.answers.get(field)
            case Today():
                return self.answers.get("today")
            case DateShift(base=base, length=length, unit=unit):
                day = self.value(base)
                return shifted(day, length, unit) if isinstance(day, date) else None
            case Count(group=group):
                return Decimal(len(self.answers.get(group) or ()))
            case Sum(field=field):
                return self._sum(field)
            case Arithmetic(operation=operation, parts=parts):
                return _calculated(operation, [self.value(part) for part in parts])
            case FeeAmount(fee=fee):
                return self._once(fee, lambda: self._fee(fee))
            case _:
                return self.truth(expression)

    def truth(self, expression: Expression) -> bool:
        match expression:
            case Chosen(field=field, option=option):
                return self._is_given(field, option)
            case Membership(field=field, options=options):
                return any(self._is_given(field, ref.option) for ref in options)
            case Present(field=field):
                return self.answers.get(field) not in (None, "", (), [])
            case Comparison(relation=relation, left=left, right=right):
                return _holds(relation, self.value(left), self.value(right))
            case AllOf(parts=parts):
                return all(self.truth(part) for part in parts)
            case AnyOf(parts=parts):
                return any(self.truth(part) for part in parts)
            case Not(part=part):
                return not self.truth(part)
            case Named(rule=rule):
                return self._named(rule)
            case _:
                return bool(self.value(expression))

    def _named(self, rule_id: str) -> bool:
        rule = self.view.get(rule_id, Rule)
        expression = rule.expression if rule is not None else None
        if expression is None:
            return False
        return bool(self._once(rule_id, lambda: self.truth(expression)))

    def _once(self, record_id: str, work: Callable[[], Any]) -> Any:
        """The result of a rule or fee; None when it needs itself for it."""
        if record_id in self.under_way:
            return None
        self.under_way.add(record_id)
        try:
            return work()
        finally:
            self.under_way.discard(record_id)

    def _fee(self, fee_id: str) -> Decimal | None:
        fee, today = self.view.get(fee_id, Fee), self.answers.get("today")
        if fee is None:
            return None
        return self.reckoned(fee, today if type(today) is date else None).amount

    def reckoned(self, fee: Fee, when: date | None) -> Reckoned:
        return reckon(self.view, fee, self.answers, when, self._read)

    def _read(self, expression: Expression, answers: Answers) -> Any:
        """The value for answers that may be those of one entry of a list."""
        if answers is self.answers:
            return self.value(expression)
        inner = _Evaluation(self.view, answers)
        inner.under_way = self.under_way
        return inner.value(expression)

    def _is_given(self, field: str, option: str) -> bool:
        """Is it the answer, or among them? An option that is gone never is."""
        code = self._code(option)
        return code is not None and code in _several(self.answers.get(field))

    def _code(self, option: str) -> str | None:
        record = self.view.get(option, Option)
        return code_of(record) if record else None

    def _sum(self, field: str) -> Decimal:
        rows = self.answers.get(list_of(self.view, self.view.get(field))) or ()
        numbers = (_number(row.get(field)) for row in rows)
        return sum((n for n in numbers if n is not None), Decimal(0))


def code_of(option: Option) -> str:
    """What is stored when this answer is chosen: its code, else its label."""
    return option.code or option.label


def shifted(day: date, length: int, unit: str) -> date:
    """A date moved by days, weeks, months or years.

    A day that the month lacks becomes its last (§ 188 Abs. 3 BGB); beyond the calendar it is the
    first or last day there is.
    """
    beyond = date.max if length > 0 else date.min
    if unit in ("day", "week"):
        try:
            return day + timedelta(days=length * (7 if unit == "week" else 1))
        except OverflowError:
            return beyond
    months = day.year * 12 + day.month - 1 + length * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    if not date.min.year <= year <= date.max.year:
        return beyond
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _several(answer: Any) -> tuple[Any, ...]:
    return tuple(answer) if isinstance(answer, list | tuple | set | frozenset) else (answer,)


def _number(value: Any) -> Decimal | None:
    if value is None or isinstance(value, bool):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _holds(relation: str, left: Any, right: Any) -> bool:
    if left is None or right is None:
        return relation == "ne" and left is not right
    if not (isinstance(left, str) and isinstance(right, str)):
        a, b = _number(left), _number(right)  # two texts stay texts: 01067 is not 1067
        if a is not None and b is not None:
            left, right = a, b
    try:
        return bool(_RELATIONS[relation](left, right))
    except TypeError:
        return False


_RELATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "le": operator.le,
    "gt": operator.gt,
    "ge": operator.ge,
}


def _calculated(operation: str, values: list[Any]) -> Decimal | None:
    numbers = [n for n in map(_number, values) if n is not None]
    if len(numbers) != len(values) or not numbers:
        return None
    result = numbers[0]
    for number in numbers[1:]:
        if operation == "divide" and number == 0:
            return None
        result = _OPERATIONS[operation](result, number)
    return result


_OPERATIONS: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: a * b,
    "divide": lambda a, b: a / b,
    "min": min,
    "max": max,
}
