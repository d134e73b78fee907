"""Where do two cases part, why, and what came out of each?"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from model.document import Snapshot
from model.language import tr
from model.play import Played
from model.play.judged import aspects, beside, differently_answered
from model.records import ExampleCase
from model.records.names import title
from widgets.cases.pieces import Pieces, scrolled

Pair = tuple[ExampleCase, Played]


class Comparing(QWidget):
    """What both have in common above, below a column for each. ``jumped`` carries an id."""

    jumped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner = QWidget(self)
        self.both = Pieces(inner)
        self.sides = (Pieces(inner), Pieces(inner))
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 8)
        column.addWidget(self.both)
        row = QHBoxLayout()
        for side in self.sides:
            row.addWidget(side, 1)
        column.addLayout(row)
        self.answers = Pieces(inner)
        column.addWidget(self.answers)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inner, self))

    def show_pair(self, view: Snapshot, one: Pair, other: Pair) -> None:
        """Compare two cases."""
        found = beside(view, one[1], other[1])
        both = self.both
        both.clear()
        if not found.parting:
            both.sentence(tr("cases.beside.same"))
        elif found.together:
            name = _name(view, found.parting)
            words = tr("cases.beside.parting", name=name)
            go, spoken = tr("cases.turned.show"), f"{tr('cases.turned.show')}: {name}"
            both.line("", words, go, spoken, partial(self.jumped.emit, found.parting))
        else:
            both.sentence(tr("cases.beside.start"))
        self._answers(view, one[0], other[0])
        only = (found.only_first, found.only_second)
        for side, pair, why, alone in zip(
            self.sides, (one, other), found.reasons, only, strict=True
        ):
            self._write(view, side, pair, str(why) if found.parting else "", alone)

    def _answers(self, view: Snapshot, one: ExampleCase, other: ExampleCase) -> None:
        """What they answer differently, below."""
        self.answers.clear()
        differing = list(differently_answered(view, one, other))
        if differing:
            self.answers.head(tr("cases.beside.answers"))
        for question, first, second in differing:
            words = {"question": question, "one": first, "other": second}
            self.answers.sentence(tr("cases.beside.answer", **words))

    def _write(
        self, view: Snapshot, side: Pieces, pair: Pair, why: str, alone: Iterable[str]
    ) -> None:
        side.clear()
        side.title(pair[0].name)
        if why:
            side.sentence(why)
        names = [_name(view, node) for node in alone]
        if names:
            side.sentence(tr("cases.beside.only", names=" → ".join(names)))
        side.head(tr("cases.beside.came"))
        for one in aspects(view, *pair):
            side.sentence(one.words)
        side.column.addStretch(1)


def _name(view: Snapshot, node: str) -> str:
    record = view.get(node)
    if record is None:
        return tr("play.gone")
    return title(record) or tr(f"kind.{record.kind}")
