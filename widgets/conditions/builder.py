"""How is a whole condition picked?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.document import Snapshot
from model.errors import FachwerkError
from model.grammar import title
from model.language import tr
from model.records import Answer, Expression
from widgets.basics.labels import plain_label, shown
from widgets.conditions.groups import GroupBox
from widgets.conditions.lines import Group, expression_of, lines_of
from widgets.conditions.subjects import subjects
from widgets.conditions.tabbing import tab_through
from widgets.conditions.telling import whole_sentence
from widgets.panels.buttons import FlatButton
from widgets.panels.flow import FlowLayout


class ConditionBuilder(QWidget):
    """``accepted`` carries the condition (None = always); ``refused`` a sentence; ``left`` says
    that it was given up; ``single_wanted`` names a field that should take one answer only (offered
    when somebody ``mends`` it).
    """

    accepted = Signal(object)
    refused = Signal(str)
    left = Signal()
    single_wanted = Signal(str)

    def __init__(
        self,
        view: Snapshot,
        expression: Expression | None,
        *,
        about: str = "",
        mends: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.view, self.about, self.expression = view, about, expression
        self._mends = mends
        self.opener: QWidget | None = None
        self.group: GroupBox | None = None
        self._many = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 4)
        self._column.setSpacing(6)
        self._hint = plain_label("", self, wrap=True)
        self._single = FlatButton(tr("condition.single"), self, role="quiet")
        self._single.clicked.connect(lambda: self.single_wanted.emit(self._many))
        self.words = plain_label("", self, wrap=True)
        self.words.setAccessibleName(tr("condition.sentence"))
        self._column.addWidget(self._hint)
        self._column.addWidget(self._single)
        self._column.addWidget(self.words)
        self._column.addWidget(self._buttons())
        known = lines_of(expression)
        if known is not None:
            self._show_lines(known)
        else:
            self._tell_deep()

    def accept(self) -> None:
        """Take the lines over; says in words when a value does not fit."""
        if self.group is None:
            self.left.emit()
            return
        try:
            expression = expression_of(self.view, self.group.group)
        except FachwerkError as error:
            self.refused.emit(str(error))
            self.words.setText(shown(error))
        else:
            self.accepted.emit(expression)

    def begin_anew(self) -> None:
        """Lines instead of a condition that lines cannot show; it stays until they are taken."""
        self._anew.hide()
        self._show_lines(Group())

    def look_again(self, view: Snapshot) -> None:
        """The service has changed; what is picked stays."""
        self.view = view
        if self.group is None:
            return
        try:
            picked = self.group.group
        except FachwerkError:
            picked = Group()
        self._show_lines(picked)

    def opened_by(self, opener: QWidget) -> None:
        """Tab comes here from what it was opened by."""
        self.opener = opener
        tab_through(self, opener)

    def focus_first(self) -> None:
        """Put the focus into the first line."""
        row = next(self.group.rows(), None) if self.group is not None else None
        (row.question if row is not None else self._anew).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            super().keyPressEvent(event)

    def _show_lines(self, group: Group) -> None:
        if self.group is not None:
            self._column.removeWidget(self.group)
            self.group.hide()
            self.group.deleteLater()
        offered = subjects(self.view, without=self.about)
        self.group = GroupBox(self.view, offered, group, self, without=self.about)
        self.group.changed.connect(self._say)
        self._column.insertWidget(0, self.group)
        self._take.show()
        self._say()

    def _tell_deep(self) -> None:
        """A condition that lines cannot show is told as a sentence."""
        assert self.expression is not None
        self._hint.setText(shown(tr("condition.too_deep")))
        self.words.setText(shown(whole_sentence(self.view, self.about, self.expression)))
        self._single.hide()
        self._take.hide()

    def _say(self) -> None:
        """The whole sentence, and a hint where several answers may be chosen at once."""
        assert self.group is not None
        tab_through(self, self.opener)
        try:
            expression = expression_of(self.view, self.group.group)
            words = whole_sentence(self.view, self.about, expression)
        except FachwerkError as error:
            words = str(error)
        self.words.setText(shown(words))
        rows = (row.about for row in self.group.rows() if row.several)
        self._many = next((a.field for a in rows if isinstance(a, Answer)), "")
        asked = self.view.get(self._many)
        self._hint.setVisible(asked is not None)
        self._single.setVisible(asked is not None and self._mends)
        if asked is not None:
            self._hint.setText(shown(tr("condition.several_answers", question=title(asked))))

    def _buttons(self) -> QWidget:
        box = QWidget(self)
        row = FlowLayout(box)
        self._take = FlatButton(tr("condition.take"), self, role="primary")
        self._take.clicked.connect(self.accept)
        self._anew = FlatButton(tr("condition.anew"), self)
        self._anew.clicked.connect(self.begin_anew)
        self._anew.setVisible(lines_of(self.expression) is None)
        leave = FlatButton(tr("condition.leave"), self, role="quiet")
        leave.clicked.connect(self.left)
        for button in (self._take, self._anew, leave):
            row.addWidget(button)
        return box
