"""How is one line of a condition picked?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from model.document import Snapshot
from model.errors import FachwerkError
from model.language import say, tr
from model.records import Answer, DateShift, Expression, Value
from widgets.basics.labels import shown
from widgets.conditions.lines import (
    WITHOUT_VALUE,
    Line,
    relation_words,
    relations,
    several,
    type_of,
)
from widgets.conditions.operands import OptionBox, ShiftRow, ValueBox, choose, drop_down
from widgets.conditions.subjects import Subject, token_of, words_of
from widgets.conditions.telling import unit_of
from widgets.panels.buttons import FlatButton

_OF_OPTIONS = ("is", "is_not", "member", "not_member")


class LineRow(QWidget):
    """One line: what is asked for, relation, value. ``gone`` says that it is to leave."""

    gone = Signal()
    changed = Signal()

    def __init__(
        self,
        view: Snapshot,
        offered: list[Subject],
        line: Line,
        parent: QWidget | None = None,
        *,
        without: str = "",
    ) -> None:
        super().__init__(parent)
        self.view, self.without = view, without
        self.question = drop_down(self, tr("condition.question"))
        self.later = ShiftRow(self)
        self.relation = drop_down(self, tr("condition.relation"))
        self.options = OptionBox(self)
        self.value = ValueBox(self)
        cross = FlatButton("", self, role="quiet", sign="remove")
        cross.setAccessibleName(tr("condition.remove"))
        cross.clicked.connect(self.gone)
        self._known: dict[str, Expression] = {}
        for about, words in offered:
            self._offer(about, words)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        grid.addWidget(self.question, 0, 0)
        for row, part in enumerate((self.later, self.relation, self.options, self.value), 1):
            grid.addWidget(part, row, 0)
        grid.addWidget(cross, 0, 1)
        grid.setColumnStretch(0, 1)
        self.load(line)
        self.question.activated.connect(lambda _row: self._asked())
        self.relation.activated.connect(lambda _row: self._show_value(None))
        for part in (self.later, self.options, self.value):
            part.changed.connect(self.changed)

    @property
    def about(self) -> Expression:
        """What is asked for, without the shift of a day."""
        return self._known[str(self.question.currentData())]

    @property
    def line(self) -> Line:
        """What is picked now.

        Raises:
            FachwerkError: the value does not fit.
        """
        relation = str(self.relation.currentData())
        about = self.about
        if not self.later.isHidden():
            about = self.later.around(about)
        if relation in WITHOUT_VALUE:
            return Line(about, relation)
        if self._picks_options(relation):
            chosen = self.options.chosen()
            if not chosen:
                raise FachwerkError(say("condition.options.missing"))
            return Line(about, relation, chosen)
        return Line(about, relation, (), self.value.value())

    def load(self, line: Line) -> None:
        """Show a line."""
        shift = line.about if isinstance(line.about, DateShift) else None
        base = shift.base if shift is not None else line.about
        if token_of(base) not in self._known:
            self._offer(base, words_of(self.view, base))
        choose(self.question, token_of(base))
        self.later.load(shift)
        self.later.setVisible(shift is not None)
        self._offer_relations(line.relation)
        self._show_value(line)

    def _offer(self, about: Expression, words: str) -> None:
        self._known[token_of(about)] = about
        self.question.addItem(shown(words), token_of(about))

    def _asked(self) -> None:
        """Another question was picked: its relations and values are offered."""
        self.later.load(None)
        self.later.hide()
        self._offer_relations("")
        self._show_value(None)

    def _offer_relations(self, wanted: str) -> None:
        offered = relations(self.view, self.about)
        if wanted and wanted not in offered:
            offered = (*offered, wanted)
        self.relation.clear()
        for relation in offered:
            self.relation.addItem(relation_words(self.view, self.about, relation), relation)
        choose(self.relation, wanted or offered[0])

    def _show_value(self, line: Line | None) -> None:
        relation, about = str(self.relation.currentData()), self.about
        picks = self._picks_options(relation)
        self.options.setVisible(picks)
        self.value.setVisible(not picks and relation not in WITHOUT_VALUE)
        if picks and isinstance(about, Answer):
            chosen = line.options if line is not None else self.options.chosen()
            known = {option.id for option in self.view.options(about.field)}
            kept = chosen if line is not None else tuple(i for i in chosen if i in known)
            many = relation in ("member", "not_member")
            self.options.offer(self.view, about.field, kept, several=many)
        elif relation not in WITHOUT_VALUE:
            against = line.against if line is not None else self._kept()
            self.value.offer(
                self.view,
                self._value_type(against),
                against,
                unit=unit_of(self.view, about),
                without=self.without,
            )
        self.changed.emit()

    def _kept(self) -> Expression | None:
        """The value picked so far, where it still fits after the relation changed."""
        try:
            value = self.value.value()
        except FachwerkError:
            return None
        if isinstance(value, Value):
            fits = {"number": value.number, "date": value.day, "text": value.text}
            return value if fits.get(type_of(self.view, self.about)) is not None else None
        return value if type_of(self.view, value) == type_of(self.view, self.about) else None

    def _value_type(self, against: Expression | None) -> str:
        if isinstance(against, Value) and against.truth is not None:
            return "truth"
        found = type_of(self.view, self.about)
        return "text" if found in ("choice", "named") else found

    def _picks_options(self, relation: str) -> bool:
        return relation in _OF_OPTIONS and type_of(self.view, self.about) == "choice"

    @property
    def several(self) -> bool:
        """True when it asks for one answer where several may be chosen."""
        return str(self.relation.currentData()) in _OF_OPTIONS and several(self.view, self.about)
