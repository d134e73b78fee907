"""What is to be placed, and what hangs together? Numbers only, for the tidy-up.

Knots are nodes, and the knees of ways that pass columns: a knee holds a place for its way, so that
no card stands in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from model.graph.layers import columns


class Knot(NamedTuple):
    """A node to be placed.

    ``line``: so far below its upper edge ways meet it; ``above`` and ``below``: room for words
    outside its box; ``band``: the number of its lane, from above.
    """

    width: float
    height: float
    line: float
    above: float = 0.0
    below: float = 0.0
    band: int = 0


class Link(NamedTuple):
    """A way from one knot to another.

    It leaves ``port`` below the source's line (an answer's row); ``words``: width of what stands on
    it; ``hanging``: it leaves an event at the lower edge.
    """

    source: int
    target: int
    port: float = 0.0
    words: float = 0.0
    hanging: bool = False


@dataclass
class Net:
    """Knots 0 to ``nodes`` - 1 are nodes, all further ones are knees.

    ``after`` and ``before`` join knots in neighbouring columns: the other knot, and at which part
    of the source's height (0 to 0.9) the way leaves; ``joints`` are the same ways with their link.
    """

    nodes: int
    column: list[int]
    band: list[int]
    reading: list[int]
    before: list[list[tuple[int, float]]] = field(default_factory=list)
    after: list[list[tuple[int, float]]] = field(default_factory=list)
    joints: list[tuple[int, int, int]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    @property
    def size(self) -> int:
        return len(self.column)

    @property
    def width(self) -> int:
        return max(self.column, default=-1) + 1

    def knee(self, column: int, band: int, reading: int) -> int:
        """A place that a way holds in a column it passes."""
        self.column.append(column)
        self.band.append(band)
        self.reading.append(reading)
        self.before.append([])
        self.after.append([])
        return self.size - 1

    def join(self, one: int, other: int, port: float, link: int) -> None:
        """A piece of a way between two neighbouring columns."""
        self.after[one].append((other, port))
        self.before[other].append((one, port))
        self.joints.append((one, other, link))


def woven(knots: Sequence[Knot], links: Sequence[Link]) -> Net:
    """Knots in columns, ways cut into pieces from column to column.

    A jump back is laid as if it led forward. Knees are given to the short ways first, and only as
    many as keep the work bounded, whatever is drawn.
    """
    found = columns(len(knots), [(link.source, link.target) for link in links])
    net = Net(
        len(knots), found.column, [knot.band for knot in knots], list(range(len(knots))), links=[]
    )
    net.before = [[] for _ in knots]
    net.after = [[] for _ in knots]
    net.links = list(links)
    lanes = 1 + max((knot.band for knot in knots), default=0)
    crowd = [[0] * lanes for _ in range(net.width)]
    for node, knot in enumerate(knots):
        crowd[net.column[node]][knot.band] += 1
    left = 500 + 2 * len(knots)
    for number in sorted(range(len(links)), key=lambda n: (_span(net, links[n]), n)):
        span = _span(net, links[number])
        if span and span - 1 <= left:
            left -= span - 1
            _lay(net, knots, number, crowd)
    return net


def _span(net: Net, link: Link) -> int:
    return abs(net.column[link.target] - net.column[link.source])


def _lay(net: Net, knots: Sequence[Knot], number: int, crowd: list[list[int]]) -> None:
    link = net.links[number]
    first, last = link.source, link.target
    port = 0.9 if link.hanging else _part(knots[first], link.port)
    if net.column[first] > net.column[last]:
        first, last, port = last, first, 0.95
    between = range(net.column[first] + 1, net.column[last])
    band = _emptier(crowd, between, net.band[first], net.band[last])
    for column in between:
        knee = net.knee(column, band, net.reading[first])
        net.join(first, knee, port, number)
        first, port = knee, 0.0
    net.join(first, last, port, number)


def _part(knot: Knot, port: float) -> float:
    return min(0.9, max(0.0, port / knot.height))


def _emptier(crowd: list[list[int]], between: range, one: int, other: int) -> int:
    """Of two lanes the one with less in the columns that are passed."""
    if one == other or not between:
        return one
    here = sum(crowd[column][one] for column in between)
    there = sum(crowd[column][other] for column in between)
    return other if there < here else one
