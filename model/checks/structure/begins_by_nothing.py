"""Finds sub-processes beside the way whose start waits for nothing: they would never begin."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called, called_at
from model.checks.reading import Reading
from model.document import Transaction
from model.records import Start, SubProcess


def _find(view: Reading) -> Iterator[Found]:
    if view.foreign:
        return
    beside = {part.id: part for part in view.of(SubProcess) if part.by_event}
    if not beside:
        return
    for start in view.of(Start):
        if start.parent in beside and start.trigger == "none" and not start.extra("event"):
            repairs = (
                Repair("begin_by_message", partial(_by_message, start=start.id)),
                Repair("say_trigger", opens="trigger"),
            )
            yield Found(start.id, {"name": called(beside[start.parent])}, repairs)


def _by_message(tx: Transaction, start: str) -> None:
    """It begins when a message comes in."""
    name = str(called_at(tx.get(start)))
    tx.alter(start, trigger="message", message_name=name)


BEGINS_BY_NOTHING = Check(
    "begins_by_nothing",
    "error",
    (Start, SubProcess),
    whole=_find,
    heeds=frozenset({"trigger", "by_event", "parent"}),
)
