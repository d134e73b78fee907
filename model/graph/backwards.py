"""On which course does a way lead from the end of one line to the beginning of the next?

Out of the card, below everything before it to the left, past everything to the lane of the
next card, and into it. Only where all of that is free; else the way finds its own course.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from model.document.queries import Queries
from model.geometry import GAP, HEADER, Point, Rect
from model.records import Node

_BELOW = 20.0
_STUB = 20.0
Bends = tuple[Point, ...]


def back_to_the_left(
    view: Queries,
    ends: Iterable[tuple[str, str, float]],
    boxes: Mapping[str, Rect],
    lanes: Mapping[str, Rect],
    left: float,
) -> dict[str, Bends]:
    """The bends of the way between each two cards, by the id of the way.

    ``ends``: source, target, and where what stands before it in its lane ends.
    """
    found: dict[str, Bends] = {}
    for step, (source, target, floor) in enumerate(ends):
        lane = lanes.get(view.the(source, Node).role)
        flow = next((f for f in view.outgoing(source) if f.target == target), None)
        if lane is None or flow is None or flow.condition is not None:
            continue
        edge = left - _STUB - 8.0 * (step % 2)
        for bends in _bends(boxes[source], boxes[target], lane, edge, floor):
            course = (boxes[source].center, *bends, Point(boxes[target].x, bends[-1].y))
            if _is_free(course, boxes, {source, target}):
                found[flow.id] = bends
                break
    return found


def _bends(source: Rect, target: Rect, lane: Rect, edge: float, floor: float) -> Iterator[Bends]:
    y = floor + _BELOW if target.y > source.y else lane.y + _BELOW
    into = target.y + HEADER / 2 if target.height > 60 else target.center.y
    beside = source.right + GAP / 2
    out = source.y + HEADER / 2 if source.height > 60 else source.center.y
    tail = (Point(edge, y), Point(edge, into))
    yield (Point(source.center.x, y), *tail)
    yield (Point(beside, out), Point(beside, y), *tail)


def _is_free(course: Bends, boxes: Mapping[str, Rect], ends: set[str]) -> bool:
    lines = [_box(a, b) for a, b in pairwise(course)]
    return not any(
        line.intersects(box) for name, box in boxes.items() if name not in ends for line in lines
    )


def _box(a: Point, b: Point) -> Rect:
    x, y = min(a.x, b.x), min(a.y, b.y)
    return Rect(x - 4, y - 4, abs(a.x - b.x) + 8, abs(a.y - b.y) + 8)
