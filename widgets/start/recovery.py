"""How is work offered that a crash left behind?"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from model.language import tr
from widgets.basics.labels import plain_label
from widgets.look.theme import look
from widgets.panels.buttons import FlatButton


class RecoveryBanner(QWidget):
    """One piece of unsaved work: one click brings it back; nothing is done unasked."""

    recovered = Signal()
    discarded = Signal()
    later = Signal()

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 10, 8)
        row.setSpacing(8)
        row.addWidget(plain_label(sentence, self, wrap=True), 1)
        self.recover = FlatButton(tr("recovery.recover"), self, role="primary")
        self.wait = FlatButton(tr("recovery.later"), self, role="quiet")
        self.discard = FlatButton(tr("recovery.discard"), self, role="quiet")
        for button, signal in (
            (self.recover, self.recovered),
            (self.wait, self.later),
            (self.discard, self.discarded),
        ):
            button.clicked.connect(signal)
            row.addWidget(button)

    def paintEvent(self, _event: QPaintEvent) -> None:
        said = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(said.color("accent_soft"))
        painter.setPen(QPen(said.color("accent"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
