"""Where does a card go when its new place is taken by something that stands still?

Down or up as far as its lane has room, else to the right until it is free: pinned things are never
moved, and two cards never overlap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from model.geometry import GAP, Rect

AIR = 14.0
_CELL = 400.0
_MOST_TRIES = 400


class Ground:
    """Boxes that are taken, found by area."""

    def __init__(self, boxes: Iterable[Rect] = ()) -> None:
        self._cells: dict[tuple[int, int], list[Rect]] = defaultdict(list)
        self._right = 0.0
        for box in boxes:
            self.take(box)

    def take(self, box: Rect) -> None:
        """Nothing else may stand here from now on."""
        self._right = max(self._right, box.right)
        for cell in _cells(box):
            self._cells[cell].append(box)

    def taken(self, box: Rect) -> list[Rect]:
        """What a box would stand on, or too near to."""
        wide = box.grown(AIR)
        found = {b for cell in _cells(wide) for b in self._cells.get(cell, ())}
        return sorted(b for b in found if b.intersects(wide))

    def covered(self, box: Rect) -> bool:
        """Would a box stand on something?"""
        return any(other.intersects(box) for other in self.taken(box))

    def free_place(self, wish: Rect, top: float, bottom: float) -> Rect:
        """The nearest free place that lies between two heights, at the wished x or right of it."""
        box = wish
        for _ in range(_MOST_TRIES):
            hit = self.taken(box)
            if not hit:
                return box
            beside = [b for b in self._below_and_above(box, hit, top, bottom) if not self.taken(b)]
            if beside:
                return min(beside, key=lambda b: (abs(b.y - wish.y), b.y))
            box = box._replace(x=max(b.right for b in hit) + AIR + 1, y=wish.y)
        return wish._replace(x=self._right + GAP)

    def _below_and_above(
        self, box: Rect, hit: list[Rect], top: float, bottom: float
    ) -> Iterator[Rect]:
        for other in hit:
            for y in (other.bottom + AIR + 1, other.y - box.height - AIR - 1):
                if top <= y and y + box.height <= bottom:
                    yield box._replace(y=y)


def settled(
    wishes: Mapping[str, Rect], still: Iterable[Rect], limits: Mapping[str, tuple[float, float]]
) -> dict[str, Rect]:
    """A free place for everybody, near the wished one, between the two heights of ``limits``."""
    ground = Ground(still)
    places: dict[str, Rect] = {}
    for name in sorted(wishes, key=lambda n: (wishes[n].x, wishes[n].y, n)):
        top, bottom = limits[name]
        wish = wishes[name]
        inside = max(top, min(wish.y, bottom - wish.height))
        places[name] = ground.free_place(wish._replace(y=inside), top, bottom)
        ground.take(places[name])
    return places


def _cells(box: Rect) -> Iterator[tuple[int, int]]:
    for column in range(int(box.x // _CELL), int(box.right // _CELL) + 1):
        for row in range(int(box.y // _CELL), int(box.bottom // _CELL) + 1):
            yield column, row
