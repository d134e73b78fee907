"""What does an empty canvas teach?"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from model.language import tr
from model.records import Start
from widgets.canvas.scene import CanvasScene

GAP, WIDE = 34.0, 620.0


def teaches(scene: CanvasScene) -> bool:
    """True while there is nothing but the start."""
    if len(scene.nodes) != 1 or scene.notes or scene.frames:
        return False
    return isinstance(scene.view_of.get(next(iter(scene.nodes))), Start)


def paint_teaching(painter: QPainter, scene: CanvasScene) -> None:
    """Behind the start a caret and one sentence: that typing is enough."""
    if not teaches(scene):
        return
    sign = next(iter(scene.nodes.values())).box
    middle, left = sign.center().y(), sign.right() + GAP
    painter.setPen(QPen(scene.ink.tokens.color("accent"), 2))
    painter.drawLine(QPointF(left, middle - 13), QPointF(left, middle + 13))
    painter.setPen(scene.ink.tokens.color("text"))
    painter.setFont(scene.ink.font("title"))
    line = QRectF(left + 10, middle - 26, WIDE, 26)
    painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), tr("canvas.teach"))
    painter.setPen(scene.ink.tokens.color("muted"))
    painter.setFont(scene.ink.font("title_small"))
    line = QRectF(left + 10, middle, WIDE, 24)
    painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), tr("canvas.teach.how"))
