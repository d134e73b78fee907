"""Where can a way be held by the hand?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from model.geometry import Point

ROOM, ROOM_AT_ENDS = 30.0, 72.0
"""A piece has a grip of its own when it is at least so long (in pixels); at the ends of the way
there must be room to lead it elsewhere, too.
"""


class Grip(NamedTuple):
    """A place where a way can be held: bend ``number``, or the middle of the piece after point
    ``number``.
    """

    kind: Literal["bend", "piece"]
    number: int
    at: Point


def grips(course: Sequence[Point], zoom: float = 1.0) -> Iterator[Grip]:
    """The grips of a way, bends first."""
    for number in range(1, len(course) - 1):
        yield Grip("bend", number, course[number])
    for number, (a, b) in enumerate(pairwise(course)):
        outer = number in (0, len(course) - 2)
        if (abs(a.x - b.x) + abs(a.y - b.y)) * zoom >= (ROOM_AT_ENDS if outer else ROOM):
            yield Grip("piece", number, Point((a.x + b.x) / 2, (a.y + b.y) / 2))
