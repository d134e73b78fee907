"""Along which points does a line run from one box to another?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from model.geometry import Point, Rect, united
from model.graph import route_between

_AROUND = 60.0
_CELL = 400.0
_MOST = 60
_MOST_CELLS = 400


class Courses:
    """Draws ways around what stands in between. Boxes are kept in a grid, so that ten thousand
    ways stay cheap.
    """

    def __init__(self, boxes: Iterable[Rect]) -> None:
        self._cells: dict[tuple[int, int], list[Rect]] = defaultdict(list)
        for box in boxes:
            for cell in _cells_of(box):
                self._cells[cell].append(box)

    def between(self, source: Rect, target: Rect) -> list[Point]:
        """Right-angled points from border to border, around other boxes where that is possible."""
        area = united([source, target]).grown(_AROUND)
        near: dict[Rect, None] = {}
        for cell in _cells_of(area):
            near.update(dict.fromkeys(self._cells.get(cell, ())))
        obstacles = [box for box in near if box not in (source, target) and box.intersects(area)][
            :_MOST
        ]
        points = list(route_between(source, target, obstacles))
        return points if len(points) > 1 else [source.center, target.center]


def _cells_of(box: Rect) -> Iterator[tuple[int, int]]:
    columns = range(int(box.x // _CELL), int(box.right // _CELL) + 1)
    rows = range(int(box.y // _CELL), int(box.bottom // _CELL) + 1)
    if len(columns) * len(rows) <= _MOST_CELLS:
        yield from ((x, y) for x in columns for y in rows)


def docked(source: Rect, bends: Sequence[Point], target: Rect) -> list[Point]:
    """The bends with an end on the border of each box; a bend on a border is that end."""
    points = [border_point(source, bends[0]), *bends, border_point(target, bends[-1])]
    if len(points) > 3:
        points = points[points[0] == points[1] :]
    if len(points) > 3 and points[-1] == points[-2]:
        points.pop()
    return points


def border_point(box: Rect, towards: Point) -> Point:
    """Where a line from the middle of a box to a point leaves the box; right-angled where the
    point faces a side.
    """
    center = box.center
    if box.y <= towards.y <= box.bottom and not box.x < towards.x < box.right:
        return Point(box.right if towards.x >= box.right else box.x, towards.y)
    if box.x <= towards.x <= box.right and not box.y < towards.y < box.bottom:
        return Point(towards.x, box.bottom if towards.y >= box.bottom else box.y)
    dx, dy = towards.x - center.x, towards.y - center.y
    if not dx and not dy:
        return Point(box.right, center.y)
    across = abs(dx) / (box.width / 2) if box.width else 0.0
    along = abs(dy) / (box.height / 2) if box.height else 0.0
    scale = max(across, along) or 1.0
    return Point(center.x + dx / scale, center.y + dy / scale)
