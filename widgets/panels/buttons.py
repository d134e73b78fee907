"""How do the buttons of the desk look: flat, one accent, a clear ring for the focus?"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from widgets.basics.labels import shown
from widgets.look import icons
from widgets.look.theme import look, px, ui_font
from widgets.look.tokens import Tokens

_ICON = 16
_HEIGHT = 28


class FlatButton(QPushButton):
    """``role``: plain (edge), primary (filled with the accent), quiet (accent words, no edge), tab
    (filled softly when checked).
    """

    def __init__(
        self,
        text: object = "",
        parent: QWidget | None = None,
        *,
        role: str = "plain",
        sign: str = "",
    ) -> None:
        super().__init__(parent)
        self.role, self.sign = role, sign
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.say(text)

    def say(self, text: object) -> None:
        """Show another text (literally); a screen reader hears it, too."""
        words = shown(text)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self._font()).horizontalAdvance(self._words())
        icon = px(_ICON) + (6 if self._words() else 0) if self.sign else 0
        side = 6 if self.role == "quiet" or not self._words() else 11
        return QSize(wide + icon + 2 * side, max(_HEIGHT, self.fontMetrics().height() + 10))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        said = look()
        fill, edge, ink = self._colors(said)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(edge, 1) if edge is not None else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, said.radius_control, said.radius_control)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(said.color("text" if self.role == "primary" else "accent"), 2))
            painter.drawRoundedRect(box, said.radius_control, said.radius_control)
        self._content(painter, box, ink)

    def _content(self, painter: QPainter, box: QRectF, ink: QColor) -> None:
        words, font = self._words(), self._font()
        wide = QFontMetrics(font).horizontalAdvance(words)
        icon = px(_ICON) + (6 if words else 0) if self.sign else 0
        left = box.center().x() - (wide + icon) / 2
        if self.sign:
            size = px(_ICON)
            place = QRectF(left, box.center().y() - size / 2, size, size)
            icons.paint(painter, self.sign, place, ink)
        painter.setFont(font)
        painter.setPen(ink)
        place = QRectF(left + icon, box.top(), wide + 2, box.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _colors(self, said: Tokens) -> tuple[QColor | None, QColor | None, QColor]:
        """Fill, edge and ink, by role and state."""
        hot = (self.underMouse() or self.isDown()) and self.isEnabled()
        if not self.isEnabled():
            edge = None if self.role == "quiet" else said.color("panel_line")
            return None, edge, said.color("muted")
        if self.role == "primary":
            fill = said.color("accent")
            return (fill.lighter(112) if hot else fill), None, said.color("on_accent")
        soft = said.color("accent_soft") if hot or self.isChecked() else None
        if self.role == "quiet":
            return soft, None, said.color("accent")
        if self.role == "tab":
            return soft, None, said.color("accent" if self.isChecked() else "text")
        return soft, said.color("card_line"), said.color("accent" if hot else "text")

    def _font(self):  # type: ignore[no-untyped-def]
        font = self.font()
        if self.role in ("primary", "tab"):
            font.setWeight(font.Weight.Medium)
        return font

    def _words(self) -> str:
        return self.text().replace("&&", "&")

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class Chip(QAbstractButton):
    """A small pill that can be clicked: a norm, a place to jump to. ``color`` is a token; too long
    a text is elided, the tooltip has it whole.
    """

    LONGEST = 230

    def __init__(
        self,
        text: object,
        parent: QWidget | None = None,
        *,
        color: str = "card_edge",
        italic: bool = False,
    ) -> None:
        super().__init__(parent)
        self.color = color
        font = ui_font(0.9)
        font.setItalic(italic)
        self.setFont(font)
        self.setText(shown(text))
        self.setAccessibleName(shown(text))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 20
        return QSize(min(wide, px(self.LONGEST)), max(24, self.fontMetrics().height() + 6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        said = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 2, -1, -2)
        painter.setBrush(said.color("accent_soft") if self.underMouse() else Qt.BrushStyle.NoBrush)
        edge = said.color("accent" if self.hasFocus() else self.color)
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(said.color("timber" if self.color == "timber" else "text"))
        painter.setFont(self.font())
        inner = box.adjusted(8, 0, -8, 0)
        text = QFontMetrics(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, int(inner.width()) + 1
        )
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), text)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()
