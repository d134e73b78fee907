"""Finds waiting for a deadline of which nothing is known: it never passes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.commands import deadline_for
from model.records import Deadline, Start, Timer

_USUAL = 14


def _find(view: Reading, node: Timer | Start) -> Iterable[Found]:
    if view.foreign or (isinstance(node, Start) and node.trigger != "timer"):
        return ()
    if view.get(node.deadline, Deadline) is not None or view.children(node.id, Deadline):
        return ()
    wait = partial(deadline_for, node=node.id, length=_USUAL)
    repairs = (Repair("two_weeks", wait), Repair("give_length", opens="deadline"))
    return (Found(node.id, {"name": called(node)}, repairs),)


TIMER_WITHOUT_DEADLINE = Check("timer_without_deadline", "error", (Timer, Start), record=_find)
