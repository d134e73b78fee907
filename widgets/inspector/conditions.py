"""How is it shown and changed when something holds, or what is calculated?"""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from model.commands import (
    change_field_type,
    name_condition,
    page_condition,
    same_conditions,
    set_condition,
    set_value,
    show_page_if,
)
from model.document import Transaction
from model.expressions import sentence
from model.language import say, tr
from model.records import Expression, Field, Flow, Named, Rule
from widgets.basics.labels import plain_label, shown, tip
from widgets.conditions import CalculationBuilder, ConditionBuilder, calculation_sentence
from widgets.conditions.tabbing import tab_through
from widgets.conditions.ticks import Tick
from widgets.inspector.editors import Editor, EditorClass
from widgets.look.theme import px
from widgets.panels.buttons import FlatButton
from widgets.panels.flow import FlowLayout
from widgets.panels.panel import edged

LONGEST_NAME = 60


class SaidEditor(Editor):
    """Something that is read as a sentence; "ändern" opens what it is picked from, in ``wide``,
    which the form places below.
    """

    def build(self) -> None:
        self.builder: ConditionBuilder | CalculationBuilder | None = None
        self.wide = QVBoxLayout()
        # The buttons stand at one place; words that have no room beside them go below, where they
        # have the whole width of the pane.
        self.row = QHBoxLayout()
        self.row.setSpacing(2)
        self.words = plain_label("", self, wrap=True)
        self.words.setMinimumHeight(px(26))
        self.button = FlatButton("", self, role="quiet")
        self.setFocusProxy(self.button)
        self.button.clicked.connect(lambda _c=False: self.toggle())
        self.never = FlatButton("", self, role="quiet", sign="remove")
        self.never.clicked.connect(lambda _c=False: self._take(None))
        self.buttons = QHBoxLayout()
        self.buttons.addWidget(self.never)
        self.buttons.addWidget(self.button)
        self.row.addWidget(self.words, 1)
        self.row.addStretch(0)
        self.row.addLayout(self.buttons)
        self.column.addLayout(self.row)

    def load(self) -> None:
        words = self.said()
        self.words.setText(shown(words or self.unsaid()))
        self.button.say(tr("inspector.edit"))
        self.button.setAccessibleName(f"{self.label}: {tr('inspector.edit')}")
        self.never.setVisible(bool(words) and self.may_clear())
        self.never.setAccessibleName(tr("inspector.always.set"))
        tip(self.never, tr("inspector.always.set"))
        self._stand()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        self.words.setVisible(visible)

    def _stand(self) -> None:
        """The words beside the buttons, or below when they are too long for that."""
        room = self.width() - self.buttons.sizeHint().width() - 4
        below = self.words.fontMetrics().horizontalAdvance(self.words.text()) > room
        if below != (self.row.indexOf(self.words) < 0):
            old, new = (self.row, self.wide) if below else (self.wide, self.row)
            old.removeWidget(self.words)
            new.insertWidget(0, self.words, 0 if below else 1)

    @property
    def expression(self) -> Expression | None:
        """What is said now."""
        found: Expression | None = self.value  # type: ignore[assignment]
        return found

    def said(self) -> str:
        """The sentence, or "" when nothing is said."""
        return ""

    def unsaid(self) -> str:
        """The words for nothing."""
        return tr("inspector.always")

    def may_clear(self) -> bool:
        """May it be taken away with one click?"""
        return True

    def make_builder(self) -> ConditionBuilder | CalculationBuilder:
        """What it is picked from."""
        raise NotImplementedError

    def put_said(self, tx: Transaction, expression: Expression | None) -> None:
        """Change the document."""
        raise NotImplementedError

    def toggle(self) -> None:
        """Open the lists, or close them again."""
        if self.builder is not None:
            self.close_builder()
        else:
            self.open_builder()

    def open_builder(self) -> None:
        """Open the lists and go into them."""
        if self.builder is None:
            builder = self.make_builder()
            builder.accepted.connect(self._take)
            builder.refused.connect(self.editing.refused)
            builder.left.connect(self.close_builder)
            self.builder = builder
            self.wide.addWidget(builder)
            builder.show()
            builder.opened_by(self.button)
            bring_in_sight(builder)
        self.builder.focus_first()

    def close_builder(self) -> None:
        """Close the lists; the focus goes back to where they were opened."""
        if self.builder is not None:
            self.wide.removeWidget(self.builder)
            self.builder.hide()
            self.builder.deleteLater()
            self.builder = None
            self.button.setFocus()

    def _take(self, expression: object) -> None:
        label = say("undo.edit", what=self.label)
        done = self.editing.change(label, lambda tx: self.put_said(tx, expression))  # type: ignore[arg-type]
        if done:
            self.close_builder()
            self.load()
        elif isinstance(self.builder, ConditionBuilder):
            self.builder.look_again(self.editing.view)


