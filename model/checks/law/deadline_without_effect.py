"""Finds deadlines of which nobody knows what follows when they pass."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called_at
from model.checks.reading import Reading
from model.commands import remove
from model.records import Deadline, Timer


def _find(view: Reading, deadline: Deadline) -> Iterable[Found]:
    if deadline.effect.strip() or isinstance(view.get(deadline.parent), Timer):
        return ()  # after a timer the way says what follows
    name = called_at(view.get(deadline.parent)) if not deadline.name else deadline.name
    drop = Repair("remove_deadline", partial(remove, ids=[deadline.id]))
    return (Found(deadline.id, {"name": name}, (Repair("give_effect", opens="effect"), drop)),)


DEADLINE_WITHOUT_EFFECT = Check("deadline_without_effect", "hint", (Deadline,), record=_find)
