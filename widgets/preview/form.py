"""How is one page filled in?"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from model.expressions import Problem, problems
from model.expressions.filling import is_required, is_seen, notices, taken
from model.grammar import title
from model.language import tr
from model.records import Field, FieldGroup, FieldUse, Record, Step
from widgets.basics.labels import plain_label, shown
from widgets.look.theme import palette, px, ui_font
from widgets.look.tokens import Tokens
from widgets.preview.button import FormButton, FormLink
from widgets.preview.questions import INSET, Marked, Question
from widgets.preview.wording import Wording, breakable

_DEEPEST = 10
_MOST_ENTRIES = 50


class Form(QFrame):
    """One page as a form on a sheet of paper. ``changed``: an answer was given; ``reshaped``: an
    entry of a list came or went, the form is to be built anew; ``picked`` carries the row to edit;
    ``turned`` carries 1 for Weiter and -1 for Zurück.
    """

    changed = Signal()
    reshaped = Signal()
    picked = Signal(str)
    turned = Signal(int)

    def __init__(self, page: Step, wording: Wording, answers: dict[str, Any], said: Tokens) -> None:
        super().__init__()
        self.page, self.wording, self.answers, self.said = page, wording, answers, said
        self.view = wording.view
        self.questions: list[Question] = []
        self.parts: dict[str, Marked] = {}
        self._shown_when: list[tuple[QWidget, Record, int]] = []
        self._blames = False
        colors = palette(said)
        colors.setColor(QPalette.ColorRole.Base, said.color("panel"))
        self.setPalette(colors)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(6), px(14), px(12), px(16))
        self.column.setSpacing(px(4))
        with wording.spoken():
            self._build()
        self.refresh()

    # --------------------------------------------------------------------------------- building

    def _build(self) -> None:
        head = plain_label(breakable(self.wording.say(self.page, "name")), self, wrap=True)
        font = ui_font(1.3)
        font.setWeight(QFont.Weight.DemiBold)
        head.setFont(font)
        head.setContentsMargins(INSET, 0, 0, 0)
        self.column.addWidget(head)
        self.summary = QVBoxLayout()
        self.column.addLayout(self.summary)
        self.told = plain_label("", self, wrap=True)
        self.told.setContentsMargins(INSET, 0, 0, 0)
        self.summary.setContentsMargins(INSET, 0, 0, 0)
        self.column.addWidget(self.told)
        rows = self.view.rows(self.page.id)
        for row in rows:
            self._row(self.column, row, 0, -1)
        if not rows:
            key = "preview.no_fields" if self.page.form == "page" else "preview.no_fields.step"
            hint = plain_label(tr(key), self, wrap=True)
            hint.setContentsMargins(INSET, 0, 0, 0)
            self.column.addWidget(hint)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(px(8))
        self.buttons.setContentsMargins(INSET, 0, 0, 0)
        self.column.addSpacing(px(10))
        self.column.addLayout(self.buttons)
        self.column.addStretch(1)

    def offer(self, *, back: bool, onward: str) -> None:
        """The buttons below: Zurück, and Weiter or what stands in its place."""
        if self.page.form != "page":
            return
        with self.wording.spoken():
            before = FormButton(tr("preview.back"), self.said, self)
            after = FormButton(tr(onward), self.said, self, primary=True)
        before.setEnabled(back)
        before.setVisible(back)
        before.clicked.connect(lambda _c=False: self.turned.emit(-1))
        after.clicked.connect(lambda _c=False: self.turned.emit(1))
        self.buttons.addWidget(before)
        self.buttons.addWidget(after)
        self.buttons.addStretch(1)

    def _row(self, column: QVBoxLayout, row: Record, depth: int, entry: int) -> None:
        if isinstance(row, FieldGroup) and depth < _DEEPEST:
            self._group(column, row, depth, entry)
        elif isinstance(row, FieldUse):
            self._used(column, row)
        elif isinstance(row, Field) and row.field_kind == "label":
            text = "content" if row.content else "label"
            words = plain_label(breakable(self.wording.say(row, text)), self, wrap=True)
            words.setContentsMargins(INSET, 4, 0, 2)
            column.addWidget(words)
            self._shown_when.append((words, row, entry))
        elif isinstance(row, Field) and row.field_kind != "hidden":
            self._question(column, row, entry)

    def _question(self, column: QVBoxLayout, field: Field, entry: int) -> None:
        question = Question(field, self.wording, self.said, self, entry=entry)
        question.control.put(self._scope(field, entry).get(field.id))
        question.changed.connect(self._take)
        question.picked.connect(self.picked)
        column.addWidget(question)
        self.questions.append(question)
        self.parts.setdefault(field.id, question)
        self._shown_when.append((question, field, entry))

    def _group(self, column: QVBoxLayout, group: FieldGroup, depth: int, entry: int) -> None:
        box = Marked(group, self.said, self)
        box.head(shown(self.wording.say(group, "label")), QFont.Weight.DemiBold)
        box.picked.connect(self.picked)
        if group.help:
            hint = plain_label(breakable(self.wording.say(group, "help")), box, wrap=True)
            hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            box.column.addWidget(hint)
        self.parts.setdefault(group.id, box)
        column.addWidget(box)
        self._shown_when.append((box, group, entry))
        if group.repeatable and entry < 0:
            self._entries(box.column, group, depth)
            return
        for inner in self.view.rows(group.id):
            self._row(box.column, inner, depth + 1, entry)

    def _entries(self, column: QVBoxLayout, group: FieldGroup, depth: int) -> None:
        """The entries of a list, each with a way to remove it, and one more below."""
        entries = self.answers.setdefault(group.id, [{} for _ in range(max(group.minimum, 1))])
        name = shown(self.wording.say(group, "label"))
        for number in range(len(entries)):
            line = QHBoxLayout()
            line.setContentsMargins(INSET, px(4), 0, 0)
            line.addWidget(
                plain_label(
                    breakable(tr("preview.entry", name=name, n=number + 1)), self, wrap=True
                ),
                1,
            )
            if len(entries) > group.minimum:
                words = tr("preview.entry.remove")
                away = FormButton(words, self.said, self, quiet=True)
                away.setAccessibleName(tr("preview.entry.remove.about", name=name, n=number + 1))
                away.clicked.connect(lambda _c=False, n=number: self._drop(entries, n))
                line.addWidget(away)
            column.addLayout(line)
            for inner in self.view.rows(group.id):
                self._row(column, inner, depth + 1, number)
        most = group.maximum if group.maximum is not None else _MOST_ENTRIES
        if len(entries) < min(most, _MOST_ENTRIES):
            more = FormButton(tr("preview.repeat", name=name), self.said, self)
            more.clicked.connect(lambda _c=False: self._add(entries))
            column.addWidget(more)

    def _add(self, entries: list[dict[str, Any]]) -> None:
        entries.append({})
        self.reshaped.emit()

    def _drop(self, entries: list[dict[str, Any]], number: int) -> None:
        del entries[number]
        self.reshaped.emit()

    def _used(self, column: QVBoxLayout, use: FieldUse) -> None:
        """An answer given elsewhere, shown to the clerk."""
        field = self.view.get(use.field)
        if field is None:
            return
        label = plain_label(title(field), self, wrap=True)
        font = ui_font()
        font.setWeight(QFont.Weight.Medium)
        label.setFont(font)
        words = plain_label(tr(f"preview.use.{use.mode}"), self, wrap=True)
        words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        label.setContentsMargins(INSET, px(6), 0, 0)
        words.setContentsMargins(INSET, 0, 0, 0)
        column.addWidget(label)
        column.addWidget(words)

    # ---------------------------------------------------------------------------------- answering

    def _scope(self, field: Field, entry: int) -> dict[str, Any]:
        """Where the answer of a question is kept: the form, or one entry of a list."""
        entries = self.answers.get(self._list_of(field)) if entry >= 0 else None
        return entries[entry] if entries else self.answers

    def _list_of(self, field: Record) -> str:
        record: Record | None = field
        for _ in range(_DEEPEST):
            record = self.view.get(getattr(record, "parent", ""))
            if isinstance(record, FieldGroup) and record.repeatable:
                return record.id
        return ""

    def _take(self, question: Question) -> None:
        self._scope(question.field, question.entry)[question.field.id] = question.control.answer
        self.refresh()
        if self._blames:
            self.blame()
        self.changed.emit()

    def refresh(self) -> None:
        """Show what these answers show, and what is calculated from them."""
        read = taken(self.view, self.answers)
        scopes: dict[tuple[str, int], Any] = {}
        for widget, row, entry in self._shown_when:
            group = self._list_of(row) if entry >= 0 else ""
            if (group, entry) not in scopes:
                inside = read.get(group) if group else None
                scopes[group, entry] = ChainMap(inside[entry], dict(read)) if inside else read
            scope = scopes[group, entry]
            widget.setVisible(is_seen(self.view, row, scope))
            if isinstance(widget, Question):
                widget.require(is_required(self.view, widget.field, scope))
                if widget.field.value is not None:
                    widget.control.put(scope.get(widget.field.id))
        words = notices(self.view, self.page.id, read)
        self.told.setText(shown("\n".join(words)))
        self.told.setVisible(bool(words))

    def problems(self) -> list[Problem]:
        """What the form would not accept now."""
        return problems(self.view, self.page.id, self.answers)

    def blame(self, *, on: bool = True) -> list[Problem]:
        """Show what is wrong, at the top and at the questions (or nothing any more)."""
        self._blames = on
        found = self.problems() if on else []
        by_key = {(problem.field, problem.entry): problem for problem in reversed(found)}
        with self.wording.spoken():
            for question in self.questions:
                problem = by_key.get(question.key)
                question.blame(problem.words if problem else "")
            self._summarise(found)
        return found

    def _summarise(self, found: Iterable[Problem]) -> None:
        while (item := self.summary.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        told = list(found)
        if not told:
            return
        head = plain_label(tr("preview.problems", n=len(told)), self, wrap=True)
        colors = head.palette()
        colors.setColor(QPalette.ColorRole.WindowText, self.said.color("error"))
        head.setPalette(colors)
        self.summary.addWidget(head)
        for problem in told:
            link = FormLink(breakable(f"• {shown(problem.words)}"), self.said, self)
            link.setAccessibleName(shown(problem.words))
            link.clicked.connect(lambda _c=False, one=problem: self.go_to(one.field, one.entry))
            self.summary.addWidget(link)

    # --------------------------------------------------------------------------------- walking

    def go_to(self, field: str, entry: int = -1) -> None:
        """Put the focus on a question."""
        for question in self.questions:
            if question.field.id == field and question.entry in (entry, -1):
                question.enter()
                return

    def enter(self) -> None:
        """Put the focus on the first question that is shown."""
        for question in self.questions:
            if question.isVisible() and question.control.parts:
                question.enter()
                return

    def focused(self) -> tuple[str, int] | None:
        """The question that is being answered."""
        return next((q.key for q in self.questions if q.holds_focus()), None)

    def mark(self, ids: Iterable[str]) -> Marked | None:
        """Mark the rows that are chosen on the canvas; returns the first."""
        chosen = set(ids)
        first = None
        for row, part in self.parts.items():
            part.mark(row in chosen)
            first = part if first is None and row in chosen else first
        return first

    def all_parts(self) -> Iterator[QWidget]:
        """Everything that takes an answer, top down."""
        for question in self.questions:
            yield from question.control.parts

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.said.color("paper"))
        painter.setPen(QPen(self.said.color("panel_line"), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, self.said.radius_card, self.said.radius_card)
