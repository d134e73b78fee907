"""What does the space bar do on the canvas while something is played?

Only touched it goes on; held with the hand on the paper it moves the paper, as ever.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from widgets.canvas import Canvas

_HAND = (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class SpaceBar(QObject):
    """Listens to a canvas and its paper; ``wanted`` is called with forward or back."""

    def __init__(self, canvas: Canvas, owner: QObject, wanted: Callable[[str], None]) -> None:
        super().__init__(owner)
        self._wanted, self._touched = wanted, False
        for part in (canvas, canvas.viewport()):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _HAND:
            self._touched = False
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            if event.isAutoRepeat():
                self._touched = False
            elif kind == QEvent.Type.KeyPress:
                if event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
                    self._wanted("back")
                    return True
                self._touched = not event.modifiers()
            elif kind == QEvent.Type.KeyRelease and self._touched:
                self._touched = False
                self._wanted("forward")
        return super().eventFilter(watched, event)
