"""Where does a moved thing come to rest?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from model.geometry import GRID, Point, Rect

NEAR = 7.0
"""So near (in pixels at 100 %) an edge or middle of a neighbour pulls."""
AIR = 16.0
"""Free space that a new thing leaves to what stands there."""


class Rest(NamedTuple):
    """How far to go, and the lines that explain it."""

    dx: float
    dy: float
    guides: tuple[tuple[Point, Point], ...] = ()


def snapped(box: Rect, dx: float, dy: float, others: Iterable[Rect]) -> Rest:
    """The move that brings ``box`` in line with a neighbour, else onto the grid."""
    around = list(others)
    moved = box.moved(dx, dy)
    by_x = _pull(
        (moved.x, moved.center.x, moved.right), [(o.x, o.center.x, o.right) for o in around]
    )
    by_y = _pull(
        (moved.y, moved.center.y, moved.bottom), [(o.y, o.center.y, o.bottom) for o in around]
    )
    end_x = dx + by_x[0] if by_x else _on_grid(box.x + dx) - box.x
    end_y = dy + by_y[0] if by_y else _on_grid(box.y + dy) - box.y
    final = box.moved(end_x, end_y)
    guides: list[tuple[Point, Point]] = []
    if by_x:
        place, other = by_x[1], around[by_x[2]]
        top, bottom = min(final.y, other.y), max(final.bottom, other.bottom)
        guides.append((Point(place, top - 12), Point(place, bottom + 12)))
    if by_y:
        place, other = by_y[1], around[by_y[2]]
        left, right = min(final.x, other.x), max(final.right, other.right)
        guides.append((Point(left - 12, place), Point(right + 12, place)))
    return Rest(end_x, end_y, tuple(guides))


def beside(box: Rect, others: Iterable[Rect]) -> Rect:
    """The nearest free place to the right, left or below; the box itself when it is free."""
    near = [other.grown(AIR) for other in others]
    if not any(box.intersects(other) for other in near):
        return box
    across = [0.0, *(o.right - box.x for o in near), *(o.x - box.right for o in near)]
    down = [0.0, *(o.bottom - box.y for o in near if o.bottom > box.y)]
    moves = sorted((abs(dx) + dy, dx, dy) for dx in across for dy in down)
    places = (box.moved(dx, dy) for _, dx, dy in moves)
    return next(p for p in places if not any(p.intersects(other) for other in near))


def _on_grid(value: float) -> float:
    return round(value / GRID) * GRID


def _pull(
    mine: tuple[float, float, float], theirs: list[tuple[float, float, float]]
) -> tuple[float, float, int] | None:
    """The smallest way to a neighbour's edge or middle: how far, where the line is, whose it is."""
    best: tuple[float, float, int] | None = None
    for number, three in enumerate(theirs):
        for own, other in zip(mine, three, strict=True):
            away = other - own
            if abs(away) <= NEAR and (best is None or abs(away) < abs(best[0])):
                best = (away, other, number)
    return best
