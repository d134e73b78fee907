"""Make space on the canvas, or close a gap (Platz schaffen)."""

from __future__ import annotations

from model.commands.beyond import push, room
from model.document.transaction import Transaction
from model.geometry import Point


def make_space(tx: Transaction, at: Point, dx: float, dy: float) -> Point:
    """Move everything right of ``at`` by dx, everything below it by dy; how far it went.

    Negative closes a gap, at most until cards would come too near to each other. What the line
    cuts stays where it is.
    """
    nothing: frozenset[str] = frozenset()
    if dx < 0:
        dx = -min(-dx, room(tx, "x", at.x))
    if dx:
        push(tx, "x", at.x, dx, stay=nothing)
    if dy < 0:
        dy = -min(-dy, room(tx, "y", at.y))
    if dy:
        push(tx, "y", at.y, dy, stay=nothing)
    return Point(dx, dy)
