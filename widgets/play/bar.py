"""How does one go on, back, or let time pass while a service is played?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QVBoxLayout, QWidget

from model.language import tr
from widgets.basics.labels import plain_label, shown, tip
from widgets.canvas.telling import announce
from widgets.lessons.judged import Judged
from widgets.look.theme import look, ui_font
from widgets.panels.buttons import FlatButton
from widgets.panels.flow import FlowLayout
from widgets.panels.panel import edged
from widgets.play.folder import WIDTH, paint_folder

K = Qt.Key
NO_KEY, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_KEYS = {
    (K.Key_Space, NO_KEY): "forward",
    (K.Key_Right, NO_KEY): "forward",
    (K.Key_Backspace, NO_KEY): "back",
    (K.Key_Space, SHIFT): "back",
    (K.Key_Left, NO_KEY): "back",
    (K.Key_Home, NO_KEY): "restart",
    (K.Key_A, NO_KEY): "auto",
    (K.Key_Escape, NO_KEY): "leave",
}
"""Keys that belong to the run while the bar has the focus."""
PACES = {"slow": 2200, "medium": 1100, "fast": 350}
"""Milliseconds between two steps."""
_ASIDE = ("restart", "days", "due", "save", "leave")


@dataclass(frozen=True, slots=True)
class Said:
    """What the bar shows: the title, where the case stands, a verdict (sign and words), the day,
    and what of it can be used. ``forward`` is the key of the words on the main button; ``clock``:
    time can pass here at all.
    """

    title: str
    where: str
    judged: tuple[str, str] = ("", "")
    today: date | None = None
    earliest: date | None = None
    forward: str = "playing.bar.forward"
    can_go: bool = True
    can_back: bool = False
    due: bool = False
    clock: bool = True
    auto: bool = False


class PlayBar(QWidget):
    """Above the canvas. ``wanted``: forward, back, auto, restart, days, due, save, leave; ``dated``
    carries a day, ``paced`` milliseconds.
    """

    wanted = Signal(str)
    dated = Signal(object)
    paced = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._spoken = ""
        self.title = plain_label("", self, wrap=True)
        font = ui_font(1.1)
        font.setWeight(QFont.Weight.DemiBold)
        self.title.setFont(font)
        self.where = plain_label("", self, wrap=True)
        self.judged = Judged(self)
        self.back = self._button("back")
        self.forward = self._button("forward", "primary")
        self.aids = QWidget(self)
        self.auto = self._button("auto")
        self.auto.setCheckable(True)
        self.pace = edged(QComboBox(self.aids))
        for name, milliseconds in PACES.items():
            self.pace.addItem(name, milliseconds)
        self.pace.setCurrentIndex(1)
        self.pace.activated.connect(lambda _n: self.paced.emit(self.pace.currentData()))
        self.day_words = plain_label("", self.aids)
        self.day = edged(QDateEdit(self.aids))
        self.day.setCalendarPopup(True)
        self.day.setKeyboardTracking(False)
        self.day.dateChanged.connect(lambda day: self.dated.emit(day.toPython()))
        self._aside = {name: self._button(name, "quiet") for name in _ASIDE}
        self._lay_out()
        self.retranslate()

    def _button(self, name: str, role: str = "plain") -> FlatButton:
        button = FlatButton("", self, role=role)
        button.clicked.connect(lambda _c=False: self.wanted.emit(name))
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addSpacing(int(WIDTH) + 6)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.where)
        head.addLayout(words, 1)
        head.addWidget(self.back)
        head.addWidget(self.forward)
        head.addWidget(self._aside["leave"])
        flow = FlowLayout(self.aids, 8)
        for part in (self.auto, self.pace, self._aside["restart"], self.day_words, self.day):
            flow.addWidget(part)
        for name in ("days", "due", "save"):
            flow.addWidget(self._aside[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 7, 12, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.judged)
        column.addWidget(self.aids)

    def aid(self, name: str) -> FlatButton:
        """The button of one further wish."""
        return self._aside[name]

    def say(self, said: Said) -> None:
        """Show a run as it stands now."""
        self.title.setText(shown(said.title))
        self.where.setText(shown(said.where))
        self.judged.say(*said.judged)
        self.back.setEnabled(said.can_back)
        self.forward.setEnabled(said.can_go)
        self.forward.say(tr(said.forward))
        self.auto.setChecked(said.auto)
        self._aside["due"].setEnabled(said.due)
        for part in (self.day, self.day_words, self._aside["days"], self._aside["due"]):
            part.setVisible(said.clock)
        self._aside["save"].setVisible(said.clock)
        if said.today is not None:
            with QSignalBlocker(self.day):
                earliest = said.earliest or date(1900, 1, 1)
                self.day.setMinimumDate(QDate(earliest.year, earliest.month, earliest.day))
                self.day.setDate(QDate(said.today.year, said.today.month, said.today.day))
        spoken = " ".join(filter(None, (said.where, said.judged[1])))
        if spoken != self._spoken:
            self._spoken = spoken
            announce(self, spoken)
        self.setAccessibleName(f"{said.title}: {said.where}")
        self.setAccessibleDescription(said.judged[1])

    def retranslate(self) -> None:
        """Say all words again."""
        for name, button in {**self._aside, "back": self.back, "auto": self.auto}.items():
            button.say(tr(f"playing.bar.{name}"))
            tip(button, tr(f"playing.bar.{name}.tip"))
        tip(self.forward, tr("playing.bar.forward.tip"))
        self.day_words.setText(tr("playing.bar.day"))
        self.day.setAccessibleName(tr("playing.bar.day"))
        self.day.setDisplayFormat(tr("playing.bar.day.format"))
        tip(self.day, tr("playing.bar.day.tip"))
        self.pace.setAccessibleName(tr("playing.bar.pace"))
        for place, name in enumerate(PACES):
            self.pace.setItemText(place, tr(f"playing.bar.pace.{name}"))

    def restyle(self) -> None:
        """Colours and sizes of words have changed."""
        edged(self.pace)
        edged(self.day)
        self.judged.update()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wish = _KEYS.get((K(event.key()), held))
        if wish is None:
            super().keyPressEvent(event)
        elif not (event.isAutoRepeat() and wish in ("leave", "auto", "restart")):
            self.wanted.emit(wish)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        said = look()
        painter.fillRect(self.rect(), said.color("accent_soft"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, said.color("panel_line"))
        middle = self.title.geometry().center().toPointF()
        middle.setX(16 + WIDTH / 2)
        paint_folder(painter, middle, said)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(said.color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -2))
