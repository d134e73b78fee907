"""What is drawn over the graph: rings, handles, signs of findings, and what a gesture would do?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from model.geometry import Point, Rect
from model.records import Chosen, Flow
from widgets.canvas.findings import Worn, paint_signs
from widgets.canvas.gripping import paint_grips
from widgets.canvas.hitting import handle_point, has_handle
from widgets.canvas.places import place_of, seen_place
from widgets.canvas.scene import CanvasScene
from widgets.canvas.teaching import paint_teaching
from widgets.canvas.uses import paint_uses
from widgets.items.item import qrect
from widgets.items.looking import CARDS
from widgets.items.node import NodeItem
from widgets.look import icons
from widgets.painters import text
from widgets.painters.badges import bubble
from widgets.painters.card import paint_handle
from widgets.painters.flows import along, arrow, rounded
from widgets.painters.looks import TITLE_BELOW
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
    _worn: tuple[Mapping[str, str], Worn] | None = None

    def worn(self, scene: CanvasScene) -> Worn:
        """Who wears the signs of the findings; found again when there are others."""
        badges = self.badges or {}
        if self._worn is None or self._worn[0] is not badges:
            self._worn = badges, Worn(scene, badges)
        return self._worn[1]


def paint_above(
    painter: QPainter, scene: CanvasScene, above: Above, area: QRectF, zoom: float
) -> None:
    """Everything over the graph, from the quietest to the ghost."""
    unit = 1 / zoom
    paint_uses(painter, scene, above.chosen, unit)
    for one in above.chosen:
        _ring(painter, scene, one, unit, area)
    if above.has_focus and above.focus:
        _focus_ring(painter, scene, above.focus, unit)
    if above.badges and not scene.filling:
        paint_signs(painter, scene, above.worn(scene), area, unit)
    _handles(painter, scene, above)
    if above.ghost is None:
        paint_teaching(painter, scene)
        paint_grips(painter, scene, above.chosen, zoom)
    else:
        _ghost(painter, scene, above, unit)


# --------------------------------------------------------------------------------- what is chosen


def _ring(painter: QPainter, scene: CanvasScene, record_id: str, unit: float, area: QRectF) -> None:
    """A chosen card has a ring; of a chosen row its card has it."""
    card = scene.view_of.card_of(record_id) if record_id in scene.view_of else None
    item = scene.nodes.get(card.id) if card is not None else None
    other = scene.lanes.get(record_id) or scene.notes.get(record_id) or scene.frames.get(record_id)
    if item is not None and not item.box.adjusted(-9, -9, 9, 9).intersects(area):
        return
    width = scene.ink.tokens.selection_ring * max(1.0, unit * 0.7)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(scene.ink.pen("accent", width))
    if item is not None:
        _outline(painter, scene, item, 2.6)
    elif other is not None:
        painter.drawRoundedRect(other.box, 3, 3)


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
    place = seen_place(scene, record_id, unit)
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
        width = 4 * max(1.0, unit * 0.7)
        if ghost.deed in ("bend", "turn"):  # the way it has now fades
            painter.strokePath(path, QPen(_sheer(scene, "paper", 0.75), width + 1))
        else:
            painter.strokePath(path, scene.ink.pen("accent", width))
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
        item = scene.item_of(one)
        if item is None:
            continue
        box = item.box.translated(ghost.by.x, ghost.by.y)
        if one in scene.frames or one in scene.lanes:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(scene.ink.pen("accent", max(1.2, unit), Qt.PenStyle.DashLine))
            painter.drawRect(box)
        else:
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
    return found & scene.flows.keys() if found else found


def _leaves(flow: Flow, row: str) -> bool:
    condition = flow.condition
    return isinstance(condition, Chosen) and row in (condition.field, condition.option)


__all__ = ["Above", "accented", "paint_above", "place_of"]
