"""What do all items of the canvas have in common?"""

from __future__ import annotations

import sys
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from model.geometry import Rect
from widgets.painters.ink import Ink
from widgets.painters.looks import (
    DataLook,
    Detail,
    FlowLook,
    FrameLook,
    LaneLook,
    NodeLook,
    NoteLook,
    detail_of,
)

LANE_LEVEL, FRAME_LEVEL, GROUP_LEVEL, FLOW_LEVEL, STRONG_FLOW_LEVEL = 0.0, 0.5, 0.7, 1.0, 1.5
NOTE_LEVEL, NODE_LEVEL, LIFTED_LEVEL = 1.8, 2.0, 3.0
"""From bottom to top: lanes, open sub-processes, frames, ways, chosen ways, notes, cards, and cards
that are unfolded over their neighbours.
"""


class Shown(Protocol):
    """Where items get their looks and their ink from (the scene)."""

    ink: Ink

    def look_of_node(self, node: str) -> NodeLook: ...

    def look_of_flow(self, flow: str) -> FlowLook: ...

    def look_of_lane(self, lane: str) -> LaneLook: ...

    def look_of_note(self, note: str) -> NoteLook: ...

    def look_of_data(self, data: str) -> DataLook: ...

    def look_of_frame(self, frame: str) -> FrameLook: ...

    def pill_of(self, flow: str) -> QRectF:
        """Where the words of a way have room."""


class CanvasItem(QGraphicsItem):
    """An id and a box on the canvas. The view hears the mouse and keeps its events from items."""

    def __init__(self, shown: Shown, record_id: str, box: Rect, level: float) -> None:
        super().__init__()
        self.shown = shown
        self.record_id = record_id
        self.box = qrect(box)
        if level:
            self.setZValue(level)

    def margins(self) -> tuple[float, float, float, float]:
        """How far it paints beyond its box: left, top, right, bottom."""
        return (3, 3, 3, 3)

    def boundingRect(self) -> QRectF:
        left, top, right, bottom = self.margins()
        return self.box.adjusted(-left, -top, right, bottom)

    @property
    def placed(self) -> QRectF:
        """Where it stands for everything else: ways go to here and around here."""
        return self.box

    def place(self, box: Rect) -> None:
        """Stand somewhere else."""
        if qrect(box) != self.box:
            self.prepareGeometryChange()
            self.box = qrect(box)
            self.update()

    def refresh(self) -> bool:
        """Find the look again; True when it is another one."""
        raise NotImplementedError

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        detail = detail_of(option.levelOfDetailFromTransform(painter.worldTransform()))
        try:
            self.draw(painter, detail)
        except Exception:
            # An exception that leaves paint() makes Qt crash; this way it is only reported.
            sys.excepthook(*sys.exc_info())

    def draw(self, painter: QPainter, detail: Detail) -> None:
        raise NotImplementedError


def qrect(box: Rect) -> QRectF:
    """Qt's rectangle of a box."""
    return QRectF(box.x, box.y, box.width, box.height)


def rect(box: QRectF) -> Rect:
    """The plain box of Qt's rectangle."""
    return Rect(box.x(), box.y(), box.width(), box.height())
