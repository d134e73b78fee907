"""What on the canvas has no case reached? Hatching over cards, dots on ways."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen

from widgets.canvas import Canvas
from widgets.canvas.glass import Glass

_GAP = 2.0


class Veil(Glass):
    """Hatching; it follows the cards, for it asks where they are whenever it paints."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.nodes: frozenset[str] = frozenset()
        self.flows: frozenset[str] = frozenset()

    def cover(self, nodes: Iterable[str], flows: Iterable[str]) -> None:
        """Hatch these, and nothing else."""
        self.nodes, self.flows = frozenset(nodes), frozenset(flows)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        graph = self.canvas.graph
        if graph.filling:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        painter.setTransform(self.canvas.viewportTransform())
        color = graph.ink.tokens.color("warning")
        area = self.canvas.mapToScene(self.rect()).boundingRect()
        self._ways(painter, color)
        for node in self.nodes:
            item = graph.nodes.get(node)
            if item is not None and item.box.intersects(area):
                self._hatch(painter, item.box, color)

    def _hatch(self, painter: QPainter, box: QRectF, color: QColor) -> None:
        """Lines aslant, as far apart on the screen whatever the zoom; the words stay readable."""
        sheer = QColor(color)
        sheer.setAlpha(110)
        zoom = self.canvas.zoom
        painter.save()
        painter.resetTransform()
        seen = self.canvas.viewportTransform().mapRect(box)
        painter.fillRect(seen, QBrush(sheer, Qt.BrushStyle.BDiagPattern))
        painter.restore()
        painter.setPen(QPen(color, 1.8 * max(1.0, 0.7 / zoom), Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box.adjusted(-_GAP, -_GAP, _GAP, _GAP))

    def _ways(self, painter: QPainter, color: QColor) -> None:
        flows, width = self.canvas.graph.flows, 3.2 * max(1.0, 0.7 / self.canvas.zoom)
        painter.setPen(QPen(color, width, Qt.PenStyle.DotLine))
        for flow in self.flows:
            item = flows.get(flow)
            if item is not None and len(item.look.points) > 1:
                painter.drawPolyline([QPointF(*point) for point in item.look.points])
