"""Tidy up: lay the service out anew (Aufräumen)."""

from __future__ import annotations

from collections.abc import Iterable

from model.document.queries import Queries
from model.document.transaction import Transaction
from model.expressions import flow_label
from model.geometry import Point
from model.graph.layout import tidied
from model.records import Flow, MessageFlow, Placement

_LETTER, _AROUND, _WIDEST = 6.4, 22.0, 150.0


def tidy(tx: Transaction, ids: Iterable[str] | None = None) -> None:
    """Lay out the whole service, or only the chosen nodes where they stand.

    Nothing changes but places: cards, lanes, notes and frames move, ways take their own course
    again. What is pinned stays.
    """
    new, courses = tidied(tx, ids, _words(tx))
    for about, box in new.items():
        place = tx.placement(about)
        if place is not None:
            x, y, width, height = box
            tx.replace(place.replaced(x=x, y=y, width=width, height=height))
    shifts = {about: Point(*box[:2]) for about, box in new.items()}
    _free_ways(tx, shifts, everything=ids is None)
    for flow, bends in courses.items():
        if tx.placement(flow) is None:
            tx.add(Placement(id=tx.new_id("placement"), about=flow, bends=bends))


def _words(view: Queries) -> dict[str, float]:
    """About how wide the words on each way are drawn."""
    said = ((flow.id, flow_label(view, flow) or flow.name) for flow in view.of(Flow))
    return {flow: min(_WIDEST, len(text) * _LETTER + _AROUND) for flow, text in said if text}


def _free_ways(tx: Transaction, moved: dict[str, Point], *, everything: bool) -> None:
    """Ways at what was moved find their course again, but for those that were bent by hand."""
    ways: list[Flow | MessageFlow] = [*tx.of(Flow), *tx.of(MessageFlow)]
    for way in ways:
        place = tx.placement(way.id)
        touched = everything or way.source in moved or way.target in moved
        if place is not None and place.bends and touched and not place.pinned:
            forget_course(tx, place)


def forget_course(tx: Transaction, place: Placement) -> None:
    """The place of a way without bends; gone, unless it keeps something of a foreign file."""
    if place.extras:
        tx.replace(place.replaced(bends=(), pinned=False))
    else:
        tx.remove(place.id)
