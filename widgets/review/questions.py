"""What does one look at, and how is it answered? The checklists."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea, QVBoxLayout, QWidget

from model.language import tr
from model.review import (
    CHECKLISTS,
    TICKS,
    Checklist,
    Question,
    Target,
    Tick,
    every,
    list_progress,
    targets_of,
)
from widgets.basics.labels import plain_label, shown, tip
from widgets.look.theme import ui_font
from widgets.panels.buttons import Chip, FlatButton
from widgets.panels.flow import FlowLayout
from widgets.panels.panel import edged, shrinks
from widgets.panels.scrollbar import thin
from widgets.review.host import Host
from widgets.review.notebox import NoteBox, put_by

SHOWN = 3
"""Places of a question that are named; the others follow one by one."""


class Questions(QWidget):
    """One list at a time. ``jumped`` carries an id; ``remarked`` an id and the question's key."""

    jumped = Signal(str)
    remarked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.host: Host | None = None
        self.lines: dict[str, QuestionLine] = {}
        self.choice = shrinks(edged(QComboBox(self)))
        self.choice.activated.connect(lambda _row: self._build())
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        thin(self.area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.choice)
        column.addWidget(self.area, 1)
        self.retranslate()

    @property
    def checklist(self) -> Checklist:
        """The list that is shown."""
        return CHECKLISTS[max(0, self.choice.currentIndex())]

    def open(self, host: Host | None) -> None:
        """Another review."""
        self.host = host
        self._build()

    def refresh(self) -> None:
        """Something was answered, or the service was checked anew."""
        self._name_lists()
        if self.host is None:
            return
        ticks, findings = self._ticks(), self.host.findings
        for question in self.checklist.questions:
            targets = targets_of(self.host.view, findings, question)
            self.lines[question.key].show_state(ticks.get(question.key), targets)

    def retranslate(self) -> None:
        """Say all words again."""
        now = max(0, self.choice.currentIndex())
        self.choice.clear()
        for checklist in CHECKLISTS:
            self.choice.addItem("", checklist.key)
        self.choice.setCurrentIndex(now)
        self.choice.setAccessibleName(tr("review.tab.questions"))
        self._build()

    def _name_lists(self) -> None:
        head = self.host.head if self.host is not None else None
        for row, checklist in enumerate(CHECKLISTS):
            done = len(checklist.questions), 0
            if self.host is not None and head is not None:
                progress = list_progress(self.host.book, head.id, checklist)
                done = progress.all, progress.done
            words = tr("review.list.progress", name=checklist.title, done=done[1], all=done[0])
            self.choice.setItemText(row, shown(words))

    def _build(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 2, 8, 6)
        column.setSpacing(12)
        self.lines = {}
        host = self.host
        for question in self.checklist.questions if host is not None else ():
            assert host is not None
            line = QuestionLine(question, host, inner)
            line.jumped.connect(self.jumped)
            line.remarked.connect(self.remarked)
            self.lines[question.key] = line
            column.addWidget(line)
        column.addStretch(1)
        put_by(self.area)
        self.area.setWidget(inner)
        self.refresh()

    def _ticks(self) -> dict[str, Tick]:
        assert self.host is not None
        head = self.host.head
        mine = head.id if head is not None else ""
        return {t.topic: t for t in every(self.host.book, Tick) if t.review == mine and mine}


class QuestionLine(QWidget):
    """A question, its three answers, where to look, and a note."""

    jumped = Signal(str)
    remarked = Signal(str, str)

    def __init__(self, question: Question, host: Host, parent: QWidget) -> None:
        super().__init__(parent)
        self.question, self.host = question, host
        self.tick: Tick | None = None
        self.targets: list[Target] = []
        self._at = SHOWN - 1
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self.words = plain_label(question.text, self, wrap=True)
        column.addWidget(self.words)
        self.places = QWidget(self)
        self._flow = FlowLayout(self.places, gap=4)
        column.addWidget(self.places)
        answers = QWidget(self)
        flow = FlowLayout(answers, gap=2)
        self.buttons = {}
        for ticked in TICKS:
            button = FlatButton(tr(f"review.tick.{ticked}"), answers, role="tab")
            button.setCheckable(True)
            name = tr("review.tick.name", answer=button.text(), question=question.text)
            button.setAccessibleName(shown(name))
            button.clicked.connect(lambda _c=False, t=ticked: self._press(t))
            self.buttons[ticked] = button
            flow.addWidget(button)
        self.remark = FlatButton(tr("review.question.remark"), answers, role="quiet")
        self.remark.clicked.connect(lambda _c=False: self._remark())
        flow.addWidget(self.remark)
        column.addWidget(answers)
        self.note = NoteBox(1, self)
        self.note.setPlaceholderText(tr("review.question.note"))
        self.note.setAccessibleName(tr("review.question.note"))
        self.note.taken.connect(self._note)
        column.addWidget(self.note)

    def show_state(self, tick: Tick | None, targets: list[Target]) -> None:
        """How it was answered, and where to look now."""
        self.tick = tick
        for ticked, button in self.buttons.items():
            button.setChecked(tick is not None and tick.ticked == ticked)
        self.note.setVisible(tick is not None)
        self.note.show_text(tick.note if tick is not None else "")
        if targets != self.targets or self._flow.count() == 0:
            self.targets = targets
            self._fill()

    def _fill(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for target in self.targets[:SHOWN]:
            self._chip(target)
        rest = len(self.targets) - SHOWN
        if rest > 0:
            more = FlatButton(tr("review.targets.more", n=rest), self.places, role="quiet")
            more.clicked.connect(lambda _c=False: self._next())
            self._flow.addWidget(more)
            more.show()
        if not self.targets:
            none = plain_label(tr("review.targets.none"), self.places)
            none.setFont(ui_font(0.9))
            none.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            self._flow.addWidget(none)
            none.show()
        self.places.updateGeometry()

    def _chip(self, target: Target) -> None:
        words = self.host.place(target.id)
        chip = Chip(words, self.places, color="warning" if target.finding else "card_edge")
        found = str(target.finding) if target.finding is not None else tr("review.targets.look")
        chip.setAccessibleName(shown(tr("review.targets.name", place=words, why=found)))
        tip(chip, f"{words}\n{found}")
        chip.clicked.connect(lambda _c=False, t=target.id: self.jumped.emit(t))
        self._flow.addWidget(chip)
        chip.show()

    def _next(self) -> None:
        """The places that are not named, one after the other."""
        self._at = self._at + 1 if self._at + 1 < len(self.targets) else SHOWN
        self.jumped.emit(self.targets[self._at].id)

    def _press(self, ticked: str) -> None:
        """The same again opens the question."""
        if self.tick is not None and self.tick.ticked == ticked:
            self.host.untick(self.question.key)
        else:
            self.host.tick(self.question.key, ticked, self.note.toPlainText())

    def _note(self, text: str) -> None:
        if self.tick is not None:
            self.host.tick(self.question.key, self.tick.ticked, text)

    def _remark(self) -> None:
        first = next((t.id for t in self.targets if t.finding is not None), "")
        self.remarked.emit(first, self.question.key)
