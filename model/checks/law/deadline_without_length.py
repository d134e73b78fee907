"""Finds deadlines of which nobody knows how long they are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called, called_at
from model.document import Snapshot, Transaction
from model.records import Deadline

_USUAL = 14


def _find(view: Snapshot, deadline: Deadline) -> Iterator[Found]:
    if deadline.length is None or deadline.length <= 0:
        holder = view.get(deadline.parent)
        name = deadline.name.strip() or called_at(holder) or called(deadline)
        yield Found(deadline.id, {"name": name}, _repairs(deadline.id))


def _repairs(deadline: str) -> tuple[Repair, ...]:
    wait = partial(_wait, deadline=deadline)
    return (Repair("give_length", opens="length"), Repair("two_weeks", wait))


def _wait(tx: Transaction, deadline: str) -> None:
    tx.alter(deadline, length=_USUAL, unit="day")


DEADLINE_WITHOUT_LENGTH = Check("deadline_without_length", "error", (Deadline,), record=_find)
