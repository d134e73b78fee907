"""How much does the service ask of whoever applies?

Counted in the example citizens, one after the other whenever the hand rests: no key waits for it.
What it came to before it changed the last time is remembered for each document while it is open.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar
from weakref import WeakKeyDictionary

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from model.document import Document, Snapshot
from model.language import tr
from model.play import Burden, Span, burden_change, burden_of, play, span, span_told
from model.play.changed import recalled
from model.records import ExampleCase, Record
from widgets.basics.labels import plain_label
from widgets.inspector.changes import Editing
from widgets.inspector.form import Section

REST = 300
"""So long (ms) nothing must change before it is counted; by then the checks are through."""
_IDLE = frozenset({"placement", "remark", "text", "layer", "script", "stop", "citation", "norm"})
"""Kinds that no citizen answers to."""


class BurdenSection(Section):
    """Questions, documents, pages and words over all example citizens, and how they changed."""

    title_key = "inspector.section.burden"
    _known: ClassVar[WeakKeyDictionary[Document, tuple[Span | None, Span | None]]] = (
        WeakKeyDictionary()
    )
    """Document -> what it came to before it changed the last time, and what it comes to now."""

    def __init__(self, editing: Editing, record_id: str, parent: QWidget) -> None:
        self._document = editing.document
        self._timer: QTimer | None = None
        self._counting: Iterator[Burden | None] | None = None
        self._found: list[Burden] = []
        self._counted: tuple[Record, ...] = ()
        super().__init__(editing, record_id, parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._count_on)
        self._begin()

    def signature(self) -> object:
        return (*self._of_document(), bool(self.editing.view.of(ExampleCase)))

    def filled(self) -> bool:
        return self._of_document()[1] is not None

    def rebuild(self) -> None:
        before, now = self._of_document()
        if now is None:
            some = self.editing.view.of(ExampleCase)
            self.quiet(tr("inspector.burden.stuck" if some else "inspector.burden.none"))
            return
        first, *rest = span_told(now)
        self.part(plain_label(str(first), self, wrap=True))
        difference = burden_change(before, now) if before is not None else None
        if difference is not None:
            news = plain_label(str(difference), self, wrap=True)
            font = news.font()
            font.setBold(True)
            news.setFont(font)
            news.setForegroundRole(QPalette.ColorRole.WindowText)
            self.part(news)
        for sentence in (*rest, tr("inspector.burden.cases", n=now.cases)):
            self.quiet(str(sentence))

    def reload(self) -> None:
        super().reload()
        self._begin()

    def count_now(self) -> None:
        """Count to the end without waiting."""
        while self._counting is not None:
            self._count_on()

    # ------------------------------------------------------------------------------ counting

    def _begin(self) -> None:
        """Is there anything new to count? Then begin; what was begun before is given up."""
        view = self.editing.view
        records = tuple(record for record in view if record.kind not in _IDLE)
        same = len(records) == len(self._counted) and all(
            one is other for one, other in zip(records, self._counted, strict=True)
        )
        if same or self._timer is None:
            return
        self._counted, self._found = records, []
        self._counting = _each(view)
        self._timer.start(REST)

    def _count_on(self) -> None:
        """One citizen more; at the end it is shown."""
        if self._counting is None or self._timer is None:
            return
        try:
            one = next(self._counting)
        except StopIteration:
            self._counting = None
            self._keep(span(self._found))
            return
        if one is not None:
            self._found.append(one)
        self._timer.start(0)

    def _keep(self, now: Span | None) -> None:
        if self._document is None or self._document is not self.editing.document:
            return  # another document is shown meanwhile
        before, last = self._of_document()
        told = last is not None and now is not None and burden_change(last, now) is not None
        self._known[self._document] = (last if told else before, now)
        super().reload()

    def _of_document(self) -> tuple[Span | None, Span | None]:
        nothing = (None, None)
        return nothing if self._document is None else self._known.get(self._document, nothing)


def _each(view: Snapshot) -> Iterator[Burden | None]:
    """What each citizen has to do; None for one who gets stuck. Who was played by the checks is
    not played again.
    """
    known = recalled(view)
    for case in view.of(ExampleCase):
        played = known.get(case.id) or play(view, case)
        yield burden_of(view, played) if played.verdict != "stuck" else None
