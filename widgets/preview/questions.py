"""What stands around the control of a question: label, help, fault, the way to its facts?"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.language import tr
from model.records import Field, FieldGroup
from widgets.basics.labels import plain_label, shown, tip
from widgets.look.theme import ui_font
from widgets.look.tokens import Tokens
from widgets.preview.button import FormButton
from widgets.preview.controls import Control, TickControl, control_for
from widgets.preview.wording import Wording, breakable

INSET = 9
"""So far the words stand from the bar that marks a chosen row."""


class Marked(QWidget):
    """A part of the form that stands for a row; it can be marked as the chosen one. ``picked``
    carries its id: a person wants to edit it.
    """

    picked = Signal(str)

    def __init__(self, row: Field | FieldGroup, said: Tokens, parent: QWidget) -> None:
        super().__init__(parent)
        self.row, self.said = row, said
        self._chosen = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(INSET, 4, 0, 4)
        self.column.setSpacing(3)

    def head(self, words: str, weight: QFont.Weight) -> None:
        """The label, and over its end the small way to the row's facts: nothing gives way to it
        when it comes with the mouse, so what the hand goes to stays where it is. Only the words of
        the chosen row do.
        """
        self.label = plain_label(breakable(words), self, wrap=True)
        font = ui_font()
        font.setWeight(weight)
        self.label.setFont(font)
        self.edit = FormButton(tr("preview.edit"), self.said, self, quiet=True)
        self.edit.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.edit.setAccessibleName(tr("preview.edit.about", name=self.row.label))
        tip(self.edit, tr("preview.edit.tip"))
        self.edit.clicked.connect(lambda _c=False: self.picked.emit(self.row.id))
        self.edit.setAutoFillBackground(True)
        colors = self.edit.palette()
        colors.setColor(QPalette.ColorRole.Button, self.said.color("paper"))
        self.edit.setPalette(colors)
        self.edit.hide()
        self.column.addWidget(self.label)

    def mark(self, chosen: bool) -> None:
        """This is the row that is chosen on the canvas."""
        if chosen != self._chosen:
            self._chosen = chosen
            room = self.edit.sizeHint().width() if chosen else 0
            self.label.setContentsMargins(0, 0, room, 0)
            self._show_edit(chosen)
            self.update()

    def _show_edit(self, wanted: bool) -> None:
        if wanted:
            line = self.label.fontMetrics().height()
            self.edit.resize(self.edit.sizeHint().width(), line + 4)
            self.edit.move(
                self.width() - self.edit.width(), self.column.contentsMargins().top() - 2
            )
            self.edit.raise_()
        self.edit.setVisible(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_edit(not self.edit.isHidden())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_edit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_edit(self._chosen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the question (not on its control) goes to the row."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(self.row.id)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._chosen:
            painter = QPainter(self)
            bar = QRectF(0, 2, 3, self.height() - 4)
            painter.fillRect(bar, self.said.color("accent"))


class Question(Marked):
    """One field. ``changed`` carries itself: another answer was given."""

    changed = Signal(object)

    def __init__(
        self,
        field: Field,
        wording: Wording,
        said: Tokens,
        parent: QWidget,
        *,
        entry: int = -1,
    ) -> None:
        super().__init__(field, said, parent)
        self.field, self.wording, self.entry = field, wording, entry
        self._fault = ""
        self.asked = shown(wording.say(field, "label"))
        self.head(self.asked, QFont.Weight.Medium)
        self.help = plain_label(breakable(wording.say(field, "help")), self, wrap=True)
        self.help.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.help.setVisible(bool(field.help))
        self.fault = plain_label("", self, wrap=True)
        colors = self.fault.palette()
        colors.setColor(QPalette.ColorRole.WindowText, said.color("error"))
        self.fault.setPalette(colors)
        self.fault.hide()
        self.control: Control = control_for(field, wording, said, self)
        self.label.setVisible(not isinstance(self.control, TickControl))
        self.column.addWidget(self.help)
        self.column.addWidget(self.fault)
        self.column.addWidget(self.control)
        self.control.changed.connect(lambda: self.changed.emit(self))
        for part in self.control.parts:
            part.installEventFilter(self)
        self.require(field.required)

    @property
    def key(self) -> tuple[str, int]:
        """Which answer this is: the field, and in a list the number of the entry."""
        return self.field.id, self.entry

    def require(self, required: bool) -> None:
        """Whether an answer must be given now; a rule may ask for it."""
        self.required = required
        star = " *" if required and self.control.parts else ""
        self.label.setText(breakable(self.asked) + star)
        if isinstance(self.control, TickControl):
            self.control.label.label.setText(breakable(self.control.words) + star)
        self._describe()

    def blame(self, fault: str) -> None:
        """Say what is wrong with the answer ("" = nothing)."""
        self._fault = fault
        self.fault.setText(shown(fault))
        self.fault.setVisible(bool(fault))
        self._describe()

    def _describe(self) -> None:
        with self.wording.spoken():
            name = tr("preview.required", label=self.asked) if self.required else self.asked
            more = [tr("preview.fault", fault=self._fault) if self._fault else ""]
        more.append(shown(self.wording.say(self.field, "help")) if self.field.help else "")
        self.control.describe(name, " ".join(filter(None, more)))

    def enter(self) -> None:
        """Put the focus into the control."""
        if self.control.parts:
            self.control.parts[0].setFocus(Qt.FocusReason.TabFocusReason)

    def holds_focus(self) -> bool:
        """Whether the person is answering this question."""
        return any(part.hasFocus() for part in self.control.parts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Strg+Eingabe in a control goes to the facts of its question."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self.picked.emit(self.field.id)
                return True
        return super().eventFilter(watched, event)
