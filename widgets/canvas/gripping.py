"""How are the places drawn at which a chosen thing can be pulled?"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from widgets.canvas.hitting import aside_box, grips_of, pull_point
from widgets.canvas.scene import CanvasScene
from widgets.painters.card import paint_handle
from widgets.tools.asides import corner_points

SIDE = 9.0
"""A grip is a square; the one of a piece is smaller. The hand feels 24 pixels around it."""
SMALLER = 7.0


def paint_grips(
    painter: QPainter, scene: CanvasScene, chosen: tuple[str, ...], zoom: float
) -> None:
    """Squares on the bends and pieces of the one chosen way, on the corners of the one chosen
    frame; the ring from which a note is tied.
    """
    if len(chosen) != 1:
        return
    one = chosen[0]
    flow = scene.flows.get(one)
    painter.setPen(scene.ink.pen("accent", 1.6 / zoom))
    painter.setBrush(scene.ink.brush("card"))
    if flow is not None:
        for grip in grips_of(flow, zoom):
            side = SIDE if grip.kind == "bend" else SMALLER
            _square(painter, QPointF(*grip.at), side / zoom)
        return
    box = aside_box(scene, one)
    if box is None:
        return
    if one in scene.frames:
        for corner in corner_points(box).values():
            _square(painter, QPointF(*corner), SIDE / zoom)
    else:
        paint_handle(painter, scene.ink, QPointF(*pull_point(scene, one)), strong=True)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _square(painter: QPainter, at: QPointF, side: float) -> None:
    painter.drawRect(QRectF(at.x() - side / 2, at.y() - side / 2, side, side))
