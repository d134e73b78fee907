"""Which boxes stand near a place? A grid of buckets, so that routing 10 000 ways does not look at
10 000 boxes each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from model.document.queries import Queries
from model.geometry import Rect
from model.records import Node

_CELL = 400.0


class Obstacles:
    """The boxes of all nodes of a view, found by area.

    A sub-process is no obstacle to what stands in it.
    """

    def __init__(self, view: Queries) -> None:
        self._cells: dict[tuple[int, int], list[tuple[str, str, Rect]]] = defaultdict(list)
        for node in view.of(Node):
            place = view.placement(node.id)
            if place is not None:
                entry = (node.id, node.parent, place.box)
                for cell in _cells(place.box):
                    self._cells[cell].append(entry)

    def near(self, area: Rect, frame: str, without: tuple[str, ...]) -> list[Rect]:
        """Boxes of nodes in the same frame (sub-process) that meet the area, without the named
        ones.
        """
        found: dict[str, Rect] = {}
        for cell in _cells(area):
            for node, parent, box in self._cells.get(cell, ()):
                if parent == frame and node not in without and box.intersects(area):
                    found[node] = box
        return [found[node] for node in sorted(found)]


def _cells(box: Rect) -> Iterator[tuple[int, int]]:
    for column in range(int(box.x // _CELL), int(box.right // _CELL) + 1):
        for row in range(int(box.y // _CELL), int(box.bottom // _CELL) + 1):
            yield column, row
