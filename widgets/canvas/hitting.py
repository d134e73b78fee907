"""What lies under the hand?"""

from __future__ import annotations

from collections.abc import Iterator

from model.geometry import Point, Rect
from model.records import Role
from widgets.canvas.scene import CanvasScene
from widgets.items.aside import DataItem, FrameItem, NoteItem
from widgets.items.flow import FlowItem
from widgets.items.item import qrect, rect
from widgets.items.looking import CARDS
from widgets.items.node import NodeItem
from widgets.painters.looks import RowLook
from widgets.tools.asides import corner_points, tie_point
from widgets.tools.grips import Grip, grips
from widgets.tools.pointer import NOTHING, Hit

REACH = 12.0
"""Half of the 24 pixels that every target has, whatever is drawn."""
END_REACH = 30.0
"""So near to its arrow (or its beginning) a chosen way is led elsewhere."""
EDGE_REACH = 5.0
"""So near to its edge a lane is made taller; at the strip with its name from farther."""


def hit_at(
    scene: CanvasScene, point: Point, zoom: float, chosen: tuple[str, ...], *, rows: bool
) -> Hit:
    """The topmost thing at a point: handle, row, node, way, a lane's name, or nothing. ``rows``:
    rows can be read at this zoom.
    """
    reach = REACH / zoom
    near = list(_near(scene, point, reach))
    if chosen and (held := _held(scene, point, zoom, chosen)):
        return held
    nodes = [item for item in near if isinstance(item, NodeItem)]
    for item in nodes:
        if found := _handle(item, point, reach, rows=rows):
            return found
    for item in nodes:
        if item.box.contains(point.x, point.y) or _grown(item, reach).contains(point):
            return _in_node(item, point, rows=rows)
    return (
        _note(near, point)
        or _way(near, point, zoom, chosen)
        or _frame(near, point, zoom)
        or _lane(scene, point, zoom)
    )


def _held(scene: CanvasScene, point: Point, zoom: float, chosen: tuple[str, ...]) -> Hit | None:
    """The grip of the one thing that is chosen: a bend, a corner, the handle of a note."""
    if len(chosen) != 1:
        return None
    one, reach = chosen[0], REACH / zoom
    if grip := nearest_grip(scene, one, point, zoom, reach):
        return Hit(grip.kind, one, part=str(grip.number))
    box = aside_box(scene, one)
    if box is None:
        return None
    if isinstance(scene.notes.get(one), DataItem):
        return Hit("handle", one, one) if _at(pull_point(scene, one), point, reach) else None
    if one in scene.frames:
        corners = corner_points(box).items()
        part = next((corner for corner, at in corners if _at(at, point, reach)), "")
        return Hit("frame_corner", one, part=part) if part else None
    return Hit("tie", one) if _at(tie_point(box), point, reach * 0.75) else None


def pull_point(scene: CanvasScene, aside: str) -> Point:
    """Where a note is tied from (at its left), or a way is drawn from a data object (right)."""
    item = scene.notes[aside]
    box = rect(item.box)
    return Point(box.right, box.center.y) if isinstance(item, DataItem) else tie_point(box)


def nearest_grip(
    scene: CanvasScene, flow: str, point: Point, zoom: float, reach: float
) -> Grip | None:
    """The grip of a way at a point."""
    item = scene.flows.get(flow)
    if item is None:
        return None
    near = [
        (max(abs(grip.at.x - point.x), abs(grip.at.y - point.y)), grip)
        for grip in grips_of(item, zoom)
        if _at(grip.at, point, reach)
    ]
    return min(near)[1] if near else None


def grips_of(item: FlowItem, zoom: float) -> list[Grip]:
    """The grips of a way; none of a piece lies on its words."""
    held = grips(item.look.points, zoom)
    return [g for g in held if g.kind == "bend" or not item.pill.contains(g.at.x, g.at.y)]


def _at(place: Point, point: Point, reach: float) -> bool:
    return max(abs(place.x - point.x), abs(place.y - point.y)) <= reach


def aside_box(scene: CanvasScene, record_id: str) -> Rect | None:
    """Where a note or a frame stands."""
    item = scene.notes.get(record_id) or scene.frames.get(record_id)
    return rect(item.box) if item is not None else None


def _note(near: list[object], point: Point) -> Hit | None:
    for item in near:
        if isinstance(item, NoteItem | DataItem) and item.box.contains(point.x, point.y):
            return Hit("note", item.record_id, item.record_id)
    return None


def _frame(near: list[object], point: Point, zoom: float) -> Hit | None:
    """A frame is held at its line and at its name, so that one can work inside it."""
    reach = REACH / zoom / 2
    found: list[tuple[float, str]] = []
    for item in near:
        if not isinstance(item, FrameItem):
            continue
        box = rect(item.box)
        on_line = box.grown(reach).contains(point) and not box.grown(-reach).contains(point)
        if on_line or item.name_box.contains(point.x, point.y):
            found.append((box.width * box.height, item.record_id))
    return Hit("frame", min(found)[1], min(found)[1]) if found else None


def _way(near: list[object], point: Point, zoom: float, chosen: tuple[str, ...]) -> Hit | None:
    flow = nearest_flow([item for item in near if isinstance(item, FlowItem)], point, REACH / zoom)
    if flow is None:
        return None
    points = flow.look.points
    if flow.record_id in chosen and points:
        reach = END_REACH / zoom
        if _at(points[-1], point, reach):
            return Hit("flow_end", flow.record_id)
        if _at(points[0], point, reach):
            return Hit("flow_start", flow.record_id)
    return Hit("flow", flow.record_id)


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
    if row is None or row.kind in ("fee", "rest"):
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


def _lane(scene: CanvasScene, point: Point, zoom: float) -> Hit:
    """The edge of a lane, or the strip with its name."""
    strip = scene.ink.tokens.lane_title
    named = NOTHING
    for lane, item in scene.lanes.items():
        box = item.box
        in_strip = box.left() <= point.x <= box.left() + strip
        reach = (REACH if in_strip else EDGE_REACH) / zoom
        across = box.left() <= point.x <= box.right()
        role = across and isinstance(scene.view_of.get(lane), Role)
        if role and abs(point.y - box.bottom()) <= reach and not _is_outer(scene, lane):
            return Hit("lane_edge", lane, part="bottom")
        if role and abs(point.y - box.top()) <= reach and _is_first(scene, lane):
            return Hit("lane_edge", lane, part="top")
        if in_strip and box.top() <= point.y <= box.bottom():
            named = Hit("lane", lane)
    return named


def _is_outer(scene: CanvasScene, lane: str) -> bool:
    """The edges of a lane with lanes in it are theirs."""
    return any(one.id in scene.lanes for one in scene.view_of.children(lane, Role))


def _is_first(scene: CanvasScene, lane: str) -> bool:
    """The upper edge of any other lane is the lower one of the lane above."""
    if _is_outer(scene, lane):
        return False
    top = scene.lanes[lane].box.top()
    return not any(
        abs(item.box.bottom() - top) < 1
        for other, item in scene.lanes.items()
        if other != lane and isinstance(scene.view_of.get(other), Role)
    )
