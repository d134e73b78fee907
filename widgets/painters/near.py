"""What does a row show from near: how it is answered, and the law it rests on?

It stays as tall as from further away: the words move up a little, the law stands below in small
type, the control takes the place of the chip.
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from widgets.look import icons
from widgets.painters import text
from widgets.painters.ink import Ink

WIDTH = 44.0
_SMALL = {"check": 13.0, "radio": 13.0}
LAW_HEIGHT = 11.0


def control_width(control: str) -> float:
    """How much room a control takes at the right of a row; 0 for none."""
    return _SMALL.get(control, WIDTH if control else 0.0)


def paint_control(painter: QPainter, brush: Ink, control: str, box: QRectF) -> None:
    """A sketch of the control a citizen will see, in a box as wide as ``control_width``."""
    painter.setPen(brush.pen("card_edge", 0.9))
    painter.setBrush(brush.brush("paper"))
    if control == "radio":
        painter.drawEllipse(_square(box))
    elif control == "check":
        painter.drawRoundedRect(_square(box), 2.5, 2.5)
    else:
        high = 18.0 if control == "area" else 14.0
        frame = QRectF(box.left(), box.center().y() - high / 2, box.width(), high)
        painter.drawRoundedRect(frame, 3, 3)
        _inside(painter, brush, control, frame)


def _square(box: QRectF) -> QRectF:
    side = min(box.width(), 11.0)
    return QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)


def _inside(painter: QPainter, brush: Ink, control: str, frame: QRectF) -> None:
    """What tells the boxes apart: a caret, lines, an arrow, a small sign."""
    if control == "line":
        x = frame.left() + 5
        painter.drawLine(QLineF(x, frame.top() + 3, x, frame.bottom() - 3))
    elif control == "area":
        for part in (0.3, 0.55, 0.8):
            y = frame.top() + frame.height() * part
            painter.drawLine(QLineF(frame.left() + 5, y, frame.right() - 6 - 14 * part, y))
    elif control == "list":
        tip = QPointF(frame.right() - 8, frame.center().y() + 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline([tip - QPointF(3, 4), tip, tip + QPointF(3, -4)])
    else:
        sign = QRectF(frame.right() - 14, frame.top() + 2, 10, 10)
        icons.paint(painter, control, sign, brush.tokens.color("muted"))


def paint_law(painter: QPainter, brush: Ink, law: str, box: QRectF) -> None:
    """The norms below a row's words."""
    fitted = text.fit(brush, law, box.width(), ("law",))
    text.draw(painter, brush, fitted, box, "muted")
