"""Which control does a field become?

Each holds an answer as ``model.expressions.filling`` takes it: a text, a truth, a code or several.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from model.expressions.evaluate import code_of
from model.language import tr
from model.records import Field
from widgets.basics.labels import plain_label, shown
from widgets.look.theme import px
from widgets.look.tokens import Tokens
from widgets.panels.flow import FlowLayout
from widgets.panels.ticks import ChoiceRing, TickBox
from widgets.preview.button import FormButton
from widgets.preview.wording import Wording, breakable

MOST_RADIOS = 6
WORDS = "words"
"""The property of a button that holds the words beside it."""


class Control(QWidget):
    """``changed`` says that a person gave another answer. ``parts`` take the focus."""

    changed = Signal()

    def __init__(self, field: Field, wording: Wording, said: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self.field, self.wording, self.said = field, wording, said
        self.parts: list[QWidget] = []
        self.build()

    def build(self) -> None:
        """Make the parts."""

    def put(self, answer: Any) -> None:
        """Show an answer that was given before."""

    @property
    def answer(self) -> Any:
        """What is given now."""
        return None

    def describe(self, name: str, more: str) -> None:
        """Tell a screen reader what is asked, and what is wrong."""
        for part in self.parts:
            words = str(part.property(WORDS) or "")
            part.setAccessibleName(f"{name}: {words}" if words else name)
            part.setAccessibleDescription(more)

    def _edged(self, part: QWidget) -> None:
        """An edge that can be seen in the colours of the form; Fusion darkens it by 140 %."""
        colors = part.palette()
        colors.setColor(QPalette.ColorRole.Window, self.said.color("card_edge").lighter(140))
        part.setPalette(colors)


class LineControl(Control):
    """A line: text, number with its unit, date."""

    def build(self) -> None:
        self.line = QLineEdit(self)
        self._edged(self.line)
        self.line.setMinimumHeight(px(28))
        self.line.setTextMargins(4, 0, 4, 0)
        self.line.setPlaceholderText(_example(self.field))
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        self.parts = [self.line]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        if self.field.unit:
            unit = "€" if self.field.unit == "EUR" else self.field.unit
            row.addWidget(plain_label(unit, self))

    def put(self, answer: Any) -> None:
        self.line.setText(answer if isinstance(answer, str) else "")

    @property
    def answer(self) -> Any:
        return self.line.text()


class LongControl(Control):
    """Several lines of text."""

    def build(self) -> None:
        self.box = QPlainTextEdit(self)
        self._edged(self.box)
        self.box.setFixedHeight(px(72))
        self.box.setTabChangesFocus(True)
        self.box.textChanged.connect(self.changed)
        self.parts = [self.box]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)

    def put(self, answer: Any) -> None:
        self.box.blockSignals(True)
        self.box.setPlainText(answer if isinstance(answer, str) else "")
        self.box.blockSignals(False)

    @property
    def answer(self) -> Any:
        return self.box.toPlainText()


class TickControl(Control):
    """One box to tick."""

    def build(self) -> None:
        self.box = TickBox(self)
        self._edged(self.box)
        self.box.clicked.connect(self.changed)
        self.parts = [self.box]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.words = shown(self.wording.say(self.field, "label"))
        self.label = Beside(self.box, self.words, self)
        column.addWidget(self.label)

    def put(self, answer: Any) -> None:
        self.box.setChecked(bool(answer))

    @property
    def answer(self) -> Any:
        return self.box.isChecked()


class ChoiceControl(Control):
    """One answer or several, all to be seen."""

    def build(self) -> None:
        options = self.wording.view.options(self.field.id)
        labels = [shown(self.wording.say(option, "label")) for option in options]
        short = len(options) <= 2 and all(len(label) < 14 for label in labels)
        row = FlowLayout(self, px(22)) if short else QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        if not short:
            row.setSpacing(2)
        self.many = self.field.choices == "many"
        self.codes = [code_of(option) for option in options]
        group = QButtonGroup(self)
        group.setExclusive(not self.many)
        self.buttons: list[QRadioButton | QCheckBox] = []
        for label in labels:
            kind = TickBox if self.many else ChoiceRing
            button = kind(self)
            self._edged(button)
            group.addButton(button)
            button.clicked.connect(self.changed)
            button.setProperty(WORDS, label)
            row.addWidget(Beside(button, label, self, breaks=not short))
            self.buttons.append(button)
        self.parts = list(self.buttons)

    def put(self, answer: Any) -> None:
        given = answer if isinstance(answer, tuple | list) else (answer,)
        for button, code in zip(self.buttons, self.codes, strict=True):
            button.setChecked(code in given)

    @property
    def answer(self) -> Any:
        pairs = zip(self.buttons, self.codes, strict=True)
        given = tuple(code for button, code in pairs if button.isChecked())
        return given if self.many else (given[0] if given else None)


class Beside(QWidget):
    """A button and the words beside it, which break into lines and can be clicked, too."""

    def __init__(
        self, button: QRadioButton | QCheckBox, words: str, parent: QWidget, *, breaks: bool = True
    ) -> None:
        super().__init__(parent)
        self._button = button
        button.setParent(self)
        self.label = plain_label(breakable(words), self, wrap=breaks)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(1))
        button.setMinimumSize(px(24), px(24))
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words is a click on the button."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self._button.setFocus(Qt.FocusReason.MouseFocusReason)
            self._button.click()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()


class ListControl(Control):
    """One answer out of many."""

    def build(self) -> None:
        self.box = QComboBox(self)
        self._edged(self.box)
        self.box.setMinimumHeight(px(28))
        self.box.setMinimumContentsLength(6)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.box.setSizeAdjustPolicy(policy)
        self.box.addItem(tr("preview.choose"), None)
        for option in self.wording.view.options(self.field.id):
            self.box.addItem(shown(self.wording.say(option, "label")), code_of(option))
        self.box.activated.connect(lambda _n: self.changed.emit())
        self.parts = [self.box]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)

    def put(self, answer: Any) -> None:
        self.box.setCurrentIndex(max(0, self.box.findData(answer)))

    @property
    def answer(self) -> Any:
        return self.box.currentData()


class FileControl(Control):
    """Stands for a file; none is read."""

    def build(self) -> None:
        self._file = ""
        self.button = FormButton(tr("preview.file"), self.said, self)
        self.button.clicked.connect(self._press)
        self.name = plain_label("", self, wrap=True)
        self.parts = [self.button]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)
        column.addWidget(self.name)
        self.put(None)

    def _press(self) -> None:
        self.put(None if self._file else tr("preview.file.sample"))
        self.changed.emit()

    def put(self, answer: Any) -> None:
        self._file = answer if isinstance(answer, str) else ""
        self.name.setText(shown(self._file))
        self.name.setVisible(bool(self._file))
        with self.wording.spoken():
            self.button.setText(tr("preview.file.remove" if self._file else "preview.file"))

    @property
    def answer(self) -> Any:
        return self._file or None


class FixedControl(Control):
    """What the form fills in itself: calculated or locked."""

    def build(self) -> None:
        self.words = plain_label("", self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)

    def put(self, answer: Any) -> None:
        unit = {"EUR": "€"}.get(self.field.unit, self.field.unit)
        if isinstance(answer, bool):
            answer = tr("sentence.yes") if answer else tr("sentence.no")
        words = tr("preview.value", value=answer) if answer not in (None, "") else "–"
        self.words.setText(shown(f"{words} {unit}".strip()))


def control_for(field: Field, wording: Wording, said: Tokens, parent: QWidget) -> Control:
    """The control a citizen would use for a field."""
    if field.value is not None or field.field_kind == "locked":
        return FixedControl(field, wording, said, parent)
    if field.field_kind == "select":
        many = len(wording.view.options(field.id)) > MOST_RADIOS
        kind = ListControl if many and field.choices == "one" else ChoiceControl
        return kind(field, wording, said, parent)
    if field.data_type == "bool":
        return TickControl(field, wording, said, parent)
    if field.data_type == "file":
        return FileControl(field, wording, said, parent)
    return (LongControl if field.layout == "long" else LineControl)(field, wording, said, parent)


def _example(field: Field) -> str:
    if field.data_type in ("date", "datetime"):
        return tr("preview.example.date")
    known = field.layout in ("email", "phone", "iban", "postcode", "plate")
    return tr(f"preview.example.{field.layout}") if known else ""
