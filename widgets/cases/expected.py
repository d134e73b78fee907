"""What is expected of a case? Day of application, end, fee, deadline, documents: to be written."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from model.document import Snapshot
from model.errors import FachwerkError
from model.language import say, tr
from model.records import End, ExampleCase
from model.records.names import title
from widgets.basics.labels import plain_label, shown
from widgets.conditions.values import day_of, number_of, typed_day, typed_number
from widgets.inspector.changes import Editing
from widgets.look.theme import ui_font
from widgets.panels.panel import edged, shrinks

LINES = ("applied", "fee", "deadline", "documents")
_ORDER = ("applied", "end", "fee", "deadline", "documents")


class Expected(QWidget):
    """The editors, label above control, in two columns. What cannot be read is refused in words."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editing = editing
        self.case: ExampleCase | None = None
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        self.labels: dict[str, QLabel] = {}
        self.lines: dict[str, QLineEdit] = {}
        self.end = shrinks(edged(QComboBox(self)))
        self.end.activated.connect(lambda _row: self._take_end())
        for number, name in enumerate(_ORDER):
            label = plain_label("", self)
            label.setFont(ui_font(0.92))
            self.labels[name] = label
            row, column = 2 * (number // 2), number % 2
            grid.addWidget(label, row, column)
            grid.addWidget(self._editor(name), row + 1, column)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.retranslate()

    def _editor(self, name: str) -> QWidget:
        if name == "end":
            return self.end
        line = edged(QLineEdit(self))
        line.editingFinished.connect(lambda: self._take(name))
        line.installEventFilter(self)
        self.lines[name] = line
        return line

    def show_case(self, view: Snapshot, case: ExampleCase) -> None:
        """Show what is expected now; what is being typed is left alone while the case stays."""
        other = self.case is None or self.case.id != case.id
        self.case = case
        texts = {
            "applied": typed_day(case.applied),
            "fee": typed_number(case.expected_fee) if case.expected_fee is not None else "",
            "deadline": typed_day(case.expected_deadline),
            "documents": "; ".join(case.documents),
        }
        for name, line in self.lines.items():
            if other or not (line.hasFocus() and line.isModified()):
                line.setText(texts[name])
                line.setModified(False)
        with QSignalBlocker(self.end):
            self.end.clear()
            self.end.addItem(tr("cases.form.any_end"), "")
            for end in view.ordered(End):
                if not end.parent:
                    self.end.addItem(shown(title(end) or tr("kind.end")), end.id)
            self.end.setCurrentIndex(max(0, self.end.findData(case.expected_end)))

    def enter(self) -> None:
        """Go into the first editor of what is expected."""
        self.end.setFocus()

    # ---------------------------------------------------------------------------------- changing

    def _take_end(self) -> None:
        self._set("expected_end", self.end.currentData())

    def _take(self, name: str) -> None:
        line = self.lines[name]
        if self.case is None or not line.isModified():
            return
        line.setModified(False)
        words = line.text().strip()
        try:
            value: Any = _READ[name](words) if words else _NOTHING[name]
        except FachwerkError:
            key = "fee" if name == "fee" else "day"
            self.editing.refused.emit(str(say(f"cases.refused.{key}", words=words)))
            self.show_case(self.editing.view, self.case)
            return
        self._set(name if name in ("applied", "documents") else f"expected_{name}", value)

    def _set(self, field: str, value: Any) -> None:
        case = self.case
        if case is not None and getattr(case, field) != value:
            label = say("cases.undo.edit")
            self.editing.change(label, lambda tx: tx.alter(case.id, **{field: value}), "cases")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.editing.close_step()
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Say all words again."""
        for name, label in self.labels.items():
            label.setText(tr(f"cases.form.{name}"))
            control = self.end if name == "end" else self.lines[name]
            control.setAccessibleName(tr(f"cases.form.{name}"))
            label.setBuddy(control)
        for name, line in self.lines.items():
            hint = {"applied": "cases.form.day.hint", "documents": "cases.form.documents.hint"}
            line.setPlaceholderText(tr(hint.get(name, "cases.form.empty")))


def _papers(words: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in words.split(";") if part.strip())


_READ: dict[str, Any] = {"applied": day_of, "deadline": day_of, "fee": number_of}
_READ["documents"] = _papers
_NOTHING: dict[str, Any] = {"applied": None, "deadline": None, "fee": None, "documents": ()}
