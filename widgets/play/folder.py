"""How is the Akte drawn: a small folder with its paper?"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from widgets.look.tokens import Tokens

WIDTH, HEIGHT = 30.0, 24.0


def paint_folder(painter: QPainter, at: QPointF, said: Tokens, scale: float = 1.0) -> None:
    """The folder, with its middle ``at`` a place."""
    painter.save()
    painter.translate(at)
    painter.scale(scale, scale)
    painter.translate(-WIDTH / 2, -HEIGHT / 2)
    back, front = _colors(said)
    edge = QPen(said.color("text"), 1.2)
    edge.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    shadow = QColor(said.color("shadow"))
    shadow.setAlpha(70)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shadow)
    painter.drawRoundedRect(QRectF(1.5, 5, WIDTH, HEIGHT - 2), 3, 3)
    painter.setPen(edge)
    painter.setBrush(back)
    painter.drawPath(_back())
    painter.setBrush(QColor(Qt.GlobalColor.white))
    painter.drawRect(QRectF(4, 5, WIDTH - 8, 10))
    painter.setBrush(front)
    painter.drawRoundedRect(QRectF(0, 9, WIDTH, HEIGHT - 9), 2.5, 2.5)
    painter.drawLine(QPointF(9, 16.5), QPointF(WIDTH - 9, 16.5))
    painter.restore()


def _back() -> QPainterPath:
    """The back with its tab at the left."""
    path = QPainterPath(QPointF(0, HEIGHT - 3))
    for x, y in ((0, 3), (2, 1), (10, 1), (12.5, 4), (WIDTH - 2, 4), (WIDTH, 6)):
        path.lineTo(x, y)
    path.lineTo(WIDTH, HEIGHT - 3)
    path.closeSubpath()
    return path


def _colors(said: Tokens) -> tuple[QColor, QColor]:
    """Cardboard: the timber of the house, lighter in front."""
    back = QColor(said.color("timber"))
    front = QColor.fromHsl(max(back.hslHue(), 0), 150, 170)
    return back, front
