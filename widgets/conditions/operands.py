"""How is the value picked that something is compared with?"""

from __future__ import annotations

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from model.document import Snapshot
from model.errors import FachwerkError
from model.language import current_language, say, tr
from model.records import DateShift, Expression, Value
from widgets.basics.labels import plain_label, shown
from widgets.conditions.still import still
from widgets.conditions.subjects import of_type, token_of, words_of
from widgets.conditions.ticks import Tick
from widgets.conditions.values import day_of, number_of, typed_number
from widgets.look.theme import px
from widgets.panels.panel import edged, shrinks

UNITS = ("day", "week", "month", "year")
HEIGHT = 28
FIXED = ""
"""What the drop-down of values keeps for a fixed one."""


def drop_down(parent: QWidget, name: str) -> QComboBox:
    """A named drop-down that is as narrow as its pane."""
    box = QComboBox(parent)
    edged(box)
    shrinks(box)
    box.setMinimumHeight(px(HEIGHT))
    box.setAccessibleName(name)
    return still(box)


def choose(box: QComboBox, data: object) -> bool:
    """Choose the entry with these data; False when there is none."""
    found = next((row for row in range(box.count()) if box.itemData(row) == data), -1)
    if found >= 0:
        box.setCurrentIndex(found)
    return found >= 0


class OptionBox(QWidget):
    """One answer of a choice, or several to tick."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.single = drop_down(self, tr("condition.answer"))
        self.ticks: list[Tick] = []
        self._ids: list[str] = []
        self._several = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.single)
        self.single.activated.connect(lambda _row: self.changed.emit())

    def offer(self, view: Snapshot, field: str, chosen: tuple[str, ...], *, several: bool) -> None:
        """Offer the answers of a field; those that are chosen are kept even when they are gone."""
        for tick in self.ticks:
            self._column.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self.ticks, self._several = [], several
        options = [(o.id, o.label) for o in view.options(field)]
        known = {option for option, _ in options}
        options += [(gone, tr("sentence.gone")) for gone in chosen if gone not in known]
        self._ids = [option for option, _ in options]
        self.single.clear()
        for option, label in options:
            self.single.addItem(shown(label), option)
        if chosen:
            choose(self.single, chosen[0])
        self.single.setVisible(not several)
        for option, label in options if several else ():
            tick = Tick(label, self)
            tick.setChecked(option in chosen)
            tick.changed.connect(self.changed)
            self.ticks.append(tick)
            self._column.addWidget(tick)

    def chosen(self) -> tuple[str, ...]:
        """The ids of what is chosen now."""
        if self._several:
            pairs = zip(self._ids, self.ticks, strict=True)
            return tuple(option for option, tick in pairs if tick.isChecked())
        data = self.single.currentData()
        return (str(data),) if data else ()


class ShiftRow(QWidget):
    """A length, its unit, earlier or later."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.length = QSpinBox(self)
        self.length.setRange(0, 9999)
        self.length.setMinimumHeight(px(HEIGHT))
        self.length.setAccessibleName(tr("condition.shift.length"))
        still(edged(self.length))
        self.unit = drop_down(self, tr("condition.shift.unit"))
        for unit in UNITS:
            self.unit.addItem(tr(f"condition.shift.{unit}"), unit)
        self.way = drop_down(self, tr("condition.shift.way"))
        self.way.addItem(tr("condition.shift.before"), -1)
        self.way.addItem(tr("condition.shift.after"), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.length)
        row.addWidget(self.unit, 1)
        row.addWidget(self.way, 1)
        self.length.valueChanged.connect(lambda _n: self.changed.emit())
        for box in (self.unit, self.way):
            box.activated.connect(lambda _row: self.changed.emit())

    def load(self, shift: DateShift | None) -> None:
        """Show a shift, or none."""
        choose(self.unit, shift.unit if shift else "day")
        choose(self.way, -1 if shift is not None and shift.length < 0 else 1)
        self.length.setValue(abs(shift.length) if shift else 0)

    def around(self, base: Expression) -> Expression:
        """The base, shifted; itself when the length is 0."""
        length = self.length.value() * int(self.way.currentData())
        unit = self.unit.currentData()
        return DateShift(base=base, length=length, unit=unit) if length else base


