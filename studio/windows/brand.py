"""What is the program's name, at the left of the menu?"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.look import icons
from widgets.look.theme import look, ui_font

_NAME = "Fachwerk"


class Brand(QWidget):
    """The mark and the name in the colour of timber."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.font_ = ui_font(1.05)
        self.font_.setWeight(QFont.Weight.Bold)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font_)
        return QSize(metrics.horizontalAdvance(_NAME) + 42, metrics.height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        color = look().color("timber")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        icons.paint(painter, "logo", QRectF(10, middle - 8, 16, 16), color)
        painter.setFont(self.font_)
        painter.setPen(color)
        painter.drawText(QRectF(30, 0, self.width(), self.height() - 1), 0x80, _NAME)
