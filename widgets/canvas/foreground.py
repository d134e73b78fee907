"""What is drawn over the graph: rings, handles, signs of findings, and what a gesture would do?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from model.geometry import Point, Rect
from model.records import Chosen, Flow
from widgets.canvas.findings import signs_on
from widgets.canvas.hitting import handle_point, has_handle
from widgets.canvas.scene import CanvasScene
from widgets.items.item import CanvasItem, qrect
from widgets.items.looking import CARDS
from widgets.items.node import NodeItem
from widgets.look import icons
from widgets.painters import text
from widgets.painters.badges import SIGN, bubble, finding_sign
from widgets.painters.card import paint_handle
from widgets.painters.flows import along, arrow, rounded, use_line
from widgets.painters.looks import TITLE_BELOW
from widgets.painters.pills import pill_spots
from widgets.tools.preview import Ghost


@dataclass
class Above:
    """The state of the foreground."""

    chosen: tuple[str, ...] = ()
    focus: str = ""
    has_focus: bool = False
    hovered: str = ""
    ghost: Ghost | None = None
    badges: Mapping[str, str] | None = None
    seen: QRectF = field(default_factory=QRectF)


def paint_above(
    painter: QPainter, scene: CanvasScene, above: Above, area: QRectF, zoom: float
) -> None:
    """Everything over the graph, from the quietest to the ghost."""
    unit = 1 / zoom
    _use_lines(painter, scene, above, unit)
    for one in above.chosen:
        _ring(painter, scene, one, unit, area)
    if above.has_focus and above.focus:
        _focus_ring(painter, scene, above.focus, unit)
    _findings(painter, scene, above, area, unit)
    _handles(painter, scene, above)
    if above.ghost is not None:
        _ghost(painter, scene, above, unit)


# --------------------------------------------------------------------------------- what is chosen


def place_of(scene: CanvasScene, record_id: str) -> QRectF | None:
    """Where an element or a row is drawn; a row that a small card hides is where its card is."""
    item: CanvasItem | None = scene.nodes.get(record_id) or scene.lanes.get(record_id)
    if item is not None:
        return QRectF(item.box)
    flow = scene.flows.get(record_id)
    if flow is not None:
        return flow.pill if flow.look.label else QRectF(flow.reach)
    card = scene.view_of.card_of(record_id) if record_id in scene.view_of else None
    item = scene.nodes.get(card.id) if card is not None else None
    if isinstance(item, NodeItem):
        if item.look.counts_only:
            return QRectF(item.box)
        for row in item.look.rows:
            if row.id == record_id:
                box = item.box
                return QRectF(box.left(), box.top() + row.top, box.width(), row.height)
    return None


def _seen_place(scene: CanvasScene, record_id: str, unit: float) -> QRectF | None:
    """Where something is drawn at this zoom: from far a row has gone into its card."""
    if record_id not in scene.view_of:
        return None
    if 1 / unit < TITLE_BELOW and record_id not in scene.flows:
        card = scene.view_of.card_of(record_id)
        item = scene.nodes.get(card.id) if card is not None else None
        if item is not None:
            return QRectF(item.box)
    return place_of(scene, record_id)


def _ring(painter: QPainter, scene: CanvasScene, record_id: str, unit: float, area: QRectF) -> None:
    """A chosen card has a ring; of a chosen row its card has it."""
    card = scene.view_of.card_of(record_id) if record_id in scene.view_of else None
    item = scene.nodes.get(card.id) if card is not None else None
    lane = scene.lanes.get(record_id)
    if item is not None and not item.box.adjusted(-9, -9, 9, 9).intersects(area):
        return
    width = scene.ink.tokens.selection_ring * max(1.0, unit * 0.7)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(scene.ink.pen("accent", width))
    if item is not None:
        _outline(painter, scene, item, 2.6)
    elif lane is not None:
        painter.drawRoundedRect(lane.box, 3, 3)


def _outline(painter: QPainter, scene: CanvasScene, item: NodeItem, gap: float) -> None:
    """A ring in the shape of what it surrounds."""
    box = item.box.adjusted(-gap, -gap, gap, gap)
    if item.shape_name in CARDS:
        radius = scene.ink.tokens.radius_card + gap
        painter.drawRoundedRect(box, radius, radius)
    elif item.shape_name in ("decision", "parallel"):
        painter.drawRoundedRect(box, 6, 6)
    else:
        painter.drawEllipse(box)


def _focus_ring(painter: QPainter, scene: CanvasScene, record_id: str, unit: float) -> None:
    """A dashed ring in the text's colour round the one element that keys act on."""
    place = _seen_place(scene, record_id, unit)
    if place is None:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(scene.ink.pen("text", 1.6 * max(1.0, unit * 0.7), Qt.PenStyle.DotLine))
    flow = scene.flows.get(record_id)
    if flow is not None and not flow.look.label:
        painter.drawPath(along(flow.look.points, scene.ink.tokens.flow_corner, 7 * unit))
        return
    whole = record_id in scene.nodes or flow is not None or 1 / unit < TITLE_BELOW
    gap = 6.5 if whole else -1.5
    painter.drawRoundedRect(place.adjusted(-gap, -gap, gap, gap), 9, 9)


