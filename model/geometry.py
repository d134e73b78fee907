"""Where is something, and how large? Plain points and rectangles in canvas units (1 unit = 1 px at
100 %).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Point(NamedTuple):
    """A place on the canvas; x grows to the right, y downwards."""

    x: float
    y: float

    def moved(self, dx: float, dy: float) -> Point:
        return Point(self.x + dx, self.y + dy)


class Rect(NamedTuple):
    """An upright box: left, top, width, height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def center(self) -> Point:
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def contains(self, point: Point) -> bool:
        return self.x <= point.x <= self.right and self.y <= point.y <= self.bottom

    def intersects(self, other: Rect) -> bool:
        """True when the two boxes share an area (touching edges do not)."""
        return (
            self.x < other.right
            and other.x < self.right
            and self.y < other.bottom
            and other.y < self.bottom
        )

    def moved(self, dx: float, dy: float) -> Rect:
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def grown(self, by: float) -> Rect:
        return Rect(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


def united(boxes: Iterable[Rect]) -> Rect:
    """The smallest box around all; an empty box at the origin when there are none."""
    found = list(boxes)
    if not found:
        return Rect(0, 0, 0, 0)
    left, top = min(b.x for b in found), min(b.y for b in found)
    return Rect(
        left,
        top,
        max(b.right for b in found) - left,
        max(b.bottom for b in found) - top,
    )


CARD_WIDTH = 232.0
"""Width of a new card; the drawings' size."""
HEADER = 36.0
"""Height of a card's title line."""
ROW = 28.0
"""Height of one row of a card."""
OPTION = 24.0
"""Height of one answer below its question."""
GRID = 10.0
"""Placing by hand snaps to this grid."""
GAP = 56.0
"""Free space between a card and the one that is put beside it."""
LANE_TITLE = 26.0
"""Width of the strip at a lane's left edge that bears its name."""
