"""Finds deadlines that rest on no norm of their own."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called_at
from model.checks.reading import Reading
from model.commands import cite
from model.records import Deadline


def _find(view: Reading, deadline: Deadline) -> Iterable[Found]:
    if view.lawless or deadline.length is None or view.cited(deadline.id):
        return ()  # a deadline that is not said yet has a finding of its own
    above = view.norms(deadline.parent)
    repairs = [Repair("cite", opens="norms")]
    if len(above) == 1:
        take = partial(cite, record=deadline.id, norm=above[0].id)
        repairs.insert(0, Repair("cite_like_step", take))
    name = called_at(view.get(deadline.parent)) if not deadline.name else deadline.name
    return (Found(deadline.id, {"name": name}, tuple(repairs)),)


DEADLINE_WITHOUT_NORM = Check("deadline_without_norm", "hint", (Deadline,), record=_find)
