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
    if current.box.bottom + MARGIN > lane.box.bottom:
        _grow_down(tx, lane, _lowest(tx, node.role) + MARGIN - lane.box.bottom)
    if current.box.right + MARGIN > lane.box.right:
        _grow_right(tx, max(p.box.right for p in _cards(tx, node.role)) + MARGIN)


def _cards(tx: Transaction, role: str) -> list[Placement]:
    """Where the cards of a lane stand. A lane grows once for all that were moved together."""
    nodes = (n for n in tx.referring(role, Node) if n.role == role and not attached(n))
    return [p for node in nodes if (p := tx.placement(node.id)) is not None]


def _lowest(tx: Transaction, role: str) -> float:
    return max(place.box.bottom for place in _cards(tx, role))


def attached(node: Node) -> bool:
    """True for an exception that hangs at the border of a step."""
    return bool(getattr(node, "attached_to", ""))


def _kept_inside(tx: Transaction, place: Placement, lane: Placement) -> Placement:
    x = max(place.x, lane.x + LANE_TITLE + 8)
    y = max(place.y, lane.y + 8)
    return tx.replace(place.replaced(x=x, y=y)) if (x, y) != (place.x, place.y) else place


def _grow_down(tx: Transaction, lane: Placement, missing: float) -> None:
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
