"""Where does a moved thing come to rest?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from model.geometry import GRID, Point, Rect

NEAR = 7.0
"""So near (in pixels at 100 %) an edge or middle of a neighbour pulls."""


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
