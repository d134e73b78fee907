"""Where is it drawn?"""

from __future__ import annotations

from typing import Literal

from model.geometry import Point, Rect
from model.records.base import Record, Ref


class Placement(Record):
    """Bounds of a node or lane, or bend points of a flow, in one view.

    Never part of a legal difference, and not of the content hash.

    ``bends`` are the inner points of a flow; ``pinned`` = placed by hand, tidy-up leaves it. Units:
    canvas units.
    """

    kind: Literal["placement"] = "placement"
    about: Ref
    view: str = "main"
    x: float = 0
    y: float = 0
    width: float = 0
    height: float = 0
    bends: tuple[tuple[float, float], ...] = ()
    pinned: bool = False

    @property
    def box(self) -> Rect:
        return Rect(self.x, self.y, self.width, self.height)

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(Point(x, y) for x, y in self.bends)
