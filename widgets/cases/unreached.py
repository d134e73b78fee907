"""What has no case reached yet, in words, with the way to each place?"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.document import Snapshot
from model.language import tr
from model.play import Untouched
from model.play.judged import unreached_words
from widgets.cases.pieces import Pieces, scrolled


class Unreached(QWidget):
    """The list, with what the hatching on the canvas means. ``jumped`` carries an id."""

    jumped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pieces = Pieces(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(self.pieces, self))

    def show_places(self, view: Snapshot, left: Untouched) -> None:
        """Say what is left."""
        told = self.pieces
        told.clear()
        places = list(unreached_words(view, left))
        told.head(tr("action.cases.untouched"))
        if not places:
            told.line("ok", tr("cases.untouched.none"))
        else:
            told.line("warning", tr("cases.untouched.sum", n=len(places)))
            told.sentence(tr("cases.untouched.legend"), quiet=True)
        for at, words in places:
            go = tr("cases.turned.show")
            told.line("", words, go, f"{go}: {words}", partial(self.jumped.emit, at))
        told.column.addStretch(1)
