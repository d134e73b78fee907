"""How often do ways cross, drawn as straight lines? A measure by which drawings are compared."""

from __future__ import annotations

from collections.abc import Sequence

from model.graph.net import Link

At = tuple[float, float]


def straight_crossings(links: Sequence[Link], at: Sequence[At]) -> int:
    """Pairs of ways without a common end whose lines cross."""
    lines: list[tuple[At, At, int, int]] = []
    for link in links:
        first, last = sorted((at[link.source], at[link.target]))
        lines.append((first, last, link.source, link.target))
    lines.sort()
    total = 0
    for number, (p, q, one, two) in enumerate(lines):
        low, high = min(p[1], q[1]), max(p[1], q[1])
        for r, s, three, four in lines[number + 1 :]:
            if r[0] >= q[0]:
                break
            if max(r[1], s[1]) < low or min(r[1], s[1]) > high:
                continue
            if one in (three, four) or two in (three, four):
                continue
            total += _side(p, q, r) * _side(p, q, s) < 0 and _side(r, s, p) * _side(r, s, q) < 0
    return total


def _side(a: At, b: At, c: At) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
