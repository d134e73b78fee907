"""What stands after the last page: everything that was answered, and nothing is sent?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from model.expressions.evaluate import code_of
from model.expressions.filling import is_seen, taken
from model.language import tr
from model.records import Field, FieldGroup, Record
from widgets.basics.labels import plain_label, shown
from widgets.look.theme import palette, px, ui_font
from widgets.look.tokens import Tokens
from widgets.preview.button import FormButton
from widgets.preview.wording import Wording, breakable

_DEEPEST = 10


class Ending(QFrame):
    """The summary. ``turned`` carries -1 for Zurück and 0 for Von vorn."""

    turned = Signal(int)

    def __init__(
        self, pages: list[str], wording: Wording, answers: dict[str, Any], said: Tokens
    ) -> None:
        super().__init__()
        self.said, self.wording, self.answers = said, wording, answers
        self._read = taken(wording.view, answers)
        colors = palette(said)
        colors.setColor(QPalette.ColorRole.Base, said.color("panel"))
        self.setPalette(colors)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(14), px(14), px(14), px(16))
        self.column.setSpacing(px(4))
        with wording.spoken():
            self._say(tr("preview.ending"), 1.3, QFont.Weight.DemiBold)
            self._say(tr("preview.ending.what"))
            for page in pages:
                self._page(page)
            self._buttons()
        self.column.addStretch(1)

    def enter(self) -> None:
        """Put the focus on the way back."""
        self.again.setFocus()

    def _page(self, page: str) -> None:
        record = self.wording.view.get(page)
        if record is None:
            return
        self.column.addSpacing(px(8))
        self._say(self.wording.say(record, "name"), 1.0, QFont.Weight.DemiBold)
        for label, words in self._lines(page, self.answers, 0):
            self._say(f"{label}: {words}")

    def _lines(self, parent: str, answers: dict[str, Any], depth: int) -> Iterator[tuple[str, str]]:
        view = self.wording.view
        for row in view.rows(parent) if depth < _DEEPEST else ():
            if not is_seen(view, row, self._read):
                continue
            if isinstance(row, FieldGroup) and row.repeatable:
                for entry in answers.get(row.id) or ():
                    yield from self._lines(row.id, entry, depth + 1)
            elif isinstance(row, FieldGroup):
                yield from self._lines(row.id, answers, depth + 1)
            elif isinstance(row, Field) and row.field_kind not in ("label", "hidden"):
                yield self.wording.say(row, "label"), self._answer(row, answers.get(row.id))

    def _answer(self, field: Field, given: Any) -> str:
        if field.value is not None:
            given = self._read.get(field.id)
        if isinstance(given, bool):
            return tr("sentence.yes") if given else tr("sentence.no")
        codes = given if isinstance(given, tuple | list) else (given,)
        named: dict[Any, Record] = {
            code_of(option): option for option in self.wording.view.options(field.id)
        }
        words = [
            self.wording.say(named[code], "label") if code in named else str(code)
            for code in codes
            if code not in (None, "")
        ]
        return ", ".join(words) or "–"

    def _buttons(self) -> None:
        back = FormButton(tr("preview.back"), self.said, self)
        back.clicked.connect(lambda _c=False: self.turned.emit(-1))
        self.again = FormButton(tr("preview.again"), self.said, self, primary=True)
        self.again.clicked.connect(lambda _c=False: self.turned.emit(0))
        row = QHBoxLayout()
        row.addWidget(back)
        row.addWidget(self.again)
        row.addStretch(1)
        self.column.addSpacing(px(10))
        self.column.addLayout(row)

    def _say(
        self, words: str, size: float = 1.0, weight: QFont.Weight = QFont.Weight.Normal
    ) -> QWidget:
        label = plain_label(breakable(shown(words)), self, wrap=True)
        font = ui_font(size)
        font.setWeight(weight)
        label.setFont(font)
        self.column.addWidget(label)
        return label

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.said.color("paper"))
        painter.setPen(QPen(self.said.color("panel_line"), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, self.said.radius_card, self.said.radius_card)
