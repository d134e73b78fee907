"""Where along a way do its words stand?

On the first stretch that can carry them. When something is there (a card, the words of another way,
the name of a sign) they are nudged along the course to the nearest free place.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise

from PySide6.QtCore import QPointF, QRectF

from model.geometry import Point
from widgets.painters import badges
from widgets.painters.ink import Ink
from widgets.painters.looks import FlowLook
from widgets.painters.room import Course, covered, crossed

PILL_LIMIT = 150.0
NARROW_LIMIT = 92.0
PILL_ROOM = 12.0
NUDGE = 10.0
REACH = 150.0
"""So far from the middle of a stretch the words are nudged at most; nobody looks further away."""
TRIES = 40
"""After so many places the best of them is taken."""
AIR = 3.0
"""So much stays free between words and what is next to them."""

Near = Callable[[QRectF], tuple[Sequence[QRectF], Sequence[Course]]]
"""What lies in a box: boxes that must stay free, and ways the words rather do not lie on, because
then nobody could tell whose words they are.
"""
_Stretch = tuple[Point, Point, float]


def pill_spots(points: Sequence[Point], width: float, height: float) -> Iterator[Point]:
    """Centres for the words, the best first: middles of stretches that carry them, from the first
    on, each followed by places before and behind it; then the middles of the short stretches.
    """
    if len(points) < 2:
        yield points[0] if points else Point(0, 0)
        return
    carrying: list[_Stretch] = []
    short: list[_Stretch] = []
    for one, two in pairwise(points):
        spare = _spare(one, two, width, height)
        (carrying if spare >= 0 else short).append((one, two, spare))
    short.sort(key=lambda stretch: -_length(stretch[0], stretch[1]))
    for one, two, spare in carrying:
        yield from _along(one, two, spare / 2)
    for one, two, _spare_here in short:
        yield from _along(one, two, max(_length(one, two) / 2 - 1, 0))
    for one, two, _spare_here in short[:2]:
        yield from _beside(one, two, width, height)


def middle_of(points: Sequence[Point]) -> Point:
    """Where on a way something small stands that has no words of its own."""
    return next(pill_spots(points, 1, 1))


def _spare(one: Point, two: Point, width: float, height: float) -> float:
    """How much longer a stretch is than the words on it need."""
    need = width + 2 * PILL_ROOM if one.y == two.y else height + 2 * PILL_ROOM
    return _length(one, two) - need


def _along(one: Point, two: Point, reach: float) -> Iterator[Point]:
    """The middle of a stretch, then step by step towards both ends."""
    length = _length(one, two) or 1.0
    dx, dy = (two.x - one.x) / length, (two.y - one.y) / length
    middle = Point((one.x + two.x) / 2, (one.y + two.y) / 2)
    yield middle
    for number in range(1, int(min(reach, REACH) / NUDGE) + 1):
        yield middle.moved(-dx * number * NUDGE, -dy * number * NUDGE)
        yield middle.moved(dx * number * NUDGE, dy * number * NUDGE)


ASIDE = (4.0, 16.0, 28.0)
"""So far from a stretch that is too short for them words stand beside it."""


def _beside(one: Point, two: Point, width: float, height: float) -> Iterator[Point]:
    """Above and below a short level stretch, at the right and left of an upright one."""
    middle = Point((one.x + two.x) / 2, (one.y + two.y) / 2)
    for away in ASIDE:
        for side in (-1, 1):
            if one.y == two.y:
                yield middle.moved(0, side * (height / 2 + away))
            else:
                yield middle.moved(-side * (width / 2 + away), 0)


def nothing_near(_box: QRectF) -> tuple[Sequence[QRectF], Sequence[Course]]:
    """An empty paper."""
    return (), ()


def flow_pill(brush: Ink, look: FlowLook, near: Near = nothing_near) -> QRectF:
    """The box of the words of a way; empty when it has none."""
    if not look.label or not look.points:
        return QRectF()
    best, least = _best(brush, look, near, PILL_LIMIT)
    if least[0]:  # something would be covered: perhaps narrower words find room
        narrow, cost = _best(brush, look, near, NARROW_LIMIT)
        best = narrow if cost < least else best
    return best


def _best(
    brush: Ink, look: FlowLook, near: Near, limit: float
) -> tuple[QRectF, tuple[float, float]]:
    """The place where the least is covered, and how much that is."""
    wanted = badges.pill_box(brush, look.label, QPointF(), default=look.default, limit=limit)
    best, least = QRectF(), (math.inf, math.inf)
    for spot in islice(pill_spots(look.points, wanted.width(), wanted.height()), TRIES):
        box = wanted.translated(*spot)
        airy = box.adjusted(-AIR, -AIR, AIR, AIR)
        taken, others = near(airy)
        cost = (covered(airy, taken), float(sum(crossed(box, course) for course in others)))
        if cost < least:
            best, least = box, cost
        if cost == (0, 0):
            break
    return best, least


def _length(one: Point, two: Point) -> float:
    return math.hypot(two.x - one.x, two.y - one.y)
