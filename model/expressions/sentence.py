"""How does a condition read as a sentence?"""

from __future__ import annotations

from decimal import Decimal

from model.document.queries import Queries
from model.language import tr
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
    Flow,
    Membership,
    Named,
    Not,
    Present,
    Sum,
    Today,
    Value,
)
from model.records.names import title

_RELATIONS = {"eq": "=", "ne": "≠", "lt": "<", "le": "≤", "gt": ">", "ge": "≥"}
_SIGNS = {"add": " + ", "subtract": " − ", "multiply": " × ", "divide": " ÷ "}


def sentence(view: Queries, expression: Expression) -> str:
    """The condition in words: ``Familienstand = verheiratet und Alter ≥ 18``.

    Parts of and/or that are and/or themselves stand in brackets.
    """
    match expression:
        case Chosen(field=field, option=option):
            return f"{_name(view, field)} = {_name(view, option)}"
        case Comparison(relation=relation, left=left, right=right):
            unit = _unit(view, left)
            return f"{sentence(view, left)} {_RELATIONS[relation]} {sentence(view, right)}{unit}"
        case Membership(field=field, options=options):
            names = ", ".join(_name(view, ref.option) for ref in options)
            return tr("sentence.member", field=_name(view, field), options=names)
        case Present(field=field):
            return tr("sentence.present", field=_name(view, field))
        case AllOf(parts=parts):
            return _joined(view, parts, tr("sentence.and"))
        case AnyOf(parts=parts):
            return _joined(view, parts, tr("sentence.or"))
        case Not(part=part):
            return _negated(view, part)
        case _:
            return _value(view, expression)


def _value(view: Queries, expression: Expression) -> str:  # noqa: C901 - one row per kind
    """The parts that are values, not conditions."""
    match expression:
        case Answer(field=field):
            return _name(view, field)
        case Count(group=group):
            return tr("sentence.count", group=_name(view, group))
        case Sum(field=field):
            return tr("sentence.sum", field=_name(view, field))
        case Value():
            return _shown(expression)
        case Today():
            return tr("sentence.today")
        case DateShift(base=base, length=length, unit=unit):
            key = "sentence.shift" if length >= 0 else "sentence.shift.before"
            words = tr(f"unit.{unit}", n=abs(length))
            return tr(key, base=sentence(view, base), length=words)
        case Named(rule=rule):
            return _name(view, rule)
        case FeeAmount(fee=fee):
            return _name(view, fee)
        case Arithmetic(operation=operation, parts=parts):
            if operation in _SIGNS:
                return _SIGNS[operation].join(_operand(view, part) for part in parts)
            spoken = [sentence(view, part) for part in parts]
            return tr(f"sentence.{operation}", parts="; ".join(spoken))
        case _:
            return ""


def _operand(view: Queries, part: Expression) -> str:
    """A calculation inside a calculation stands in brackets."""
    signed = isinstance(part, Arithmetic) and part.operation in _SIGNS
    return f"({sentence(view, part)})" if signed else sentence(view, part)


def flow_label(view: Queries, flow: Flow) -> str:
    """What stands on a way: "sonst" on the default, "wenn Ja" on a way that leaves an answer, else
    its condition or name.
    """
    if flow.default:
        return tr("flow.else")
    condition = flow.condition
    if condition is None:
        return flow.name
    if isinstance(condition, Chosen):
        return tr("flow.when", condition=_name(view, condition.option))
    return tr("flow.when", condition=sentence(view, condition))


def _joined(view: Queries, parts: tuple[Expression, ...], word: str) -> str:
    spoken = [
        f"({sentence(view, part)})" if isinstance(part, AllOf | AnyOf) else sentence(view, part)
        for part in parts
    ]
    return f" {word} ".join(spoken)


def _negated(view: Queries, part: Expression) -> str:
    """Negations of single answers read without brackets."""
    if isinstance(part, Chosen):
        return f"{_name(view, part.field)} ≠ {_name(view, part.option)}"
    if isinstance(part, Present):
        return tr("sentence.absent", field=_name(view, part.field))
    return tr("sentence.not", part=sentence(view, part))


def _name(view: Queries, record_id: str) -> str:
    record = view.get(record_id)
    return (title(record) if record is not None else "") or tr("sentence.gone")


def _unit(view: Queries, left: Expression) -> str:
    field = view.get(left.field, Field) if isinstance(left, Answer) else None
    return f" {field.unit}" if field is not None and field.unit else ""


def _shown(value: Value) -> str:
    content = value.content
    if isinstance(content, bool):
        return tr("sentence.yes") if content else tr("sentence.no")
    if isinstance(content, str):
        return f"„{content}“"
    if isinstance(content, Decimal):
        return tr("sentence.number", value=content)
    return tr("sentence.day", value=content) if content is not None else "…"
