"""How does an exercise ask for the next thing?"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.language import tr
from widgets.basics.labels import plain_label
from widgets.look import icons
from widgets.look.theme import look, px, ui_font
from widgets.panels.buttons import FlatButton


class ExerciseBar(QWidget):
    """A line above the canvas: how far one is, what to do, how; it never takes the focus."""

    shown_wanted = Signal()
    again_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = Steps(self)
        self.words = plain_label("", self, wrap=True)
        font = ui_font(1.05)
        font.setWeight(QFont.Weight.DemiBold)
        self.words.setFont(font)
        self.how = plain_label("", self, wrap=True)
        self.how.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.show_button = FlatButton("", self, role="primary")
        self.again_button = FlatButton("", self)
        self.leave_button = FlatButton("", self, role="quiet")
        self.show_button.clicked.connect(lambda _c=False: self.shown_wanted.emit())
        self.again_button.clicked.connect(lambda _c=False: self.again_wanted.emit())
        self.leave_button.clicked.connect(lambda _c=False: self.left.emit())
        text = QVBoxLayout()
        text.setSpacing(1)
        text.addWidget(self.words)
        text.addWidget(self.how)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 12, 9)
        row.setSpacing(10)
        row.addWidget(self.steps, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(6)
        row.addLayout(text, 1)
        row.addWidget(self.show_button)
        row.addWidget(self.again_button)
        row.addWidget(self.leave_button)

    def say(self, words: str, how: str, done: int, of: int) -> None:
        """Ask for something; ``done`` of ``of`` things are done."""
        over = done >= of
        self.steps.show_steps(done, of)
        self.words.setText(words)
        self.how.setText(how)
        self.show_button.say(tr("exercise.own" if over else "exercise.show"))
        self.again_button.say(tr("exercise.again"))
        self.again_button.setVisible(over)
        self.leave_button.say(tr("exercise.leave"))
        self.setAccessibleName(f"{words} {how}")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        said = look()
        painter.fillRect(self.rect(), said.color("accent_soft"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, said.color("panel_line"))


class Steps(QWidget):
    """Numbered circles: a tick for what is done, filled for what is asked now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done, self._of = 0, 0

    def show_steps(self, done: int, of: int) -> None:
        """``done`` of ``of`` are behind us."""
        self._done, self._of = done, of
        self.setFixedSize(of * px(30) + 2, px(28))
        self.setAccessibleName(tr("exercise.count", done=done, of=of))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        said = look()
        painter.setFont(ui_font(0.95))
        for place in range(self._of):
            circle = QRectF(place * px(30) + 1, 2, px(24), px(24))
            ahead = place > self._done
            painter.setPen(QPen(said.color("muted" if ahead else "accent"), 1.5))
            painter.setBrush(said.color("paper" if ahead else "accent"))
            painter.drawEllipse(circle)
            ink = said.color("muted" if ahead else "on_accent")
            if place < self._done:
                icons.paint(painter, "ok", circle.adjusted(4, 4, -4, -4), ink)
            else:
                painter.setPen(ink)
                painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(place + 1))