class ConditionEditor(SaidEditor):
    """When something holds; the condition may be given a name."""

    def build(self) -> None:
        super().build()
        self.naming: NamingRow | None = None
        self.name = FlatButton("", self, role="quiet")
        self.name.clicked.connect(lambda _c=False: self.open_naming())
        self.buttons.insertWidget(0, self.name)

    def load(self) -> None:
        super().load()
        self.name.say(tr("inspector.condition.name"))
        self.name.setAccessibleName(f"{self.label}: {tr('inspector.condition.name')}")
        record = self.record
        own = isinstance(record, Rule) and record.purpose == "condition"
        nameless = self.expression is not None and not isinstance(self.expression, Named)
        self.name.setVisible(nameless and not own)
        self._stand()

    def said(self) -> str:
        if self.expression is None:
            return ""
        return tr("inspector.when", condition=sentence(self.editing.view, self.expression))

    def unsaid(self) -> str:
        record = self.record
        if isinstance(record, Rule):
            return tr("inspector.condition.missing")
        otherwise = isinstance(record, Flow) and record.default
        return tr("inspector.otherwise") if otherwise else tr("inspector.always")

    def may_clear(self) -> bool:
        return not isinstance(self.record, Flow | Rule)

    def make_builder(self) -> ConditionBuilder:
        builder = ConditionBuilder(
            self.editing.view,
            self.expression,
            about=self.record_id,
            mends=True,
            parent=self.parentWidget(),
        )
        builder.single_wanted.connect(self._one_answer)
        return builder

    def put_said(self, tx: Transaction, expression: Expression | None) -> None:
        set_condition(tx, self.record_id, expression)

    def open_naming(self) -> None:
        """Ask for the name of the condition."""
        if self.naming is None and self.expression is not None:
            others = same_conditions(self.editing.view, self.expression, without=self.record_id)
            words = sentence(self.editing.view, self.expression)[:LONGEST_NAME]
            self.naming = NamingRow(words, len(others), self.parentWidget() or self)
            self.naming.named.connect(self._give_name)
            self.naming.left.connect(self._close_naming)
            self.wide.addWidget(self.naming)
            self.naming.show()
            tab_through(self.naming, self.button)
            bring_in_sight(self.naming)
            self.naming.line.setFocus()
            self.naming.line.selectAll()

    def _give_name(self, name: str, everywhere: bool) -> None:
        expression = self.expression
        if expression is None:
            return

        def work(tx: Transaction) -> None:
            rule = name_condition(tx, expression, name, everywhere=everywhere)
            self.put_said(tx, Named(rule=rule.id))

        if self.editing.change(say("undo.name_condition", name=name), work):
            self._close_naming()
            self.load()

    def _close_naming(self) -> None:
        if self.naming is not None:
            self.wide.removeWidget(self.naming)
            self.naming.hide()
            self.naming.deleteLater()
            self.naming = None
            self.button.setFocus()

    def _one_answer(self, field: str) -> None:
        label = say("undo.one_answer")
        done = self.editing.change(label, lambda tx: change_field_type(tx, field, "choice"))
        if done and isinstance(self.builder, ConditionBuilder):
            self.builder.look_again(self.editing.view)


class PageConditionEditor(ConditionEditor):
    """When a page appears: the ways that lead to it say so."""

    @property
    def expression(self) -> Expression | None:
        return page_condition(self.editing.view, self.record_id)

    def unsaid(self) -> str:
        return tr("inspector.always")

    def may_clear(self) -> bool:
        return True

    def put_said(self, tx: Transaction, expression: Expression | None) -> None:
        show_page_if(tx, self.record_id, expression)


class ValueEditor(SaidEditor):
    """What the answer is calculated from."""

    @property
    def wanted(self) -> bool:
        field = self.record
        if not isinstance(field, Field) or field.field_kind == "label":
            return False
        return field.value is not None or field.data_type not in ("file", "obj", "bool", "time")

    def said(self) -> str:
        if self.expression is None:
            return ""
        return calculation_sentence(self.editing.view, self.record_id, self.expression)

    def unsaid(self) -> str:
        return tr("inspector.value.none")

    def make_builder(self) -> CalculationBuilder:
        return CalculationBuilder(
            self.editing.view, self.expression, about=self.record_id, parent=self.parentWidget()
        )

    def put_said(self, tx: Transaction, expression: Expression | None) -> None:
        set_value(tx, self.record_id, expression)


class NamingRow(QWidget):
    """A name for a condition. ``named`` carries it, and whether whoever says the same uses it."""

    named = Signal(str, bool)
    left = Signal()

    def __init__(self, proposed: str, others: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setText(shown(proposed))
        self.line.setMinimumHeight(px(28))
        self.line.setAccessibleName(tr("inspector.condition.name_line"))
        edged(self.line)
        self.line.setTextMargins(4, 0, 4, 0)
        self.everywhere = Tick(tr("inspector.condition.everywhere", n=others), self)
        self.everywhere.setVisible(others > 0)
        self.everywhere.setChecked(others > 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 4)
        column.setSpacing(4)
        column.addWidget(plain_label(tr("inspector.condition.name_line"), self, wrap=True))
        column.addWidget(self.line)
        column.addWidget(self.everywhere)
        column.addWidget(self._buttons())
        self.line.returnPressed.connect(self.take)

    def take(self) -> None:
        """The name is said."""
        self.named.emit(self.line.text(), self.everywhere.isChecked())

    def _buttons(self) -> QWidget:
        box = QWidget(self)
        row = FlowLayout(box)
        take = FlatButton(tr("condition.take"), self, role="primary")
        take.clicked.connect(self.take)
        leave = FlatButton(tr("condition.leave"), self, role="quiet")
        leave.clicked.connect(self.left)
        row.addWidget(take)
        row.addWidget(leave)
        return box


def bring_in_sight(widget: QWidget) -> None:
    """Scroll the pane to something new, once it has its place."""
    pane = widget.parentWidget()
    while pane is not None and not isinstance(pane, QScrollArea):
        pane = pane.parentWidget()
    if isinstance(pane, QScrollArea):
        QTimer.singleShot(0, widget, lambda: pane.ensureWidgetVisible(widget, 0, 12))


CONDITIONS: dict[str, EditorClass] = {
    "condition": ConditionEditor,
    "page_condition": PageConditionEditor,
    "calculation": ValueEditor,
}
"""Name in a Spec -> editor."""
