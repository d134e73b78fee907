"""Make a lane taller or lower, or put it above or below another one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from model.commands.beyond import MARGIN, push
from model.document.queries import Queries
from model.document.transaction import Transaction
from model.geometry import Rect
from model.records import Annotation, DataObject, Frame, Node, Placement, Role, key_between

_LEAST = 64.0
_ABOVE = 8.0


def resize_lane(tx: Transaction, role: str, edge: Literal["top", "bottom"], dy: float) -> float:
    """Move the upper or lower edge of a lane; how far it went.

    Cards of the lane stay, lanes beyond the edge move along. It never becomes smaller than its
    cards need.
    """
    place = tx.placement(tx.the(role, Role).id)
    if place is None:
        return 0.0
    lane, cards = place.box, [p.box for p in _places(tx, role)]
    if edge == "bottom":
        need = max((box.bottom + MARGIN for box in cards), default=lane.y)
        dy = max(dy, min(0.0, max(need, lane.y + _LEAST) - lane.bottom))
        if dy:
            push(tx, "y", lane.bottom, dy, stay=frozenset())
        return dy
    need = min((box.y - _ABOVE for box in cards), default=lane.bottom)
    dy = min(dy, max(0.0, min(need, lane.bottom - _LEAST) - lane.y))
    if dy:
        above = {r.id: dy for r in tx.of(Role) if (p := tx.placement(r.id)) and p.y < lane.y - 1}
        _shift_lanes(tx, above)
        tx.replace(place.replaced(y=lane.y + dy, height=lane.height - dy))
    return dy


def move_lane(tx: Transaction, role: str, before: str = "") -> None:
    """Put a lane above another one of its participant, or below all of them; cards go along."""
    moved = tx.the(role, Role)
    lanes = [r for r in lanes_from_top(tx, moved.parent) if r.id != role]
    place = next((n for n, lane in enumerate(lanes) if lane.id == before), len(lanes))
    lanes.insert(place, moved)
    boxes = {lane.id: p.box for lane in lanes if (p := tx.placement(lane.id)) is not None}
    if role not in boxes:
        return
    y = min(box.y for box in boxes.values())
    shifts: dict[str, float] = {}
    for lane in lanes:
        shifts[lane.id] = y - boxes[lane.id].y
        y += boxes[lane.id].height
    _shift_lanes(tx, {lane: by for lane, by in shifts.items() if by})
    above = lanes[place - 1].order if place else ""
    below = lanes[place + 1].order if place + 1 < len(lanes) else ""
    if not (above < moved.order and (not below or moved.order < below)):
        order = key_between(above, below if above < below else "")
        tx.replace(moved.replaced(order=order))


def lanes_from_top(view: Queries, parent: str) -> list[Role]:
    """The lanes of a participant as they are drawn."""
    placed = [(p.y, r.id, r) for r in view.of(Role) if (p := view.placement(r.id)) is not None]
    return [role for _, _, role in sorted(placed, key=lambda e: e[:2]) if role.parent == parent]


def _shift_lanes(tx: Transaction, shifts: Mapping[str, float]) -> None:
    """Move lanes up or down with everything in them; bends go with the lane they lie in."""
    boxes = {r: p.box for r in shifts if (p := tx.placement(r)) is not None}
    going: dict[str, float] = {}
    for role, by in shifts.items():
        going |= dict.fromkeys((p.id for p in _places(tx, role)), by)
        going[_place_of(tx, role)] = by
    for thing in [*tx.of(Annotation), *tx.of(Frame), *tx.of(DataObject)]:
        place = tx.placement(thing.id)
        lane = _lane_of(boxes, place.box) if place is not None else ""
        if place is not None and lane:
            going[place.id] = shifts[lane]
    for course in [place for place in tx.of(Placement) if place.bends]:
        bends = tuple((x, y + _by(boxes, shifts, x, y)) for x, y in course.bends)
        if bends != course.bends:
            tx.replace(course.replaced(bends=bends))
    for place_id, by in going.items():
        place = tx.get(place_id, Placement)
        if place is not None:
            tx.replace(place.replaced(y=place.y + by))


def _place_of(view: Queries, about: str) -> str:
    place = view.placement(about)
    return place.id if place is not None else ""


def _lane_of(boxes: Mapping[str, Rect], box: Rect) -> str:
    return next((lane for lane, area in boxes.items() if area.contains(box.center)), "")


def _by(boxes: Mapping[str, Rect], shifts: Mapping[str, float], x: float, y: float) -> float:
    return shifts.get(_lane_of(boxes, Rect(x, y, 0, 0)), 0.0)


def _places(view: Queries, role: str) -> list[Placement]:
    """Where the nodes of a lane stand, also those inside its sub-processes."""
    nodes = [node for node in view.of(Node) if _lane(view, node) == role]
    return _placed(view, nodes)


def _placed(view: Queries, nodes: Iterable[Node]) -> list[Placement]:
    return [p for node in nodes if (p := view.placement(node.id)) is not None]


def _lane(view: Queries, node: Node) -> str:
    for _ in range(100):
        above = view.get(getattr(node, "attached_to", "") or node.parent, Node)
        if above is None:
            break
        node = above
    return node.role
