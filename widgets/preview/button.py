"""How does a button of the form look? In the form's colours, which may not be the desk's."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from widgets.basics.labels import shown
from widgets.look.theme import px
from widgets.look.tokens import Tokens


class FormButton(QPushButton):
    """Filled when ``primary``, else with an edge; ``quiet``: words alone."""

    def __init__(
        self,
        words: str,
        said: Tokens,
        parent: QWidget,
        *,
        primary: bool = False,
        quiet: bool = False,
    ) -> None:
        super().__init__(shown(words).replace("&", "&&"), parent)
        self.said, self.primary, self.quiet = said, primary, quiet
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        side = px(4) if self.quiet else px(14)
        wide = metrics.horizontalAdvance(self._words()) + 2 * side
        return QSize(wide, max(px(28), metrics.height() + px(10)))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), px(80)), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        said = self.said
        hot = self.underMouse() or self.isDown()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        fill = said.color("accent") if self.primary else said.color("accent_soft")
        painter.setBrush(fill if self.primary or hot else Qt.BrushStyle.NoBrush)
        bare = self.primary or self.quiet
        painter.setPen(Qt.PenStyle.NoPen if bare else QPen(said.color("card_edge"), 1))
        painter.drawRoundedRect(box, said.radius_control, said.radius_control)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(said.color("text" if self.primary else "accent"), 2))
            painter.drawRoundedRect(box, said.radius_control, said.radius_control)
        painter.setPen(said.color("on_accent" if self.primary else "accent"))
        painter.setFont(self.font())
        words = QFontMetrics(self.font()).elidedText(
            self._words(), Qt.TextElideMode.ElideRight, int(box.width()) - 4
        )
        side = Qt.AlignmentFlag.AlignLeft if self.quiet else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(box.adjusted(2, 0, 0, 0), int(side | Qt.AlignmentFlag.AlignVCenter), words)

    def _words(self) -> str:
        return self.text().replace("&&", "&")


class FormLink(FormButton):
    """Words to press that break into lines: to the question that a fault is about."""

    def __init__(self, words: str, said: Tokens, parent: QWidget) -> None:
        super().__init__(words, said, parent, quiet=True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - _SIDE, 40), 10_000)
        box = QFontMetrics(self.font()).boundingRect(room, _WRAPPED, self._words())
        return max(px(24), box.height() + px(6))

    def sizeHint(self) -> QSize:
        return QSize(px(200), self.heightForWidth(px(200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self.underMouse() or self.hasFocus():
            painter.setBrush(self.said.color("accent_soft"))
            painter.setPen(Qt.PenStyle.NoPen)
            if self.hasFocus():
                painter.setPen(QPen(self.said.color("accent"), 2))
            painter.drawRoundedRect(box, self.said.radius_control, self.said.radius_control)
        painter.setPen(self.said.color("accent"))
        painter.setFont(self.font())
        room = self.rect().adjusted(_SIDE // 2, 0, -_SIDE // 2, 0)
        painter.drawText(room, _WRAPPED, self._words())


_SIDE = 8
_WRAPPED = int(
    Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
)
