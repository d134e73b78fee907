"""How is an expression said in FEEL (forms and decision tables)?

Unanswered questions count as in the product's own evaluation: no comparison with them holds, so
its negation does. FEEL has a third value there; ``feel_truth`` closes that gap.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from exporters.expressions.names import Names
from exporters.expressions.refusal import CannotSay
from exporters.expressions.storing import stored_as, stored_code
from model.language import say
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
    FeeAmount,
    Field,
    FieldGroup,
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

RELATIONS = {"eq": "=", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
_SIGNS = {"add": "+", "subtract": "-", "multiply": "*", "divide": "/"}
CONDITIONS = (Chosen, Membership, Present, Comparison, AllOf, AnyOf, Not, Named)
"""What is true or false; as a side of a comparison it stands in brackets."""
_PERIODS = {"day": "P{}D", "week": "P{}D", "month": "P{}M", "year": "P{}Y"}


def feel(
    expression: Expression,
    names: Names,
    scope: str = "",
    lists: Callable[[Expression], str] | None = None,
) -> str:
    """The expression as FEEL text without a leading "=". ``lists`` names the variable that holds
    what is counted or added up in a list, where the list itself is not at hand.

    Raises:
        CannotSay: a part names what is gone, or reads one value out of a list.
    """
    return _Feel(names, scope, lists).say(expression)


def feel_truth(expression: Expression, names: Names, scope: str = "") -> str:
    """The same as a condition that is true or false, never null."""
    return _Feel(names, scope).truth(expression)


def feel_hide(expression: Expression, names: Names, scope: str = "") -> str:
    """When to hide what is shown while ``expression`` holds: a form-js condition with "="."""
    return "=" + _Feel(names, scope).say(Not(part=expression))


def feel_text(text: str) -> str:
    """A FEEL string literal."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def feel_number(number: Decimal) -> str:
    """Digits and a point, never an exponent, no needless zeros."""
    text = f"{number:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def resolved(expression: Named, names: Names, open_rules: tuple[str, ...]) -> Expression:
    """What a named condition stands for.

    Raises:
        CannotSay: it is gone, empty, or leads back to itself.
    """
    rule = names.view.get(expression.rule, Rule)
    if rule is None or rule.expression is None:
        raise CannotSay.gone(expression.rule)
    if expression.rule in open_rules:
        raise CannotSay(say("platforms.expression.circle"), expression.rule)
    return rule.expression


