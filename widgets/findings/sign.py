"""Which sign stands for a severity?"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from model.language import tr
from widgets.basics.labels import tip
from widgets.look import icons
from widgets.look.theme import look


class Sign(QWidget):
    """The sign of a severity: a shape of its own, not only a colour."""

    def __init__(self, severity: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.severity = severity
        self.setFixedSize(QSize(20, 20))
        tip(self, tr(f"findings.severity.{severity}"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icons.paint(painter, self.severity, QRectF(1, 1, 18, 18), look().color(self.severity))
