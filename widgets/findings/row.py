"""What have all lines of the pane in common?"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets.look.theme import look

_WAYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Row(QAbstractButton):
    """A line that can have the focus and shows it. ``moved``: to the next (1) or previous (-1).

    A button to screen readers, for that is what it does: a plain widget has no role they know.
    """

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go from line to line."""
        way = _WAYS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(way)

    def paintEvent(self, _event: QPaintEvent) -> None:
        said = look()
        painter = QPainter(self)
        if self.hasFocus():
            painter.setPen(QPen(said.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 1, -2, -2), 4, 4)
        painter.fillRect(12, self.height() - 1, self.width() - 20, 1, said.color("panel_line"))
