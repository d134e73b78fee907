"""How is a calculation picked, without a language of formulas?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from model.document import Snapshot
from model.errors import FachwerkError
from model.language import tr
from model.records import Expression, Field
from widgets.basics.labels import plain_label, shown
from widgets.conditions.operands import ValueBox, choose, drop_down
from widgets.conditions.tabbing import tab_through
from widgets.conditions.telling import calculation_sentence
from widgets.conditions.terms import (
    FACTORS,
    MANNERS,
    SIGNS,
    Term,
    expression_of_terms,
    manner_of,
    terms_of,
)
from widgets.panels.buttons import FlatButton
from widgets.panels.flow import FlowLayout


class CalculationBuilder(QWidget):
    """``accepted`` carries the calculation (None = not calculated), ``refused`` a sentence;
    ``left`` says that it was given up.
    """

    accepted = Signal(object)
    refused = Signal(str)
    left = Signal()

    def __init__(
        self,
        view: Snapshot,
        expression: Expression | None,
        *,
        about: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.view, self.about, self.expression = view, about, expression
        self.rows: list[TermRow] = []
        self.opener: QWidget | None = None
        field = view.get(about, Field)
        manner = manner_of(view, expression, field.data_type if field else "num")
        self.manner = drop_down(self, tr("calculation.manner"))
        for known in MANNERS:
            self.manner.addItem(tr(f"calculation.manner.{known}"), known)
        choose(self.manner, manner or "number")
        self._body = QVBoxLayout()
        self._body.setSpacing(8)
        self.more = FlatButton(tr("calculation.more"), self, role="quiet")
        self.more.clicked.connect(lambda: self.add_row().left.base.setFocus())
        self.one = ValueBox(self)
        self.words = plain_label("", self, wrap=True)
        self.words.setAccessibleName(tr("condition.sentence"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(6)
        column.addWidget(self.manner)
        column.addLayout(self._body)
        column.addWidget(self.more)
        column.addWidget(self.one)
        if manner is None:
            column.addWidget(plain_label(tr("calculation.too_deep"), self, wrap=True))
        column.addWidget(self.words)
        column.addWidget(self._buttons())
        for term in (terms_of(expression) if manner == "number" else None) or [Term()]:
            self.add_row(term)
        if manner in ("date", "text"):
            self.one.offer(view, manner, expression, without=about)
        self._turned(manner in ("date", "text"))
        self.manner.activated.connect(lambda _row: self._turned(False))
        self.one.changed.connect(self._say)
        if manner is None and expression is not None:
            self.words.setText(shown(calculation_sentence(view, about, expression)))

    def add_row(self, term: Term | None = None) -> TermRow:
        """One more row."""
        row = TermRow(self.view, term or Term(), self, without=self.about)
        row.gone.connect(lambda: self._drop(row))
        row.changed.connect(self._say)
        self.rows.append(row)
        self._body.addWidget(row)
        row.show()
        self._number()
        return row

    def calculation(self) -> Expression | None:
        """What is picked now.

        Raises:
            FachwerkError: a value does not fit.
        """
        if self.manner.currentData() == "number":
            return expression_of_terms([row.term for row in self.rows])
        return self.one.value()

    def accept(self) -> None:
        """Take it over; says in words when a value does not fit."""
        try:
            expression = self.calculation()
        except FachwerkError as error:
            self.words.setText(shown(error))
            self.refused.emit(str(error))
        else:
            self.accepted.emit(expression)

    def opened_by(self, opener: QWidget) -> None:
        """Tab comes here from what it was opened by."""
        self.opener = opener
        tab_through(self, opener)

    def focus_first(self) -> None:
        """Put the focus into the first part."""
        self.manner.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def _turned(self, offered: bool) -> None:
        number = self.manner.currentData() == "number"
        for row in self.rows:
            row.setVisible(number)
        self.more.setVisible(number)
        self.one.setVisible(not number)
        if not number and not offered:
            self.one.offer(self.view, str(self.manner.currentData()), None, without=self.about)
        self._say()

    def _drop(self, row: TermRow) -> None:
        self.rows.remove(row)
        self._body.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._number()

    def _number(self) -> None:
        """A lone row needs no sign and cannot go."""
        tab_through(self, self.opener)
        for place, row in enumerate(self.rows):
            row.stand(first=place == 0, alone=len(self.rows) == 1)
        self._say()

    def _say(self) -> None:
        try:
            expression = self.calculation()
            words = calculation_sentence(self.view, self.about, expression)
        except FachwerkError as error:
            words = str(error)
        self.words.setText(shown(words))

    def _buttons(self) -> QWidget:
        box = QWidget(self)
        row = FlowLayout(box)
        take = FlatButton(tr("condition.take"), self, role="primary")
        take.clicked.connect(self.accept)
        leave = FlatButton(tr("condition.leave"), self, role="quiet")
        leave.clicked.connect(self.left)
        row.addWidget(take)
        if self.expression is not None:
            never = FlatButton(tr("calculation.never"), self, role="quiet")
            never.clicked.connect(lambda: self.accepted.emit(None))
            row.addWidget(never)
        row.addWidget(leave)
        return box


class TermRow(QWidget):
    """One row: + or −, a number, and what it is multiplied with."""

    gone = Signal()
    changed = Signal()

    def __init__(self, view: Snapshot, term: Term, parent: QWidget, *, without: str = "") -> None:
        super().__init__(parent)
        self.sign = drop_down(self, tr("calculation.sign"))
        for sign in SIGNS:
            self.sign.addItem(tr(f"calculation.sign.{sign}"), sign)
        self.left, self.right = ValueBox(self), ValueBox(self)
        self.factor = drop_down(self, tr("calculation.factor"))
        for factor in FACTORS:
            self.factor.addItem(tr(f"calculation.factor.{factor or 'none_'}"), factor)
        self._cross = FlatButton("", self, role="quiet", sign="remove")
        self._cross.setAccessibleName(tr("calculation.remove"))
        self._cross.clicked.connect(self.gone)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(self.sign, 0, 0)
        grid.addWidget(self.left, 1, 0)
        grid.addWidget(self._cross, 1, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.factor, 2, 0)
        grid.addWidget(self.right, 3, 0)
        grid.setColumnStretch(0, 1)
        choose(self.sign, term.sign)
        choose(self.factor, term.factor)
        self.left.offer(view, "number", term.left, without=without)
        if term.left is None and self.left.base.count() > 1:
            self.left.base.setCurrentIndex(1)
            self.left.base.activated.emit(1)
        self.right.offer(view, "number", term.right, without=without)
        self.right.setVisible(bool(term.factor))
        for box in (self.sign, self.factor):
            box.activated.connect(lambda _row: self._turned())
        self.left.changed.connect(self.changed)
        self.right.changed.connect(self.changed)

    @property
    def term(self) -> Term:
        """What is picked now.

        Raises:
            FachwerkError: a value does not fit.
        """
        factor = str(self.factor.currentData())
        right = self.right.value() if factor else None
        return Term(str(self.sign.currentData()), self.left.value(), factor, right)

    def stand(self, *, first: bool, alone: bool) -> None:
        """The first row needs no sign unless it is taken off."""
        self.sign.setVisible(not first or self.sign.currentData() != "add")
        self._cross.setVisible(not alone)

    def _turned(self) -> None:
        self.right.setVisible(bool(self.factor.currentData()))
        self.changed.emit()