class _Feel:
    def __init__(
        self,
        names: Names,
        scope: str,
        lists: Callable[[Expression], str] | None = None,
    ) -> None:
        self.names = names
        self.scope = scope
        self.lists = lists
        self.open_rules: tuple[str, ...] = ()

    def say(self, expression: Expression) -> str:
        match expression:
            case Chosen(field=field, option=option):
                return self._chosen(field, (option,))
            case Membership(field=field, options=options):
                return self._chosen(field, tuple(ref.option for ref in options))
            case Present(field=field):
                return self._present(field)
            case Comparison():
                return self._comparison(expression)
            case AllOf(parts=parts):
                return self._joined(parts, " and ") if parts else "true"
            case AnyOf(parts=parts):
                return self._joined(parts, " or ") if parts else "false"
            case Not(part=part):
                return f"not({self.truth(part)})"
            case Named():
                return self._named(expression)
            case _:
                return self._value(expression)

    def truth(self, expression: Expression) -> str:
        text = self.say(expression)
        return f"({text}) = true" if self._may_be_null(expression) else text

    def _value(self, expression: Expression) -> str:
        match expression:
            case Value():
                return self._literal(expression)
            case Answer(field=field):
                return self._answer(field)
            case Today():
                return "today()"
            case DateShift(base=base, length=length, unit=unit):
                return self._shifted(base, length, unit)
            case Arithmetic(operation=operation, parts=parts):
                return self._arithmetic(operation, parts)
            case Count() | Sum() if self.lists is not None:
                return self.lists(expression)
            case Count(group=group):
                path = self.names.path(group, self.scope)
                return f"(if {path} = null then 0 else count({path}))"
            case Sum(field=field):
                return self._sum(field)
            case FeeAmount(fee=fee):
                return self.names.key(fee)
            case _:
                raise CannotSay(say("platforms.expression.unknown"))

    def _literal(self, value: Value) -> str:
        content = value.content
        if content is None:
            return "null"
        if isinstance(content, bool):
            return "true" if content else "false"
        if isinstance(content, Decimal):
            return feel_number(content)
        return feel_text(content) if isinstance(content, str) else f'date("{content.isoformat()}")'

    def _answer(self, field: str) -> str:
        path = self.names.path(field, self.scope)
        kind = self._kind(field)
        if kind == "day":
            return f"date({path})"
        return f'({path} = "true")' if kind == "question" else path

    def _kind(self, field: str) -> str:
        record = self.names.view.get(field, Field)
        return stored_as(self.names.view, record) if record is not None else "list"

    def _chosen(self, field: str, options: tuple[str, ...]) -> str:
        path = self.names.path(field, self.scope)
        codes = [feel_text(code) for code in codes_of(self.names, options)]
        several = f"[{', '.join(codes)}]"
        if self._kind(field) == "list":
            if len(codes) == 1:
                return f"({path} != null and list contains({path}, {codes[0]}))"
            return f"({path} != null and (some x in {path} satisfies list contains({several}, x)))"
        return f"{path} = {codes[0]}" if len(codes) == 1 else f"list contains({several}, {path})"

    def _present(self, field: str) -> str:
        path = self.names.path(field, self.scope)
        kind = self._kind(field)
        if kind in ("list", "file"):
            return f"({path} != null and count({path}) > 0)"
        return f"{path} != null" if kind == "number" else f'({path} != null and {path} != "")'

    def _comparison(self, comparison: Comparison) -> str:
        left, right = self._side(comparison.left), self._side(comparison.right)
        text = f"{left} {RELATIONS[comparison.relation]} {right}"
        return f"({left} != null and {text})" if equal_when_missing(comparison) else text

    def _side(self, expression: Expression) -> str:
        text = self.say(expression)
        return f"({text})" if isinstance(expression, CONDITIONS) else text

    def _joined(self, parts: tuple[Expression, ...], word: str) -> str:
        if len(parts) == 1:
            return self.say(parts[0])
        return word.join(
            f"({self.say(part)})" if isinstance(part, AllOf | AnyOf | Named) else self.say(part)
            for part in parts
        )

    def _named(self, expression: Named) -> str:
        inner = resolved(expression, self.names, self.open_rules)
        self.open_rules += (expression.rule,)
        try:
            return self.say(inner)
        finally:
            self.open_rules = self.open_rules[:-1]

    def _shifted(self, base: Expression, length: int, unit: str) -> str:
        period = _PERIODS[unit].format(abs(length) * (7 if unit == "week" else 1))
        return f'{self._side(base)} {"-" if length < 0 else "+"} duration("{period}")'

    def _arithmetic(self, operation: str, parts: tuple[Expression, ...]) -> str:
        spoken = [self.say(part) for part in parts]
        if operation in _SIGNS:
            return f"({f' {_SIGNS[operation]} '.join(spoken)})"
        return f"{operation}({', '.join(spoken)})"

    def _sum(self, field: str) -> str:
        group = self.names.list_of(field)
        if not group:
            return self.names.path(field, self.scope)
        path, key = self.names.path(group, self.scope), self.names.path(field, group)
        filled = f"{path}[{key} != null].{key}"
        return f"(if {path} = null then 0 else sum(append({filled}, 0)))"

    def _may_be_null(self, expression: Expression) -> bool:
        match expression:
            case AllOf(parts=parts) | AnyOf(parts=parts):
                return any(self._may_be_null(part) for part in parts)
            case Comparison(relation=relation):
                return relation not in ("eq", "ne")
            case Named():
                inner = resolved(expression, self.names, self.open_rules)
                self.open_rules += (expression.rule,)
                try:
                    return self._may_be_null(inner)
                finally:
                    self.open_rules = self.open_rules[:-1]
            case Answer(field=field):
                return self._kind(field) != "question"
            case _:
                return not isinstance(expression, Chosen | Membership | Present | Not | Value)


def equal_when_missing(comparison: Comparison) -> bool:
    """True when both sides may be missing: to FEEL and JUEL two missing answers are equal."""
    sides = (comparison.left, comparison.right)
    return comparison.relation == "eq" and all(may_be_missing(side) for side in sides)


def may_be_missing(side: Expression) -> bool:
    """Answers and what is reckoned with them; a fixed value, a count and a condition are there."""
    return isinstance(side, Answer | Arithmetic | DateShift | FeeAmount)


def codes_of(names: Names, options: tuple[str, ...]) -> list[str]:
    """The stored texts of options.

    Raises:
        CannotSay: one of them is gone.
    """
    codes = []
    for option in options:
        record = names.view.get(option, Option)
        if record is None:
            raise CannotSay.gone(option)
        codes.append(stored_code(names.view, record))
    return codes


def is_list(names: Names, record: str) -> bool:
    """True when the answer is a list: several options, or a repeatable group."""
    found = names.view.get(record)
    if isinstance(found, Field):
        return stored_as(names.view, found) == "list"
    return isinstance(found, FieldGroup) and found.repeatable
