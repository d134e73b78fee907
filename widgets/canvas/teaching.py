"""What does an empty canvas teach?"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from model.language import tr
from model.records import Annotation, Frame, Node, Start
from widgets.canvas.scene import CanvasScene

GAP, WIDE = 34.0, 620.0


def teaches(scene: CanvasScene) -> bool:
    """True while there is nothing but the start."""
    view = scene.view_of  # not the items: asking for those would make them all
    if len(view.of(Node)) != 1 or len(view.of(Start)) != 1:
        return False
    return not view.of(Annotation) and not view.of(Frame)


def paint_teaching(painter: QPainter, scene: CanvasScene) -> None:
    """Behind the start a caret and one sentence: that typing is enough."""
    if not teaches(scene) or not scene.nodes:
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
