"""Where do the keys lead on the graph?

Right and Left go along the ways, Up and Down between branches or rows; Tab goes in reading order.
With Shift, Right and Left step onto a way, Up and Down go through everything that stands on the
canvas: lane by lane, then from left to right. So every place is reached without a mouse.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from model.document.queries import Queries
from model.geometry import Point, Rect
from model.graph import card_rows, reading_order
from model.records import (
    Annotation,
    DataFlow,
    DataObject,
    Flow,
    Frame,
    MessageFlow,
    Node,
    Placement,
    Pool,
    Role,
)
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
    if isinstance(record, Flow | MessageFlow | DataFlow):
        return _from_flow(view, record, direction)
    if isinstance(record, Node):
        return _from_node(view, boxes, focus, direction)
    if isinstance(record, Annotation) and direction == "left" and record.about:
        return record.about
    if isinstance(record, Role | Pool | Annotation | Frame | DataObject):
        return along(view, boxes, focus, -1 if direction in ("left", "up") else 1)
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
    """Shift and an arrow: from a node or a lane onto the way that leads on or came here, messages
    too.
    """
    card = view.card_of(focus) or view.get(focus)
    if card is None or direction not in ("left", "right"):
        return ""
    ways = _ways(view, card.id, leaving=direction == "right")
    if isinstance(card, Flow | MessageFlow | DataFlow):
        ways = []
    return ways[0] if ways else ""


def _ways(view: Queries, end: str, *, leaving: bool) -> list[str]:
    """The ways that leave (or reach) something: flows in their order, then messages."""
    flows = view.outgoing(end) if leaving else view.incoming(end)
    name = "source" if leaving else "target"
    others = [*view.referring(end, MessageFlow), *view.referring(end, DataFlow)]
    return [*(flow.id for flow in flows), *(o.id for o in others if getattr(o, name) == end)]


def along(view: Queries, boxes: Boxes, focus: str, step: int) -> str:
    """Shift and Up or Down: the previous (-1) or next (+1) of everything that stands on the canvas;
    "" beyond the ends.
    """
    order = standing(view, boxes)
    card = view.card_of(focus)
    here = focus if focus in order else card.id if card is not None else ""
    if here not in order:
        return order[0] if order else ""
    place = order.index(here) + step
    return order[place] if 0 <= place < len(order) else ""


def standing(view: Queries, boxes: Boxes) -> list[str]:
    """All lanes, nodes, notes and frames, lane by lane and there from left to right. ``boxes``: the
    nodes that are seen.
    """
    places = {p.about: p.box for p in view.of(Placement) if p.view == "main"}
    lanes = [one.id for kind in (Pool, Role) for one in view.of(kind) if one.id in places]
    lanes.sort(key=lambda one: (places[one].y, places[one].x, -places[one].width, one))
    homes: dict[str, list[str]] = {lane: [] for lane in (*lanes, "")}
    for kind in (Node, Annotation, Frame, DataObject):
        for record in view.of(kind):
            seen = kind is not Node or record.id in boxes
            if seen and record.id in places:
                homes[_home(places, lanes, record.id)].append(record.id)
    found: list[str] = []
    for lane, inside in homes.items():
        found += [lane] if lane else []
        found += sorted(inside, key=lambda one: (places[one].x, places[one].y, one))
    return found


def _home(places: Boxes, lanes: list[str], record_id: str) -> str:
    """The innermost lane in which something stands, or ""."""
    at = places[record_id].center
    around = [(places[lane].height, lane) for lane in lanes if places[lane].contains(at)]
    return min(around)[1] if around else ""


def _from_flow(view: Queries, flow: Flow | MessageFlow | DataFlow, direction: Direction) -> str:
    if direction == "right":
        return flow.target
    if direction == "left":
        return flow.source
    siblings = _ways(view, flow.source, leaving=True)
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
    """The rows of a card that can have the focus, those of a folded card too."""
    return [r.id for r in card_rows(view, card, unfolded=True) if r.kind not in ("fee", "rest")]


def _beside(line: list[str], one: str, step: int) -> str:
    if one not in line:
        return ""
    place = line.index(one) + step
    return line[place] if 0 <= place < len(line) else ""


_FAR = 1e6


def nearest(boxes: Boxes, start: str, direction: Direction) -> str:
    """The nearest node in a direction, by place; straight ahead counts more than aside, and what
    lies rather aside than ahead comes after everything else.
    """
    here = boxes.get(start)
    if here is None:
        return ""
    dx, dy = _SHIFT[direction]
    best, best_cost = "", float("inf")
    for one, box in boxes.items():
        along = (box.center.x - here.center.x) * dx + (box.center.y - here.center.y) * dy
        aside = abs((box.center.x - here.center.x) * dy) + abs((box.center.y - here.center.y) * dx)
        cost = along + 2 * aside + (_FAR if aside > 2 * along else 0)
        if one != start and along > 1 and cost < best_cost:
            best, best_cost = one, cost
    return best


def aimed(boxes: Boxes, node: str, phase: Literal["move", "release"]) -> Pointer:
    """A pointer on a node, as the keyboard sends it."""
    box = boxes.get(node, Rect(0, 0, 0, 0))
    return Pointer(phase, Point(box.x + 20, box.y + 18), Hit("node", node, node))
