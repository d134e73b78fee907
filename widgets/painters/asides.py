"""How is drawn what is beside the way: a note at its bracket, a dashed frame with its name?"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from widgets.painters import text
from widgets.painters.ink import Ink
from widgets.painters.looks import Detail, FrameLook, NoteLook

TICK = 12.0
"""Length of the two short lines of the bracket."""
PAD = 10.0
NAME_HEIGHT = 22.0
RADIUS = 10.0
_FAR_FONTS = ("far", "far_small", "title")
_NEAR_FONTS = ("row", "row_small", "muted_small")


def paint_note(painter: QPainter, brush: Ink, look: NoteLook, box: QRectF, detail: Detail) -> None:
    """A bracket open to the right, its words, and the dotted line to what it is about."""
    if look.tied is not None:
        end = nearest(look.tied, box.center())
        painter.setPen(brush.pen("flow", 1.4, Qt.PenStyle.DotLine))
        painter.drawLine(nearest(box, end), end)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush.brush("paper"))
    painter.drawRect(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(brush.pen("flow", 1.6))
    painter.drawPath(_bracket(box))
    if detail == Detail.BOX:
        return
    room = box.adjusted(PAD, 3, -4, -3)
    fonts = _FAR_FONTS if detail == Detail.TITLE else _NEAR_FONTS
    fitted = text.paragraph(brush, look.text, room.width(), room.height(), fonts)
    text.draw(painter, brush, fitted, room, "text")


def _bracket(box: QRectF) -> QPainterPath:
    path = QPainterPath(QPointF(box.left() + TICK, box.top()))
    path.lineTo(box.topLeft())
    path.lineTo(box.bottomLeft())
    path.lineTo(box.left() + TICK, box.bottom())
    return path


def nearest(box: QRectF, point: QPointF) -> QPointF:
    """The point of a box's border that is nearest to a point outside of it."""
    x = min(max(point.x(), box.left()), box.right())
    y = min(max(point.y(), box.top()), box.bottom())
    return QPointF(x, y)


def paint_frame(
    painter: QPainter, brush: Ink, look: FrameLook, box: QRectF, detail: Detail
) -> None:
    """A dashed line with round corners; the name stands inside at the upper left."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(brush.pen("timber", 1.6, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    if detail == Detail.BOX or not look.title:
        return
    font = "title_small" if detail >= Detail.FULL else "far_small"
    place = name_place(brush, look, box, font)
    fitted = text.fit(brush, look.title, place.width() + 1, (font,))
    text.draw(painter, brush, fitted, place, "timber")


def name_place(brush: Ink, look: FrameLook, box: QRectF, font: str = "title_small") -> QRectF:
    """Where the name of a frame stands: inside its upper left corner."""
    height = max(NAME_HEIGHT, brush.metrics(font).height())
    width = min(brush.width(font, look.title), max(box.width() - 2 * RADIUS, 20))
    return QRectF(box.left() + RADIUS, box.top() + 2, width, height)
