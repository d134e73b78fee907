"""Finds ways that lead back to the step they come from: it would be done again and again."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called_at
from model.checks.reading import Reading
from model.checks.structure.ways import take_out
from model.records import Flow


def _find(view: Reading, flow: Flow) -> Iterable[Found]:
    if flow.source != flow.target:
        return ()
    repair = Repair("remove_way", partial(take_out, flow=flow.id))
    return (Found(flow.id, {"name": called_at(view.get(flow.source))}, (repair,)),)


WAY_TO_ITSELF = Check("way_to_itself", "warning", (Flow,), record=_find)
