"""Finds two ways between the same two steps under the same condition: one is enough."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called_at
from model.checks.reading import Reading
from model.checks.structure.ways import take_out
from model.records import Flow


def _find(view: Reading, flow: Flow) -> Iterable[Found]:
    ways = view.outgoing(flow.source)
    if len(ways) < 2 or not any(_same(other, flow) for other in ways):
        return ()
    source, target = view.get(flow.source), view.get(flow.target)
    values = {"source": called_at(source), "target": called_at(target)}
    return (Found(flow.id, values, (Repair("remove_way", partial(take_out, flow=flow.id)),)),)


def _same(other: Flow, flow: Flow) -> bool:
    return other.id < flow.id and other.target == flow.target and other.condition == flow.condition


EQUAL_WAYS = Check("equal_ways", "warning", (Flow,), record=_find)
