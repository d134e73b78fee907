"""What lies beyond a line, and how far can it be moved?

The line is upright (``axis`` "x": everything right of it moves) or level ("y": everything below
it). What hangs at a step or stands in a sub-process goes where that goes; lanes stretch and move
along, so do bends, notes and frames.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

from model.document.queries import Queries
from model.document.transaction import Transaction
from model.geometry import LANE_TITLE, Rect
from model.records import Annotation, DataObject, Frame, Node, Placement, Pool, Role, SubProcess
from model.records.base import Child

Axis = Literal["x", "y"]
AIR = 16.0
MARGIN = 24.0
_STRIP = 40.0


def push(tx: Transaction, axis: Axis, edge: float, by: float, *, stay: frozenset[str]) -> None:
    """Move everything beyond the edge; what is cut by it stays, open sub-processes stretch.

    ``stay``: nodes that do not move, though they stand beyond it.
    """
    going = beyond(tx, axis, edge) - stay
    for place in [p for node in sorted(going) if (p := tx.placement(node)) is not None]:
        tx.replace(_moved(place, axis, by))
    _stretch(tx, axis, edge, by, going)
    for course in tx.of(Placement):
        if course.bends:
            number = 0 if axis == "x" else 1
            bends = tuple(_bend(point, number, edge, by) for point in course.bends)
            if bends != course.bends:
                tx.replace(course.replaced(bends=bends))


def _bend(point: tuple[float, float], number: int, edge: float, by: float) -> tuple[float, float]:
    if point[number] < edge:
        return point
    return (point[0] + by, point[1]) if number == 0 else (point[0], point[1] + by)


def _moved(place: Placement, axis: Axis, by: float) -> Placement:
    return place.replaced(x=place.x + by) if axis == "x" else place.replaced(y=place.y + by)


def beyond(view: Queries, axis: Axis, edge: float) -> set[str]:
    """Nodes, notes and frames that begin beyond the edge, with all that goes along with them."""
    found: set[str] = set()
    for thing in [*view.of(Node), *_asides(view)]:
        leader = _leader(view, thing.id)
        place = view.placement(leader)
        if place is not None and (place.x if axis == "x" else place.y) >= edge:
            found.add(thing.id)
    return found


def _asides(view: Queries) -> list[Child]:
    return [*view.of(Annotation), *view.of(Frame), *view.of(DataObject)]


def _leader(view: Queries, thing: str) -> str:
    """What decides whether it moves: the step it hangs at; the closed sub-process it stands in, or
    an open one that begins beyond the edge moves as a whole because all in it does.
    """
    for _ in range(100):
        record = view.get(thing)
        host: str = getattr(record, "attached_to", "")
        above: str = getattr(record, "parent", "")
        parent = view.get(above, SubProcess)
        if host and host in view:
            thing = host
        elif parent is not None and not parent.expanded:
            thing = parent.id
        else:
            break
    return thing


def _stretch(tx: Transaction, axis: Axis, edge: float, by: float, going: set[str]) -> None:
    """Lanes, frames and open sub-processes that the line cuts become longer; lanes beyond move.

    Lanes become wider only where what was moved needs it.
    """
    moved = (p.box.right for node in going if (p := tx.placement(node)) is not None)
    far = max(moved, default=0.0) + MARGIN
    for around in [*tx.of(Role), *tx.of(Pool), *tx.of(Frame), *tx.of(SubProcess)]:
        place = tx.placement(around.id)
        if place is None or around.id in going:
            continue
        if isinstance(around, SubProcess) and not around.expanded:
            continue
        start = place.x if axis == "x" else place.y
        end = place.box.right if axis == "x" else place.box.bottom
        if isinstance(around, Role | Pool) and axis == "x":
            wide = max(place.width, far - place.x) if by > 0 else place.width + by
            tx.replace(place.replaced(width=wide))
        elif isinstance(around, Role | Pool) and start >= edge - 1:
            tx.replace(_moved(place, axis, by))
        elif start < edge <= end:
            size = {"width": place.width + by} if axis == "x" else {"height": place.height + by}
            tx.replace(place.replaced(**size))


def room(view: Queries, axis: Axis, edge: float) -> float:
    """How far what lies beyond the edge can be drawn back without standing on anything."""
    going = beyond(view, axis, edge)
    still: dict[int, float] = defaultdict(lambda: -1e9)
    moving: list[Rect] = []
    for node in view.of(Node):
        place, hangs = view.placement(node.id), getattr(node, "attached_to", "")
        if place is None or hangs:
            continue
        box = place.box if axis == "x" else _turned(place.box)
        if node.id in going:
            moving.append(box)
        elif not (isinstance(node, SubProcess) and node.expanded):
            for strip in _strips(box):
                still[strip] = max(still[strip], box.right)
    most = min((_back(box, still) for box in moving), default=1e9)
    return max(0.0, min([most, *_lane_rooms(view, axis, edge, moving)]))


def _back(box: Rect, still: dict[int, float]) -> float:
    return min((box.x - still[s] - AIR for s in _strips(box) if s in still), default=1e9)


def _turned(box: Rect) -> Rect:
    return Rect(box.y, box.x, box.height, box.width)


def _strips(box: Rect) -> Iterator[int]:
    return iter(range(int(box.y // _STRIP), int(box.bottom // _STRIP) + 1))


def _lane_rooms(view: Queries, axis: Axis, edge: float, moving: list[Rect]) -> Iterator[float]:
    """Lanes still hold their cards: those that stay at the lower edge, those that come nearer at
    the left or upper one.
    """
    for role in view.of(Role):
        place = view.placement(role.id)
        if place is None:
            continue
        lane = place.box
        if axis == "x":
            nearest = min((box.x for box in moving), default=1e9)
            yield nearest - lane.x - LANE_TITLE - 8
            inside = [b.right for b in _cards(view, role.id) if b.x < edge]
            yield lane.right - max(inside, default=lane.x) - MARGIN
        elif lane.y < edge - 1 and edge <= lane.bottom:
            yield edge - lane.y
            inside = [b.bottom for b in _cards(view, role.id) if b.y < edge]
            yield lane.bottom - max(inside, default=lane.y + MARGIN) - MARGIN
            below = [b.y for b in _cards(view, role.id) if b.y >= edge]
            yield min(below, default=1e9) - lane.y - 8


def _cards(view: Queries, role: str) -> list[Rect]:
    nodes = [n for n in view.referring(role, Node) if n.role == role]
    return [p.box for node in nodes if (p := view.placement(node.id)) is not None]
