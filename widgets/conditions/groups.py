"""How do lines stand together: all of them, or at least one?"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.document import Snapshot
from model.language import tr
from model.records import Answer, Expression
from widgets.conditions.lines import JOINS, Group, Line, relations
from widgets.conditions.operands import choose, drop_down
from widgets.conditions.rows import LineRow
from widgets.conditions.subjects import Subject
from widgets.look.theme import look
from widgets.panels.buttons import FlatButton
from widgets.panels.flow import FlowLayout

NESTED = 2
"""So many groups may be put into each other; imported ones may be deeper."""


class GroupBox(QWidget):
    """Lines and groups under one "alle" or "mindestens eine"; an inner group is set in and can be
    removed.
    """

    gone = Signal()
    changed = Signal()

    def __init__(
        self,
        view: Snapshot,
        offered: list[Subject],
        group: Group,
        parent: QWidget | None = None,
        *,
        level: int = 1,
        without: str = "",
    ) -> None:
        super().__init__(parent)
        self.view, self.offered, self.without = view, offered, without
        self.level = level
        self.parts: list[LineRow | GroupBox] = []
        self.join = drop_down(self, tr("condition.join"))
        self._body = QVBoxLayout()
        self._body.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.join, 1)
        if level > 1:
            cross = FlatButton("", self, role="quiet", sign="remove")
            cross.setAccessibleName(tr("condition.group.remove"))
            cross.clicked.connect(self.gone)
            head.addWidget(cross)
        column = QVBoxLayout(self)
        column.setContentsMargins(10 if level > 1 else 0, 2, 0, 2)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._body)
        column.addWidget(self._buttons())
        self._fill(group)
        self.join.activated.connect(lambda _row: self.changed.emit())

    @property
    def group(self) -> Group:
        """What is picked now.

        Raises:
            FachwerkError: a value does not fit.
        """
        parts = (p.line if isinstance(p, LineRow) else p.group for p in self.parts)
        return Group(str(self.join.currentData()), tuple(parts))

    def rows(self) -> Iterator[LineRow]:
        """All lines, also those of inner groups."""
        for part in self.parts:
            if isinstance(part, LineRow):
                yield part
            else:
                yield from part.rows()

    def add_line(self, line: Line | None = None) -> LineRow:
        """One more line."""
        row = LineRow(
            self.view, self.offered, line or self._first_line(), self, without=self.without
        )
        self._take(row)
        return row

    def add_group(self, group: Group | None = None) -> GroupBox:
        """One more inner group; a new one begins with the other way of joining and one line."""
        other = "all" if self.join.currentData() == "any" else "any"
        box = GroupBox(
            self.view,
            self.offered,
            group or Group(other, (self._first_line(),)),
            self,
            level=self.level + 1,
            without=self.without,
        )
        self._take(box)
        return box

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.level > 1:
            QPainter(self).fillRect(0, 2, 2, self.height() - 4, look().color("accent"))

    def _fill(self, group: Group) -> None:
        for join in JOINS[:2] if group.join in JOINS[:2] else JOINS:
            self.join.addItem(tr(f"condition.{join}"), join)
        choose(self.join, group.join)
        for part in group.parts or (self._first_line(),):
            if isinstance(part, Line):
                self.add_line(part)
            else:
                self.add_group(part)

    def _take(self, part: LineRow | GroupBox) -> None:
        part.gone.connect(lambda: self._drop(part))
        part.changed.connect(self.changed)
        self.parts.append(part)
        self._body.addWidget(part)
        part.show()
        self._settle()

    def _drop(self, part: LineRow | GroupBox) -> None:
        self.parts.remove(part)
        self._body.removeWidget(part)
        part.hide()
        part.deleteLater()
        self._settle()

    def _settle(self) -> None:
        """How it is joined matters only for several lines, or where something is denied."""
        plain = self.join.currentData() in ("all", "any")
        self.join.setVisible(self.level > 1 or len(self.parts) > 1 or not plain)
        self.changed.emit()

    def _buttons(self) -> QWidget:
        box = QWidget(self)
        row = FlowLayout(box)
        more = FlatButton(tr("condition.more"), self, role="quiet")
        more.clicked.connect(lambda: self.add_line().question.setFocus())
        row.addWidget(more)
        if self.level < NESTED:
            inner = FlatButton(tr("condition.group.more"), self, role="quiet")
            inner.clicked.connect(lambda: self.add_group().join.setFocus())
            row.addWidget(inner)
        return box

    def _first_line(self) -> Line:
        """The first question that has answers to choose from: the usual case of a condition."""
        choices = (
            about
            for about, _ in self.offered
            if isinstance(about, Answer) and self.view.options(about.field)
        )
        about: Expression = next(choices, self.offered[0][0])
        chosen = self.view.options(about.field)[:1] if isinstance(about, Answer) else []
        return Line(about, relations(self.view, about)[0], tuple(o.id for o in chosen))
