"""A lane is large enough for what stands in it, and lanes never overlap."""

from __future__ import annotations

from model.document import Change, Transaction
from model.geometry import LANE_TITLE
from model.records import ForeignFile, Node, Placement, Role

MARGIN = 24.0


def lanes_hold_their_cards(tx: Transaction, change: Change) -> None:
    """When a card is placed or moved beyond its lane's lower or right edge, the lane grows and the
    lanes below move down with their cards.

    Beyond the left or upper edge the card is moved back in. Imported models keep their lanes.
    """
    place = change.after
    node = tx.get(place.about, Node) if isinstance(place, Placement) else None
    if place is None or node is None or attached(node) or tx.of(ForeignFile):
        return
    current = tx.get(place.id, Placement)
    role = tx.get(node.role, Role)
    lane = tx.placement(role.id) if role is not None else None
    if current is None or lane is None:
        return
    current = _kept_inside(tx, current, lane)
    _grow_down(tx, lane, current.box.bottom + MARGIN - lane.box.bottom)
    _grow_right(tx, current.box.right + MARGIN)


def attached(node: Node) -> bool:
    """True for an exception that hangs at the border of a step."""
    return bool(getattr(node, "attached_to", ""))


def _kept_inside(tx: Transaction, place: Placement, lane: Placement) -> Placement:
    x = max(place.x, lane.x + LANE_TITLE + 8)
    y = max(place.y, lane.y + 8)
    return tx.replace(place.replaced(x=x, y=y)) if (x, y) != (place.x, place.y) else place


def _grow_down(tx: Transaction, lane: Placement, missing: float) -> None:
    if missing <= 0:
        return
    tx.replace(lane.replaced(height=lane.height + missing))
    for role in tx.of(Role):
        other = tx.placement(role.id)
        if other is not None and other.id != lane.id and other.y >= lane.box.bottom - 1:
            tx.replace(other.replaced(y=other.y + missing))
            for node in tx.referring(role.id, Node):
                below = tx.placement(node.id)
                if below is not None and node.role == role.id:
                    tx.replace(below.replaced(y=below.y + missing))
    _move_bends(tx, lane.box.bottom, missing)


def _move_bends(tx: Transaction, edge: float, by: float) -> None:
    """Hand-made bend points below the edge go along."""
    for place in tx.of(Placement):
        if place.bends and any(y >= edge for _, y in place.bends):
            moved = tuple((x, y + by if y >= edge else y) for x, y in place.bends)
            tx.replace(place.replaced(bends=moved))


def _grow_right(tx: Transaction, edge: float) -> None:
    """All lanes are equally wide."""
    for role in tx.of(Role):
        lane = tx.placement(role.id)
        if lane is not None and lane.box.right < edge:
            tx.replace(lane.replaced(width=edge - lane.x))
