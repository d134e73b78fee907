"""How is a text of several lines typed and taken?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QWidget

from widgets.look.theme import px
from widgets.panels.panel import edged


class NoteBox(QPlainTextEdit):
    """``taken`` carries the text when the field is left; ``sent`` when Ctrl+Enter was pressed."""

    taken = Signal(str)
    sent = Signal(str)

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._before = ""
        edged(self)
        self.setTabChangesFocus(True)
        self.fit()

    def fit(self) -> None:
        """As high as its lines, in words as large as they are now."""
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + px(14))

    def show_text(self, text: str) -> None:
        """Show another text; one that is just being typed stays."""
        if self.hasFocus() and self._before == text:
            return
        self._before = text
        if self.toPlainText() != text:
            self.setPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.take()

    def take(self) -> None:
        """Hand on what was typed, if it is something else than before."""
        text = self.toPlainText()
        if text != self._before:
            self._before = text
            self.taken.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sent.emit(self.toPlainText())
            return
        super().keyPressEvent(event)


def put_by(area: QScrollArea) -> None:
    """Take the inside of a scrolling pane away for good, but not at once: a key may just be on its
    way to something in it.
    """
    old = area.takeWidget()
    if old is not None:
        old.setParent(area)  # else Python owns it, and it dies with the last name for it
        old.hide()
        old.deleteLater()
