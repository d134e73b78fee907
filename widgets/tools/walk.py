"""Where do the keys lead on the graph?

Right and Left go along the ways, Up and Down between branches or rows; Tab goes in reading order.
Every place is reached without a mouse.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from model.document.queries import Queries
from model.geometry import Point, Rect
from model.graph import card_rows, reading_order
from model.records import Flow, MessageFlow, Node
from widgets.tools.pointer import Hit, Pointer

Direction = Literal["left", "right", "up", "down"]
Boxes = Mapping[str, Rect]
_SHIFT: dict[Direction, tuple[int, int]] = {
    "left": (-1, 0),
    "right": (1, 0),
    "up": (0, -1),
    "down": (0, 1),
}


def neighbour(view: Queries, boxes: Boxes, focus: str, direction: Direction) -> str:
    """The element an arrow key leads to; "" when there is none that way."""
    record = view.get(focus)
    if record is None:
        return first(view, boxes)
    if isinstance(record, Flow | MessageFlow):
        return _from_flow(view, record, direction)
    if isinstance(record, Node):
        return _from_node(view, boxes, focus, direction)
    return _from_row(view, boxes, focus, direction)


def first(view: Queries, boxes: Boxes) -> str:
    """Where reading begins."""
    return next((one for one in reading_order(view) if one in boxes), "")


def in_order(view: Queries, boxes: Boxes, focus: str, step: int) -> str:
    """The next (+1) or previous (-1) node in reading order; "" beyond the ends, so that Tab can
    leave the canvas.
    """
    order = [one for one in reading_order(view) if one in boxes]
    card = view.card_of(focus)
    if card is None or card.id not in order:
        if not order:
            return ""
        return order[0] if step > 0 else order[-1]
    place = order.index(card.id) + step
    return order[place] if 0 <= place < len(order) else ""


def way_at(view: Queries, focus: str, direction: Direction) -> str:
    """Shift and an arrow: from a node onto the way that leads on or came here."""
    card = view.card_of(focus)
    if card is None:
        return ""
    flows = view.outgoing(card.id) if direction == "right" else view.incoming(card.id)
    return flows[0].id if flows and direction in ("left", "right") else ""


def _from_flow(view: Queries, flow: Flow | MessageFlow, direction: Direction) -> str:
    if direction == "right":
        return flow.target
    if direction == "left":
        return flow.source
    siblings = [other.id for other in view.outgoing(flow.source)]
    return _beside(siblings, flow.id, -1 if direction == "up" else 1)


def _from_node(view: Queries, boxes: Boxes, node: str, direction: Direction) -> str:
    if direction == "right":
        targets = [flow.target for flow in view.outgoing(node) if flow.target in boxes]
        return targets[0] if targets else nearest(boxes, node, direction)
    if direction == "left":
        sources = [flow.source for flow in view.incoming(node) if flow.source in boxes]
        return sources[0] if sources else nearest(boxes, node, direction)
    step = -1 if direction == "up" else 1
    branches = _branches(view, boxes, node)
    return _beside(branches, node, step) or nearest(boxes, node, direction)


def _branches(view: Queries, boxes: Boxes, node: str) -> list[str]:
    """The targets of the node that leads here, from top to bottom."""
    for flow in view.incoming(node):
        others = {way.target for way in view.outgoing(flow.source) if way.target in boxes}
        if len(others) > 1:
            return sorted(others, key=lambda one: (boxes[one].y, boxes[one].x))
    return []


def _from_row(view: Queries, boxes: Boxes, row: str, direction: Direction) -> str:
    card = view.card_of(row)
    if card is None:
        return first(view, boxes)
    if direction == "left":
        return card.id
    if direction == "right":
        ways = (flow for flow in view.outgoing(card.id) if row in flow.references())
        way = next(ways, None)
        return way.target if way is not None else ""
    rows = rows_of(view, card.id)
    found = _beside(rows, row, -1 if direction == "up" else 1)
    return found or (card.id if direction == "up" else "")


def rows_of(view: Queries, card: str) -> list[str]:
    """The rows of a card that can have the focus."""
    return [row.id for row in card_rows(view, card) if row.kind != "fee"]


def _beside(line: list[str], one: str, step: int) -> str:
    if one not in line:
        return ""
    place = line.index(one) + step
    return line[place] if 0 <= place < len(line) else ""


def nearest(boxes: Boxes, start: str, direction: Direction) -> str:
    """The nearest node in a direction, by place; straight ahead counts more than aside."""
    here = boxes.get(start)
    if here is None:
        return ""
    dx, dy = _SHIFT[direction]
    best, best_cost = "", float("inf")
    for one, box in boxes.items():
        along = (box.center.x - here.center.x) * dx + (box.center.y - here.center.y) * dy
        aside = abs((box.center.x - here.center.x) * dy) + abs((box.center.y - here.center.y) * dx)
        cost = along + 2 * aside
        if one != start and along > 1 and cost < best_cost:
            best, best_cost = one, cost
    return best


def aimed(boxes: Boxes, node: str, phase: Literal["move", "release"]) -> Pointer:
    """A pointer on a node, as the keyboard sends it."""
    box = boxes.get(node, Rect(0, 0, 0, 0))
    return Pointer(phase, Point(box.x + 20, box.y + 18), Hit("node", node, node))
