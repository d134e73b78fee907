"""Where do the names of signs and the words of ways find room among what is near?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from model.geometry import Point
from model.records import DataFlow, Flow, MessageFlow
from widgets.items.aside import DataItem, NoteItem
from widgets.items.flow import FlowItem
from widgets.items.lane import LaneItem
from widgets.items.node import NodeItem
from widgets.painters.badges import badge_box
from widgets.painters.card import title_place
from widgets.painters.ink import Ink
from widgets.painters.looks import NodeLook, Side
from widgets.painters.names import CORNER_WIDTH, free_side, name_box
from widgets.painters.pills import flow_pill

NAME_REACH = CORNER_WIDTH
"""So far from its sign a name may stand."""


class Ties:
    """Which ways begin or end at a node, and the nodes at which one came, went or was turned."""

    def __init__(self) -> None:
        self._ways: dict[str, set[str]] = {}
        self._ends: dict[str, set[str]] = {}
        self._stirred: set[str] = set()

    def note(self, flow: Flow | MessageFlow | DataFlow) -> None:
        """A way is drawn, or has other ends."""
        for end in (flow.source, flow.target):
            self._ways.setdefault(end, set()).add(flow.id)
        self._ends.setdefault(flow.id, set()).update((flow.source, flow.target))
        self.stir(flow.id)

    def at(self, node: str) -> set[str]:
        """The ways that begin or end at a node, or once did."""
        return self._ways.get(node, set())

    def stir(self, flow: str) -> None:
        """A way went, or takes another course."""
        self._stirred |= self._ends.get(flow, set())

    def settled(self) -> set[str]:
        """The nodes at which something happened since this was last asked."""
        stirred, self._stirred = self._stirred, set()
        return stirred


def side_of_name(
    brush: Ink,
    look: NodeLook,
    own: NodeItem,
    ways: Iterable[FlowItem],
    near: Sequence[QGraphicsItem],
    names: Iterable[QRectF] = (),
) -> Side:
    """Where a sign's name is not crossed by its own ways and lies on no card and no other name."""
    boxes = [item.box for item in _standing(near) if item is not own]
    boxes += [*names, *titles_of(brush, near)]
    return free_side(brush, look, own.box, [way.look.points for way in ways], boxes)


def place_of_words(
    brush: Ink, own: FlowItem, near: Callable[[QRectF], Iterable[QGraphicsItem]]
) -> QRectF:
    """Where the words of a way cover no card, no name and no words of another way."""

    def taken(box: QRectF) -> tuple[list[QRectF], list[tuple[Point, ...]]]:
        return _taken(brush, own, list(near(box)))

    return flow_pill(brush, own.look, taken)


def _taken(
    brush: Ink, own: FlowItem, found: list[QGraphicsItem]
) -> tuple[list[QRectF], list[tuple[Point, ...]]]:
    boxes = titles_of(brush, found)
    courses: list[tuple[Point, ...]] = []
    for node in _standing(found):
        boxes.append(node.box)
        if node.is_sign:
            boxes.append(name_box(brush, node.look, node.box))
        elif node.look.badge:
            boxes.append(badge_box(brush, node.look.badge, node.box))
    for item in found:
        if isinstance(item, FlowItem) and item is not own and item.known is not None:
            courses.append(item.known.points)
            if item.known_pill is not None:
                boxes.append(item.known_pill)
        elif isinstance(item, NoteItem | DataItem):
            boxes.append(item.box)
    return boxes, courses


def titles_of(brush: Ink, near: Iterable[QGraphicsItem]) -> list[QRectF]:
    """Where the names of lanes and of open sub-processes stand."""
    strip = brush.tokens.lane_title
    found = [
        QRectF(item.box.left(), item.box.top(), strip, item.box.height())
        for item in near
        if isinstance(item, LaneItem)
    ]
    frames = [item for item in near if isinstance(item, NodeItem) and item.is_frame]
    return found + [title_place(brush, item.look, item.box) for item in frames]


def _standing(near: Iterable[QGraphicsItem]) -> list[NodeItem]:
    """The nodes among them, without the frames on which other things stand."""
    return [item for item in near if isinstance(item, NodeItem) and not item.is_frame]
