"""How is one fact shown and changed?

An editor knows its record and its ``Spec``; ``load`` shows the document's value (never while the
person types in it). ``EDITORS`` names them for the table of specs.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from model.errors import FachwerkError
from model.language import tr
from model.records import Record
from widgets.basics.labels import plain_label, shown
from widgets.conditions.still import sought
from widgets.inspector.changes import Editing
from widgets.inspector.keys import forget_typing, is_escape, leaves_to_document
from widgets.inspector.specs import Spec
from widgets.look.theme import px
from widgets.panels.panel import edged, shrinks
from widgets.panels.scrollbar import thin
from widgets.panels.ticks import TickBox


class Editor(QWidget):
    """One fact. Subclasses build their control, ``load`` it and call ``put`` with what the person
    chose.
    """

    relabelled = Signal()

    def __init__(self, editing: Editing, record_id: str, spec: Spec, parent: QWidget) -> None:
        super().__init__(parent)
        self.editing, self.record_id, self.spec = editing, record_id, spec
        self.before: object = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.build()
        self.setEnabled(not editing.read_only)

    @property
    def label(self) -> str:
        """What the person calls this fact."""
        return tr(self.spec.key)

    @property
    def record(self) -> Record | None:
        document = self.editing.document
        return document.snapshot().get(self.record_id) if document is not None else None

    @property
    def value(self) -> object:
        return getattr(self.record, self.spec.field, None)

    @property
    def wanted(self) -> bool:
        """False while this fact means nothing; its line is then hidden."""
        return True

    def build(self) -> None:
        """Make the control."""

    def load(self) -> None:
        """Show what the document says."""

    def put(self, value: object) -> None:
        """Change the document."""
        self.editing.set_field(self.record_id, self.spec.field, value, self.label)

    def control(self, widget: QWidget) -> None:
        """Take a control in and name it for screen readers."""
        widget.setAccessibleName(self.label)
        edged(widget)
        self.column.addWidget(widget)
        self.setFocusProxy(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.before = self.value
        elif event.type() == QEvent.Type.FocusOut:
            self.focus_left()
            forget_typing(watched)
        elif leaves_to_document(watched, event):
            return True
        elif is_escape(event) and self.is_changed():
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.revert()
            return True
        return super().eventFilter(watched, event)

    def focus_left(self) -> None:
        """The person went elsewhere: the next letter is a new undo step."""
        self.editing.close_step()
        if self.record is not None:
            self.load()

    def is_changed(self) -> bool:
        """Has anything been typed here since the focus came?"""
        return False

    def revert(self) -> None:
        """Back to what stood here when the focus came."""


class TypedEditor(Editor):
    """A text that is changed letter by letter."""

    def is_changed(self) -> bool:
        return self.before is not None and self.value != self.before

    def revert(self) -> None:
        self.editing.type_text(self.record_id, self.spec.field, str(self.before or ""), self.label)
        self.load()


class LineEditor(TypedEditor):
    """A short text."""

    def build(self) -> None:
        self.line = QLineEdit(self)
        self.line.setMinimumHeight(px(28))
        self.line.setTextMargins(4, 0, 4, 0)
        self.control(self.line)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self.focus_left)

    def load(self) -> None:
        text = str(self.value or "")
        if self.line.text() != text:
            at = self.line.cursorPosition()
            self.line.setText(text)
            self.line.setCursorPosition(min(at, len(text)) if self.line.hasFocus() else 0)

    def _typed(self, text: str) -> None:
        self.editing.type_text(self.record_id, self.spec.field, text, self.label)


class FixedEditor(LineEditor):
    """A text that is only read."""

    def build(self) -> None:
        super().build()
        self.line.setReadOnly(True)


class LeikaEditor(LineEditor):
    """The key of the service: 14 digits; says quietly what is wrong."""

    def build(self) -> None:
        super().build()
        self.hint = plain_label("", self, wrap=True)
        self.hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.column.addWidget(self.hint)

    def load(self) -> None:
        super().load()
        key = str(self.value or "").replace(" ", "")
        wrong = bool(key) and not (len(key) == 14 and key.isdigit())
        self.hint.setVisible(wrong)
        if wrong:
            digits = sum(letter.isdigit() for letter in key)
            self.hint.setText(tr("inspector.leika_key.wrong", n=digits))


class TextEditor(TypedEditor):
    """A longer text; Tab goes on to the next editor."""

    def build(self) -> None:
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        thin(self.text)
        self.text.setFixedHeight(self.fontMetrics().height() * 3 + 14)
        self.control(self.text)
        self.text.textChanged.connect(self._typed)

    def load(self) -> None:
        text = str(self.value or "").replace("\r\n", "\n")
        if self.text.toPlainText() != text:
            with QSignalBlocker(self.text):
                self.text.setPlainText(text)

    def _typed(self) -> None:
        text = self.text.toPlainText()
        if text != str(self.value or ""):
            self.editing.type_text(self.record_id, self.spec.field, text, self.label)


class CheckEditor(Editor):
    """Yes or no."""

    def build(self) -> None:
        self.box = TickBox(self)
        self.box.setMinimumHeight(px(26))
        self.control(self.box)
        self.box.clicked.connect(self._clicked)

    def load(self) -> None:
        self.box.setChecked(self.is_on())
        self.box.setText(tr("inspector.check.on") if self.is_on() else tr("inspector.check.off"))

    def is_on(self) -> bool:
        return bool(self.value)

    def _clicked(self, on: bool) -> None:
        self.put(on)
        self.load()


class ChoiceEditor(Editor):
    """One of several words."""

    def build(self) -> None:
        self.box = QComboBox(self)
        self.box.setMinimumHeight(px(28))
        shrinks(self.box)
        self.control(sought(self.box))
        self.box.activated.connect(lambda _row: self.picked(self.box.currentData()))

    def load(self) -> None:
        self.box.clear()
        for data, words in self.offers():
            self.box.addItem(shown(words), data)
        self.box.setCurrentIndex(max(0, self.box.findData(self.current())))

    def offers(self) -> list[tuple[object, str]]:
        """Values and their words."""
        return [(v, tr(f"{self.spec.key}.{v or 'none_'}")) for v in self.spec.values]

    def current(self) -> object:
        return self.value

    def picked(self, data: object) -> None:
        self.put(data)


class NumberChoiceEditor(ChoiceEditor):
    """One of several numbered words."""

    def current(self) -> object:
        return str(self.value)

    def picked(self, data: object) -> None:
        self.put(int(str(data)))


class NumberEditor(Editor):
    """A number or nothing; what cannot be read is said and not taken."""

    def build(self) -> None:
        self.line = QLineEdit(self)
        self.line.setMinimumHeight(px(28))
        self.line.setTextMargins(4, 0, 4, 0)
        self.line.setMaximumWidth(130)
        self.control(self.line)
        self.line.returnPressed.connect(self._done)

    def load(self) -> None:
        value = self.value
        text = "" if value is None else str(value).replace(".", ",")
        if not self.line.hasFocus() or not self.line.isModified():
            self.line.setText(text)

    def focus_left(self) -> None:
        self._done()
        super().focus_left()

    def read(self, text: str) -> object:
        """The number of a text (ValueError when it is none)."""
        return int(text)

    def _done(self) -> None:
        if not self.line.isModified():
            return
        self.line.setModified(False)
        text = self.line.text().strip()
        try:
            value = self.read(text) if text else self.empty()
        except (ValueError, InvalidOperation, FachwerkError) as error:
            self.refuse(text, error)
        else:
            if value != self.value:
                self.put(value)
        self.load()

    def refuse(self, text: str, _error: Exception) -> None:
        """Say why it is not taken."""
        self.editing.refused.emit(tr("inspector.no_number", text=text))

    def empty(self) -> object:
        """What no text means."""
        return None

    def is_changed(self) -> bool:
        return self.line.isModified()

    def revert(self) -> None:
        self.line.setModified(False)
        self.load()


class IntegerEditor(NumberEditor):
    """A whole number, at least 0."""

    def read(self, text: str) -> object:
        number = int(text)
        if number < 0:
            raise ValueError(text)
        return number

    def empty(self) -> object:
        return 0 if self.spec.field == "minimum" else None


class DecimalEditor(NumberEditor):
    """A number with decimals, written the German or the English way."""

    def read(self, text: str) -> object:
        return decimal_of(text)


def decimal_of(text: str) -> Decimal:
    """1.234,50 or 1234.50 (InvalidOperation when it is neither)."""
    plain = text.replace(" ", "").replace("€", "")
    number = Decimal(plain.replace(".", "").replace(",", ".") if "," in plain else plain)
    if not number.is_finite():
        raise InvalidOperation(text)
    return number


def labelled(parent: QWidget, *widgets: QWidget) -> QHBoxLayout:
    """Some widgets side by side."""
    row = QHBoxLayout()
    row.setSpacing(6)
    for widget in widgets:
        widget.setParent(parent)
        row.addWidget(widget)
    return row


EditorClass = Callable[[Editing, str, Spec, QWidget], Editor]
SIMPLE: dict[str, EditorClass] = {
    "line": LineEditor,
    "fixed": FixedEditor,
    "leika": LeikaEditor,
    "text": TextEditor,
    "check": CheckEditor,
    "choice": ChoiceEditor,
    "number_choice": NumberChoiceEditor,
    "integer": IntegerEditor,
    "decimal": DecimalEditor,
}
"""Name in a Spec -> editor, for facts that stand alone."""
