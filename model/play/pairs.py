"""Which few combinations hold every pair of values once?

Where everything with everything is too much, most faults already show when two things come
together. Greedy, and always the same for the same factors.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product
from math import prod

Row = tuple[int, ...]
"""For each factor the number of its value."""


def rows(sizes: Sequence[int], most: int) -> list[Row]:
    """All combinations where these are at most ``most``, else so many that each pair is in one.

    >>> rows([2, 2], 10)
    [(0, 0), (0, 1), (1, 0), (1, 1)]
    """
    if prod(sizes) <= most:
        return list(product(*(range(size) for size in sizes)))
    return pairwise(sizes)


def pairwise(sizes: Sequence[int]) -> list[Row]:
    """So many rows that each two values of two factors stand together in one of them."""
    missing: dict[tuple[int, ...], None] = {
        (a, x, b, y): None
        for a, b in combinations(range(len(sizes)), 2)
        for x in range(sizes[a])
        for y in range(sizes[b])
    }
    made: list[Row] = []
    while missing:
        row = _grown(sizes, next(iter(missing)), missing)
        made.append(row)
        for a, b in combinations(range(len(sizes)), 2):
            missing.pop((a, row[a], b, row[b]), None)
    return made


def _grown(
    sizes: Sequence[int], seed: tuple[int, ...], missing: dict[tuple[int, ...], None]
) -> Row:
    """A row around a missing pair; each further value is the one that brings most missing pairs."""
    fixed = {seed[0]: seed[1], seed[2]: seed[3]}
    for factor, size in enumerate(sizes):
        if factor in fixed:
            continue
        gains = [
            (sum(_key(factor, value, *one) in missing for one in fixed.items()), -value)
            for value in range(size)
        ]
        fixed[factor] = -max(gains)[1]
    return tuple(fixed[factor] for factor in range(len(sizes)))


def _key(a: int, x: int, b: int, y: int) -> tuple[int, int, int, int]:
    return (a, x, b, y) if a < b else (b, y, a, x)
