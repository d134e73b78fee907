"""Whom does a change concern besides what it is about?"""

from __future__ import annotations

from collections import Counter

from model.compare.naming import Later
from model.document.queries import Queries
from model.language import Message, say, tr
from model.records import FieldUse, Flow, Option, Record, Rule, Step

_COUNTED = (
    "page",
    "step",
    "document",
    "field",
    "group",
    "flow",
    "rule",
    "fee",
    "tariff_row",
    "deadline",
    "evidence",
    "norm",
    "example",
)
_CARRIES = ("rule", "fee", "tariff_row", "field")
"""Who rests on one of these by an expression hands the change on."""
_ABOUT = frozenset({"parent", "of"})


def concerned(view: Queries, record_id: str) -> list[Record]:
    """All records that use this one, directly or through a rule, a fee or a value, by id."""
    record = view.get(record_id)
    if record is None:
        return []
    found: dict[str, Record] = {}
    waiting = [record_id]
    if isinstance(record, Option):
        waiting += [record.parent] if record.parent in view else []
        found[record.parent] = record  # the question itself is no side effect
    while waiting:
        for user in _users(view, waiting.pop()):
            if user.id not in found and user.id != record_id:
                found[user.id] = user
                if user.kind in _CARRIES:
                    waiting.append(user.id)
    found.pop(getattr(record, "parent", ""), None)
    return [found[one] for one in sorted(found)]


def _users(view: Queries, record_id: str) -> list[Record]:
    """Who names it for its content, not because it stands in it or is a state of it."""
    users: list[Record] = []
    for one in view.referring(record_id):
        if getattr(one, "parent", "") == record_id or one.of == record_id:
            users += [one] if isinstance(one, Rule) else []
        elif isinstance(one, FieldUse) or one.kind == "citation":
            holder = view.get(getattr(one, "parent", ""))
            users += [holder] if holder is not None else []
        elif not (isinstance(one, Flow) and record_id in (one.source, one.target)):
            users.append(one)
    return users


def effects(view: Queries, record_id: str) -> Message | None:
    """In words: betrifft 2 Regeln, 1 Bescheid. None when nobody is concerned."""
    counts = Counter(_sort(record) for record in concerned(view, record_id))
    shown = [sort for sort in _COUNTED if counts[sort]]
    if not shown:
        return None
    words = Later(lambda: ", ".join(tr(f"compare.effect.{s}", n=counts[s]) for s in shown))
    return say("compare.effects", things=words)


def _sort(record: Record) -> str:
    if isinstance(record, Step):
        if record.basis == "document":
            return "document"
        return "page" if record.form == "page" else "step"
    return record.kind if record.kind in _COUNTED else "other"
