"""What does a case answer? All questions of the service, page by page, with their own controls."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.commands import add_entry, answer_case, entries, remove_entry
from model.document import Snapshot, Transaction
from model.expressions.given import list_of
from model.expressions.typed import value_of
from model.graph import reading_order
from model.language import say, tr
from model.records import ExampleCase, Field, FieldGroup
from model.records.names import title
from widgets.basics.labels import plain_label, shown
from widgets.cases.pieces import Pieces, scrolled
from widgets.conditions.values import typed_day
from widgets.inspector.changes import Editing
from widgets.look.theme import look
from widgets.panels.buttons import FlatButton
from widgets.preview.controls import Control, TickControl, control_for
from widgets.preview.wording import Wording

Line = tuple[str, str, int]
"""What stands in a line ("page", "entry", "field", "more"), its record, the entry of a list."""


class AnswerSheet(QWidget):
    """The answers of one case; each is one undo step, played again at once."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editing = editing
        self.case: ExampleCase | None = None
        self.controls: dict[tuple[str, int], Control] = {}
        self._lines: tuple[Any, ...] = ()
        self.sheet = Pieces(self)
        self.area = scrolled(self.sheet, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)

    def show_case(self, view: Snapshot, case: ExampleCase) -> None:
        """Show the answers of a case; the control that is typed in keeps its cursor."""
        self.case = case
        lines = tuple(_lines(view, case))
        known = tuple(view.get(record) for _, record, _ in lines)
        if (lines, known) != self._lines:
            self._lines = (lines, known)
            self._build(view, case, lines)
        for (field, row), control in self.controls.items():
            if not control.isAncestorOf(control.window().focusWidget() or self):
                control.put(_given(view.the(field, Field), case, row))

    def retranslate(self) -> None:
        """Write the sheet anew with the next case that is shown."""
        self._lines = ()

    # ---------------------------------------------------------------------------------- building

    def _build(self, view: Snapshot, case: ExampleCase, lines: tuple[Line, ...]) -> None:
        self.controls.clear()
        self.sheet.clear()
        if not lines:
            self.sheet.sentence(tr("cases.answers.none"), quiet=True)
        wording = Wording(view)
        for kind, record, row in lines:
            name = title(view[record]) or tr(f"kind.{view[record].kind}")
            if kind == "page":
                self.sheet.head(name)
            elif kind == "entry":
                self._entry(case, record, row, name)
            elif kind == "more":
                more = FlatButton(tr("cases.answers.add"), self.sheet, sign="add")
                more.setAccessibleName(f"{name}: {tr('cases.answers.add')}")
                more.clicked.connect(partial(self._add, record))
                self.sheet.column.addWidget(more)
            else:
                self._question(view.the(record, Field), row, wording)
        self.sheet.column.addStretch(1)

    def _entry(self, case: ExampleCase, group: str, row: int, name: str) -> None:
        line = QHBoxLayout()
        words = tr("cases.answers.entry", group=name, n=row + 1)
        line.addWidget(plain_label(words, self.sheet), 1)
        if row < entries(self.editing.view, case, group):
            take = FlatButton(tr("cases.answers.remove"), self.sheet, role="quiet")
            take.setAccessibleName(f"{words}: {tr('cases.answers.remove')}")
            take.clicked.connect(partial(self._remove, group, row))
            line.addWidget(take)
        self.sheet.column.addLayout(line)

    def _question(self, field: Field, row: int, wording: Wording) -> None:
        control = control_for(field, wording, look(), self.sheet)
        asked = shown(field.label or field.name)
        if not isinstance(control, TickControl):
            label = plain_label(asked, self.sheet, wrap=True)
            label.setForegroundRole(QPalette.ColorRole.WindowText)
            self.sheet.column.addWidget(label)
        self.sheet.column.addWidget(control)
        control.describe(asked, "")
        control.changed.connect(partial(self._answered, field.id, row))
        for part in control.parts:
            part.installEventFilter(self)
        self.controls[field.id, row] = control

    # ---------------------------------------------------------------------------------- changing

    def _answered(self, field_id: str, row: int) -> None:
        case, control = self.case, self.controls.get((field_id, row))
        field = self.editing.view.get(field_id, Field)
        if case is None or control is None or field is None:
            return
        given = _kept(field, control.answer)

        def work(tx: Transaction) -> None:
            answer_case(tx, case.id, field_id, given, row)

        origin = f"typing:{case.id}:{field_id}:{row}"
        self.editing.change(say("cases.undo.answer"), work, origin)

    def _add(self, group: str, _checked: bool = False) -> None:
        if self.case is not None:
            case = self.case.id
            self.editing.change(say("cases.undo.entry"), lambda tx: add_entry(tx, case, group))

    def _remove(self, group: str, row: int, _checked: bool = False) -> None:
        if self.case is not None:
            case = self.case.id
            self.editing.change(
                say("cases.undo.entry"), lambda tx: remove_entry(tx, case, group, row)
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.editing.close_step()
        return super().eventFilter(watched, event)


def _lines(view: Snapshot, case: ExampleCase) -> Iterator[Line]:
    for node in reading_order(view):
        inside = list(_rows(view, case, node, 0, 0))
        if inside:
            yield "page", node, 0
            yield from inside


def _rows(view: Snapshot, case: ExampleCase, parent: str, row: int, depth: int) -> Iterator[Line]:
    for record in view.rows(parent) if depth < 20 else ():
        if isinstance(record, Field):
            asked = record.value is None and record.field_kind in ("input", "select")
            if asked:
                yield "field", record.id, row
        elif isinstance(record, FieldGroup) and record.repeatable and not list_of(view, record):
            count = entries(view, case, record.id)
            for number in range(max(count, 1)):
                yield "entry", record.id, number
                yield from _rows(view, case, record.id, number, depth + 1)
            if count:
                yield "more", record.id, count
        elif isinstance(record, FieldGroup):
            yield from _rows(view, case, record.id, row, depth + 1)


def _given(field: Field, case: ExampleCase, row: int) -> Any:
    """The answer of a case as the control takes it; a day as people write it."""
    given = [a.value for a in case.answers if (a.field, a.repetition) == (field.id, row)]
    if field.choices == "many":
        return tuple(given)
    if not given:
        return None
    if field.data_type == "bool":
        return given[0] == "true"
    if field.data_type == "date":
        day = value_of(field, given[0])
        return typed_day(day) if isinstance(day, date) else given[0]
    return given[0]


def _kept(field: Field, answer: Any) -> tuple[str, ...]:
    """An answer as a case keeps it: ISO day, plain number, code; what cannot be read as it is."""
    if isinstance(answer, bool):
        return ("true",) if answer else ("false",)
    if isinstance(answer, tuple | list):
        return tuple(str(one) for one in answer)
    words = str(answer or "").strip()
    if not words or field.field_kind == "select":
        return (words,) if words else ()
    value = value_of(field, words)
    if hasattr(value, "isoformat"):
        return (value.isoformat(),)
    is_number = field.data_type in ("num", "num_int", "num_currency")
    return (format(value, "f"),) if is_number and value is not None else (words,)
