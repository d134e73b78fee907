"""Say when something holds, what must hold, and what is calculated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from model.document.queries import Queries
from model.document.transaction import Transaction
from model.errors import NotAllowed
from model.grammar import title
from model.language import Message, say
from model.records import (
    Answer,
    Arithmetic,
    Count,
    DateShift,
    Event,
    Evidence,
    Expression,
    Fee,
    FeeAmount,
    Field,
    FieldGroup,
    Flow,
    Named,
    Option,
    Record,
    Rule,
    Start,
    Sum,
    TariffRow,
    Today,
    Value,
    key_between,
)
from model.records.base import Fact, nested_fields, references_of

Purpose = Literal["condition", "validation", "calculation", "required", "eligibility", "notice"]

_CARRIES: dict[type[Record], str] = {
    Field: "visible",
    FieldGroup: "visible",
    Flow: "condition",
    TariffRow: "when",
    Event: "condition",
    Evidence: "needed",
    Rule: "expression",
    Start: "condition",
}


def condition_field(record: Record) -> str:
    """Which fact of a record says when it holds; "" when it can carry no condition."""
    return _CARRIES.get(type(record), "")


def set_condition(tx: Transaction, record: str, expression: Expression | None) -> None:
    """When a way is taken, a field or group is visible, a document is needed, a row of a fee table
    or a rule holds (None = always).

    Raises:
        NotAllowed: the record can carry no condition or would need itself for it, or the condition
            names what is gone.
    """
    found = tx[record]
    name = condition_field(found)
    if not name:
        raise NotAllowed(say("rules.no_condition", name=title(found)))
    require_there(tx, expression)
    if isinstance(found, Rule) and expression is not None and record in _needed(tx, expression):
        raise NotAllowed(
            say("rules.condition_circle", name=title(found)),
            todo=say("rules.condition_circle.todo"),
        )
    more = {"default": False} if isinstance(found, Flow) else {}
    tx.alter(record, **{name: expression}, **more)


def require_there(view: Queries, expression: Expression | None) -> None:
    """Go on only when everything a condition or calculation names is still there.

    Raises:
        NotAllowed: something was deleted meanwhile.
    """
    if expression is not None and any(name not in view for name in references_of(expression)):
        raise NotAllowed(say("rules.gone"), todo=say("rules.gone.todo"))


def what_is_lost(before: Record, after: Record) -> Message | None:
    """What it means that a condition, a calculation or a number to multiply by is gone; None when
    none went.
    """
    field = condition_field(before)
    if field and getattr(before, field) is not None and getattr(after, field) is None:
        return say(f"rules.lost.{before.kind}", name=title(before))
    if isinstance(before, Field) and isinstance(after, Field):
        gone = before.value is not None and after.value is None
        return say("rules.lost.value", name=title(before)) if gone else None
    for number in ("each", "times", "months") if isinstance(before, Fee) else ():
        if getattr(before, number) and not getattr(after, number):
            return say(f"rules.lost.{number}", name=title(before))
    return None


# ------------------------------------------------------------------------------------ named ones


def name_condition(
    tx: Transaction, expression: Expression, name: str, *, everywhere: bool = False
) -> Rule:
    """A condition gets a name of its own; one that is there with the same meaning is renamed.

    ``everywhere``: whoever says the same uses the name from now on.

    Raises:
        NotAllowed: it has no name, the name is taken by another condition, or the condition names
            what is gone.
    """
    require_there(tx, expression)
    words = name.strip()
    if not words:
        raise NotAllowed(say("rules.name_missing"), todo=say("rules.name_missing.todo"))
    others = named_conditions(tx)
    if any(r.name == words and r.expression != expression for r in others):
        raise NotAllowed(say("rules.name_taken", name=words), todo=say("rules.name_taken.todo"))
    same = next((rule for rule in others if rule.expression == expression), None)
    if same is not None:
        rule = tx.replace(same.replaced(name=words))
    else:
        rule = add_rule(tx, tx.service.id, "condition", expression, name=words)
    if everywhere:
        _say_everywhere(tx, expression, Named(rule=rule.id), without=rule.id)
    return rule


def named_conditions(view: Queries) -> list[Rule]:
    """All conditions that have a name, in their order."""
    return [r for r in view.ordered(Rule) if r.purpose == "condition" and r.name]


def same_conditions(view: Queries, expression: Expression, *, without: str = "") -> list[Record]:
    """Who else says exactly this, whole or as a part of a longer condition; by id."""
    named = next(iter(references_of(expression)), "")
    found = view.referring(named) if named else []
    return [r for r in found if r.id != without and any(p == expression for p in _parts(r))]


def dissolve_condition(tx: Transaction, rule: str) -> None:
    """A name is given up: whoever used it says again what it stood for.

    Raises:
        NotAllowed: it says nothing yet, so its users would be left without a condition.
    """
    found = tx.the(rule, Rule)
    if found.expression is None and tx.referring(rule):
        raise NotAllowed(say("rules.dissolve_empty", name=found.name))
    if found.expression is not None:
        _say_everywhere(tx, Named(rule=rule), found.expression, without=rule)
    tx.remove(rule)


def _say_everywhere(tx: Transaction, old: Expression, new: Expression, *, without: str) -> None:
    for record in same_conditions(tx, old, without=without):
        changed = {
            name: _exchanged(value, old, new)
            for name in nested_fields(type(record))
            if isinstance(value := getattr(record, name), Fact)
        }
        tx.alter(record.id, **changed)


def _exchanged(fact: Fact, old: Fact, new: Fact) -> Fact:
    """The tree with every part that equals ``old`` replaced."""
    if fact == old:
        return new
    changed: dict[str, Any] = {}
    for name in nested_fields(type(fact)):
        value = getattr(fact, name)
        if isinstance(value, tuple):
            changed[name] = tuple(_exchanged(part, old, new) for part in value)
        elif isinstance(value, Fact):
            changed[name] = _exchanged(value, old, new)
    return fact.model_copy(update=changed) if changed else fact


def _parts(fact: Fact) -> Iterator[Fact]:
    """All facts inside a record or an expression."""
    for name in nested_fields(type(fact)):
        value = getattr(fact, name)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Fact):
                yield part
                yield from _parts(part)


# ----------------------------------------------------------------------------------------- rules


def add_rule(
    tx: Transaction,
    about: str,
    purpose: Purpose,
    expression: Expression | None = None,
    *,
    message: str = "",
    name: str = "",
) -> Rule:
    """A rule about a field, group, card, fee or the whole service; the last of its rules.

    Raises:
        UnknownRecord: what it is about is not there.
        NotAllowed: it names what is gone.
    """
    require_there(tx, expression)
    before = tx.children(tx[about].id, Rule)
    return tx.add(
        Rule(
            id=tx.new_id("rule"),
            parent=about,
            order=key_between(before[-1].order if before else "", ""),
            name=name,
            purpose=purpose,
            expression=expression,
            message=message,
        )
    )


def add_validation(tx: Transaction, field: str, expression: Expression, message: str) -> Rule:
    """An answer is refused with these words unless the condition holds.

    Raises:
        NotAllowed: there are no words, so nobody would know what is wrong.
    """
    if not message.strip():
        raise NotAllowed(say("rules.message_missing"), todo=say("rules.message_missing.todo"))
    return add_rule(tx, field, "validation", expression, message=message.strip())


# ----------------------------------------------------------------------------------- calculation

_NUMBERS = ("num", "num_int", "num_currency")
_DATES = ("date", "datetime")


def set_value(tx: Transaction, field: str, expression: Expression | None) -> Field:
    """The answer is calculated and no longer typed (None = it is asked again).

    A field that was asked is shown locked from now on; a hidden one stays hidden. It becomes a
    number, an amount or a date when the result is one.

    Raises:
        NotAllowed: it would be calculated from itself, or from what is gone.
    """
    before = tx.the(field, Field)
    require_there(tx, expression)
    if expression is None:
        kind = "input" if before.field_kind == "locked" else before.field_kind
        return tx.replace(before.replaced(value=None, field_kind=kind))
    if field in _needed(tx, expression):
        raise NotAllowed(
            say("rules.value_circle", name=title(before)), todo=say("rules.value_circle.todo")
        )
    for option in tx.children(field, Option):
        tx.remove(option.id)
    hidden = before.field_kind == "hidden"
    data_type = result_type(tx, expression, before.data_type)
    shape = {
        "field_kind": "hidden" if hidden else "locked",
        "data_type": data_type,
        "code_list": "",
        "choices": "one",
    }
    if data_type not in ("text", "text_latin"):
        shape["layout"] = "plain"
    return tx.replace(before.replaced(value=expression, **shape))


def result_type(view: Queries, expression: Expression, now: str = "text") -> str:
    """The data type of what a calculation comes to; ``now`` stays where it can hold it."""
    match expression:
        case Arithmetic() | Count() | Sum() | FeeAmount():
            if now in _NUMBERS:
                return now
            return "num_currency" if _is_money(view, expression) else "num"
        case Today() | DateShift():
            return now if now in _DATES else "date"
        case Answer(field=field):
            asked = view.get(field, Field)
            plain = "text" if asked is None or asked.field_kind == "select" else asked.data_type
            return now if now == plain or plain in ("file", "obj") else plain
        case Value(number=number, day=day, truth=truth):
            if number is not None:
                return now if now in _NUMBERS else "num"
            if day is not None:
                return now if now in _DATES else "date"
            return "bool" if truth is not None else "text"
        case _:
            return "bool"


def _is_money(view: Queries, expression: Expression) -> bool:
    if isinstance(expression, FeeAmount) or any(
        isinstance(part, FeeAmount) for part in _parts(expression)
    ):
        return True
    fields = (view.get(name, Field) for name in references_of(expression))
    return any(field is not None and field.data_type == "num_currency" for field in fields)


def _needed(view: Queries, expression: Expression) -> set[str]:
    """All fields a calculation needs, also those that are calculated themselves."""
    found: set[str] = set()
    pending = list(references_of(expression))
    while pending:
        name = pending.pop()
        if name in found:
            continue
        found.add(name)
        record = view.get(name)
        if isinstance(record, Field) and record.value is not None:
            pending += references_of(record.value)
        elif isinstance(record, Rule) and record.expression is not None:
            pending += references_of(record.expression)
    return found
