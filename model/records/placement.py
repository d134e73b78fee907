"""Where is it drawn?"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from model.geometry import Point, Rect
from model.records.base import Record, Ref

Length = Annotated[float, Field(allow_inf_nan=False)]


class Placement(Record):
    """Bounds of a node or lane, or bend points of a flow, in one view.

    Never part of a legal difference, and not of the content hash.

    ``bends`` are the inner points of a flow; ``pinned`` = placed by hand, tidy-up leaves it. Units:
    canvas units.
    """

    kind: Literal["placement"] = "placement"
    about: Ref
    view: str = "main"
    x: Length = 0
    y: Length = 0
    width: Length = 0
    height: Length = 0
    bends: tuple[tuple[Length, Length], ...] = ()
    pinned: bool = False

    @property
    def box(self) -> Rect:
        return Rect(self.x, self.y, self.width, self.height)

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(Point(x, y) for x, y in self.bends)
