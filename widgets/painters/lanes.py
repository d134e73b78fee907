"""How is a lane drawn, and how the desk below it?"""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from widgets.painters import text
from widgets.painters.ink import Ink
from widgets.painters.looks import Detail, LaneLook

GRID = 20
GRID_FROM = 0.45


def paint_lane(painter: QPainter, brush: Ink, look: LaneLook, box: QRectF, detail: Detail) -> None:
    """Tinted ground with the name of who works there, written upwards at its left."""
    painter.setPen(brush.pen("lane_line"))
    painter.setBrush(brush.brush(f"lane_{look.side}"))
    painter.drawRoundedRect(box, 3, 3)
    strip = brush.tokens.lane_title
    if detail == Detail.BOX:
        return
    painter.drawLine(QLineF(box.left() + strip, box.top(), box.left() + strip, box.bottom()))
    fonts = ("lane", "muted") if detail >= Detail.FULL else ("far_small", "lane")
    place = QRectF(6, 0, box.height() - 12, strip)
    _upwards(painter, brush, text.fit(brush, look.title, place.width(), fonts, lines=2), box, place)


def paint_lane_name_afar(
    painter: QPainter, brush: Ink, look: LaneLook, box: QRectF, *, small: bool
) -> None:
    """The name when the whole is in sight: large enough to be read, wider than its strip."""
    font = "afar_more" if small else "afar"
    fitted = text.fit(brush, look.title, box.height() - 12, (font,))
    place = QRectF(6, 0, box.height() - 12, brush.metrics(font).height())
    _upwards(painter, brush, fitted, box, place)


def _upwards(
    painter: QPainter, brush: Ink, fitted: text.Fitted, box: QRectF, place: QRectF
) -> None:
    """Words written upwards; the place counts from the lower left corner of the lane."""
    painter.save()
    painter.translate(box.left(), box.bottom())
    painter.rotate(-90)
    text.draw(painter, brush, fitted, place, "muted", Qt.AlignmentFlag.AlignHCenter)
    painter.restore()


def paint_desk(
    painter: QPainter, brush: Ink, area: QRectF, zoom: float, covered: QRectF | None = None
) -> None:
    """The paper with its dots; from far the dots go. ``covered``: where lanes hide them anyway."""
    painter.fillRect(area, brush.brush("paper"))
    if zoom < GRID_FROM or (covered is not None and covered.contains(area)):
        return
    left = math.floor(area.left() / GRID) * GRID
    top = math.floor(area.top() / GRID) * GRID
    columns = range(left, math.ceil(area.right()) + 1, GRID)
    line = QPolygonF([QPointF(x, 0) for x in columns])
    pen = QPen(brush.pen("grid", 1.0))
    pen.setCosmetic(True)
    painter.save()
    # Round dots cost 10 ms a frame; square ones of a pixel cost nothing.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(pen)
    painter.translate(0, top)
    for _ in range(top, math.ceil(area.bottom()) + 1, GRID):
        painter.drawPoints(line)
        painter.translate(0, GRID)
    painter.restore()
