"""What is near, without looking at everything? A grid over boxes, where no scene is at hand."""

from __future__ import annotations

from collections.abc import Iterator

from model.geometry import Rect

CELL = 400.0


class Cells:
    """Ids by the cells of a grid that their boxes touch."""

    def __init__(self) -> None:
        self._ids: dict[tuple[int, int], list[str]] = {}
        self._boxes: dict[str, Rect] = {}

    def add(self, one: str, box: Rect) -> None:
        self._boxes[one] = box
        for cell in _touched(box):
            self._ids.setdefault(cell, []).append(one)

    def near(self, area: Rect) -> list[str]:
        """The ids whose boxes share something with an area, in the order of adding by cell."""
        found = dict.fromkeys(one for cell in _touched(area) for one in self._ids.get(cell, ()))
        return [one for one in found if self._boxes[one].intersects(area)]


def _touched(box: Rect) -> Iterator[tuple[int, int]]:
    for column in range(int(box.x // CELL), int(box.right // CELL) + 1):
        for row in range(int(box.y // CELL), int(box.bottom // CELL) + 1):
            yield column, row
