"""In which column does each node stand, and which ways lead back?

Jumps back ("Nachforderung") are cut first: with them a service has no left and right, and layering
libraries explode. What is left runs from left to right.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Pair = tuple[int, int]


class Columns(NamedTuple):
    """``column`` of each node; ``back``: which of the pairs lead back (or nowhere)."""

    column: list[int]
    back: list[bool]


def columns(count: int, pairs: Sequence[Pair]) -> Columns:
    """Columns for ``count`` nodes.

    Every way that does not lead back leads at least one column to the right. The order of nodes
    and pairs decides which way of a circle leads back.
    """
    back = _ways_back(count, pairs)
    following: list[list[int]] = [[] for _ in range(count)]
    leading: list[list[int]] = [[] for _ in range(count)]
    for (source, target), is_back in zip(pairs, back, strict=True):
        if not is_back:
            following[source].append(target)
            leading[target].append(source)
    order = in_order(following, leading)
    column = [0] * count
    for node in order:
        for after in following[node]:
            column[after] = max(column[after], column[node] + 1)
    _pull_to_the_right(order, following, leading, column)
    return Columns(column, back)


def _ways_back(count: int, pairs: Sequence[Pair]) -> list[bool]:
    """Depth first from the beginnings: a way to a node that is still being walked leads back."""
    leaving: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    reached = [False] * count
    for number, (source, target) in enumerate(pairs):
        leaving[source].append((number, target))
        if source != target:
            reached[target] = True
    back = [source == target for source, target in pairs]
    state = bytearray(count)
    for root in sorted(range(count), key=lambda node: (reached[node], node)):
        if not state[root]:
            _walk(root, leaving, state, back)
    return back


def _walk(
    root: int, leaving: list[list[tuple[int, int]]], state: bytearray, back: list[bool]
) -> None:
    state[root] = 1
    stack = [(root, iter(leaving[root]))]
    while stack:
        node, ways = stack[-1]
        for number, target in ways:
            if state[target] == 1:
                back[number] = True
            elif state[target] == 0:
                state[target] = 1
                stack.append((target, iter(leaving[target])))
                break
        else:
            state[node] = 2
            stack.pop()


def in_order(following: list[list[int]], leading: list[list[int]]) -> list[int]:
    """All nodes, each after what leads to it (there must be no circle)."""
    waiting = [len(before) for before in leading]
    order = [node for node, number in enumerate(waiting) if not number]
    for node in order:
        for after in following[node]:
            waiting[after] -= 1
            if not waiting[after]:
                order.append(after)
    return order


def _pull_to_the_right(
    order: list[int], following: list[list[int]], leading: list[list[int]], column: list[int]
) -> None:
    """What has more ways out than in moves to where they lead: the ways become shorter."""
    for node in reversed(order):
        if len(following[node]) > len(leading[node]):
            column[node] = min(column[after] for after in following[node]) - 1
