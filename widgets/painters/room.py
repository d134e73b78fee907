"""Is there room: what lies on a box, and how much?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QRectF

from model.geometry import Point

Course = Sequence[Point]


def crossed(box: QRectF, course: Course) -> bool:
    """True when a way runs through a box (a slanting stretch counts as its own box)."""
    return any(
        min(one.x, two.x) < box.right()
        and max(one.x, two.x) > box.left()
        and min(one.y, two.y) < box.bottom()
        and max(one.y, two.y) > box.top()
        for one, two in pairwise(course)
    )


def covered(box: QRectF, others: Iterable[QRectF]) -> float:
    """How much area of a box others lie on."""
    found = 0.0
    for other in others:
        shared = box.intersected(other)
        found += max(shared.width(), 0.0) * max(shared.height(), 0.0)
    return found
