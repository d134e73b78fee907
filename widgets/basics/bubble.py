"""How does a passing tip look?"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QPushButton, QWidget

from model.language import Message
from widgets.basics.labels import plain_label, shown
from widgets.look.theme import look

WIDEST, LIFT = 560, 18


class Bubble(QWidget):
    """A sentence at the lower edge of the canvas with two ways out. It never takes the focus and
    lets the hand go on.
    """

    closed = Signal()
    refused = Signal()

    def __init__(self, words: Message, understood: Message, no_more: Message) -> None:
        super().__init__()
        self._ground: QWidget | None = None
        self._words = plain_label(words, self, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(10)
        row.addWidget(self._words, 1)
        for text, signal in ((understood, self.closed), (no_more, self.refused)):
            button = QPushButton(shown(text), self)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setFlat(signal is self.refused)
            button.clicked.connect(lambda _c=False, s=signal: s.emit())
            row.addWidget(button)
        self.setAccessibleName(shown(words))

    def stand_on(self, area: QAbstractScrollArea) -> None:
        """Lie above the lower edge of a canvas, and stay there when it changes its size."""
        self._ground = area
        self.setParent(area)
        area.installEventFilter(self)
        self._stand()
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Go."""
        if self._ground is not None:
            self._ground.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._stand()
        return super().eventFilter(watched, event)

    def _stand(self) -> None:
        assert self._ground is not None
        wide = min(WIDEST, self._ground.width() - 40)
        high = max(self.heightForWidth(wide), self.sizeHint().height())
        left = (self._ground.width() - wide) // 2
        self.setGeometry(left, self._ground.height() - high - LIFT, wide, high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        said = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(said.color("panel"))
        painter.setPen(QPen(said.color("accent"), 1.5))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
