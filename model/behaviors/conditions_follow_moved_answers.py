"""A condition that names an answer names the question under which it stands."""

from __future__ import annotations

from typing import Any

from model.document import Change, Transaction
from model.records import AnyOf, Chosen, Field, Membership, Option
from model.records.base import Fact, nested_fields
from model.records.expression import OptionRef


def conditions_follow_moved_answers(tx: Transaction, change: Change) -> None:
    """After an answer was moved to another question, conditions ask that question for it."""
    before, after = change.before, change.after
    if not isinstance(before, Option) or not isinstance(after, Option):
        return
    now = tx.get(after.id, Option)
    if now is None or before.parent == now.parent:
        return
    if tx.get(before.parent, Field) is None or tx.get(now.parent, Field) is None:
        return
    for record in tx.referring(now.id):
        changed = _followed(record, now.id, before.parent, now.parent)
        if changed is not record:
            tx.replace(record.replaced(**{n: getattr(changed, n) for n in _conditions(record)}))


def _conditions(fact: Fact) -> tuple[str, ...]:
    return nested_fields(type(fact))


def _followed(fact: Fact, option: str, old: str, new: str) -> Fact:
    """The fact, asking the new question for the answer; the same object when nothing changed."""
    match fact:
        case Chosen(field=field, option=chosen) if (field, chosen) == (old, option):
            return Chosen(field=new, option=option)
        case Membership(field=field) if field == old:
            return _member(fact, option, new)
    changed: dict[str, Any] = {}
    for name in _conditions(fact):
        value = getattr(fact, name)
        if isinstance(value, tuple):
            parts = tuple(_followed(part, option, old, new) for part in value)
            if any(part is not given for part, given in zip(parts, value, strict=True)):
                changed[name] = parts
        elif isinstance(value, Fact):
            followed = _followed(value, option, old, new)
            if followed is not value:
                changed[name] = followed
    return fact.model_copy(update=changed) if changed else fact


def _member(fact: Membership, option: str, new: str) -> Fact:
    """One of several answers: those that stayed, or the one that went."""
    kept = tuple(ref for ref in fact.options if ref.option != option)
    if len(kept) == len(fact.options):
        return fact
    if not kept:
        return Membership(field=new, options=(OptionRef(option=option),))
    stayed = fact.model_copy(update={"options": kept})
    return AnyOf(parts=(stayed, Chosen(field=new, option=option)))
