"""Which sign stands for a severity?"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from model.language import tr
from widgets.basics.labels import tip
from widgets.look import icons
from widgets.look.theme import look, px


class Sign(QWidget):
    """The sign of a severity: a shape of its own, not only a colour."""

    def __init__(self, severity: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.severity = severity
        self.setFixedSize(QSize(px(20), px(20)))
        tip(self, tr(f"findings.severity.{severity}"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setFixedSize(QSize(px(20), px(20)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        icons.paint(painter, self.severity, box, look().color(self.severity))
