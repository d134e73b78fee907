"""What lies under the hand?"""

from __future__ import annotations

from collections.abc import Iterator

from model.geometry import Point, Rect
from widgets.canvas.scene import CanvasScene
from widgets.items.flow import FlowItem
from widgets.items.item import qrect
from widgets.items.looking import CARDS
from widgets.items.node import NodeItem
from widgets.painters.looks import RowLook
from widgets.tools.pointer import NOTHING, Hit

REACH = 12.0
"""Half of the 24 pixels that every target has, whatever is drawn."""
END_REACH = 30.0
"""So near to its arrow a chosen way is led elsewhere."""


def hit_at(
    scene: CanvasScene, point: Point, zoom: float, chosen: tuple[str, ...], *, rows: bool
) -> Hit:
    """The topmost thing at a point: handle, row, node, way, a lane's name, or nothing. ``rows``:
    rows can be read at this zoom.
    """
    reach = REACH / zoom
    near = list(_near(scene, point, reach))
    nodes = [item for item in near if isinstance(item, NodeItem)]
    for item in nodes:
        if found := _handle(item, point, reach, rows=rows):
            return found
    for item in nodes:
        if item.box.contains(point.x, point.y) or _grown(item, reach).contains(point):
            return _in_node(item, point, rows=rows)
    flow = nearest_flow([item for item in near if isinstance(item, FlowItem)], point, reach)
    if flow is not None:
        ends = flow.record_id in chosen and _at_end(flow, point, END_REACH / zoom)
        return Hit("flow_end" if ends else "flow", flow.record_id)
    return _lane(scene, point)


def _near(scene: CanvasScene, point: Point, reach: float) -> Iterator[object]:
    area = Rect(point.x, point.y, 0.01, 0.01).grown(reach)
    yield from scene.items(qrect(area))


def handle_point(item: NodeItem) -> Point:
    """Where the handle of a whole node is: at the right, on the height of its title."""
    box = item.box
    tall = item.shape_name in CARDS and box.height() > 90
    return Point(box.right(), box.top() + 18 if tall else box.center().y())


def has_handle(item: NodeItem) -> bool:
    """Nothing follows an end."""
    return item.shape_name != "end"


def _grown(item: NodeItem, reach: float) -> Rect:
    """Small signs are easier to hit than they look."""
    box = item.box
    missing = max(0.0, 2 * reach - box.width()) / 2
    return Rect(box.x(), box.y(), box.width(), box.height()).grown(missing)


def _handle(item: NodeItem, point: Point, reach: float, *, rows: bool) -> Hit | None:
    """The ring at the edge: mostly its outer half, so that the card's own edge stays a card."""
    edge = item.box.right()
    if not edge - min(reach, 9.0) <= point.x <= edge + reach:
        return None
    if rows and not item.look.counts_only:
        for row in item.look.rows:
            middle = item.box.top() + row.top + row.height / 2
            if row.handle and abs(point.y - middle) <= min(reach, row.height / 2):
                return Hit("handle", row.id, item.record_id)
    if has_handle(item) and abs(point.y - handle_point(item).y) <= reach:
        return Hit("handle", item.record_id, item.record_id)
    return None


def _in_node(item: NodeItem, point: Point, *, rows: bool) -> Hit:
    row = row_at(item, point) if rows else None
    if row is None or row.kind == "fee":
        return Hit("node", item.record_id, item.record_id)
    return Hit("option" if row.kind == "option" else "row", row.id, item.record_id)


def row_at(item: NodeItem, point: Point) -> RowLook | None:
    """The row of a card at a point."""
    if item.look.counts_only:
        return None
    height = point.y - item.box.top()
    return next((r for r in item.look.rows if r.top <= height < r.top + r.height), None)


def nearest_flow(flows: list[FlowItem], point: Point, reach: float) -> FlowItem | None:
    """The way that runs nearest to a point."""
    measured = [(item.distance(point), number, item) for number, item in enumerate(flows)]
    best = min(measured, default=None)
    return best[2] if best is not None and best[0] <= reach else None


def _at_end(flow: FlowItem, point: Point, reach: float) -> bool:
    points = flow.look.points
    if not points:
        return False
    return max(abs(points[-1].x - point.x), abs(points[-1].y - point.y)) <= reach


def _lane(scene: CanvasScene, point: Point) -> Hit:
    strip = scene.ink.tokens.lane_title
    for lane, item in scene.lanes.items():
        box = item.box
        if box.contains(point.x, point.y) and point.x <= box.left() + strip:
            return Hit("lane", lane)
    return NOTHING
