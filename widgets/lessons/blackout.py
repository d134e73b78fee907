"""How does everybody look at the presenter? The window goes black."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from model.language import tr


class Blackout(QWidget):
    """Over the whole window; any key or click ends it (``ended``)."""

    ended = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._ground = window
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.hide()
        window.installEventFilter(self)

    def turn(self) -> None:
        """Black, or the window again."""
        if self.isVisible():
            self.end()
            return
        self.setAccessibleName(tr("lesson.black.name"))
        self.setGeometry(self._ground.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """The window again."""
        if self.isVisible():
            self.hide()
            self.ended.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._ground.rect())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut acts in the dark
            return True
        return super().event(event)

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        self.end()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.end()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(0, 0, 0))
