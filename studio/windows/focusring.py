"""How does one see where the focus is, whichever key led there?

The style draws its ring only after Tab. A shortcut or an arrow leads to a box just as well; so the
window is told that the keyboard moves the focus whenever no mouse button is down.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget


class FocusRing(QObject):
    """Watches the focus of the program; dies with its parent."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            now.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
            now.update()
