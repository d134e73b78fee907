"""How are the lines of a condition picked?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from model.document import Snapshot
from model.errors import FachwerkError
from model.grammar import title
from model.graph import reading_order
from model.language import tr
from model.records import Expression, Field, Node, Record, Rule
from widgets.basics.labels import plain_label, shown
from widgets.conditions.lines import Line, expression_of, lines_of, needs_value, relations
from widgets.panels.buttons import FlatButton
from widgets.panels.flow import FlowLayout
from widgets.panels.panel import edged, shrinks


class ConditionBuilder(QWidget):
    """``accepted`` carries the condition (None = always); ``refused`` a sentence; ``left`` says
    that it was given up.
    """

    accepted = Signal(object)
    refused = Signal(str)
    left = Signal()

    def __init__(
        self,
        view: Snapshot,
        expression: Expression | None,
        *,
        about: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.view = view
        self._questions = questions(view, without=about)
        self._rows: list[LineRow] = []
        known = lines_of(expression)
        every, lines = known if known is not None else (True, [])
        self.join = QComboBox(self)
        edged(self.join)
        shrinks(self.join)
        self.join.addItem(tr("condition.all"), True)
        self.join.addItem(tr("condition.any"), False)
        self.join.setCurrentIndex(0 if every else 1)
        self.join.setAccessibleName(tr("condition.join"))
        self._body = QVBoxLayout()
        self._body.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(6)
        if known is None:
            column.addWidget(plain_label(tr("condition.too_deep"), self, wrap=True))
        column.addWidget(self.join)
        column.addLayout(self._body)
        column.addWidget(self._buttons())
        for line in lines or [self._first_line()]:
            self.add_line(line)

    def add_line(self, line: Line | None = None) -> LineRow:
        """One more line."""
        row = LineRow(self.view, self._questions, line or self._first_line(), self)
        row.gone.connect(lambda: self._drop(row))
        self._rows.append(row)
        self._body.addWidget(row)
        self.join.setVisible(len(self._rows) > 1)
        return row

    def accept(self) -> None:
        """Take the lines over; says in words when a value does not fit."""
        try:
            lines = [row.line for row in self._rows]
            self.accepted.emit(expression_of(self.view, bool(self.join.currentData()), lines))
        except FachwerkError as error:
            self.refused.emit(str(error))

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _buttons(self) -> QWidget:
        box = QWidget(self)
        row = FlowLayout(box)
        take = FlatButton(tr("condition.take"), self, role="primary")
        take.clicked.connect(self.accept)
        more = FlatButton(tr("condition.more"), self, role="quiet")
        more.clicked.connect(lambda: self.add_line())
        leave = FlatButton(tr("condition.leave"), self, role="quiet")
        leave.clicked.connect(self.left)
        for button in (take, more, leave):
            row.addWidget(button)
        return box

    def _first_line(self) -> Line:
        """The first question that has answers to choose from: the usual case of a condition."""
        choices = (one.id for one in self._questions if self.view.options(one.id))
        first = next(choices, self._questions[0].id if self._questions else "")
        return Line(first, relations(self.view, first)[0])

    def _drop(self, row: LineRow) -> None:
        self._rows.remove(row)
        self._body.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.join.setVisible(len(self._rows) > 1)


class LineRow(QWidget):
    """One line: question, relation, answer."""

    gone = Signal()

    def __init__(
        self, view: Snapshot, fields: list[Record], line: Line, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.view = view
        self.question = _box(self, tr("condition.question"))
        self.relation = _box(self, tr("condition.relation"))
        self.answer = _box(self, tr("condition.answer"))
        self.typed = QLineEdit(self)
        edged(self.typed)
        self.typed.setAccessibleName(tr("condition.answer"))
        cross = FlatButton("", self, role="quiet", sign="remove")
        cross.setAccessibleName(tr("condition.remove"))
        cross.clicked.connect(self.gone)
        for field in fields:
            self.question.addItem(shown(title(field)), field.id)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(self.question, 0, 0)
        grid.addWidget(cross, 0, 1)
        grid.addWidget(self.relation, 1, 0)
        grid.addWidget(self.answer, 2, 0)
        grid.addWidget(self.typed, 2, 0)
        grid.setColumnStretch(0, 1)
        self.question.currentIndexChanged.connect(lambda _i: self._offer(Line("", "")))
        self.relation.currentIndexChanged.connect(lambda _i: self._show_answer())
        _choose(self.question, line.field)
        self._offer(line)

    @property
    def line(self) -> Line:
        """What is picked now."""
        relation = str(self.relation.currentData())
        value = self.answer.currentData() if self.answer.count() else self.typed.text()
        field = str(self.question.currentData() or "")
        return Line(field, relation, str(value or "") if needs_value(relation) else "")

    def _offer(self, line: Line) -> None:
        """Offer the relations and answers of the chosen question."""
        field = str(self.question.currentData() or "")
        self.relation.clear()
        for relation in relations(self.view, field):
            self.relation.addItem(tr(f"condition.relation.{relation}"), relation)
        self.answer.clear()
        for option in self.view.options(field):
            self.answer.addItem(shown(option.label), option.id)
        record = self.view.get(field, Field)
        if record is not None and record.data_type == "bool":
            self.answer.addItem(tr("sentence.yes"), "true")
            self.answer.addItem(tr("sentence.no"), "false")
        _choose(self.relation, line.relation)
        _choose(self.answer, line.value)
        self.typed.setText(line.value)
        self._show_answer()

    def _show_answer(self) -> None:
        wanted = needs_value(str(self.relation.currentData()))
        self.answer.setVisible(wanted and self.answer.count() > 0)
        self.typed.setVisible(wanted and self.answer.count() == 0)


def questions(view: Snapshot, *, without: str = "") -> list[Record]:
    """All questions in reading order, then the named conditions; not the one this is about."""
    place = {node: number for number, node in enumerate(reading_order(view))}

    def order(field: Field) -> tuple[int, str, str]:
        card = view.card_of(field.id)
        return (
            place.get(card.id, len(place)) if isinstance(card, Node) else len(place),
            field.order,
            field.id,
        )

    fields = [f for f in view.of(Field) if f.id != without and f.field_kind in ("input", "select")]
    named = [
        r for r in view.ordered(Rule) if r.purpose == "condition" and r.name and r.id != without
    ]
    return [*sorted(fields, key=order), *named]


def _box(parent: QWidget, name: str) -> QComboBox:
    box = QComboBox(parent)
    edged(box)
    box.setAccessibleName(name)
    shrinks(box)
    return box


def _choose(box: QComboBox, value: str) -> None:
    found = box.findData(value)
    if found >= 0:
        box.setCurrentIndex(found)
