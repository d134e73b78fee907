"""Onto which sheets of paper does a picture go, so that nothing is cut through?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from model.geometry import Rect

LEAST = 0.35
"""A sheet is filled at least so far, even if something must be cut for it."""
AIR = 6.0
"""So far before a card the sheet ends."""

Span = tuple[float, float]


@dataclass(frozen=True)
class Tile:
    """One sheet: its column (0 = left) and row, and the part of the picture on it."""

    column: int
    row: int
    area: Rect

    @property
    def name(self) -> str:
        """A1 is the sheet at the upper left, B1 the one to its right."""
        return f"{_letters(self.column)}{self.row + 1}"


def tiles(extent: Rect, solids: Sequence[Rect], width: float, height: float) -> list[Tile]:
    """Sheets of at most this width and height (in the units of the picture) that cover it, row by
    row; ``solids`` are cut only where they are larger than a sheet or stand too close.

    Each row is cut where its own cards leave room, so the columns of two rows may differ.
    """
    found = []
    rows = cuts(extent.y, extent.bottom, height, [(box.y, box.bottom) for box in solids])
    for row, (top, bottom) in enumerate(pairwise(rows)):
        here = [box for box in solids if box.y < bottom and box.bottom > top]
        columns = cuts(extent.x, extent.right, width, [(box.x, box.right) for box in here])
        for column, (left, right) in enumerate(pairwise(columns)):
            found.append(Tile(column, row, Rect(left, top, right - left, bottom - top)))
    return found


def beside(sheets: Sequence[Tile], tile: Tile, dx: int, dy: int) -> Tile | None:
    """The sheet at the right (1, 0), left, below (0, 1) or above; in another row the one that
    shares the longest edge.
    """
    if dx:
        same = ((one.column, one.row) for one in sheets)
        wanted = (tile.column + dx, tile.row)
        return next((s for s, place in zip(sheets, same, strict=True) if place == wanted), None)
    row = [one for one in sheets if one.row == tile.row + dy]
    return max(row, key=lambda one: _shared(one.area, tile.area), default=None)


def _shared(one: Rect, other: Rect) -> float:
    return min(one.right, other.right) - max(one.x, other.x)


def cuts(low: float, high: float, most: float, spans: Sequence[Span]) -> list[float]:
    """Where to cut a stretch into pieces of at most ``most``: through no span where that can be."""
    found = [low]
    while high - found[-1] > most:
        found.append(_cut(found[-1], most, spans))
    return [*found, high]


def _cut(start: float, most: float, spans: Sequence[Span]) -> float:
    """The farthest place that no span covers; the end of the sheet when there is none."""
    cut, least = start + most, start + most * LEAST
    while True:
        covering = [begin for begin, end in spans if begin - AIR < cut < end]
        if not covering:
            return cut
        earlier = min(covering) - AIR
        if earlier < least:
            return start + most
        cut = earlier


def _letters(number: int) -> str:
    """A to Z, then AA, AB and so on."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
