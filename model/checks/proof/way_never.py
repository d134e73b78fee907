"""Finds ways that no answers lead to, because earlier ways or decisions forbid them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called_at
from model.checks.proof.shown import ASKED, ASKING, shown
from model.checks.reading import Reading
from model.checks.structure.condition_decided import is_decided
from model.checks.structure.ways import take_out_all
from model.records import Flow


def _find(view: Reading) -> Iterator[Found]:
    for one in shown(view, "never"):
        way = view.the(one.at, Flow)
        beside = view.outgoing(way.source)
        if way.condition is None or is_decided(view, way.condition):
            continue  # told by condition_decided
        if any(o.condition == way.condition and o.id != way.id for o in beside):
            continue  # told by same_condition or equal_ways
        values = {"name": called_at(view.get(way.source)), "n": one.tried}
        values["target"] = called_at(view.get(way.target))
        repairs = (
            Repair("say_condition", opens="condition"),
            Repair("remove_way", partial(take_out_all, flow=way.id)),
        )
        yield Found(way.id, values, repairs)


WAY_NEVER = Check("way_never", "warning", ASKING, whole=_find, heeds=ASKED)
