"""Where do the nodes of one level stand: of the service, or inside one open sub-process?

What hangs together is laid out together, from left to right; parts that nothing joins stand below
each other, and nodes without any way in rows below them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from model.geometry import GAP
from model.graph.handover import handed_over
from model.graph.net import Knot, Link, Net, woven
from model.graph.ordering import candidates, crossings, first_orders
from model.graph.spread import spread
from model.graph.starts import layered_elsewhere
from model.graph.straight import straight_crossings

BETWEEN = 40.0
"""Free height between two parts that nothing joins."""
TRACK = 12.0
"""Room for one more upright piece of a way between two columns."""
_ROW = 1600.0
_FEW_LINKS = 150
_LANE = 1000.0


@dataclass
class Level:
    """Left and upper edge of each knot, y from the top of its lane; what each lane needs."""

    x: list[float]
    y: list[float]
    heights: list[float]
    width: float = 0.0
    over: list[tuple[int, int, float]] = field(default_factory=list)
    """Ways from the end of one piece to the beginning of the next: source, target, and the lower
    edge of the first piece in the lane of the source.
    """


def arranged(knots: Sequence[Knot], links: Sequence[Link]) -> Level:
    """Places for all knots, without overlap."""
    bands = 1 + max((knot.band for knot in knots), default=0)
    level = Level([0.0] * len(knots), [0.0] * len(knots), [0.0] * bands)
    parts = _parts(len(knots), links)
    for part in parts:
        if len(part) > 1:
            _put_pieces(level, knots, links, part)
    _put_singles(level, knots, [part[0] for part in parts if len(part) == 1])
    return level


def _parts(count: int, links: Sequence[Link]) -> list[list[int]]:
    """What hangs together, in the order of the first node of each part."""
    leader = list(range(count))

    def lead(node: int) -> int:
        while leader[node] != node:
            leader[node] = leader[leader[node]]
            node = leader[node]
        return node

    for link in links:
        one, other = lead(link.source), lead(link.target)
        leader[max(one, other)] = min(one, other)
    found: dict[int, list[int]] = {}
    for node in range(count):
        found.setdefault(lead(node), []).append(node)
    return list(found.values())


def _put_pieces(
    level: Level, knots: Sequence[Knot], links: Sequence[Link], part: list[int]
) -> None:
    over: list[tuple[int, int]] = []
    for piece in handed_over(knots, links, part, over):
        _put_part(level, knots, links, piece)
        inside = set(piece)
        level.over += [
            (source, target, level.heights[knots[source].band])
            for source, target in over
            if source in inside
        ]


def _put_part(level: Level, knots: Sequence[Knot], links: Sequence[Link], part: list[int]) -> None:
    number = {node: place for place, node in enumerate(part)}
    mine = [
        link._replace(source=number[link.source], target=number[link.target])
        for link in links
        if link.source in number and link.target in number
    ]
    own = [knots[node] for node in part]
    net = woven(own, mine)
    lines, left = _drawn_best(net, own)
    floors = list(level.heights)
    for place, node in enumerate(part):
        knot = own[place]
        start = floors[knot.band] + (BETWEEN if floors[knot.band] else 0.0)
        level.x[node] = left[place]
        level.y[node] = start + lines[place] - knot.line
        bottom = level.y[node] + knot.height + knot.below
        level.heights[knot.band] = max(level.heights[knot.band], bottom)
        level.width = max(level.width, left[place] + knot.width)


def _drawn_best(net: Net, knots: Sequence[Knot]) -> tuple[list[float], list[float]]:
    """Lines and left edges: of a small part, of the order whose ways cross least when drawn."""
    orders = candidates(net, [*first_orders(net), *layered_elsewhere(net)])
    if len(net.links) > _FEW_LINKS:
        orders = orders[:1]
    drawings = []
    for number, order in enumerate(orders):
        lines = spread(net, knots, order)
        left = _lefts(net, knots, lines)
        count = 0
        if len(orders) > 1:
            count = crossings(net, order) + straight_crossings(
                net.links, _centres(knots, lines, left)
            )
        drawings.append((count, number, lines, left))
    _, _, lines, left = min(drawings, key=lambda d: d[:2])
    return lines, left


def _centres(
    knots: Sequence[Knot], lines: Sequence[float], left: Sequence[float]
) -> list[tuple[float, float]]:
    """Where nodes stand roughly: lanes far below each other."""
    return [
        (x + knot.width / 2, line + knot.band * _LANE)
        for knot, line, x in zip(knots, lines, left, strict=False)
    ]


def _lefts(net: Net, knots: Sequence[Knot], lines: Sequence[float]) -> list[float]:
    """Left edges: columns as wide as their widest card, with room for what runs in between."""
    widths = [0.0] * net.width
    for node, knot in enumerate(knots):
        widths[net.column[node]] = max(widths[net.column[node]], knot.width)
    gaps = _gaps(net, lines)
    starts, x = [], 0.0
    for width, gap in zip(widths, gaps, strict=True):
        starts.append(x)
        x += width + gap
    return [
        starts[net.column[node]] + (widths[net.column[node]] - knot.width) / 2
        for node, knot in enumerate(knots)
    ]


def _gaps(net: Net, lines: Sequence[float]) -> list[float]:
    """Free width right of each column: for upright pieces, and for the words on ways."""
    bent, words = [0] * net.width, [0.0] * net.width
    for one, other, number in net.joints:
        link, column = net.links[number], net.column[one]
        starts = one == link.source
        drop = link.port if starts else 0.0
        if net.band[one] != net.band[other] or abs(lines[one] + drop - lines[other]) > 1:
            bent[column] += 1
        if starts:
            words[column] = max(words[column], link.words)
    tracks = [TRACK * min(8, max(0, number - 1)) for number in bent]
    return [
        max(GAP, text + 28 if text else 0.0) + track
        for text, track in zip(words, tracks, strict=True)
    ]


def _put_singles(level: Level, knots: Sequence[Knot], singles: list[int]) -> None:
    """Nodes without any way, side by side in rows."""
    limit = max(level.width, _ROW)
    rows: dict[int, tuple[float, float, float]] = {}
    for node in singles:
        knot = knots[node]
        first = level.heights[knot.band]
        x, top, bottom = rows.get(knot.band, (0.0, first + (BETWEEN if first else 0.0), 0.0))
        if x and x + knot.width > limit:
            x, top = 0.0, bottom + BETWEEN
        level.x[node], level.y[node] = x, top + knot.above
        bottom = max(bottom, top + knot.above + knot.height + knot.below)
        rows[knot.band] = (x + knot.width + GAP, top, bottom)
        level.width = max(level.width, x + knot.width)
    for band, (_, _, bottom) in rows.items():
        level.heights[band] = max(level.heights[band], bottom)
