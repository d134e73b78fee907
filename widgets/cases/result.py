"""What became of the chosen case, beside what was expected, and where did it go otherwise?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.document import Snapshot
from model.language import Message, tr
from model.play import Played
from model.play.judged import aspects, went_otherwise
from model.records import ExampleCase
from widgets.cases.expected import Expected
from widgets.cases.pieces import Pieces, scrolled
from widgets.inspector.changes import Editing
from widgets.panels.panel import heading

_SIGN = {"agrees": "ok", "differs": "warning", "open": "hint"}


class Result(QWidget):
    """Sentences above, what is expected below. ``jumped`` carries the id of a place."""

    jumped = Signal(str)

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner = QWidget(self)
        self.told = Pieces(inner)
        self.head = heading("", inner)
        self.head.setContentsMargins(2, 6, 0, 0)
        self.expected = Expected(editing, inner)
        self._said: object = None
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 8)
        column.setSpacing(2)
        for part in (self.told, self.head, self.expected):
            column.addWidget(part)
        column.addStretch(1)
        self.told.column.setContentsMargins(2, 2, 0, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self.area = scrolled(inner, self)
        whole.addWidget(self.area)

    def show_case(
        self, view: Snapshot, case: ExampleCase, played: Played | None, how: Sequence[Message]
    ) -> None:
        """Show a case, what became of it, and how it is treated differently since the change."""
        self.head.setText(tr("cases.section.expected"))
        self.expected.show_case(view, case)
        found = aspects(view, case, played) if played is not None else ()
        places = went_otherwise(view, case, played) if played is not None else ()
        lines = [(_SIGN[one.stand], str(one.words)) for one in found]
        ways = [(one.at, str(one.words)) for one in places]
        turned = [str(one) for one in how]
        stuck = played is not None and bool(played.incidents)
        said = (case.id, lines, ways, turned, stuck)
        if said != self._said:  # else whoever stands on a button would lose the focus
            self._said = said
            self._write(lines, ways, turned, stuck=stuck)

    def _write(
        self,
        lines: list[tuple[str, str]],
        ways: list[tuple[str, str]],
        turned: list[str],
        *,
        stuck: bool,
    ) -> None:
        told = self.told
        told.clear()
        if turned:
            told.head(tr("cases.section.turned"))
            for words in turned:
                told.line("warning", words)
        if ways:
            told.head(tr("cases.section.stuck" if stuck else "cases.section.place"))
            for at, words in ways:
                go, sign = tr("cases.turned.show"), "error" if stuck else ""
                told.line(sign, words, go, f"{go}: {words}", partial(self.jumped.emit, at))
        if lines:
            told.head(tr("cases.section.came"))
            for sign, words in lines:
                told.line(sign, words)

    def retranslate(self) -> None:
        """Say all words again with the next case that is shown."""
        self._said = None
        self.expected.retranslate()
