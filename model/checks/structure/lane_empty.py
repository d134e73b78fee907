"""Finds lanes in which nobody does anything."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.commands import remove
from model.records import MessageFlow, Node, Role


def _find(view: Reading) -> Iterator[Found]:
    lanes = view.of(Role)
    if view.foreign or not view.begun or len(lanes) < 2:
        return
    busy = {node.role for node in view.of(Node)}
    busy.update(end for way in view.of(MessageFlow) for end in (way.source, way.target))
    for lane in lanes:
        if lane.id not in busy:
            repair = Repair("remove_lane", partial(remove, ids=[lane.id]))
            yield Found(lane.id, {"name": called(lane)}, (repair,))


LANE_EMPTY = Check(
    "lane_empty",
    "hint",
    (Role, Node, MessageFlow),
    whole=_find,
    heeds=frozenset({"role", "form", "source", "target"}),
)
