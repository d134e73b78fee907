"""How do a note, a frame and a data object lie on the canvas?"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from model.geometry import Rect
from widgets.items.item import GROUP_LEVEL, NODE_LEVEL, NOTE_LEVEL, CanvasItem, Shown
from widgets.painters.asides import name_place, paint_frame, paint_note
from widgets.painters.data import NAME_WIDTH, paint_data
from widgets.painters.looks import DataLook, Detail, FrameLook, NoteLook


class NoteItem(CanvasItem):
    """Words at a bracket, tied by a dotted line to what they are about."""

    def __init__(self, shown: Shown, record_id: str, box: Rect) -> None:
        super().__init__(shown, record_id, box, NOTE_LEVEL)
        self._look: NoteLook | None = None

    @property
    def look(self) -> NoteLook:
        """Its words, and where the thing is that they are about."""
        if self._look is None:
            self._look = self.shown.look_of_note(self.record_id)
        return self._look

    def boundingRect(self) -> QRectF:
        tied = self.look.tied
        return (self.box if tied is None else self.box.united(tied)).adjusted(-3, -3, 3, 3)

    def refresh(self) -> bool:
        found = self.shown.look_of_note(self.record_id)
        if found == self._look:
            return False
        self.prepareGeometryChange()
        self._look = found
        self.update()
        return True

    def draw(self, painter: QPainter, detail: Detail) -> None:
        paint_note(painter, self.shown.ink, self.look, self.box, detail)


class DataItem(CanvasItem):
    """A sheet or a cylinder with its name below."""

    def __init__(self, shown: Shown, record_id: str, box: Rect) -> None:
        super().__init__(shown, record_id, box, NODE_LEVEL)
        self._look: DataLook | None = None

    @property
    def look(self) -> DataLook:
        if self._look is None:
            self._look = self.shown.look_of_data(self.record_id)
        return self._look

    def margins(self) -> tuple[float, float, float, float]:
        aside = NAME_WIDTH / 2
        return (aside, 3, aside, 52)

    def refresh(self) -> bool:
        found = self.shown.look_of_data(self.record_id)
        if found == self._look:
            return False
        self._look = found
        self.update()
        return True

    def draw(self, painter: QPainter, detail: Detail) -> None:
        paint_data(painter, self.shown.ink, self.look, self.box, detail)


class FrameItem(CanvasItem):
    """A dashed frame below ways and cards; only its line and its name are felt by the hand."""

    def __init__(self, shown: Shown, record_id: str, box: Rect) -> None:
        super().__init__(shown, record_id, box, GROUP_LEVEL)
        self._look: FrameLook | None = None

    @property
    def look(self) -> FrameLook:
        if self._look is None:
            self._look = self.shown.look_of_frame(self.record_id)
        return self._look

    @property
    def name_box(self) -> QRectF:
        """Where its name stands; empty when it has none."""
        if not self.look.title:
            return QRectF()
        return name_place(self.shown.ink, self.look, self.box)

    def refresh(self) -> bool:
        found = self.shown.look_of_frame(self.record_id)
        if found == self._look:
            return False
        self._look = found
        self.update()
        return True

    def draw(self, painter: QPainter, detail: Detail) -> None:
        paint_frame(painter, self.shown.ink, self.look, self.box, detail)
