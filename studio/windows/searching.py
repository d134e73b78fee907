"""Where in the service is this said?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QRect

from model.document import ChangeSet, Document
from model.grammar import icon_of
from model.language import current_language, say
from model.reading import Finder, Hit
from model.reading.finder import MOST
from studio.jobs.later import Later
from studio.windows.desk import Desk
from studio.windows.wayback import way_back
from widgets.canvas import Canvas
from widgets.canvas.foreground import place_of
from widgets.finder import Finder as Panel
from widgets.finder import Line

_FIRST, _SLICE = 0.05, 0.006
"""So many seconds at first, and then at a time, the index is made; the window stays awake."""

_CLEAR = 24
"""So many pixels stay free between the panel and what was found."""
_SIGNS = {
    "evidence": "file",
    "module": "document",
    "text": "language",
    "citation": "norm",
    "code_list": "choice",
    "tariff_row": "fee",
    "example": "info",
    "layer": "compare",
    "remark": "note",
    "annotation": "note",
    "pool": "lane",
}
"""What has no sign of its own on the canvas."""


class Searching(QObject):
    """The panel at the upper right of the canvas, over the document in front. Its index is made
    when it is first asked for, and follows the document as long as that is in front.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self.hits: list[Hit] = []
        self._document: Document | None = None
        self._language = ""
        self._finder: Finder | None = None
        self._making: Iterator[Finder | None] | None = None
        self._silence: Callable[[], None] = lambda: None
        self.panel = Panel(
            desk.sheets.stack,
            say("finder.search"),
            say("finder.how.search"),
            corner=True,
            transient=False,
        )
        self._soon = Later(self, 0, self._make)
        self.panel.asked.connect(self._ask)
        self.panel.taken.connect(self._jump)
        desk.sheets.turned.connect(self._turned)

    def open(self) -> None:
        """Come to the front; typing finds at once."""
        if self.desk.sheet is None:
            return
        self._look_at()
        self.panel.open(way_back(self.desk))

    def again(self, by: int) -> None:
        """Go to the next or previous hit; without a question ask for one."""
        if self.desk.sheet is None:
            return
        if not self.panel.line.text().strip():
            self.open()
            return
        self._look_at()
        if not self.hits:
            self._ask(self.panel.line.text())
        self.panel.go(by)

    @property
    def ready(self) -> bool:
        """Is the index made?"""
        return self._finder is not None

    # ----------------------------------------------------------------------------------- the index

    def _look_at(self) -> None:
        """Search the document in front, in the language of now."""
        sheet = self.desk.sheet
        document = sheet.session.document if sheet is not None else None
        if document is self._document and self._language == current_language():
            return
        self._silence()
        self._document, self._language = document, current_language()
        self._finder, self._making, self.hits = None, None, []
        if document is None:
            self._silence = lambda: None
            return
        self._silence = document.listen(self._hear)
        self._begin(document)

    def _begin(self, document: Document) -> None:
        self._finder = None
        self._making = Finder.slowly(document.snapshot())
        self._make(_FIRST)

    def _make(self, seconds: float = _SLICE) -> None:
        """A slice of the index; a small service is read in one."""
        until = perf_counter() + seconds
        while self._making is not None:
            self._finder = next(self._making)
            if self._finder is not None:
                self._making = None
                if self.panel.isVisible():
                    self._ask(self.panel.line.text())
            elif perf_counter() > until:
                self._soon.ask()
                return

    def _hear(self, changeset: ChangeSet) -> None:
        if self._document is None:
            return
        if self._finder is None:
            self._begin(self._document)
            return
        self._finder.follow(self._document.snapshot(), changeset)
        if self.panel.isVisible():
            self._show(self._finder.search(self.panel.line.text()), keep=True)
        else:
            self.hits = []

    # --------------------------------------------------------------------------------- the panel

    def _ask(self, words: str) -> None:
        if self._finder is not None:
            self._show(self._finder.search(words))

    def _show(self, hits: list[Hit], *, keep: bool = False) -> None:
        row = self.panel.list.currentIndex().row() if keep else 0
        self.hits = hits
        count: object = ""
        if self.panel.line.text().strip():
            key = "finder.count.many" if len(hits) >= MOST else "finder.count"
            count = say(key, n=len(hits)) if hits else say("finder.none")
        self.panel.show_lines([self._line(n, hit) for n, hit in enumerate(hits)], count, row)

    def _line(self, number: int, hit: Hit) -> Line:
        assert self._document is not None
        record = self._document.snapshot().get(hit.id)
        icon = _SIGNS.get(record.kind) or icon_of(record) if record is not None else ""
        return Line(number, hit.excerpt, str(hit.where), icon=icon, span=hit.span)

    def _jump(self, number: object) -> None:
        """Show the element; who types on goes on typing."""
        if not isinstance(number, int) or number >= len(self.hits):
            return
        typing = self.panel.line.hasFocus()
        sheet = self.desk.sheet
        if sheet is not None:
            self.desk.panes.jump(self.hits[number].at or sheet.view.service.id)
            self._uncover(sheet.canvas, self.hits[number].at)
        n = len(self.hits)
        self.panel.count.setText(str(say("finder.count.of", place=number + 1, n=n)))
        if typing:
            self.panel.line.setFocus()

    def _uncover(self, canvas: Canvas, record_id: str) -> None:
        """What was found must not lie under the panel."""
        place = place_of(canvas.graph, record_id) if record_id else None
        if place is None or self.panel.isHidden() or not canvas.isVisible():
            return
        corner = self.panel.mapToGlobal(self.panel.rect().topLeft())
        covered = QRect(canvas.viewport().mapFromGlobal(corner), self.panel.size())
        seen = canvas.mapFromScene(place).boundingRect()
        if seen.intersects(covered):
            canvas.pan(seen.right() + _CLEAR - covered.left(), 0)

    def _turned(self) -> None:
        """Another document is in front."""
        if self.desk.sheet is None:
            self.panel.hide()
        self._look_at_if_open()

    def _look_at_if_open(self) -> None:
        if self.panel.isVisible():
            self._look_at()
        elif self._document is not None:
            self._silence()
            self._silence = lambda: None
            self._document, self._finder, self._making, self.hits = None, None, None, []
