"""Hang an exception at the edge of a step."""

from __future__ import annotations

from model.commands.place import place_node
from model.document.queries import Queries
from model.document.transaction import Transaction
from model.geometry import GAP, Point, Rect
from model.grammar.attach import may_attach
from model.records import Node

SIZE = 36.0
_CORNER, _APART = 12.0, 8.0


def attach_new(
    tx: Transaction, template: str, card: str, at: Point | None = None, *, name: str = ""
) -> Node:
    """A new exception at the edge of a step: near ``at``, else where its lower edge is free.

    Raises:
        NotAllowed: it cannot hang there.
    """
    may_attach(tx, card, template).require()
    holder = tx.the(card, Node)
    made = place_node(tx, template, holder.role, Point(0, 0), name=name)
    return _hang(tx, made, holder, at)


def attach(tx: Transaction, node: str, card: str, at: Point | None = None) -> Node:
    """A sign that is there hangs at the edge of a step from now on; what follows it stays.

    Raises:
        NotAllowed: it cannot hang there.
    """
    may_attach(tx, card, node).require()
    return _hang(tx, tx.the(node, Node), tx.the(card, Node), at)


def detach(tx: Transaction, node: str) -> Node:
    """An exception becomes a sign of its own, below the step it hung at."""
    record = tx.the(node, Node)
    place, holder = tx.placement(node), tx.placement(getattr(record, "attached_to", ""))
    if place is not None and holder is not None:
        tx.replace(place.replaced(y=holder.box.bottom + GAP / 2))
    return tx.alter(node, attached_to="")  # type: ignore[return-value]


def _hang(tx: Transaction, node: Node, holder: Node, at: Point | None) -> Node:
    hung = tx.replace(node.replaced(attached_to=holder.id, role=holder.role, parent=holder.parent))
    place = tx.placement(node.id)
    if place is not None:
        spot = edge_spot(tx, holder.id, at, leave=node.id)
        tx.replace(place.replaced(x=spot.x, y=spot.y, width=SIZE, height=SIZE))
    return hung


def edge_spot(view: Queries, card: str, at: Point | None, leave: str = "") -> Rect:
    """Where an exception stands: its middle on the edge nearest to ``at``; else at the right of
    the lower edge, beside those that hang there already.
    """
    place = view.placement(card)
    if place is None:
        return Rect(0, 0, SIZE, SIZE)
    box, half = place.box, SIZE / 2
    if at is not None:
        middle = _on_edge(box, at)
        return Rect(middle.x - half, middle.y - half, SIZE, SIZE)
    taken = [
        other.box
        for node in view.referring(card, Node)
        if node.id != leave
        and getattr(node, "attached_to", "") == card
        and (other := view.placement(node.id)) is not None
    ]
    x = box.right - _CORNER - SIZE
    while x > box.x and any(x < one.right + _APART and one.x < x + SIZE + _APART for one in taken):
        x -= SIZE + _APART
    return Rect(max(x, box.x), box.bottom - half, SIZE, SIZE)


def _on_edge(box: Rect, at: Point) -> Point:
    """The point of a box's edge that is nearest to a point."""
    x, y = min(max(at.x, box.x), box.right), min(max(at.y, box.y), box.bottom)
    ways = {
        "left": x - box.x,
        "right": box.right - x,
        "top": y - box.y,
        "bottom": box.bottom - y,
    }
    nearest = min(ways, key=lambda side: ways[side])
    if nearest in ("left", "right"):
        return Point(box.x if nearest == "left" else box.right, y)
    return Point(x, box.y if nearest == "top" else box.bottom)
