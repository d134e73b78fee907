"""Finds conditions that always or never hold, whatever is answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from model.checks.conditions import HOLDERS, condition_of, slot_of
from model.checks.finding import Check, Found, Repair
from model.checks.naming import called, called_at
from model.checks.reading import Reading
from model.document import Transaction
from model.records import (
    AllOf,
    AnyOf,
    Chosen,
    Comparison,
    Evidence,
    Field,
    FieldGroup,
    Flow,
    Membership,
    Not,
    Record,
    Value,
)
from model.records.base import Fact

Verdict = bool | None


def _find(view: Reading, record: Record) -> Iterable[Found]:
    condition = condition_of(record)
    if condition is None:
        return ()
    verdict = _holds(view, condition)
    if verdict is None:
        return ()
    slot = slot_of(record)
    name = called_at(view.get(record.source)) if isinstance(record, Flow) else called(record)
    repairs = [Repair("say_condition", opens=slot)]
    if verdict and isinstance(record, Field | FieldGroup | Evidence):
        repairs.insert(0, Repair("drop_condition", partial(_drop, record=record.id, slot=slot)))
    return (Found(record.id, {"name": name}, tuple(repairs), "" if verdict else "never"),)


def is_decided(view: Reading, condition: Fact) -> bool:
    """Do the answers not matter, as the condition alone shows?"""
    return _holds(view, condition) is not None


def _holds(view: Reading, fact: Fact) -> Verdict:
    """True or False when the answers do not matter, else None."""
    if isinstance(fact, Not):
        inner = _holds(view, fact.part)
        return None if inner is None else not inner
    if isinstance(fact, AllOf | AnyOf):
        return _parts(view, fact)
    if isinstance(fact, Comparison):
        return _compared(fact)
    return False if isinstance(fact, Membership) and not fact.options else None


def _parts(view: Reading, fact: AllOf | AnyOf) -> Verdict:
    """All: False as soon as one part is; any: True as soon as one part is."""
    strong = isinstance(fact, AnyOf)
    verdicts = [_holds(view, part) for part in fact.parts]
    if strong in verdicts or any(Not(part=p) in fact.parts for p in fact.parts):
        return strong
    if isinstance(fact, AllOf) and _two_answers(view, fact):
        return False
    return (not strong) if verdicts and all(v is (not strong) for v in verdicts) else None


def _two_answers(view: Reading, fact: AllOf) -> bool:
    """Two answers at once to a question that takes one."""
    chosen: dict[str, str] = {}
    for part in fact.parts:
        if isinstance(part, Chosen):
            field = view.get(part.field, Field)
            single = field is not None and field.choices == "one" and field.maximum == 1
            if single and chosen.setdefault(part.field, part.option) != part.option:
                return True
    return False


_RELATIONS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": lambda a, b: a == b,
    "ne": lambda a, b: a != b,
    "lt": lambda a, b: a < b,
    "le": lambda a, b: a <= b,
    "gt": lambda a, b: a > b,
    "ge": lambda a, b: a >= b,
}


def _compared(fact: Comparison) -> Verdict:
    left, right = fact.left, fact.right
    if not isinstance(left, Value) or not isinstance(right, Value):
        return None
    if left.content is None or type(left.content) is not type(right.content):
        return None
    return _RELATIONS[fact.relation](left.content, right.content)


def _drop(tx: Transaction, record: str, slot: str) -> None:
    tx.alter(record, **{slot: None})


CONDITION_DECIDED = Check("condition_decided", "warning", HOLDERS, record=_find)
