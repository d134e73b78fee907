"""How is the whole drawn from far away, thousands of cards at once?"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from widgets.painters.ink import Ink
from widgets.painters.looks import Overview

WAYS_FROM = 0.05
FEW_WAYS = 1500


class Far:
    """Qt's geometry of an overview, made once; drawing it is a handful of calls into C++."""

    def __init__(self, overview: Overview) -> None:
        self.overview = overview
        self._lanes: dict[str, list[QRectF]] = {}
        for color, box in overview.lanes:
            self._lanes.setdefault(color, []).append(QRectF(*box))
        self._nodes = [QRectF(*box) for box in overview.nodes]
        self._ways = QPainterPath()
        for points in overview.ways:
            if len(points) > 1:
                self._ways.moveTo(QPointF(*points[0]))
                for point in points[1:]:
                    self._ways.lineTo(QPointF(*point))

    def paint(self, painter: QPainter, brush: Ink, zoom: float) -> None:
        """Lanes, ways and boxes; from very far a great number of ways is left out."""
        for color, boxes in self._lanes.items():
            painter.setPen(_hairline(brush, "lane_line"))
            painter.setBrush(brush.brush(color))
            painter.drawRects(boxes)
        if zoom >= WAYS_FROM or len(self.overview.ways) <= FEW_WAYS:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(_hairline(brush, "flow"))
            painter.drawPath(self._ways)
        painter.setPen(_hairline(brush, "card_edge"))
        painter.setBrush(brush.brush("card"))
        painter.drawRects(self._nodes)


def _hairline(brush: Ink, color: str) -> QPen:
    pen = QPen(brush.pen(color))
    pen.setWidth(0)
    pen.setCosmetic(True)
    return pen
