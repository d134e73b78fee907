"""How large are boxes to tick and rings to choose, when the words of the window are large?"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionFocusRect,
    QStylePainter,
)

from widgets.look.theme import px

_GAP = 6
_AROUND = 2
"""So far outside box and words the ring of the focus runs."""


class TickBox(QCheckBox):
    """A box to tick that grows with the words."""

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return _size(self)

    def hitButton(self, at: QPoint) -> bool:
        return QRect(0, 0, _size(self).width(), self.height()).contains(at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        _paint(self, option, QStyle.PrimitiveElement.PE_IndicatorCheckBox)


class ChoiceRing(QRadioButton):
    """A ring to choose that grows with the words."""

    def sizeHint(self) -> QSize:
        return _size(self)

    def minimumSizeHint(self) -> QSize:
        return _size(self)

    def hitButton(self, at: QPoint) -> bool:
        return QRect(0, 0, _size(self).width(), self.height()).contains(at)

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        _paint(self, option, QStyle.PrimitiveElement.PE_IndicatorRadioButton)


def _side(button: QCheckBox | QRadioButton) -> int:
    return px(button.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth))


def _size(button: QCheckBox | QRadioButton) -> QSize:
    words = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, button.text())
    wide = _side(button) + 2 * _AROUND
    if button.text():
        wide += px(_GAP) + words.width() + _AROUND
    return QSize(wide, max(_side(button), words.height()) + 2 * _AROUND)


def _paint(
    button: QCheckBox | QRadioButton, option: QStyleOptionButton, sign: QStyle.PrimitiveElement
) -> None:
    """The sign of the style in our size, the words beside it, and the focus round both."""
    whole, side = button.rect(), _side(button)
    painter = QStylePainter(button)
    style = button.style()
    place = QRect(_AROUND, (whole.height() - side) // 2, side, side)
    option.rect = style.visualRect(button.layoutDirection(), whole, place)
    painter.drawPrimitive(sign, option)
    reach = place
    if button.text():
        left = place.right() + 1 + px(_GAP)
        words = QRect(left, 0, whole.width() - left, whole.height())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        role = button.foregroundRole()
        shown = style.visualRect(button.layoutDirection(), whole, words)
        painter.drawItemText(
            shown, int(align), option.palette, button.isEnabled(), button.text(), role
        )
        tall = max(side, button.fontMetrics().height())
        wide = button.fontMetrics().horizontalAdvance(button.text())
        reach = place.united(QRect(left, (whole.height() - tall) // 2, wide, tall))
    if button.hasFocus():
        focus = QStyleOptionFocusRect()
        focus.initFrom(button)
        focus.rect = reach.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, focus)
