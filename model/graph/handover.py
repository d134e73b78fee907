"""Where does a long service begin a new line?

Where the matter goes from one lane to another by a single way: what follows begins at the left
again, as a person would draw it who has a sheet of paper and not a roll.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from model.graph.layers import columns
from model.graph.net import Knot, Link

_LONG, _SHORT = 14, 4
"""From so many columns on a part is cut; into pieces of so many at least."""
_MOST_NODES = 400
"""Larger services stay whole: pieces below each other would be crossed by too many ways."""


def handed_over(
    knots: Sequence[Knot], links: Sequence[Link], part: list[int], over: list[tuple[int, int]]
) -> list[list[int]]:
    """The pieces of a part, in order; ``over`` takes up the ways between them."""
    number = {node: place for place, node in enumerate(part)}
    mine = [link for link in links if link.source in number and link.target in number]
    column = columns(len(part), [(number[link.source], number[link.target]) for link in mine])[0]
    last = max(column)
    if last < _LONG or len(part) > _MOST_NODES:
        return [part]
    ends = [sorted((column[number[x.source]], column[number[x.target]])) for x in mine]
    passing = _passing(ends, last)
    cuts = []
    for (one, other), link in zip(ends, mine, strict=True):
        single = other == one + 1 and passing[one] == 1
        if not single or not _SHORT <= one <= last - _SHORT:
            continue
        if knots[link.source].band == knots[link.target].band:
            continue
        left = {knots[node].band for node in part if column[number[node]] <= one}
        right = {knots[node].band for node in part if column[number[node]] > one}
        cuts.append((len(left & right), abs(2 * one - last), one, link))
    if not cuts:
        return [part]
    _, _, cut, link = min(cuts)
    over.append((link.source, link.target))
    first = [node for node in part if column[number[node]] <= cut]
    rest = [node for node in part if column[number[node]] > cut]
    return [*handed_over(knots, links, first, over), *handed_over(knots, links, rest, over)]


def _passing(ends: Sequence[Sequence[int]], last: int) -> list[int]:
    """How many ways lead from each column, or one before it, to a later one."""
    change = [0] * (last + 2)
    for one, other in ends:
        change[one] += 1
        change[other] -= 1
    return list(accumulate(change))
