"""How does a control keep its value while its pane is scrolled or letters are typed?"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

W = TypeVar("W", bound=QWidget)


class _Still(QObject):
    """Passes the wheel on to the pane."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class _Sought(QObject):
    """A letter opens a drop-down and looks for the word in its list; Enter or a click takes it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(watched, QComboBox) and _is_letter(event):
            watched.showPopup()
            QApplication.sendEvent(watched.view(), event)
            return True
        return super().eventFilter(watched, event)


def _is_letter(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent):
        return False
    chord = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier)
    text = event.text()
    return not chord and bool(text) and text.isprintable() and not text.isspace()


def still(control: W) -> W:
    """Let the wheel scroll the pane; the value changes by click and key alone."""
    control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    control.installEventFilter(_Still(control))
    return control


def sought(box: QComboBox) -> QComboBox:
    """The same for a drop-down whose value is a fact of the service: a letter that was meant for
    something else must not change it.
    """
    box.installEventFilter(_Sought(box))
    return still(box)
