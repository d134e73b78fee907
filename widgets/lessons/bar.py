"""How does a stop ask, explain and judge?"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.language import tr
from widgets.basics.labels import plain_label, shown, tip
from widgets.lessons.judged import Judged
from widgets.look.theme import look, ui_font
from widgets.panels.buttons import FlatButton
from widgets.panels.flow import FlowLayout

K = Qt.Key
_KEYS = {
    K.Key_Space: "forward",
    K.Key_PageDown: "forward",
    K.Key_Right: "forward",
    K.Key_PageUp: "back",
    K.Key_Left: "back",
    K.Key_B: "black",
    K.Key_Period: "black",
    K.Key_R: "again",
    K.Key_S: "light",
    K.Key_N: "notes",
}
"""Keys that belong to the presentation while the bar has the focus."""


@dataclass(frozen=True)
class Said:
    """What the bar shows: a stop in words, how far one is, what of the task is done, what was
    judged (with the name of its sign), which word stands on the main button, and which further
    buttons there are.
    """

    title: str
    text: str
    place: int
    of: int
    tasks: tuple[tuple[str, bool], ...] = ()
    judged: tuple[str, str] = ("", "")
    forward: str = "lesson.bar.next"
    offers: tuple[str, ...] = ()


class LessonBar(QWidget):
    """Above the canvas. ``wanted`` carries what was asked for: forward, back, show, skip, again,
    black, light, notes, results, leave.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.progress = plain_label("", self)
        self.progress.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.title = plain_label("", self, wrap=True)
        self.title.setFont(_bold(1.2))
        self.words = plain_label("", self, wrap=True)
        self.words.setFont(ui_font(1.05))
        self.tasks = QWidget(self)
        self._task_lines: list[Judged] = []
        self._task_column = QVBoxLayout(self.tasks)
        self._task_column.setContentsMargins(0, 2, 0, 0)
        self._task_column.setSpacing(2)
        self.judged = Judged(self)
        self.back, self.forward = FlatButton("", self), FlatButton("", self, role="primary")
        self.back.clicked.connect(lambda _c=False: self.wanted.emit("back"))
        self.forward.clicked.connect(lambda _c=False: self.wanted.emit("forward"))
        self.aids = QWidget(self)
        self._aids = FlowLayout(self.aids)
        self._buttons: dict[str, FlatButton] = {}
        for name in ("show", "skip", "again", "light", "black", "notes", "results", "leave"):
            self._add_aid(name)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title, 1)
        head.addWidget(self.back)
        head.addWidget(self.forward)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 9, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addWidget(self.tasks)
        column.addWidget(self.judged)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.aids, 1)
        foot.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(foot)

    def _add_aid(self, name: str) -> None:
        button = FlatButton("", self.aids, role="quiet")
        button.clicked.connect(lambda _c=False: self.wanted.emit(name))
        self._buttons[name] = button
        self._aids.addWidget(button)

    def aid(self, name: str) -> FlatButton:
        """The button of one further wish."""
        return self._buttons[name]

    def say(self, said: Said) -> None:
        """Show a stop as it stands now."""
        self.title.setText(shown(said.title))
        self.words.setText(shown(said.text))
        self.words.setVisible(bool(said.text))
        self.progress.setText(tr("lesson.bar.place", n=said.place, of=said.of))
        self._say_tasks(said.tasks)
        self.judged.say(*said.judged)
        self.back.say(tr("lesson.bar.back"))
        self.back.setEnabled(said.place > 1)
        self.forward.say(tr(said.forward))
        for name, button in self._buttons.items():
            button.say(tr(f"lesson.bar.{name}"))
            tip(button, tr(f"lesson.bar.{name}.tip"))
            button.setVisible(name in said.offers)
        done = ", ".join(words for words, _ in said.tasks)
        self.setAccessibleName(" ".join(filter(None, (said.title, said.text, done))))
        self.setAccessibleDescription(" ".join((self.progress.text(), said.judged[1])))

    def _say_tasks(self, tasks: tuple[tuple[str, bool], ...]) -> None:
        while len(self._task_lines) < len(tasks):
            line = Judged(self.tasks)
            self._task_lines.append(line)
            self._task_column.addWidget(line)
        for place, line in enumerate(self._task_lines):
            words, done = tasks[place] if place < len(tasks) else ("", False)
            line.say("ok" if done else "open", words)
        self.tasks.setVisible(bool(tasks))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        wish = _KEYS.get(K(event.key())) if not plain else None
        if wish is None or (wish in self._buttons and not self._buttons[wish].isVisibleTo(self)):
            super().keyPressEvent(event)
        else:
            self.wanted.emit(wish)

    def restyle(self) -> None:
        """Colours and sizes of words have changed."""
        for line in (self.judged, *self._task_lines):
            line.update()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        said = look()
        painter.fillRect(self.rect(), said.color("accent_soft"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, said.color("panel_line"))
        if self.hasFocus():
            painter.setPen(QPen(said.color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -2))


def _bold(scale: float) -> QFont:
    font = ui_font(scale)
    font.setWeight(QFont.Weight.DemiBold)
    return font
