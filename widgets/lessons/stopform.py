"""What does a stop say, and what does it ask? Its fields, below the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from model.commands import word_stop
from model.document import Snapshot
from model.grammar import title
from model.language import current_language, say, tr
from model.records import ExampleCase, Stop
from model.teaching import told_goal, worded
from widgets.basics.labels import plain_label, shown
from widgets.inspector.changes import Editing
from widgets.look.theme import px, ui_font
from widgets.panels.buttons import FlatButton
from widgets.panels.flow import FlowLayout
from widgets.panels.panel import edged, shrinks
from widgets.panels.scrollbar import thin

TEXTS = (("text", 4), ("notes", 3), ("hint", 2), ("solution", 2))
"""Field and lines."""
_OF_TASK = ("hint", "solution")


class StopForm(QScrollArea):
    """Text, notes, test data, task. ``wanted`` as in the panel."""

    wanted = Signal(str)

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editing = editing
        self.stop: Stop | None = None
        self.recording = False
        self._loading = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        thin(self)
        inner = QWidget(self)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 4, 6, 4)
        self._column.setSpacing(3)
        self.labels: dict[str, QLabel] = {}
        self.texts: dict[str, QPlainTextEdit] = {}
        self.case = shrinks(edged(QComboBox(inner)))
        self.case.activated.connect(lambda _row: self._take_case())
        self.points = plain_label("", inner, wrap=True)
        self.points.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.task = plain_label("", inner, wrap=True)
        self.view_button = FlatButton("", inner, role="quiet")
        self.record_button = FlatButton("", inner)
        self.drop_button = FlatButton("", inner, role="quiet")
        self._build(inner)
        self.setWidget(inner)
        self.retranslate()

    def _build(self, inner: QWidget) -> None:
        self._text("text", 4, inner)
        self._column.addWidget(self.points)
        self._column.addWidget(self.view_button)
        self._text("notes", 3, inner)
        self._label("case", inner)
        self._column.addWidget(self.case)
        self._label("task", inner)
        self._column.addWidget(self.task)
        buttons = QWidget(inner)
        row = FlowLayout(buttons)
        row.addWidget(self.record_button)
        row.addWidget(self.drop_button)
        self._column.addWidget(buttons)
        self._text("hint", 2, inner)
        self._text("solution", 2, inner)
        self._column.addStretch(1)
        self.view_button.clicked.connect(lambda _c=False: self.wanted.emit("view"))
        self.record_button.clicked.connect(
            lambda _c=False: self.wanted.emit("recorded" if self.recording else "record")
        )
        self.drop_button.clicked.connect(lambda _c=False: self.wanted.emit("drop"))

    def _label(self, name: str, inner: QWidget) -> None:
        label = plain_label("", inner)
        label.setFont(ui_font(0.92))
        label.setContentsMargins(0, 5, 0, 0)
        self.labels[name] = label
        self._column.addWidget(label)

    def _text(self, name: str, lines: int, inner: QWidget) -> None:
        self._label(name, inner)
        box = edged(QPlainTextEdit(inner))
        box.setTabChangesFocus(True)
        box.setFixedHeight(box.fontMetrics().lineSpacing() * lines + px(14))
        box.textChanged.connect(lambda: self._type(name))
        box.installEventFilter(self)
        self.texts[name] = box
        self._column.addWidget(box)

    # ----------------------------------------------------------------------------------- showing

    def show_stop(self, view: Snapshot | None, stop: Stop | None) -> None:
        """Show another stop, or how it is now; what is being typed keeps its cursor."""
        other = stop is None or self.stop is None or stop.id != self.stop.id
        self.stop = stop
        self._loading = True
        spoken = worded(view, stop, current_language()) if view is not None and stop else None
        for name, box in self.texts.items():
            words = getattr(spoken, name) if spoken is not None else ""
            if box.toPlainText() != words and (other or not box.hasFocus()):
                box.setPlainText(words)
            box.setEnabled(stop is not None)
        if view is not None and spoken is not None:
            self._show_rest(view, spoken)
        self._loading = False

    def _show_rest(self, view: Snapshot, stop: Stop) -> None:
        self.case.clear()
        self.case.addItem(tr("lesson.form.no_case"), "")
        for case in view.ordered(ExampleCase):
            self.case.addItem(shown(case.name), case.id)
        self.case.setCurrentIndex(max(0, self.case.findData(stop.case)))
        lit = [title(view[one]) for one in stop.lit if one in view]
        gone = sum(one not in view for one in stop.lit)
        words = [tr("lesson.form.lit", names=", ".join(filter(None, lit)))] if lit else []
        words += [tr("lesson.form.gone", n=gone)] if gone else []
        self.points.setText(shown("\n".join(words or [tr("lesson.form.lit.none")])))
        goals = [f"• {told_goal(view, goal)}" for goal in stop.goals]
        self.task.setText(shown("\n".join(goals) or tr("lesson.form.no_task")))
        self._say_task()

    def show_recording(self, recording: bool) -> None:
        """Whether what is done now becomes the task."""
        self.recording = recording
        self._say_task()

    def _say_task(self) -> None:
        asks = self.stop is not None and bool(self.stop.goals)
        self.record_button.say(tr(f"lesson.form.{'recorded' if self.recording else 'record'}"))
        self.drop_button.setVisible(asks and not self.recording)
        for name in _OF_TASK:
            self.labels[name].setVisible(asks)
            self.texts[name].setVisible(asks)

    # ---------------------------------------------------------------------------------- changing

    def _type(self, slot: str) -> None:
        if self._loading or self.stop is None:
            return
        words, stop, language = self.texts[slot].toPlainText(), self.stop.id, current_language()
        self.editing.change(
            say("lesson.undo.text"),
            lambda tx: word_stop(tx, stop, slot, words, language),
            f"typing:{stop}:{slot}",
        )

    def _take_case(self) -> None:
        if self.stop is not None:
            self.editing.set_field(
                self.stop.id, "case", self.case.currentData(), tr("lesson.form.case")
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.editing.close_step()
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Say all words again."""
        for name, label in self.labels.items():
            label.setText(tr(f"lesson.form.{name}"))
        for name, lines in TEXTS:
            self.texts[name].setAccessibleName(tr(f"lesson.form.{name}"))
            self.texts[name].setPlaceholderText(tr(f"lesson.form.{name}.hint"))
            high = self.texts[name].fontMetrics().lineSpacing() * lines + px(14)
            self.texts[name].setFixedHeight(high)
        self.case.setAccessibleName(tr("lesson.form.case"))
        self.view_button.say(tr("lesson.form.view"))
        self.drop_button.say(tr("lesson.form.drop"))
        self._say_task()
