"""Finds the only way on that is taken under a condition: otherwise the application stays lying."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called_at
from model.checks.reading import Reading
from model.commands import set_condition
from model.records import Flow


def _find(view: Reading, flow: Flow) -> Iterable[Found]:
    if flow.condition is None or flow.default or len(view.outgoing(flow.source)) > 1:
        return ()
    repair = Repair("go_always", partial(set_condition, record=flow.id, expression=None))
    return (Found(flow.id, {"name": called_at(view.get(flow.source))}, (repair,)),)


LONE_CONDITION = Check("lone_condition", "error", (Flow,), record=_find)
