"""How far below each other do the things of a column stand, so that ways run straight?

Knots that a straight way joins become one row ("chain"): first the main way, then the knees of long
ways, then the rest, never two rows that cross. Rows are pushed up as far as they go and then drawn
to what they are connected with. Lane by lane: nothing leaves its lane.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from model.graph.layers import in_order
from model.graph.net import Knot, Net
from model.graph.ordering import Order

KNEE_GAP = 16.0
CARD_GAP = 32.0


def spread(net: Net, knots: Sequence[Knot], order: Order) -> list[float]:
    """The height of the line of each knot, counted from the top of what stands in its lane."""
    shift = [0.0] * net.size
    row = _rows(net, order, shift)
    return _Rows(net, knots, order, row, shift).settled()


def _rows(net: Net, order: Order, shift: list[float]) -> list[int]:
    """The row of each knot; ``shift`` becomes its height within the row."""
    place = [0] * net.size
    for column in order:
        for position, knot in enumerate(column):
            place[knot] = position
    left, right = [False] * net.size, [False] * net.size
    chosen: dict[int, list[tuple[int, int]]] = defaultdict(list)
    ahead: dict[int, tuple[int, float]] = {}
    for _, one, other, drop in _candidates(net):
        pair = (place[one], place[other])
        taken = chosen[net.column[one]]
        if right[one] or left[other] or not _fits_between(taken, pair):
            continue
        taken.insert(bisect_left(taken, pair), pair)
        right[one] = left[other] = True
        ahead[one] = (other, drop)
    row = list(range(net.size))
    for column in order:
        for knot in column:
            if knot in ahead:
                other, drop = ahead[knot]
                row[other], shift[other] = row[knot], shift[knot] + drop
    return row


def _fits_between(taken: list[tuple[int, int]], pair: tuple[int, int]) -> bool:
    at = bisect_left(taken, pair)
    upper = taken[at - 1][1] if at else -1
    lower = taken[at][1] if at < len(taken) else pair[1] + 1
    return upper < pair[1] < lower


def _candidates(net: Net) -> list[tuple[int, int, int, float]]:
    """Pieces that might run straight, the most important first: (rank, one, other, drop)."""
    best_after, best_before = _main_ways(net)
    found = []
    for one, other, number in net.joints:
        link = net.links[number]
        starts = one == link.source
        if net.band[one] != net.band[other] or (starts and link.hanging):
            continue
        if link.target == one or link.source == other:  # a jump back, laid as if it led forward
            continue
        if one >= net.nodes and other >= net.nodes:
            rank = 1
        elif best_after.get(one) == other and best_before.get(other) == one:
            rank = 0
        else:
            rank = 2
        found.append((rank, one, other, link.port if starts else 0.0))
    found.sort(key=lambda c: c[0])
    return found


def _main_ways(net: Net) -> tuple[dict[int, int], dict[int, int]]:
    """Of each knot the neighbour on the longest way on, and on the longest way that leads to it."""
    onward = _lengths(net.after, sorted(range(net.size), key=lambda k: -net.column[k]))
    before = _lengths(net.before, sorted(range(net.size), key=lambda k: net.column[k]))
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for knot in range(net.size):
        if net.after[knot]:
            first[knot] = max((k for k, _ in net.after[knot]), key=lambda k: (onward[k], -k))
        if net.before[knot]:
            last[knot] = max((k for k, _ in net.before[knot]), key=lambda k: (before[k], -k))
    return first, last


def _lengths(ways: list[list[tuple[int, float]]], order: Sequence[int]) -> list[int]:
    length = [0] * len(ways)
    for knot in order:
        length[knot] = 1 + max((length[other] for other, _ in ways[knot]), default=0)
    return length


class _Rows:
    """Rows of knots with the distances they need from each other."""

    def __init__(
        self, net: Net, knots: Sequence[Knot], order: Order, row: list[int], shift: list[float]
    ) -> None:
        self._net, self._knots, self._row, self._shift = net, knots, row, shift
        self._under: list[list[tuple[int, float]]] = [[] for _ in row]
        self._over: list[list[tuple[int, float]]] = [[] for _ in row]
        self._y = [0.0] * len(row)
        self._top = [0.0] * len(row)
        self._depth = [0.0] * len(row)
        for knot in range(net.size):
            up, down = self._room(knot)
            of = row[knot]
            self._top[of] = max(self._top[of], up - shift[knot])
            self._depth[of] = max(self._depth[of], down + shift[knot])
        for column in order:
            self._stack(column)
        self._wishes = self._connected()

    def _room(self, knot: int) -> tuple[float, float]:
        """What a knot needs above and below its line."""
        if knot >= self._net.nodes:
            return 0.0, 0.0
        it = self._knots[knot]
        return it.line + it.above, it.height - it.line + it.below

    def _stack(self, column: list[int]) -> None:
        for upper, lower in pairwise(column):
            if self._net.band[upper] != self._net.band[lower]:
                continue
            cards = upper < self._net.nodes and lower < self._net.nodes
            gap = CARD_GAP if cards else KNEE_GAP
            apart = self._room(upper)[1] + gap + self._room(lower)[0]
            apart += self._shift[upper] - self._shift[lower]
            self._under[self._row[upper]].append((self._row[lower], apart))
            self._over[self._row[lower]].append((self._row[upper], apart))

    def _connected(self) -> list[list[tuple[int, float]]]:
        """Other rows of the same lane that ways lead to, and where they would run straight."""
        wishes: list[list[tuple[int, float]]] = [[] for _ in self._row]
        net = self._net
        for one, other, number in net.joints:
            a, b = self._row[one], self._row[other]
            link = net.links[number]
            backward = link.target == one or link.source == other
            if a == b or backward or net.band[one] != net.band[other]:
                continue
            drop = link.port if one == link.source else 0.0
            apart = self._shift[one] + drop - self._shift[other]
            wishes[b].append((a, apart))
            wishes[a].append((b, -apart))
        return wishes

    def settled(self) -> list[float]:
        """Up as far as it goes; then to and fro towards what is connected."""
        order = in_order(
            [[row for row, _ in rows] for rows in self._under],
            [[row for row, _ in rows] for rows in self._over],
        )
        for row in order:
            self._y[row] = self._least(row)
        floor = self._floors()
        for number in range(6):
            for row in order if number % 2 else reversed(order):
                self._draw(row, floor)
        return [self._y[self._row[k]] + self._shift[k] for k in range(self._net.size)]

    def _floors(self) -> list[float]:
        """The lower edge of the lane of each row: where the lowest thing in it ends."""
        band = [self._net.band[row] for row in range(self._net.size)]
        lowest: dict[int, float] = defaultdict(float)
        for knot, row in enumerate(self._row):
            if knot == row:
                lowest[band[row]] = max(lowest[band[row]], self._y[row] + self._depth[row])
        return [lowest[band[row]] for row in range(self._net.size)]

    def _least(self, row: int) -> float:
        above = (self._y[other] + apart for other, apart in self._over[row])
        return max(self._top[row], max(above, default=0.0))

    def _draw(self, row: int, floor: list[float]) -> None:
        wishes = self._wishes[row]
        if not wishes:
            return
        wished = sorted(self._y[other] + apart for other, apart in wishes)
        low = self._least(row)
        high = floor[row] - self._depth[row]
        for other, apart in self._under[row]:
            high = min(high, self._y[other] - apart)
        self._y[row] = max(low, min(high, wished[(len(wished) - 1) // 2]))
