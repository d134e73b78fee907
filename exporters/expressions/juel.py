"""How is a condition said in JUEL (the ways of an engine of the Camunda 7 family)?

Every answer is read by ``execution.getVariable('x')``: it gives null where a bare ``x`` would
throw. In JUEL no comparison with null holds but ``!=``, as in the product's own evaluation.
Days are texts in ISO form there, whose order as text is the order of the days.
"""

from __future__ import annotations

from decimal import Decimal

from exporters.expressions.derived import Derived
from exporters.expressions.feel import (
    CONDITIONS,
    codes_of,
    equal_when_missing,
    feel_number,
    is_list,
    may_be_missing,
    resolved,
)
from exporters.expressions.names import Names
from exporters.expressions.refusal import CannotSay
from exporters.expressions.storing import stored_as
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
    Membership,
    Named,
    Not,
    Present,
    Sum,
    Today,
    Value,
)

RELATIONS = {"eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}
_SIGNS = {"add": "+", "subtract": "-", "multiply": "*", "divide": "/"}


def juel(expression: Expression, names: Names, derived: Derived) -> str:
    """The condition as ``${...}``; what only the form can compute is asked of ``derived``.

    Raises:
        CannotSay: neither JUEL nor the form can say a part of it.
    """
    return "${" + _Juel(names, derived).say(expression) + "}"


def juel_variable(name: str) -> str:
    """A variable of the running case; null when nobody has written it."""
    return f"execution.getVariable('{name}')"


def juel_text(text: str) -> str:
    """A JUEL string literal."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


class _Juel:
    def __init__(self, names: Names, derived: Derived) -> None:
        self.names = names
        self.derived = derived
        self.open_rules: tuple[str, ...] = ()

    def say(self, expression: Expression) -> str:
        match expression:
            case Chosen(field=field, option=option):
                return self._chosen(expression, field, (option,))
            case Membership(field=field, options=options):
                return self._chosen(expression, field, tuple(ref.option for ref in options))
            case Present(field=field):
                return self._present(expression, field)
            case Comparison():
                return self._comparison(expression)
            case AllOf(parts=parts):
                return self._joined(parts, " && ") if parts else "true"
            case AnyOf(parts=parts):
                return self._joined(parts, " || ") if parts else "false"
            case Not(part=part):
                return f"!({self.say(part)})"
            case Named():
                return self._named(expression)
            case Answer(field=field) if self._kind(field) == "question":
                return self._value(expression)
            case _:
                return f"{self._value(expression)} == true"

    def _value(self, expression: Expression) -> str:
        match expression:
            case Value():
                return self._literal(expression)
            case Answer(field=field):
                variable = juel_variable(self.names.path(field))
                return f"({variable} == 'true')" if self._kind(field) == "question" else variable
            case Count() | Sum():
                return juel_variable(self.derived.name(expression))
            case FeeAmount(fee=fee):
                return juel_variable(self.names.key(fee))
            case Arithmetic(operation=operation, parts=parts) if operation in _SIGNS:
                return f"({f' {_SIGNS[operation]} '.join(self._value(part) for part in parts)})"
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
        return juel_text(content if isinstance(content, str) else content.isoformat())

    def _kind(self, field: str) -> str:
        record = self.names.view.get(field, Field)
        return stored_as(self.names.view, record) if record is not None else "list"

    def _chosen(self, expression: Expression, field: str, options: tuple[str, ...]) -> str:
        if is_list(self.names, field):
            return f"{juel_variable(self.derived.name(expression))} == true"
        variable = juel_variable(self.names.path(field))
        tests = [f"{variable} == {juel_text(code)}" for code in codes_of(self.names, options)]
        return tests[0] if len(tests) == 1 else f"({' || '.join(tests)})"

    def _present(self, expression: Present, field: str) -> str:
        if self._kind(field) in ("list", "file"):
            return f"{juel_variable(self.derived.name(expression))} == true"
        variable = juel_variable(self.names.path(field))
        if self._kind(field) in ("number", "truth"):
            return f"{variable} != null"
        return f"({variable} != null && {variable} != '')"

    def _comparison(self, comparison: Comparison) -> str:
        if _only_in_forms(comparison.left) or _only_in_forms(comparison.right):
            return f"{juel_variable(self.derived.name(comparison))} == true"
        # A missing number counts as 0 in JUEL's arithmetic; in ours nothing follows from it.
        asked = sorted({*_reckoned(comparison.left), *_reckoned(comparison.right)})
        guards = [f"{juel_variable(self.names.path(field))} != null" for field in asked]
        if guards and comparison.relation == "ne":
            if may_be_missing(comparison.left) and may_be_missing(comparison.right):
                return f"{juel_variable(self.derived.name(comparison))} == true"
            # What cannot be reckoned differs from every fixed value.
            return f"!({self._guarded(comparison, '==', guards)})"
        return self._guarded(comparison, RELATIONS[comparison.relation], guards)

    def _guarded(self, comparison: Comparison, relation: str, guards: list[str]) -> str:
        left, right = self._side(comparison.left), self._side(comparison.right)
        if equal_when_missing(comparison) and not guards:
            guards = [f"{left} != null"]
        return (
            f"({' && '.join([*guards, f'{left} {relation} {right}'])})"
            if guards
            else (f"{left} {relation} {right}")
        )

    def _side(self, expression: Expression) -> str:
        if isinstance(expression, CONDITIONS):
            return f"({self.say(expression)})"
        return self._value(expression)

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


def _only_in_forms(expression: Expression) -> bool:
    """Calendars and the smaller of two are unknown to JUEL."""
    match expression:
        case Today() | DateShift():
            return True
        case Arithmetic(operation=operation, parts=parts):
            return operation in ("min", "max") or any(_only_in_forms(part) for part in parts)
        case _:
            return False


def _reckoned(expression: Expression, inside: bool = False) -> list[str]:
    """The fields that a calculation reads."""
    match expression:
        case Arithmetic(parts=parts):
            return [field for part in parts for field in _reckoned(part, True)]
        case Answer(field=field):
            return [field] if inside else []
        case _:
            return []