def _use_lines(painter: QPainter, scene: CanvasScene, above: Above, unit: float) -> None:
    """Who reads the chosen answer: a thin dashed line each."""
    view = scene.view_of
    painter.setPen(scene.ink.pen("uses", max(1.3, unit), Qt.PenStyle.DashLine))
    for one in above.chosen:
        start = _seen_place(scene, one, unit) if one not in scene.nodes else None
        if start is None:
            continue
        for use in view.uses(one):
            item = scene.nodes.get(use.parent)
            if item is not None:
                _use_line(painter, scene, start, item)


def _use_line(painter: QPainter, scene: CanvasScene, start: QRectF, item: NodeItem) -> None:
    end = Point(item.box.left() + item.box.width() * 0.62, item.box.top())
    left = Point(start.left(), start.center().y())
    right = Point(start.right(), start.center().y())
    to_left = end.x < start.right()
    begin = left if to_left else right
    lead = (-130 if end.x > start.left() else -60) if to_left else 60
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(use_line(begin, end, lead))
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(scene.ink.brush("uses"))
    painter.drawPolygon(arrow((Point(end.x, end.y - 20), end), scene.ink.tokens.arrow))
    painter.restore()


def _handles(painter: QPainter, scene: CanvasScene, above: Above) -> None:
    """The ring from which a way is drawn, on what is under the hand or has the focus."""
    if above.ghost is not None:
        return
    shown = {above.hovered, above.focus} - {""}
    for one in shown:
        item = scene.nodes.get(one)
        if item is not None and has_handle(item):
            point = handle_point(item)
            paint_handle(painter, scene.ink, QPointF(*point), strong=True)


def _findings(
    painter: QPainter, scene: CanvasScene, above: Above, area: QRectF, unit: float
) -> None:
    """From near at the row, from far and on small cards one at the corner of the card."""
    far = 1 / unit < TITLE_BELOW
    for record_id, severity in signs_on(scene, above.badges or {}, area, far=far).items():
        place = place_of(scene, record_id)
        if place is None or not place.adjusted(-SIGN, -SIGN, SIGN, SIGN).intersects(area):
            continue
        corner = _sign_place(scene, record_id, place)
        side = SIGN * max(1.0, unit * 0.8)
        finding_sign(painter, scene.ink, severity, corner, side)


def _sign_place(scene: CanvasScene, record_id: str, place: QRectF) -> QPointF:
    """The corner of a card, the beginning of a row or of words, the line of a way without words."""
    flow = scene.flows.get(record_id)
    if flow is not None and not flow.look.label:
        return QPointF(*next(pill_spots(flow.look.points, SIGN, SIGN)))
    node = scene.nodes.get(record_id)
    if node is not None and node.shape_name in ("decision", "parallel"):
        return QPointF(place.left() + place.width() * 0.2, place.top() + place.height() * 0.2)
    if node is not None:
        return place.topLeft()
    return QPointF(place.left(), place.center().y())


# --------------------------------------------------------------------------- what would be done


def _ghost(painter: QPainter, scene: CanvasScene, above: Above, unit: float) -> None:
    ghost = above.ghost
    assert ghost is not None
    good = "accent" if ghost.allowed else "error"
    _target(painter, scene, ghost, good, unit)
    _moved(painter, scene, ghost, unit)
    for box in ghost.boxes:
        _shadow_of(painter, scene, box, ghost.icon, good, unit, str(ghost.label))
    painter.setPen(scene.ink.pen("accent", max(1.0, unit), Qt.PenStyle.DashLine))
    for start, end in ghost.guides:
        painter.drawLine(QPointF(*start), QPointF(*end))
    if ghost.insertion is not None:
        _insertion(painter, scene, ghost.insertion)
    if ghost.way:
        _way(painter, scene, ghost, good)
    if ghost.area is not None:
        _lasso(painter, scene, ghost.area, unit)
    if ghost.words:
        _words(painter, scene, ghost, unit, above.seen)


