"""Finds two ways with the same condition to different steps: the second is never taken."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called_at
from model.checks.reading import Reading
from model.checks.structure.ways import take_out_all
from model.records import Decision, Flow


def _find(view: Reading, flow: Flow) -> Iterable[Found]:
    if flow.condition is None:
        return ()
    ways = view.outgoing(flow.source)
    if len(ways) < 2:
        return ()
    source = view.get(flow.source)
    if isinstance(source, Decision) and source.mode != "exclusive":
        return ()
    earlier = ways[: [way.id for way in ways].index(flow.id)]
    if not any(w.condition == flow.condition and w.target != flow.target for w in earlier):
        return ()
    repairs = (
        Repair("say_condition", opens="condition"),
        Repair("remove_way", partial(take_out_all, flow=flow.id)),
    )
    return (Found(flow.id, {"name": called_at(source)}, repairs),)


SAME_CONDITION = Check("same_condition", "warning", (Flow,), record=_find)
