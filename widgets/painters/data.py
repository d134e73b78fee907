"""How is a data object drawn: a sheet with a fold, a store as a cylinder, the name below?"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from widgets.look import icons
from widgets.painters import text
from widgets.painters.ink import Ink
from widgets.painters.looks import DataLook, Detail

FOLD = 0.28
NAME_WIDTH, NAME_LINES = 112.0, 3
_ARROWS = {"input": "link_receive", "output": "link_send"}


def paint_data(painter: QPainter, brush: Ink, look: DataLook, box: QRectF, detail: Detail) -> None:
    """Its shape, from nearer its arrow or bars, and its name."""
    painter.setPen(brush.pen("flow", 1.5))
    painter.setBrush(brush.brush("card"))
    (_store if look.form == "store" else _sheet)(painter, box)
    if detail == Detail.BOX:
        return
    color = brush.tokens.color("flow")
    if look.form in _ARROWS:
        place = QRectF(box.left() + 4, box.top() + 5, 13, 13)
        icons.paint(painter, _ARROWS[look.form], place, color, weight=1.6)
    if look.many:
        place = QRectF(box.center().x() - 6, box.bottom() - 14, 12, 12)
        icons.paint(painter, "mark_parallel", place, color, weight=2.2)
    if detail >= Detail.FULL and look.title:
        align = Qt.AlignmentFlag.AlignHCenter
        place = data_name_box(brush, look, box)
        text.draw(painter, brush, _fitted(brush, look), place, "muted", align)


def data_name_box(brush: Ink, look: DataLook, box: QRectF) -> QRectF:
    """Where its name stands, below it; empty when it has none."""
    if not look.title:
        return QRectF()
    fitted = _fitted(brush, look)
    height = brush.metrics(fitted.font).height() * len(fitted.lines) + 2
    width = max(brush.width(fitted.font, line) for line in fitted.lines)
    return QRectF(box.center().x() - width / 2, box.bottom() + 3, width, height)


def _fitted(brush: Ink, look: DataLook) -> text.Fitted:
    return text.fit(brush, look.title, NAME_WIDTH, ("label", "muted_small"), lines=NAME_LINES)


def _sheet(painter: QPainter, box: QRectF) -> None:
    fold = min(box.width(), box.height()) * FOLD
    inner = QPointF(box.right() - fold, box.top() + fold)
    corner, below = QPointF(box.right() - fold, box.top()), QPointF(box.right(), box.top() + fold)
    outline = [box.topLeft(), corner, below, box.bottomRight(), box.bottomLeft()]
    painter.drawPolygon(QPolygonF(outline))
    painter.drawLine(QLineF(corner, inner))
    painter.drawLine(QLineF(inner, below))


def _store(painter: QPainter, box: QRectF) -> None:
    cap = min(box.height() * 0.28, 16.0)
    path = QPainterPath(QPointF(box.left(), box.top() + cap / 2))
    path.arcTo(QRectF(box.left(), box.top(), box.width(), cap), 180, -180)
    path.lineTo(box.right(), box.bottom() - cap / 2)
    path.arcTo(QRectF(box.left(), box.bottom() - cap, box.width(), cap), 0, -180)
    path.closeSubpath()
    painter.drawPath(path)
    for lower in (0.0, cap * 0.4):
        place = QRectF(box.left(), box.top() + lower, box.width(), cap)
        painter.drawArc(place, 180 * 16, 180 * 16)
