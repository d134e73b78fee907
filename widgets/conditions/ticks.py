"""How does a tick have long words without making its pane wider?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.basics.labels import plain_label, shown
from widgets.look.theme import px
from widgets.panels.ticks import TickBox


class Tick(QWidget):
    """A tick whose words break into lines; a click on the words counts, too."""

    changed = Signal()

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = TickBox(self)
        self.box.setMinimumHeight(px(24))
        self.box.setAccessibleName(shown(words))
        self.setFocusProxy(self.box)
        self.words = plain_label(words, self, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.box.clicked.connect(lambda _on: self.changed.emit())

    def isChecked(self) -> bool:
        """Is it ticked?"""
        return self.box.isChecked()

    def setChecked(self, on: bool) -> None:
        """Tick it or not, without telling anybody."""
        self.box.setChecked(on)

    def click(self) -> None:
        """As a person does."""
        self.box.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.box.setFocus()
            self.click()
            return
        super().mousePressEvent(event)
