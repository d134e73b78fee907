"""What does the presenter see on the second screen?"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from model.language import tr
from widgets.basics.labels import plain_label, shown
from widgets.look.theme import px, ui_font
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import heading
from widgets.panels.scrollbar import thin

K = Qt.Key
_KEYS = {
    K.Key_Space: "forward",
    K.Key_PageDown: "forward",
    K.Key_Right: "forward",
    K.Key_PageUp: "back",
    K.Key_Left: "back",
    K.Key_B: "black",
    K.Key_R: "again",
}

Now = tuple[int, int, str, str, str, str]
"""Place, number of stops, title, text, notes, title of the next."""


class NotesWindow(QWidget):
    """A window of its own: the stop, its notes, what comes next, how long it has taken. It stands
    on the second screen where there is one. ``wanted`` as in the bar.
    """

    wanted = Signal(str)
    gone = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self._ground = window
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.now, self.then = heading(quiet=False), plain_label("", self, wrap=True)
        self.now.setFont(ui_font(1.5))
        self.now.setWordWrap(True)
        self.place, self.clock = plain_label("", self), plain_label("", self)
        self.text = plain_label("", self, wrap=True)
        self.text.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.notes = plain_label("", self, wrap=True)
        self.notes.setFont(ui_font(1.35))
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.next_title = heading()
        self.back, self.forward = FlatButton("", self), FlatButton("", self, role="primary")
        self.back.clicked.connect(lambda _c=False: self.wanted.emit("back"))
        self.forward.clicked.connect(lambda _c=False: self.wanted.emit("forward"))
        self._since = QElapsedTimer()
        self._ticks = QTimer(self)
        self._ticks.setInterval(1000)
        self._ticks.timeout.connect(self._tell_time)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.place)
        head.addStretch(1)
        head.addWidget(self.clock)
        inner = QWidget(self)
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addWidget(self.text)
        inside.addSpacing(8)
        inside.addWidget(self.notes)
        inside.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        thin(area)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.forward)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.now)
        column.addWidget(area, 1)
        column.addWidget(self.next_title)
        column.addWidget(self.then)
        column.addLayout(foot)

    def open(self) -> None:
        """Show it, on the screen the audience does not see."""
        self.setWindowTitle(tr("lesson.notes.title"))
        self.resize(px(560), px(560))
        screens = QGuiApplication.screens()
        here = self._ground.screen()
        other = next((screen for screen in screens if screen is not here), None)
        if other is not None:
            self.move(other.availableGeometry().topLeft())
        if not self._since.isValid():
            self._since.start()
        self._tell_time()
        self._ticks.start()
        self.show()

    def say(self, now: Now) -> None:
        """Show a stop."""
        number, of, title, text, notes, following = now
        self.setWindowTitle(tr("lesson.notes.title"))
        self.place.setText(tr("lesson.bar.place", n=number, of=of))
        self.now.setText(shown(title))
        self.text.setText(shown(text))
        self.notes.setText(shown(notes or tr("lesson.notes.none")))
        self.next_title.setText(tr("lesson.notes.next"))
        self.then.setText(shown(following or tr("lesson.notes.end")))
        self.back.say(tr("lesson.bar.back"))
        self.forward.say(tr("lesson.bar.next"))
        self.setAccessibleName(tr("lesson.notes.title"))
        self.setAccessibleDescription(shown(notes))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = _KEYS.get(K(event.key())) if not event.modifiers() else None
        if wish is None:
            super().keyPressEvent(event)
        else:
            self.wanted.emit(wish)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._ticks.stop()
        self.gone.emit()
        super().closeEvent(event)

    def _tell_time(self) -> None:
        seconds = self._since.elapsed() // 1000
        self.clock.setText(f"{seconds // 60}:{seconds % 60:02}")
        self.clock.setAccessibleName(tr("lesson.notes.clock", n=seconds // 60))
