"""How are events and gateways drawn: start, end, timer, message, decision, parallel, foreign
blocks?
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from widgets.look import icons
from widgets.painters.ink import Ink
from widgets.painters.looks import Detail, NodeLook
from widgets.painters.names import paint_name


def _circle(
    painter: QPainter, brush: Ink, box: QRectF, color: str, width: float, *, dashed: bool = False
) -> None:
    painter.setPen(brush.pen(color, width, _style(dashed=dashed)))
    painter.setBrush(brush.brush("card"))
    half = width / 2
    painter.drawEllipse(box.adjusted(half, half, -half, -half))


def _style(*, dashed: bool) -> Qt.PenStyle:
    return Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine


def paint_start(painter: QPainter, brush: Ink, look: NodeLook, box: QRectF, detail: Detail) -> None:
    _circle(painter, brush, box, "ok", 2.2, dashed=look.dashed)
    _event(painter, brush, look, box, detail, "ok")


def paint_end(painter: QPainter, brush: Ink, look: NodeLook, box: QRectF, detail: Detail) -> None:
    _circle(painter, brush, box, "flow", 4)
    _event(painter, brush, look, box, detail, "flow")


def paint_between(
    painter: QPainter, brush: Ink, look: NodeLook, box: QRectF, detail: Detail
) -> None:
    """What happens on the way: a double ring with its sign; dashed when what it hangs at goes
    on. A kept block that is an event has the colour of kept blocks.
    """
    _circle(painter, brush, box, "card_edge" if look.foreign else "flow", 1.5, dashed=look.dashed)
    if detail != Detail.BOX:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(3.5, 3.5, -3.5, -3.5))
    _event(painter, brush, look, box, detail, "flow")


def _event(
    painter: QPainter, brush: Ink, look: NodeLook, box: QRectF, detail: Detail, color: str
) -> None:
    if detail == Detail.BOX:
        return
    if look.icon:
        inset = box.width() * 0.27
        icons.paint(
            painter,
            look.icon,
            box.adjusted(inset, inset, -inset, -inset),
            brush.tokens.color(color),
        )
    if detail >= Detail.FULL:
        paint_name(painter, brush, look, box)


def _diamond(painter: QPainter, brush: Ink, box: QRectF) -> None:
    painter.setPen(brush.pen("flow", 1.6))
    painter.setBrush(brush.brush("card"))
    center = box.center()
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(center.x(), box.top()),
                QPointF(box.right(), center.y()),
                QPointF(center.x(), box.bottom()),
                QPointF(box.left(), center.y()),
            ]
        )
    )


def paint_decision(
    painter: QPainter, brush: Ink, look: NodeLook, box: QRectF, detail: Detail
) -> None:
    """A diamond with its question beside it; several ways show a ring, "what comes first" two."""
    _diamond(painter, brush, box)
    if detail == Detail.BOX:
        return
    quarter = box.width() * 0.22
    if look.icon:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.center(), quarter, quarter)
        if look.icon == "event":
            painter.drawEllipse(box.center(), quarter - 3, quarter - 3)
    if detail >= Detail.FULL:
        paint_name(painter, brush, look, box)


def paint_parallel(
    painter: QPainter, brush: Ink, look: NodeLook, box: QRectF, detail: Detail
) -> None:
    _diamond(painter, brush, box)
    if detail == Detail.BOX:
        return
    center, arm = box.center(), box.width() * 0.2
    painter.setPen(brush.pen("flow", 2.6))
    painter.drawLine(QLineF(center.x() - arm, center.y(), center.x() + arm, center.y()))
    painter.drawLine(QLineF(center.x(), center.y() - arm, center.x(), center.y() + arm))
    if detail >= Detail.FULL:
        paint_name(painter, brush, look, box)
