"""Where does a drawing without coordinates go? Layers from left to right, one band per lane.

Simple on purpose: longest way from the start gives the column, the order of arrival the row; ways
back are cut first.
Linear in nodes and ways, no recursion.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

from model.geometry import Rect

COLUMN_GAP = 60.0
ROW_GAP = 40.0
BAND_MARGIN = 30.0


def layered(
    sizes: Mapping[str, tuple[float, float]],
    ways: Iterable[tuple[str, str]],
    bands: Mapping[str, int] | None = None,
    left: float = 100.0,
    top: float = 100.0,
) -> dict[str, Rect]:
    """A box for every node of ``sizes``; no two overlap. ``bands`` stacks groups (lanes) below
    each other.
    """
    columns = _columns(list(sizes), list(ways))
    cells: dict[tuple[int, int], list[str]] = defaultdict(list)
    for node in sizes:
        cells[(bands or {}).get(node, 0), columns[node]].append(node)
    lefts = _starts(sizes, columns, left)
    boxes: dict[str, Rect] = {}
    for band in sorted({band for band, _ in cells}):
        bottom = top
        for (own, _), nodes in cells.items():
            if own == band:
                bottom = max(bottom, _stack(nodes, sizes, columns, lefts, top, boxes))
        top = bottom + BAND_MARGIN * 2
    return boxes


def _stack(
    nodes: Sequence[str],
    sizes: Mapping[str, tuple[float, float]],
    columns: Mapping[str, int],
    lefts: Mapping[int, tuple[float, float]],
    top: float,
    boxes: dict[str, Rect],
) -> float:
    """One column of a band, centred on the column's middle; its bottom."""
    y = top
    for node in nodes:
        width, height = sizes[node]
        x, column_width = lefts[columns[node]]
        boxes[node] = Rect(x + (column_width - width) / 2, y, width, height)
        y += height + ROW_GAP
    return y - ROW_GAP


def _starts(
    sizes: Mapping[str, tuple[float, float]], columns: Mapping[str, int], left: float
) -> dict[int, tuple[float, float]]:
    widths: dict[int, float] = defaultdict(float)
    for node, column in columns.items():
        widths[column] = max(widths[column], sizes[node][0])
    starts: dict[int, tuple[float, float]] = {}
    for column in sorted(widths):
        starts[column] = (left, widths[column])
        left += widths[column] + COLUMN_GAP
    return starts


def _columns(nodes: list[str], ways: list[tuple[str, str]]) -> dict[str, int]:
    """The longest way to each node, after ways back are cut."""
    following: dict[str, list[str]] = defaultdict(list)
    known = set(nodes)
    for source, target in ways:
        if source in known and target in known and source != target:
            following[source].append(target)
    back = _ways_back(nodes, following)
    waiting: dict[str, int] = dict.fromkeys(nodes, 0)
    for source, targets in following.items():
        for target in targets:
            waiting[target] += (source, target) not in back
    ready = deque(node for node in nodes if not waiting[node])
    column = dict.fromkeys(nodes, 0)
    while ready:
        node = ready.popleft()
        for target in following[node]:
            if (node, target) in back:
                continue
            column[target] = max(column[target], column[node] + 1)
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    return column


def _ways_back(nodes: list[str], following: Mapping[str, list[str]]) -> set[tuple[str, str]]:
    """Ways to a node that is still open on the current path (depth first, without recursion)."""
    back: set[tuple[str, str]] = set()
    state: dict[str, int] = {}
    for first in nodes:
        if first in state:
            continue
        state[first] = 1
        stack = [(first, iter(following.get(first, ())))]
        while stack:
            node, rest = stack[-1]
            target = next(rest, None)
            if target is None:
                state[node] = 2
                stack.pop()
            elif state.get(target) == 1:
                back.add((node, target))
            elif target not in state:
                state[target] = 1
                stack.append((target, iter(following.get(target, ()))))
    return back
