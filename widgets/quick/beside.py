"""Where does a strip of buttons stand, so that it covers no neighbour?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from model.geometry import Point, Rect

Side = Literal["above", "below", "right", "left"]
AROUND_CARDS: tuple[Side, ...] = ("above", "below", "right", "left")
AROUND_ROWS: tuple[Side, ...] = ("right", "left", "above", "below")
APART = 20.0
"""Free space between what is chosen and the box that opens beside it."""
GAP = 14.0
"""Free for the rings round what is chosen and for the handles at its edge."""


class Stand(NamedTuple):
    """The box of the strip, and whether its buttons stand below each other."""

    box: Rect
    upright: bool


def stand_beside(
    thing: Rect,
    long: float,
    thick: float,
    others: Iterable[Rect],
    room: Rect,
    *,
    outer: Rect | None = None,
    sides: tuple[Side, ...] = AROUND_CARDS,
) -> Stand:
    """The first side on which the strip covers nothing and is wholly in the room; else the one on
    which it covers least.

    ``outer``: the card whose row ``thing`` is. Along its upper and lower edge the strip lies, at
    its sides it stands.
    """
    around = list(others)
    stands = [_stand(side, thing, outer or thing, long, thick, room) for side in sides]
    return min(stands, key=lambda stand: _covered(stand.box, around, room))


def box_beside(thing: Rect, wide: float, high: float, room: Rect) -> Point:
    """The corner of a box at the right of a thing; else at its left, below or above it."""
    left, top = thing.x - APART - wide, thing.y - APART - high
    y = _within(thing.y, high, room.y, room.bottom)
    x = _within(thing.x, wide, room.x, room.right)
    corners = (
        Point(thing.right + APART, y),
        Point(left, y),
        Point(x, thing.bottom + APART),
        Point(x, top),
    )

    def hidden(corner: Point) -> int:
        return round(wide * high - _shared(Rect(corner.x, corner.y, wide, high), room))

    return min(corners, key=hidden)


def _stand(side: Side, thing: Rect, outer: Rect, long: float, thick: float, room: Rect) -> Stand:
    if side in ("above", "below"):
        wide = outer.width < long
        x = outer.center.x - long / 2 if wide else outer.x
        x = _within(x, long, room.x, room.right)
        y = outer.y - GAP - thick if side == "above" else outer.bottom + GAP
        return Stand(Rect(x, y, long, thick), upright=False)
    y = _within(thing.y, long, room.y, room.bottom)
    x = outer.right + GAP if side == "right" else outer.x - GAP - thick
    return Stand(Rect(x, y, thick, long), upright=True)


def _within(start: float, length: float, low: float, high: float) -> float:
    return max(low, min(start, high - length))


def _covered(box: Rect, others: Iterable[Rect], room: Rect) -> int:
    """How much is covered, and how much would be cut off at the edge of the window."""
    outside = box.width * box.height - _shared(box, room)
    return round(sum(_shared(box, other) for other in others) + 2 * outside)


def _shared(one: Rect, other: Rect) -> float:
    wide = min(one.right, other.right) - max(one.x, other.x)
    high = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0.0, wide) * max(0.0, high)
