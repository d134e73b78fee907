"""Which pictures does a report get from outside?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from model.geometry import Rect


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of paper: the part of the picture on it, at which scale, and how that part is
    painted as PNG (only where pixels are needed: that takes its time).

    ``name`` is its place among several sheets (A1, B1), "" when it shows everything. ``paper`` is
    "a4" or "a3", always landscape. One unit of the picture is 1/96 inch at scale 1.
    """

    area: Rect
    scale: float
    pixels: Callable[[], bytes]
    name: str = ""
    paper: str = "a4"


@dataclass(frozen=True, slots=True)
class Drawing:
    """The diagram: the whole as SVG, the place of its upper left corner, the sheets it is cut into,
    and the signs in it (name of the sign -> PNG).
    """

    svg: bytes
    extent: Rect
    sheets: tuple[Sheet, ...]
    signs: Mapping[str, bytes] = field(default_factory=dict)
