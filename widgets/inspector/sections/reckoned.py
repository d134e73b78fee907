"""What does a deadline or a fee come to, for one example?

A person drags the day through the year and sees the end move, with each reason. Nothing of it is
stored: day, Land and example citizen are remembered while the program runs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSlider, QWidget

from model.expressions.filling import taken
from model.expressions.given import typed
from model.expressions.typed import day_in
from model.grammar import title
from model.language import tr
from model.play.calendar import due
from model.play.calendar_holidays import LANDS
from model.play.fees import fee
from model.records import Deadline, ExampleCase, Fee
from widgets.basics.labels import plain_label, shown
from widgets.conditions.still import still
from widgets.conditions.values import typed_day
from widgets.inspector.changes import Editing
from widgets.inspector.form import LABEL, Form
from widgets.look.theme import px
from widgets.panels.panel import edged, heading, shrinks

_LONG = re.compile(r"\w{10}(?=\w{4})")


class Example(Form):
    """A day to be typed or dragged, a choice, and what comes of it."""

    _remembered: dict[str, str] = {}  # noqa: RUF012 - while the program runs
    day_key = "reckoning.example.from"
    choice_key = ""

    def __init__(self, editing: Editing, record_id: str, parent: QWidget) -> None:
        self.result: QLabel | None = None
        super().__init__(editing, record_id, (), parent)
        self.editing, self.record_id = editing, record_id
        words = heading(tr("reckoning.example"), self, quiet=False)
        words.setWordWrap(True)
        self._grid.addWidget(words, 0, 0, 1, 2)
        self.day_line = edged(QLineEdit(self))
        self.day_line.setMinimumHeight(px(28))
        self.day_line.setTextMargins(4, 0, 4, 0)
        self._line(1, tr(self.day_key), self.day_line)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setAccessibleName(tr("reckoning.example.days"))
        self.slider.setMinimumHeight(px(26))
        still(self.slider)
        self._grid.addWidget(self.slider, 3, 0, 1, 2)
        self.choice = QComboBox(self)
        self.choice.setMinimumHeight(px(28))
        still(shrinks(edged(self.choice)))
        self._line(4, tr(self.choice_key), self.choice)
        self.result = plain_label("", self, wrap=True)
        font = self.result.font()
        font.setBold(True)
        self.result.setFont(font)
        self.reasons = plain_label("", self, wrap=True)
        self.reasons.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._grid.addWidget(self.result, 6, 0, 1, 2)
        self._grid.addWidget(self.reasons, 7, 0, 1, 2)
        self.set_day(day_in(self._remembered.get("day", "")) or _today())
        self.load()
        self.day_line.textEdited.connect(self._typed)
        self.slider.valueChanged.connect(self._dragged)
        self.choice.activated.connect(self._chosen)

    def load(self) -> None:
        """Show the choices and the result as the document is now."""
        if self.result is None or self.editing.view.get(self.record_id) is None:
            return
        offers = self.offers()
        if offers != [(self.choice.itemData(i), self.choice.itemText(i)) for i in self._rows()]:
            self.choice.clear()
            for key, text in offers:
                self.choice.addItem(shown(text), key)
            row = self.choice.findData(self._remembered.get(self.choice_key, ""))
            self.choice.setCurrentIndex(max(0, row))
        self.reckon()

    def offers(self) -> list[tuple[str, str]]:
        """What can be chosen: key and words."""
        raise NotImplementedError

    def answer(self, day: date, chosen: str) -> tuple[str, list[str]]:
        """The result and its reasons."""
        raise NotImplementedError

    def set_day(self, day: date) -> None:
        """The day in the line and on the slider, which spans its year."""
        self.day = day
        first = date(day.year, 1, 1)
        self.slider.blockSignals(True)
        self.slider.setRange(0, (date(day.year, 12, 31) - first).days)
        self.slider.setValue((day - first).days)
        self.slider.blockSignals(False)
        if not self.day_line.hasFocus():
            self.day_line.setText(typed_day(day))

    def reckon(self) -> None:
        """Say what the day and the choice come to."""
        if self.result is None:
            return
        if day_in(self.day_line.text()) is None:
            self._say(tr("reckoning.example.no_day"), [])
            return
        self._say(*self.answer(self.day, str(self.choice.currentData() or "")))

    def _say(self, said: str, reasons: list[str]) -> None:
        assert self.result is not None
        self.result.setText(shown(said))
        self.reasons.setText(shown(self._breakable("\n".join(reasons))))
        self.reasons.setVisible(bool(reasons))

    def _breakable(self, text: str) -> str:
        """A paragraph sign keeps its number; with large letters a long word may break."""
        kept = text.replace("§ ", "§\u00a0")
        return _LONG.sub("\\g<0>\u00ad", kept) if self._stacked else kept

    def _rows(self) -> range:
        return range(self.choice.count())

    def _typed(self, text: str) -> None:
        day = day_in(text)
        if day is not None:
            self._remember("day", day.isoformat())
            self.set_day(day)
        self.reckon()

    def _dragged(self, days: int) -> None:
        self.day = date(self.day.year, 1, 1) + timedelta(days=days)
        self.day_line.setText(typed_day(self.day))
        self._remember("day", self.day.isoformat())
        self.reckon()

    def _chosen(self, _row: int) -> None:
        self._remember(self.choice_key, str(self.choice.currentData()))
        self.reckon()

    def _remember(self, what: str, value: str) -> None:
        Example._remembered[what] = value

    def _line(self, row: int, words: str, editor: QWidget) -> None:
        label = plain_label(words, self, wrap=True)
        label.setBuddy(editor)
        editor.setAccessibleName(words)
        if self._stacked:
            self._grid.addWidget(label, row, 0, 1, 2)
            self._grid.addWidget(editor, row + 1, 0, 1, 2)
            return
        label.setFixedWidth(LABEL)
        label.setMinimumHeight(px(28))
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(editor, row, 1)


class DeadlineExample(Example):
    """The end of a deadline for a day and a Land."""

    choice_key = "reckoning.example.land"

    def offers(self) -> list[tuple[str, str]]:
        lands = sorted(((land, tr(f"reckoning.land.{land}")) for land in LANDS), key=lambda p: p[1])
        return [("", tr("reckoning.land.all")), *lands]

    def answer(self, day: date, chosen: str) -> tuple[str, list[str]]:
        deadline = self.editing.view.get(self.record_id, Deadline)
        found = due(deadline, day, chosen) if deadline is not None else None
        if found is None:
            return tr("reckoning.example.no_length"), []
        weekday = tr(f"reckoning.weekday.{found.end.weekday()}")
        said = tr("reckoning.example.ends", weekday=weekday, end=found.end)
        return said, [str(step) for step in found.steps]


class FeeExample(Example):
    """The sum of a fee for a day and an example citizen."""

    day_key = "reckoning.case.day"
    choice_key = "reckoning.case"

    def offers(self) -> list[tuple[str, str]]:
        cases = [(case.id, title(case)) for case in self.editing.view.of(ExampleCase)]
        return [("", tr("reckoning.case.none")), *cases]

    def answer(self, day: date, chosen: str) -> tuple[str, list[str]]:
        view = self.editing.view
        record = view.get(self.record_id, Fee)
        if record is None:
            return "", []
        charged = fee(view, record, self._answers(chosen, day), day)
        lines = [str(line) for line in (*charged.lines, *charged.open)]
        if charged.amount is None:
            return tr("reckoning.case.open"), lines
        said = tr("reckoning.case.sum", amount=charged.amount, currency=record.currency)
        return said, lines

    def _answers(self, chosen: str, day: date) -> Mapping[str, Any]:
        view = self.editing.view
        case = view.get(chosen, ExampleCase)
        given = typed(view, case.answers) if case is not None else {}
        return taken(view, {**given, "today": day})


def _today() -> date:
    now = QDate.currentDate()
    return date(now.year(), now.month(), now.day())
