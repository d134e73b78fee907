"""Bend a way by hand, or let it find its own course again."""

from __future__ import annotations

from collections.abc import Iterable

from model.commands.tidy import forget_course
from model.document.transaction import Transaction
from model.geometry import Point
from model.graph import route
from model.records import Flow, Placement


def set_bends(tx: Transaction, flow: str, points: Iterable[Point]) -> None:
    """The way runs through these points from now on, whatever moves; none = its own course."""
    tx.the(flow, Flow)
    bends = tuple((point[0], point[1]) for point in points)
    if not bends:
        reset_course(tx, flow)
        return
    place = tx.placement(flow)
    if place is None:
        place = Placement(id=tx.new_id("placement"), about=flow, bends=bends, pinned=True)
        tx.add(place)
    else:
        tx.replace(place.replaced(bends=bends, pinned=True))


def hold_course(tx: Transaction, flow: str) -> None:
    """The way keeps the bends it has now, as if they had been made by hand."""
    inner = route(tx, tx.the(flow, Flow))[1:-1]
    if inner:
        set_bends(tx, flow, inner)


def reset_course(tx: Transaction, flow: str) -> None:
    """Forget the bends of a way (Verlauf zurücksetzen)."""
    place = tx.placement(flow)
    if place is not None and (place.bends or place.pinned):
        forget_course(tx, place)
