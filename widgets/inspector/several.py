"""What can be set for several things at once?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from model.commands import move_to, set_condition, set_required
from model.document import Transaction
from model.grammar import kind_title, title
from model.language import Message, say, tr
from model.records import Expression, Field, FieldGroup, Node, Record, Role
from widgets.basics.labels import plain_label, shown
from widgets.conditions import ConditionBuilder
from widgets.conditions.operands import drop_down
from widgets.inspector.changes import Editing
from widgets.inspector.sections.norms import NormPicker, cite_named
from widgets.look.theme import px
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import edged, heading
from widgets.panels.ticks import TickBox

CITES = ("node", "row")
SHOWN = 6


class SeveralForm(QWidget):
    """What all of the chosen things have: mandatory, lane, condition, purpose, norm. Each change
    is one undo step for all of them.
    """

    def __init__(self, editing: Editing, ids: tuple[str, ...], parent: QWidget | None = None):
        super().__init__(parent)
        self.editing, self.ids = editing, ids
        self.builder: ConditionBuilder | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addWidget(heading(tr("inspector.several", n=len(ids)), self, quiet=False))
        self.column.addWidget(plain_label(self._names(), self, wrap=True))
        records = self.records
        rows = bool(records) and all(isinstance(r, Field | FieldGroup) for r in records)
        fields = bool(records) and all(isinstance(r, Field) for r in records)
        if rows:
            self._required()
            self._condition()
        if fields:
            self._line("purpose")
            self._line("retention")
        if records and all(isinstance(r, Node) for r in records):
            self._lane()
        if records and all(r.family in CITES for r in records):
            self._norm()
        self.keys = plain_label(
            f"{tr('inspector.several.move')} · {tr('inspector.several.delete')}", self, wrap=True
        )
        self.keys.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.column.addWidget(self.keys)
        self.setEnabled(not editing.read_only)

    @property
    def records(self) -> list[Record]:
        """The chosen records that are still there."""
        view = self.editing.view
        return [record for i in self.ids if (record := view.get(i)) is not None]

    def load(self) -> None:
        """Show what is the same for all of them."""
        records = self.records
        box = getattr(self, "required", None)
        if box is not None:
            wanted = {getattr(record, "minimum", 0) > 0 for record in records}
            states = Qt.CheckState
            state = states.Checked if True in wanted else states.Unchecked
            box.setCheckState(states.PartiallyChecked if len(wanted) > 1 else state)
        lane = getattr(self, "lane", None)
        if lane is not None:
            roles = {getattr(record, "role", "") for record in records}
            lane.setCurrentIndex(lane.findData(roles.pop()) if len(roles) == 1 else -1)

    def _required(self) -> None:
        self.required = TickBox(tr("inspector.required.on"), self)
        self.required.setTristate(True)
        self.required.setMinimumHeight(px(24))
        self.required.clicked.connect(lambda _on: self.set_required(self._mixed_or_off()))
        self.column.addWidget(self.required)
        self.load()

    def _mixed_or_off(self) -> bool:
        """All become mandatory unless they all are already."""
        return not all(getattr(record, "minimum", 0) > 0 for record in self.records)

    def set_required(self, on: bool) -> None:
        """All of them are mandatory, or none."""
        self._each(tr("inspector.required"), lambda tx, i: set_required(tx, i, on))

    def set_lane(self, role: str) -> None:
        """All of them go into a lane."""
        self._each(tr("inspector.role"), lambda tx, i: _into(tx, i, role))

    def set_condition(self, expression: Expression | None) -> None:
        """All of them appear when this holds."""
        self._each(tr("inspector.visible"), lambda tx, i: set_condition(tx, i, expression))

    def cite(self, text: str) -> None:
        """All of them rest on a norm."""
        words = text.strip()
        if words:
            self._change(
                say("undo.cite", norm=words), lambda tx: cite_named(tx, self._ids(), words)
            )

    def _lane(self) -> None:
        self.column.addWidget(plain_label(tr("inspector.role"), self))
        self.lane = drop_down(self, tr("inspector.role"))
        for role in self.editing.view.ordered(Role):
            self.lane.addItem(shown(title(role) or str(kind_title(role))), role.id)
        self.lane.activated.connect(lambda _row: self.set_lane(str(self.lane.currentData())))
        self.column.addWidget(self.lane)
        self.load()

    def _line(self, field: str) -> None:
        words = tr(f"inspector.{field}")
        self.column.addWidget(plain_label(words, self))
        line = QLineEdit(self)
        line.setMinimumHeight(px(28))
        line.setAccessibleName(words)
        values = {getattr(record, field) for record in self.records}
        line.setText(values.pop() if len(values) == 1 else "")
        if values:
            line.setPlaceholderText(tr("inspector.several.different"))
        edged(line)
        line.editingFinished.connect(lambda: self._put_line(line, field, words))
        self.column.addWidget(line)

    def _put_line(self, line: QLineEdit, field: str, words: str) -> None:
        if line.isModified():
            line.setModified(False)
            self._each(words, lambda tx, i: tx.alter(i, **{field: line.text().strip()}))

    def _condition(self) -> None:
        self.column.addWidget(plain_label(tr("inspector.visible"), self))
        button = FlatButton(tr("inspector.several.condition"), self, role="quiet")
        button.clicked.connect(lambda _c=False: self.open_builder())
        self.column.addWidget(button)
        self._place = QVBoxLayout()
        self.column.addLayout(self._place)

    def open_builder(self) -> None:
        """Pick one condition for all."""
        if self.builder is not None:
            return
        values = {getattr(record, "visible", None) for record in self.records}
        same = values.pop() if len(values) == 1 else None
        self.builder = ConditionBuilder(self.editing.view, same, about=self.ids[0], parent=self)
        self.builder.accepted.connect(self._take)
        self.builder.refused.connect(self.editing.refused)
        self.builder.left.connect(self._close)
        self._place.addWidget(self.builder)
        self.builder.show()
        self.builder.focus_first()

    def _take(self, expression: object) -> None:
        self._close()
        self.set_condition(expression)  # type: ignore[arg-type]

    def _close(self) -> None:
        if self.builder is not None:
            self._place.removeWidget(self.builder)
            self.builder.hide()
            self.builder.deleteLater()
            self.builder = None

    def _norm(self) -> None:
        self.column.addWidget(plain_label(tr("inspector.section.norms"), self))
        self.picker = NormPicker(self, self.editing.view, self.cite, focus=False)
        self.column.addWidget(self.picker)

    def _names(self) -> str:
        names = [title(record) or str(kind_title(record)) for record in self.records]
        return ", ".join(names[:SHOWN]) + (", …" if len(names) > SHOWN else "")

    def _ids(self) -> list[str]:
        return [record.id for record in self.records]

    def _each(self, what: str, work: Callable[[Transaction, str], object]) -> None:
        def all_of_them(tx: Transaction) -> None:
            for record_id in self._ids():
                work(tx, record_id)

        self._change(say("undo.edit", what=what), all_of_them)

    def _change(self, label: Message, work: Callable[[Transaction], object]) -> None:
        self.editing.change(label, work)
        self.load()


def _into(tx: Transaction, node: str, role: str) -> None:
    lane, place = tx.placement(role), tx.placement(node)
    if lane is not None and place is not None:
        middle = place.box.center
        move_to(tx, node, middle._replace(y=lane.box.center.y))
    else:
        tx.alter(node, role=role)