def _target(painter: QPainter, scene: CanvasScene, ghost: Ghost, color: str, unit: float) -> None:
    """What would be hit wears a ring; a forbidden one lies under grey."""
    item = scene.nodes.get(ghost.target)
    flow = scene.flows.get(ghost.flow)
    if flow is not None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = rounded(flow.look.points, scene.ink.tokens.flow_corner)
        painter.strokePath(path, scene.ink.pen("accent", 4 * max(1.0, unit * 0.7)))
    if item is None:
        return
    if not ghost.allowed:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_sheer(scene, "paper", 0.7))
        painter.drawRoundedRect(item.box, 8, 8)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    style = Qt.PenStyle.SolidLine if ghost.allowed else Qt.PenStyle.DashLine
    painter.setPen(scene.ink.pen(color, 2.2 * max(1.0, unit * 0.7), style))
    _outline(painter, scene, item, 3)


def _moved(painter: QPainter, scene: CanvasScene, ghost: Ghost, unit: float) -> None:
    """Outlines of what is moved, at its new place."""
    for one in ghost.moved:
        item = scene.nodes.get(one)
        if item is not None:
            box = item.box.translated(ghost.by.x, ghost.by.y)
            plain = Rect(box.x(), box.y(), box.width(), box.height())
            _shadow_of(painter, scene, plain, "", "accent", unit)


def _shadow_of(
    painter: QPainter,
    scene: CanvasScene,
    box: Rect,
    icon: str,
    color: str,
    unit: float,
    label: str = "",
) -> None:
    painter.setPen(scene.ink.pen(color, 1.8 * max(1.0, unit * 0.7), Qt.PenStyle.DashLine))
    painter.setBrush(_sheer(scene, "card", 0.78))
    radius = min(scene.ink.tokens.radius_card, box.width / 2, box.height / 2)
    painter.drawRoundedRect(qrect(box), radius, radius)
    if icon:
        side = min(16.0, box.height * 0.6)
        place = QRectF(box.x + 11, box.center.y - side / 2, side, side)
        if box.width <= 60:
            place.moveCenter(QPointF(*box.center))
        icons.paint(painter, icon, place, scene.ink.tokens.color(color))
    if label and box.width > 60:
        left = box.x + 36 if icon else box.x + 12
        room = QRectF(left, box.y, box.right - 10 - left, box.height)
        text.say_in(painter, scene.ink, "row", label, room, "text")


def _sheer(scene: CanvasScene, name: str, opacity: float) -> QColor:
    """A colour that lets through what is below."""
    color = QColor(scene.ink.tokens.color(name))
    color.setAlphaF(opacity)
    return color


def _insertion(painter: QPainter, scene: CanvasScene, line: tuple[Point, Point]) -> None:
    painter.setPen(scene.ink.pen("accent", 2.6))
    painter.drawLine(QLineF(QPointF(*line[0]), QPointF(*line[1])))
    painter.setBrush(scene.ink.brush("accent"))
    painter.drawEllipse(QPointF(*line[0]), 3, 3)


def _way(painter: QPainter, scene: CanvasScene, ghost: Ghost, color: str) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    style = Qt.PenStyle.SolidLine if ghost.allowed else Qt.PenStyle.DashLine
    path = rounded(ghost.way, scene.ink.tokens.flow_corner)
    painter.strokePath(path, scene.ink.pen(color, 2.2, style))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(scene.ink.brush(color))
    painter.drawPolygon(arrow(ghost.way, scene.ink.tokens.arrow + 1))


def _lasso(painter: QPainter, scene: CanvasScene, area: Rect, unit: float) -> None:
    painter.setPen(scene.ink.pen("accent", max(1.0, unit), Qt.PenStyle.DashLine))
    painter.setBrush(_sheer(scene, "accent", 0.1))
    painter.drawRect(qrect(area))


def _words(painter: QPainter, scene: CanvasScene, ghost: Ghost, unit: float, seen: QRectF) -> None:
    """The bubble keeps its size on the screen at any zoom."""
    painter.save()
    painter.translate(ghost.at.x, ghost.at.y)
    painter.scale(unit, unit)
    words = " ".join(str(part) for part in ghost.words)
    room = seen.translated(-ghost.at.x, -ghost.at.y)
    room = QRectF(room.topLeft() / unit, room.size() / unit)
    bubble(painter, scene.ink, words, QPointF(0, 0), room, refusal=not ghost.allowed)
    painter.restore()


def accented(scene: CanvasScene, chosen: tuple[str, ...]) -> set[str]:
    """The ways with the accent: chosen ones, and those that leave a chosen answer or question."""
    found: set[str] = set()
    for one in chosen:
        if one in scene.flows:
            found.add(one)
        elif one not in scene.nodes and one in scene.view_of:
            found |= {flow.id for flow in scene.view_of.referring(one, Flow) if _leaves(flow, one)}
    return found & scene.flows.keys()


def _leaves(flow: Flow, row: str) -> bool:
    condition = flow.condition
    return isinstance(condition, Chosen) and row in (condition.field, condition.option)
