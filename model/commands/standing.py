"""Where does a newcomer stand, so that its way runs straight?

At the height at which ways meet its neighbour: titles beside titles, signs in line with them.
"""

from __future__ import annotations

from model.commands.giveway import LEAST, make_room, taken
from model.document.transaction import Transaction
from model.geometry import GAP, LANE_TITLE, Rect
from model.graph import way_line
from model.records import Flow, Node, Placement

BELOW = 64.0
"""Free height between a card and the further one that is put below it: three rows may come."""
_NARROW = 16.0
"""So close below it stands where there is not more."""
_MARGIN = 24.0
_MOST_TRIES = 30
_FAR_RIGHT = 1e6
"""Nothing stands further away than this."""
_WINDOWS = (800.0, 3200.0, 12800.0)


def stand_between(tx: Transaction, way: Flow, newcomer: str) -> None:
    """In the gap of a way when it is wide enough, else in the place of its goal, which goes on."""
    own, goal = tx.placement(newcomer), tx.placement(way.target)
    if own is None or goal is None:
        return
    box = _in_line(own.box, _line(goal), goal.x)
    source = tx.placement(way.source)
    free = goal.x - source.box.right if source is not None else 0.0
    if source is not None and free >= box.width + 2 * LEAST:
        middle = box._replace(x=source.box.right + (free - box.width) / 2)
        box = box if taken(tx, newcomer, middle) else middle
    _put(tx, own, box)
    make_room(tx, newcomer, {newcomer})


def stand_after(tx: Transaction, before: Node, newcomer: Node) -> None:
    """Right of another, in line with it; a further one below, else behind what stands there."""
    own, place = tx.placement(newcomer.id), tx.placement(before.id)
    if own is None:
        return
    x = (place.box.right if place is not None else LANE_TITLE) + GAP
    if place is not None and newcomer.role == before.role:
        line = _line(place)
    else:
        line = _line_of_lane(tx, newcomer, x)
    box = _in_line(own.box, line, x)
    below = _below(tx, newcomer, box) if tx.outgoing(before.id) else None
    _put(tx, own, below or _behind(tx, newcomer, box))


def _put(tx: Transaction, own: Placement, box: Rect) -> None:
    tx.replace(own.replaced(x=box.x, y=box.y))


def _line(place: Placement) -> float:
    return place.y + way_line(place.height)


def _in_line(box: Rect, line: float, x: float) -> Rect:
    return box._replace(x=x, y=line - way_line(box.height))


def _line_of_lane(tx: Transaction, newcomer: Node, x: float) -> float:
    """The line of the nearest node of the lane; the middle of an empty lane."""
    lane = tx.placement(newcomer.role)
    if lane is None:
        return 0.0
    for reach in _WINDOWS:
        area = Rect(x - reach, lane.y, 2 * reach, lane.height)
        near = [
            place
            for place in tx.placed_near(area)
            if place.about != newcomer.id
            and (node := tx.get(place.about, Node)) is not None
            and (node.role, node.parent) == (newcomer.role, newcomer.parent)
            and not getattr(node, "attached_to", "")
        ]
        if near:
            return _line(min(near, key=lambda p: (abs(p.box.center.x - x), p.y, p.about)))
    return lane.box.center.y


def _below(tx: Transaction, newcomer: Node, box: Rect) -> Rect | None:
    """The first free place at or below one; in an open sub-process none that leaves it."""
    around = tx.placement(newcomer.parent) if newcomer.parent else None
    for _ in range(_MOST_TRIES):
        hits = taken(tx, newcomer.id, box)
        if not hits:
            return box
        floor = max(hit.box.bottom for hit in hits)
        wish, narrow = box._replace(y=floor + BELOW), box._replace(y=floor + _NARROW)
        box = narrow if taken(tx, newcomer.id, wish) else wish
        if around is not None and box.bottom + _MARGIN > around.box.bottom:
            break
    return None


def _behind(tx: Transaction, newcomer: Node, box: Rect) -> Rect:
    """The first place at this height that is free of nodes of its level, going right."""
    row = box._replace(height=max(box.height, 64))
    ahead = row._replace(width=_FAR_RIGHT)
    for hit in sorted(place.box for place in taken(tx, newcomer.id, ahead)):
        if row.x - 8 < hit.right and hit.x < row.right + 8:
            row = row._replace(x=hit.right + GAP)
    return box._replace(x=row.x)
