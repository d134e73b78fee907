"""How does a sentence with a verdict look? A sign and words, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.basics.labels import plain_label, shown
from widgets.look import icons
from widgets.look.theme import look, px


class Judged(QWidget):
    """``sign``: open (an empty circle), or a sign of the house: ok, hint, warning, error."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign = "open"
        self.words = plain_label("", self, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(22), 0, 0, 0)
        row.addWidget(self.words, 1)
        self.hide()

    def say(self, sign: str, words: str) -> None:
        """Say it; empty words hide it."""
        self.sign = sign
        self.words.setText(shown(words))
        self.setAccessibleName(shown(words))
        self.setVisible(bool(words))
        self.layout().setContentsMargins(px(22), 0, 0, 0)  # type: ignore[union-attr]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = px(15)
        top = max(1.0, (self.words.fontMetrics().height() - side) / 2 + 1)
        box = QRectF(1, top, side, side)
        if self.sign == "open":
            painter.setPen(QPen(look().color("muted"), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(2, 2, -2, -2))
        elif self.sign in ("ok", "hint", "warning", "error"):
            icons.paint(painter, self.sign, box, look().color(self.sign))
