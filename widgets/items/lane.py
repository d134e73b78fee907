"""How does a lane lie on the canvas?"""

from __future__ import annotations

from PySide6.QtGui import QPainter

from model.geometry import Rect
from widgets.items.item import LANE_LEVEL, CanvasItem, Shown
from widgets.painters.lanes import paint_lane
from widgets.painters.looks import Detail, LaneLook


class LaneItem(CanvasItem):
    """The tinted ground of one role."""

    def __init__(self, shown: Shown, record_id: str, box: Rect) -> None:
        super().__init__(shown, record_id, box, LANE_LEVEL)
        self._look: LaneLook | None = None

    @property
    def look(self) -> LaneLook:
        if self._look is None:
            self._look = self.shown.look_of_lane(self.record_id)
        return self._look

    def refresh(self) -> bool:
        found = self.shown.look_of_lane(self.record_id)
        if found == self._look:
            return False
        self._look = found
        self.update()
        return True

    def draw(self, painter: QPainter, detail: Detail) -> None:
        paint_lane(painter, self.shown.ink, self.look, self.box, detail)
