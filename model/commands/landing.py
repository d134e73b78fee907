"""Where does a copy land, beside the original or at the pointer, without covering anything?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from model.commands.clipping import Clip
from model.document.queries import Queries
from model.geometry import CARD_WIDTH, GAP, HEADER, LANE_TITLE, ROW, Point, Rect, united
from model.graph.card import FOLD_ABOVE
from model.records import (
    Annotation,
    DataFlow,
    DataObject,
    Flow,
    Frame,
    Node,
    Placement,
    Record,
    Role,
)

Shift = tuple[float, float]


class Lane(NamedTuple):
    """A lane of the copy: how far its twin here lies below it, and where that one ends."""

    drop: float
    floor: float


CLEAR = 8.0
"""So much room stays free around what is there."""
_TRIES = 300


def shifts(
    view: Queries,
    copied: Iterable[Record],
    lanes: Mapping[str, Lane],
    at: Point | None,
    by: Shift | None = None,
) -> dict[str, Shift]:
    """How far each drawn thing of the copy (by its id there) is moved.

    ``by``: exactly so far. Else every card keeps its height within its lane, and all go right until
    they stand free, or down where that is nearer and the lane has room; with ``at`` their middle
    begins there.
    """
    records = {record.id: record for record in copied}
    boxes = _boxes(records)
    if by is not None:
        return dict.fromkeys(boxes, by)
    there = {one: lanes.get(_lane_of(records, one)) for one in boxes}
    drops = {one: lane.drop if lane is not None else 0.0 for one, lane in there.items()}
    solid = {one: box for one, box in boxes.items() if not _hangs(records, one)}
    if not solid:
        return {one: (GAP - 12, 0.0) for one in boxes}
    middle = united(solid.values()).center
    dx, dy = 0.0, 0.0
    if at is not None:
        dx = at.x - middle.x
        if len(set(drops.values())) < 2 and _one_lane(records, solid):
            drops, dy = dict.fromkeys(boxes, 0.0), at.y - middle.y
    moved = [box.moved(dx, drops[one] + dy) for one, box in solid.items()]
    floors = {lane.floor for one, lane in there.items() if lane is not None and one in solid}
    right, down = _free(moved, _taken(view), floors.pop() if len(floors) == 1 else None)
    return {one: (dx + right, drops[one] + dy + down) for one in boxes}


def _free(moved: list[Rect], taken: list[Rect], floor: float | None) -> Shift:
    """To the right, until nothing is covered; or down, when that is nearer and ends above the
    floor of the lane.
    """
    right = _aside(moved, taken)
    if not right or floor is None:
        return right, 0.0
    down = _aside([_turned(box) for box in moved], [_turned(box) for box in taken])
    fits = max(box.bottom for box in moved) + down + CLEAR <= floor
    return (0.0, down) if fits and down < right else (right, 0.0)


def bends_shift(flow: Flow | DataFlow, moved: Mapping[str, Shift]) -> Shift | None:
    """How far the bends of a way go along; None when its ends were moved apart."""
    source, target = moved.get(flow.source), moved.get(flow.target)
    return source if source == target else None


def _boxes(records: Mapping[str, Record]) -> dict[str, Rect]:
    drawn = {
        one for one, r in records.items() if isinstance(r, Node | Annotation | Frame | DataObject)
    }
    places = (r for r in records.values() if isinstance(r, Placement) and r.view == "main")
    return {place.about: place.box for place in places if place.about in drawn}


def anchor(records: Mapping[str, Record], one: str) -> str:
    """What carries a card along: the step it hangs on, the sub-process it stands in; itself."""
    for _ in range(300):
        record = records.get(one)
        holder = getattr(record, "attached_to", "") or getattr(record, "parent", "")
        if holder not in records or holder == one:
            return one
        one = holder
    return one


def _lane_of(records: Mapping[str, Record], one: str) -> str:
    return str(getattr(records.get(anchor(records, one)), "role", ""))


def _hangs(records: Mapping[str, Record], one: str) -> bool:
    return bool(getattr(records.get(one), "attached_to", ""))


def _one_lane(records: Mapping[str, Record], boxes: Iterable[str]) -> bool:
    return len({_lane_of(records, one) for one in boxes} - {""}) < 2


def _turned(box: Rect) -> Rect:
    """Down becomes right."""
    return Rect(box.y, box.x, box.height, box.width)


def lane_shifts(view: Queries, clip: Clip, ids: Mapping[str, str]) -> dict[str, Lane]:
    """Where each lane of the copy lies here."""
    tops = {
        place.about: place.y
        for place in (*clip.records, *clip.beside)
        if isinstance(place, Placement)
    }
    found: dict[str, Lane] = {}
    for role in (*clip.records, *clip.beside):
        here = view.placement(ids.get(role.id, "")) if isinstance(role, Role) else None
        if here is not None and role.id in tops:
            found[role.id] = Lane(here.y - tops[role.id], here.box.bottom)
    return found


def _taken(view: Queries) -> list[Rect]:
    drawn = [*view.of(Node), *view.of(Annotation), *view.of(DataObject)]
    return [p.box for one in drawn if (p := view.placement(one.id)) is not None]


def _aside(moved: list[Rect], taken: list[Rect]) -> float:
    """How far to the right the boxes must go to stand free."""
    area = united(moved).grown(CLEAR)
    near = [box for box in taken if box.y < area.bottom and area.y < box.bottom]
    if len(near) * len(moved) > 400_000:
        right = max(box.right for box in near)
        return max(0.0, right + GAP - area.x) if area.x < right else 0.0
    total = 0.0
    for _ in range(_TRIES):
        step = 0.0
        for box in moved:
            room = box.moved(total, 0).grown(CLEAR)
            hits = [other.right - room.x for other in near if other.intersects(room)]
            step = max([step, *hits])
        if not step:
            return total
        total += step + GAP - CLEAR
    return total


def lane_for(view: Queries, side: str = "applicant") -> Role | None:
    """The lane in which rows pasted on empty ground get their page: the first of that side."""
    lanes = view.ordered(Role)
    return next(iter([*(role for role in lanes if role.side == side), *lanes]), None)


def page_place(view: Queries, role: str, at: Point | None, rows: int) -> Point:
    """The middle of a free place in a lane for a card with so many rows, from ``at`` to the
    right.
    """
    lane = view.placement(role)
    left = lane.x + LANE_TITLE + GAP if lane is not None else 0.0
    top = lane.y + GAP / 2 if lane is not None else 0.0
    x = max(left, at.x - CARD_WIDTH / 2) if at is not None else left
    height = HEADER + ROW * max(1, min(rows, FOLD_ABOVE))
    box = Rect(x, top, CARD_WIDTH, height)
    return box.moved(_aside([box], _taken(view)), 0).center
