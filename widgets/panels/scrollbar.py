"""How does a pane scroll without a thick bar beside the words?"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QStyle, QStyleOptionSlider

from widgets.look.theme import look

_WIDE = 12


class ThinScrollBar(QScrollBar):
    """A slim handle on no ground; wide enough for a hand, drawn narrow."""

    def sizeHint(self) -> QSize:
        return QSize(_WIDE, 60) if self._upright else QSize(60, _WIDE)

    @property
    def _upright(self) -> bool:
        return self.orientation() == Qt.Orientation.Vertical

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.maximum() <= self.minimum():
            return
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        hot = self.underMouse() or self.isSliderDown()
        thin = 8 if hot else 6
        box = QRectF(handle)
        if self._upright:
            box = QRectF(box.right() - thin, box.top() + 2, thin, box.height() - 4)
        else:
            box = QRectF(box.left() + 2, box.bottom() - thin, box.width() - 4, thin)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().color("card_edge" if hot else "card_line"))
        painter.drawRoundedRect(box, thin / 2, thin / 2)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


def thin(area: QAbstractScrollArea) -> None:
    """Give a scrolling pane slim bars."""
    area.setVerticalScrollBar(ThinScrollBar(Qt.Orientation.Vertical, area))
    area.setHorizontalScrollBar(ThinScrollBar(Qt.Orientation.Horizontal, area))
