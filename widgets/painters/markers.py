"""Which small signs tell what a card is: its sort of task, that it repeats, that it is folded?"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from widgets.look import icons
from widgets.painters.ink import Ink
from widgets.painters.looks import NodeLook

SIDE, APART = 13.0, 5.0
SORT, CORNER = 14.0, 6.0
BOTTOM = SIDE + 5.0
"""So much room the markers take at the lower edge."""


def paint_markers(painter: QPainter, brush: Ink, look: NodeLook, box: QRectF) -> None:
    """Beside each other, in the middle of the lower edge."""
    if not look.markers:
        return
    width = len(look.markers) * SIDE + (len(look.markers) - 1) * APART
    place = QRectF(box.center().x() - width / 2, box.bottom() - SIDE - 3, SIDE, SIDE)
    for name in look.markers:
        icons.paint(painter, name, place, brush.tokens.color("flow"), weight=2.1)
        place.translate(SIDE + APART, 0)


def paint_sort(painter: QPainter, brush: Ink, look: NodeLook, box: QRectF) -> None:
    """The sign of its sort of task, in the upper left corner of a small card."""
    if look.sort:
        place = QRectF(box.left() + CORNER, box.top() + CORNER, SORT, SORT)
        icons.paint(painter, look.sort, place, brush.tokens.color("flow"), weight=1.6)


def paint_edge(painter: QPainter, brush: Ink, look: NodeLook, box: QRectF, radius: float) -> None:
    """The second line of a transaction, the thick one of another service."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if look.shape == "call":
        painter.setPen(brush.pen("card_edge", 2.2))
        painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), radius - 1, radius - 1)
    elif look.edge == "double":
        painter.setPen(brush.pen("card_edge", 1.2))
        painter.drawRoundedRect(box.adjusted(3.5, 3.5, -3.5, -3.5), radius - 2, radius - 2)
