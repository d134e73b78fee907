"""What of the graph is seen from very far?"""

from __future__ import annotations

from collections.abc import Iterable

from model.geometry import Point, Rect
from widgets.items.flow import FlowItem
from widgets.items.item import rect
from widgets.items.lane import LaneItem
from widgets.items.node import NodeItem
from widgets.painters.looks import Overview

Ends = tuple[Rect | None, Rect | None]


def overview_of(
    lanes: Iterable[LaneItem], nodes: Iterable[NodeItem], ways: Iterable[tuple[FlowItem, Ends]]
) -> Overview:
    """Boxes and lines; a way that nobody saw yet is drawn from one end to the other."""
    return Overview(
        tuple((f"lane_{item.look.side}", rect(item.box)) for item in lanes),
        tuple(rect(item.box) for item in nodes),
        tuple(_plain_way(item, *ends) for item, ends in ways),
    )


def _plain_way(item: FlowItem, source: Rect | None, target: Rect | None) -> tuple[Point, ...]:
    if item.known is not None:
        return item.known.points
    if source is None or target is None:
        return ()
    start, end = Point(source.right, source.center.y), Point(target.x, target.center.y)
    middle = (start.x + end.x) / 2
    return (start, Point(middle, start.y), Point(middle, end.y), end)
