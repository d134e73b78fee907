"""Where on the picture was something said?"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF

from widgets.canvas import Canvas
from widgets.canvas.glass import Glass
from widgets.canvas.places import seen_place
from widgets.look.theme import look, px, ui_font

_HIGH, _POLE, _MOST = 18, 8, 4
_SEPARATOR = ", "


class Flags(Glass):
    """A small flag at each remark.
    ``show_flags`` takes id -> (the numbers of its remarks, whether something is left to do).
    """

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.flags: dict[str, tuple[str, bool]] = {}
        self.setVisible(False)

    def show_flags(self, flags: Mapping[str, tuple[str, bool]]) -> None:
        """Show these."""
        self.flags = dict(flags)
        self.setVisible(bool(self.flags))
        self._cover()
        self.update()

    def boxes(self) -> list[tuple[QRectF, str, bool]]:
        """Where a flag is drawn, its words, and whether something is left to do; for all that can
        be seen. What lies in one place (a card from far) shares one flag.
        """
        gathered: dict[tuple[int, int], tuple[list[str], bool]] = {}
        for record_id, (words, still_open) in self.flags.items():
            place = seen_place(self.canvas.graph, record_id, 1 / max(self.canvas.zoom, 0.01))
            if place is None:
                continue
            seen = self.canvas.mapFromScene(place).boundingRect()
            numbers, left = gathered.get((seen.right(), seen.top()), ([], False))
            gathered[seen.right(), seen.top()] = [*numbers, words], left or still_open
        room, found = QRectF(self.rect()), []
        for (right, top), (numbers, left) in gathered.items():
            words = _SEPARATOR.join(numbers[:_MOST]) + ("…" if len(numbers) > _MOST else "")
            wide = self.fontMetrics().horizontalAdvance(words) + px(14)
            box = QRectF(right - px(6) - wide, top + px(3) - px(_HIGH), wide, px(_HIGH))
            if box.intersects(room):
                found.append((box, words, left))
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        said, painter = look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        for box, words, still_open in self.boxes():
            color = said.color("timber" if still_open else "ok")
            foot = QPointF(box.left() + 1, box.bottom() + px(_POLE))
            painter.setPen(QPen(color, 2))
            painter.drawLine(QPointF(box.left() + 1, box.top()), foot)
            notch = QPointF(box.right() - px(4), box.center().y())
            shape = [box.topLeft(), box.topRight(), notch, box.bottomRight(), box.bottomLeft()]
            painter.setPen(QPen(color, 1.4))
            painter.setBrush(said.color("card"))
            painter.drawPolygon(QPolygonF(shape))
            painter.setPen(color)
            room = box.adjusted(px(4), 0, -px(4), 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._cover()

    def _cover(self) -> None:
        self.setFont(ui_font(0.82))
        super()._cover()
