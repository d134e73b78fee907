"""In which order do things stand below each other in a column, so that few ways cross?

Columns are swept to and fro; each thing goes where what it is connected with stands (barycentre),
and the best order of all sweeps wins. Lanes keep their order: what stands in an upper lane stays
above what stands in a lower one. A way that passes columns holds a place in each ("knee"), as long
as there are not too many of them.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence

from model.graph.net import Net

Order = list[list[int]]


def candidates(net: Net, starts: Sequence[Order]) -> list[Order]:
    """The orders found from each of the given ones, the one with the fewest crossings first."""
    found = [(crossings(net, start), start) for start in starts[1:]]
    for start in starts:
        order, count = _swept(net, start)
        found.append((count, order))
    found.sort(key=lambda pair: pair[0])
    return [order for _, order in found]


def first_orders(net: Net) -> list[Order]:
    """Lane by lane as the nodes come, and in a small service also the other way round."""
    key: list[float] = [float(knot) for knot in range(net.nodes)]
    key += [float(net.reading[knee]) + 0.5 for knee in range(net.nodes, net.size)]
    orders = [order_by(net, key)]
    if net.size <= _FEW:
        orders.append(order_by(net, [-k for k in key]))
    for step in _STRIDES if net.size <= _HANDFUL else ():
        orders.append(order_by(net, [k * step % net.size for k in key]))
    return orders


def order_by(net: Net, key: Sequence[float]) -> Order:
    """Columns whose things stand by lane and then by a key."""
    order: Order = [[] for _ in range(net.width)]
    for knot in range(net.size):
        order[net.column[knot]].append(knot)
    for column in order:
        column.sort(key=lambda knot: (net.band[knot], key[knot], knot))
    return order


def _swept(net: Net, start: Order) -> tuple[Order, int]:
    order = [list(column) for column in start]
    best, fewest = start, crossings(net, order)
    idle = 0
    for number in range(_rounds(net.size)):
        if not fewest:
            break
        _sweep(net, order, to_the_right=number % 2 == 0)
        if net.size <= _FEW:
            _swap_neighbours(net, order)
        count = crossings(net, order)
        idle = idle + 1 if count >= fewest else 0
        if count < fewest:
            best, fewest = [list(column) for column in order], count
        if idle >= _PATIENCE:
            break
    return best, fewest


_FEW = 1500
"""Up to so many things neighbours are tried the other way round, too."""
_HANDFUL = 250
"""Up to so many, a few shuffled beginnings are tried, too (shuffled always the same way)."""
_STRIDES = (7, 31, 57, 101)
_PATIENCE = 12


def _rounds(size: int) -> int:
    """By number, not by clock: the same service is always tidied the same way."""
    return 60 if size <= _FEW else 12 if size <= 12000 else 5


def _sweep(net: Net, order: Order, *, to_the_right: bool) -> None:
    place = _places(net, order)
    middle = range(1, len(order)) if to_the_right else range(len(order) - 2, -1, -1)
    ways = net.before if to_the_right else net.after
    for number in middle:
        column = order[number]
        wish = {}
        for knot in column:
            found = ways[knot]
            if not found:
                wish[knot] = float(place[knot])
            elif to_the_right:
                wish[knot] = sum(place[other] + port for other, port in found) / len(found)
            else:
                wish[knot] = sum(place[other] - port for other, port in found) / len(found)
        column.sort(key=lambda knot: (net.band[knot], wish[knot], place[knot]))
        for position, knot in enumerate(column):
            place[knot] = position


def _places(net: Net, order: Order) -> list[int]:
    place = [0] * net.size
    for column in order:
        for position, knot in enumerate(column):
            place[knot] = position
    return place


def crossings(net: Net, order: Order) -> int:
    """How often ways cross between neighbouring columns."""
    place = _places(net, order)
    total = 0
    for column in order:
        ends: list[int] = []
        for knot in column:
            ways = sorted((port, place[other]) for other, port in net.after[knot])
            total += sum(len(ends) - bisect_right(ends, end) for _, end in ways)
            total += _tangled(ways)
            for _, end in ways:
                insort(ends, end)
    return total


def _tangled(ways: list[tuple[float, int]]) -> int:
    """Ways of one card that cross because its answers stand in another order than their goals."""
    return sum(
        a[0] < b[0] and a[1] > b[1] for number, a in enumerate(ways) for b in ways[number + 1 :]
    )


def _swap_neighbours(net: Net, order: Order) -> None:
    """Two that stand below each other change places where fewer ways cross then."""
    place = _places(net, order)
    for column in order:
        for number in range(len(column) - 1):
            upper, lower = column[number], column[number + 1]
            if net.band[upper] == net.band[lower] and _gain(net, place, upper, lower) > 0:
                column[number], column[number + 1] = lower, upper
                place[upper], place[lower] = number + 1, number


def _gain(net: Net, place: list[int], upper: int, lower: int) -> int:
    gain = 0
    for ways, sign in ((net.before, 1), (net.after, 0)):
        mine = [place[other] + port * sign for other, port in ways[upper]]
        yours = [place[other] + port * sign for other, port in ways[lower]]
        gain += sum((a > b) - (a < b) for a in mine for b in yours)
    return gain