class ValueBox(QWidget):
    """A fixed number, day, text or truth, or another answer; a day may be shifted."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._type = "text"
        self._known: dict[str, Expression] = {}
        self.base = drop_down(self, tr("condition.value.base"))
        self.typed = QLineEdit(self)
        self.typed.setMinimumHeight(px(HEIGHT))
        self.typed.setTextMargins(4, 0, 4, 0)
        self.typed.setAccessibleName(tr("condition.answer"))
        edged(self.typed)
        self.unit = plain_label("", self)
        self.day = QDateEdit(self)
        self.day.setMinimumHeight(px(HEIGHT))
        self.day.setCalendarPopup(True)
        self.day.setAccessibleName(tr("condition.answer"))
        german = current_language() == "de"
        self.day.setDisplayFormat("dd.MM.yyyy" if german else "yyyy-MM-dd")
        still(edged(self.day))
        self.truth = drop_down(self, tr("condition.answer"))
        self.truth.addItem(tr("sentence.yes"), True)
        self.truth.addItem(tr("sentence.no"), False)
        self.shift = ShiftRow(self)
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self.typed, 1)
        line.addWidget(self.unit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.base)
        column.addLayout(line)
        for part in (self.day, self.truth, self.shift):
            column.addWidget(part)
        self.base.activated.connect(lambda _row: self._turned())
        self.typed.textChanged.connect(lambda _text: self.changed.emit())
        self.day.dateChanged.connect(lambda _day: self.changed.emit())
        self.truth.activated.connect(lambda _row: self.changed.emit())
        self.shift.changed.connect(self.changed)

    def offer(
        self,
        view: Snapshot,
        wanted: str,
        value: Expression | None,
        *,
        unit: str = "",
        without: str = "",
    ) -> None:
        """Offer values of a type: number, date, text or truth."""
        self._type = wanted
        self.base.clear()
        self._known = {}
        self.base.addItem(tr(f"condition.value.fixed.{wanted}"), FIXED)
        for about, words in of_type(view, wanted, without=without) if wanted != "truth" else ():
            self._offer(about, words)
        shift = value if isinstance(value, DateShift) else None
        base = shift.base if shift is not None else value
        if base is not None and not isinstance(base, Value):
            if token_of(base) not in self._known:
                self._offer(base, words_of(view, base))
            choose(self.base, token_of(base))
        self.shift.load(shift)
        self._load(base if isinstance(base, Value) else None)
        self.unit.setText(shown(unit))
        self._turned()

    def value(self) -> Expression:
        """What is picked now.

        Raises:
            FachwerkError: what was typed does not fit, or nothing was typed.
        """
        base = self._known.get(str(self.base.currentData()))
        if base is not None:
            return self.shift.around(base) if self._type == "date" else base
        if self._type == "date":
            return Value(day=day_of(self.day.date().toString("yyyy-MM-dd")))
        if self._type == "truth":
            return Value(truth=bool(self.truth.currentData()))
        if not self.typed.text().strip():
            raise FachwerkError(say("condition.value.missing"))
        if self._type == "number":
            return Value(number=number_of(self.typed.text()))
        return Value(text=self.typed.text().strip())

    def _offer(self, about: Expression, words: str) -> None:
        self._known[token_of(about)] = about
        self.base.addItem(shown(words), token_of(about))

    def _load(self, value: Value | None) -> None:
        content = value.content if value is not None else None
        self.typed.setText("")
        if value is None or content is None:
            self.day.setDate(QDate.currentDate())
        elif value.day is not None:
            self.day.setDate(QDate(value.day.year, value.day.month, value.day.day))
        elif value.truth is not None:
            choose(self.truth, value.truth)
        elif value.number is not None:
            self.typed.setText(typed_number(value.number))
        else:
            self.typed.setText(value.text or "")

    def _turned(self) -> None:
        """Show the parts that the chosen base needs."""
        fixed = self.base.currentData() == FIXED
        self.base.setVisible(self.base.count() > 1)
        self.typed.setVisible(fixed and self._type in ("number", "text"))
        self.unit.setVisible(fixed and bool(self.unit.text()))
        self.day.setVisible(fixed and self._type == "date")
        self.truth.setVisible(self._type == "truth")
        self.shift.setVisible(not fixed and self._type == "date")
        self.changed.emit()
