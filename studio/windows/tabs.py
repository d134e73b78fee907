"""How do the tabs of the open documents look?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from widgets.look.theme import look, px, ui_font
from widgets.panels.buttons import FlatButton

_HEIGHT, _LONGEST = 32, 300


class Tabs(QTabBar):
    """Words on soft accent when in front. ``crossed``: the cross of that tab was pressed."""

    crossed = Signal(int)

    def __init__(self, parent: QWidget, cross_words: Callable[[], str]) -> None:
        super().__init__(parent)
        self._cross_words = cross_words
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)

    def tabInserted(self, place: int) -> None:
        super().tabInserted(place)
        cross = FlatButton("", self, role="quiet", sign="close")
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.setAccessibleName(self._cross_words())
        cross.setFixedSize(px(26), px(24))
        cross.clicked.connect(lambda _c=False: self._cross(cross))
        self.setTabButton(place, QTabBar.ButtonPosition.RightSide, cross)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for place in range(self.count()):
                cross = self.tabButton(place, QTabBar.ButtonPosition.RightSide)
                if cross is not None:
                    cross.setFixedSize(px(26), px(24))

    def tabSizeHint(self, place: int) -> QSize:
        wide = QFontMetrics(self._font()).horizontalAdvance(self.tabText(place)) + 36 + px(30)
        return QSize(min(wide, _LONGEST), max(_HEIGHT, self.fontMetrics().height() + 14))

    def minimumTabSizeHint(self, place: int) -> QSize:
        return self.tabSizeHint(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        said = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        for place in range(self.count()):
            front = place == self.currentIndex() and bool(self.property("in_front"))
            box = QRectF(self.tabRect(place)).adjusted(2, 2, -2, -2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(said.color("accent_soft" if front else "panel"))
            painter.drawRoundedRect(box, said.radius_control, said.radius_control)
            if front and self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(said.color("accent"), 2))
                painter.drawRoundedRect(box, said.radius_control, said.radius_control)
            painter.setPen(said.color("accent" if front else "text"))
            words = self.tabText(place).replace("&&", "&")
            inner = box.adjusted(10, 0, -px(30), 0)
            text = QFontMetrics(self._font()).elidedText(
                words, Qt.TextElideMode.ElideRight, int(inner.width()) + 1
            )
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), text)

    def _font(self) -> QFont:
        font = ui_font()
        font.setWeight(QFont.Weight.Medium)
        return font

    def _cross(self, cross: QWidget) -> None:
        for place in range(self.count()):
            if self.tabButton(place, QTabBar.ButtonPosition.RightSide) is cross:
                self.crossed.emit(place)
                return
