"""What is the program's name, at the left of the menu?"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets.look import icons
from widgets.look.theme import look, px, ui_font

_NAME = "Fachwerk"


class Brand(QWidget):
    """The mark and the name in the colour of timber."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        wide = metrics.horizontalAdvance(_NAME) + px(26) + 16
        return QSize(wide, max(metrics.height(), px(16)) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        color = look().color("timber")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        size = px(16)
        icons.paint(painter, "logo", QRectF(10, middle - size / 2, size, size), color)
        painter.setFont(self._font())
        painter.setPen(color)
        left = 10 + px(20)
        painter.drawText(QRectF(left, 0, self.width() - left, self.height() - 1), 0x80, _NAME)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
            self.resize(self.sizeHint())

    def _font(self) -> QFont:
        font = ui_font(1.05)
        font.setWeight(QFont.Weight.Bold)
        return font
