"""Which keys were just pressed? The audience sees the hand, not the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from model.language import tr
from widgets.look.theme import look, px, ui_font

LAST, GONE_AFTER = 4, 2500
"""So many are shown, for so many milliseconds after the last one."""
_TEXTS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)
_ALONE = (
    *(Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta),
    *(Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_unknown),
)
_NAMES = {
    Qt.Key.Key_Space: "space",
    Qt.Key.Key_PageUp: "page_up",
    Qt.Key.Key_PageDown: "page_down",
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Escape: "escape",
    Qt.Key.Key_Tab: "tab",
    Qt.Key.Key_Backspace: "backspace",
}


class KeyStrokes(QWidget):
    """The last key chords, large, at the lower edge of the window. What is typed into a text is
    nobody's business. ``named`` puts Qt's names of keys into the language of the window.
    """

    def __init__(self, window: QWidget, named: Callable[[str], str]) -> None:
        super().__init__(window)
        self._ground = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.last: list[str] = []
        self._named = named
        self._hears = False
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.setInterval(GONE_AFTER)
        self._gone.timeout.connect(self.clear)
        self.hide()

    def start(self) -> None:
        """Watch the keyboard."""
        app = QApplication.instance()
        if not self._hears and app is not None:
            app.installEventFilter(self)
            self._hears = True

    def stop(self) -> None:
        """Watch it no more."""
        app = QApplication.instance()
        if self._hears and app is not None:
            app.removeEventFilter(self)
        self._hears = False
        self.clear()

    def clear(self) -> None:
        """Nothing was pressed lately."""
        self._gone.stop()
        self.last.clear()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every key press asks the focus first whether it would rather have it than a shortcut:
        that question comes exactly once for each, also for those that a shortcut takes.
        """
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and watched is QApplication.focusWidget() and isinstance(event, QKeyEvent):
            self._hear(event, watched)
        return False

    def _hear(self, event: QKeyEvent, focus: QObject) -> None:
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        typed = event.text().isprintable() and bool(event.text()) and not held
        if event.key() in _ALONE or (typed and isinstance(focus, _TEXTS)):
            return
        self.last = [*self.last, self.words_of(event)][-LAST:]
        self._gone.start()
        self._stand()
        self.show()
        self.raise_()
        self.update()

    def words_of(self, event: QKeyEvent) -> str:
        """A chord as it stands on the keyboard."""
        chord = QKeySequence(event.keyCombination())
        name = _NAMES.get(Qt.Key(event.key()))
        if name is None:
            return self._named(chord.toString(QKeySequence.SequenceFormat.PortableText))
        held = QKeySequence(event.modifiers().value | Qt.Key.Key_A.value)
        front = held.toString(QKeySequence.SequenceFormat.PortableText).removesuffix("A")
        return self._named(front) + tr(f"lesson.key.{name}")

    def _stand(self) -> None:
        font = ui_font(1.5)
        wide = sum(QFontMetrics(font).horizontalAdvance(one) + px(34) for one in self.last)
        high = QFontMetrics(font).height() + px(18)
        room = self._ground.rect()
        left = max(0, (room.width() - wide) // 2)
        self.setGeometry(left, room.height() - high - px(60), min(wide, room.width()), high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        said, font = look(), ui_font(1.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font)
        left = 0.0
        for words in self.last:
            wide = QFontMetrics(font).horizontalAdvance(words) + px(34)
            cap = QRectF(left + 4, 4, wide - 8, self.height() - 8)
            painter.setPen(said.color("accent"))
            painter.setBrush(said.color("panel"))
            painter.drawRoundedRect(cap, 8, 8)
            painter.setPen(said.color("text"))
            painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), words)
            left += wide
