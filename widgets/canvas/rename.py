"""How is a name typed in its place?"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

SMALLEST = 150


class NameLine(QLineEdit):
    """A line over the canvas. ``done`` carries the text; Esc gives up; leaving it is done, too."""

    done = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._open = False
        self._canvas = parent
        self.setMaxLength(1000)
        self.hide()

    @property
    def is_open(self) -> bool:
        return self._open

    def open(self, text: str, place: QRectF, zoom: float, accessible: str) -> None:
        """Show the line at a place of the viewport, all text chosen."""
        font = self.font()
        font.setPixelSize(max(12, round(13 * min(zoom, 2))))
        self.setFont(font)
        height = max(26, round(place.height()))
        width = max(SMALLEST, round(place.width()))
        self.setGeometry(round(place.x()), round(place.center().y() - height / 2), width, height)
        self.setText(text)
        self.setAccessibleName(accessible)
        self._open = True
        self.show()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_line(self, *, keep: bool) -> None:
        """Hide it; ``keep``: take the text."""
        if not self._open:
            return
        self._open = False
        text = self.text().strip()
        if self.hasFocus():
            # Hiding would hand the focus to whatever comes next, and walk the canvas on.
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        if keep:
            self.done.emit(text)
        else:
            self.given_up.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_line(keep=False)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self.close_line(keep=True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.close_line(keep=True)
