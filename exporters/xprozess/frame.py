"""Which process is drawn where a message describes activity groups, but brings no model?

One step for each, one after the other in the lane of the authority.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from exporters.xmlkit import text_of
from exporters.xprozess.source import Survey
from exporters.xprozess.vocabulary import q
from model.document import Snapshot
from model.geometry import CARD_WIDTH, GAP, LANE_TITLE
from model.graph.card import card_size
from model.language import tr
from model.records import (
    End,
    Flow,
    Placement,
    Pool,
    Role,
    Service,
    Start,
    Step,
    key_between,
    keys_between,
)

Xml = Any
_LANES = (("applicant", 200.0), ("office", 240.0), ("system", 160.0))
_OFFICE = "role_office"
_TOP, _EVENT = 240.0, 36.0


def stand_in_a_row(found: Survey, groups: list[Xml]) -> None:
    """Service, lanes, start, a step for each group, end."""
    found.add(Service(id="service"))
    found.add(Pool(id="pool", order="a0"))
    keys = keys_between("", "", len(_LANES))
    for (side, _), key in zip(_LANES, keys, strict=True):
        name = tr(f"lane.{side}")
        role = Role(id=f"role_{side}", parent="pool", order=key, name=name, side=side)  # type: ignore[arg-type]
        found.add(role)
    order = key_between("")
    found.add(Start(id="start", order=order, role=_OFFICE))
    steps: list[str] = []
    for number, group in enumerate(groups, 1):
        name = text_of(group.find(q("name"))).strip()
        wished = text_of(group.find(q("subProzessID"))).strip()
        free = wished and wished not in found.records and len(wished) <= 200
        step = wished if free else f"step_{number}"
        order = key_between(order)
        found.add(Step(id=step, order=order, name=name, role=_OFFICE))
        steps.append(step)
    found.add(End(id="end", order=key_between(order), role=_OFFICE))
    order = ""
    for source, target in pairwise(["start", *steps, "end"]):
        order = key_between(order)
        found.add(Flow(id=f"flow_to_{target}"[:900], source=source, target=target, order=order))
    _place(found, steps)


def _place(found: Survey, steps: list[str]) -> None:
    view = Snapshot.of_records(found.records.values())
    _put(found, "start", LANE_TITLE + 26, _TOP, _EVENT, _EVENT)
    x = LANE_TITLE + 44 + GAP + _EVENT
    for step in steps:
        width, height = card_size(view, step)
        _put(found, step, x, _TOP, width, height)
        x += CARD_WIDTH + GAP
    _put(found, "end", x, _TOP, _EVENT, _EVENT)
    y = 0.0
    for side, height in _LANES:
        _put(found, f"role_{side}", 0, y, max(x + 80, 1200.0), height)
        y += height


def _put(found: Survey, about: str, x: float, y: float, width: float, height: float) -> None:
    place = f"placement_{about}"[:900]
    found.add(Placement(id=place, about=about, x=x, y=y, width=width, height=height))
