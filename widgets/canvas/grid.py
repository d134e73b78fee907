"""What does the grid look like that things come to rest on?"""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from model.geometry import GRID
from widgets.canvas.scene import CanvasScene
from widgets.items.item import FRAME_LEVEL, LANE_LEVEL

SEEN_FROM = 0.7
"""From farther away the dots would run together."""
WIDE = 1e6


class GridItem(QGraphicsItem):
    """Dots on the lanes, below everything that stands there, in the ink of the scene."""

    def __init__(self, scene: CanvasScene) -> None:
        super().__init__()
        self._scene = scene
        self.setZValue((LANE_LEVEL + FRAME_LEVEL) / 2)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def boundingRect(self) -> QRectF:
        return QRectF(-WIDE, -WIDE, 2 * WIDE, 2 * WIDE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        _widget: QWidget | None = None,
    ) -> None:
        if painter.worldTransform().m11() < SEEN_FROM:
            return
        area: QRectF = option.exposedRect
        columns = range(_first(area.left()), math.ceil(area.right()) + 1, int(GRID))
        rows = range(_first(area.top()), math.ceil(area.bottom()) + 1, int(GRID))
        pen = QPen(self._scene.ink.pen("muted", 1.0))
        pen.setCosmetic(True)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setOpacity(0.45)
        painter.setPen(pen)
        painter.drawPoints([QPointF(x, y) for x in columns for y in rows])
        painter.restore()


def _first(value: float) -> int:
    return math.floor(value / GRID) * int(GRID)
