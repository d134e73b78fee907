"""What belongs to one open document in the window?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from model.checks import Finding
from model.document import Snapshot
from model.errors import FachwerkError
from model.graph.card import shows_rows
from model.language import tr
from studio.jobs.checking import LiveCheck
from studio.session import Session
from studio.wording import place_of
from widgets.basics.notice import Notice
from widgets.canvas import Canvas

if TYPE_CHECKING:
    from widgets.table import Table

_RANK = {"error": 0, "warning": 1, "hint": 2}


class Sheet(QWidget):
    """A session with its canvas and its live check. ``practice``: an exercise, nobody asks to save.
    ``reading``: the service is only looked at; further sides (cover sheet, form, norms) may lie
    beneath the canvas then.

    The same service as a table lies beneath the canvas; it is made when it is asked for first.
    ``stated``: saved, dirty or read-only may have changed; ``checked`` carries the findings;
    ``turned`` says that picture and table have changed places, ``closing`` that work beside the
    window must end.
    """

    stated = Signal()
    checked = Signal(object)
    turned = Signal()
    closing = Signal()

    def __init__(
        self, session: Session, parent: QWidget | None = None, *, reading: bool = False
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.practice, self.reading = False, reading
        self.notice = Notice(self)
        self.canvas = Canvas(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        self.sides = QStackedWidget(self)
        self.sides.addWidget(self.canvas)
        self.table: Table | None = None
        column.addWidget(self.sides, 1)
        self.canvas.open(session.document, session.history)
        self.check = LiveCheck(session.document, self)
        self.check.found.connect(self._found)
        self._stop_listening = session.listen(lambda _session: self.stated.emit())
        self.setFocusProxy(self.canvas)
        self._say_notes()

    @property
    def title(self) -> str:
        """What a person calls it; an exercise says so."""
        name = self.session.title
        if self.reading:
            return tr("tab.reading", name=name)
        return tr("tab.practice", name=name) if self.practice else name

    @property
    def shows_table(self) -> bool:
        """Whether the table is in front of the picture."""
        return self.table is not None and self.sides.currentWidget() is self.table

    @property
    def shows_picture(self) -> bool:
        """Whether the picture is in front."""
        return self.sides.currentWidget() is self.canvas

    def show_side(self, side: QWidget) -> None:
        """Bring the picture or a further side to the front."""
        self.sides.setCurrentWidget(side)
        self.setFocusProxy(self._front)
        self.turned.emit()

    def turn(self) -> None:
        """From the picture to the table, or back; the selection stays."""
        if not self.shows_picture:
            self.sides.setCurrentWidget(self.canvas)
            ids = self.canvas.selection.ids
            if len(ids) == 1:
                self.canvas.show_element(ids[0])  # into sight
        else:
            table = self._made_table()
            self.sides.setCurrentWidget(table)
            table.catch_up()
        self.setFocusProxy(self._front)
        self.focus_work()
        self.turned.emit()

    def focus_work(self) -> None:
        """The keys belong to what is in front: picture or table."""
        self._front.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def _front(self) -> QWidget:
        return self.sides.currentWidget() or self.canvas

    def show_element(self, record_id: str) -> None:
        """Go to an element, in the picture or in the table."""
        if self.shows_table and self.table is not None:
            self.table.show_line(record_id)
        else:
            if not self.shows_picture:
                self.show_side(self.canvas)
            self.canvas.show_element(record_id)

    def _made_table(self) -> Table:
        if self.table is None:
            from widgets.table import Table

            self.table = Table(self.canvas.selection, self)
            self.table.refused.connect(lambda error: self.notice.tell(error, "warning"))
            self.table.told.connect(lambda words, severity: self.notice.tell(words, severity))
            self.table.delete_wanted.connect(self.canvas.delete_selection)
            self.table.elements_wanted.connect(self._paste_elements)
            self.sides.addWidget(self.table)
            self.table.open(self.session.document)
        return self.table

    def _paste_elements(self) -> None:
        """A copy of elements goes where the canvas would put it."""
        from widgets.canvas.clipboard import paste_here

        try:
            self.notice.tell(paste_here(self.canvas).words, "ok")
        except FachwerkError as error:
            self.notice.tell(error, "warning")

    def add_above(self, widget: QWidget) -> None:
        """Put something between the notice and the canvas."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(1, widget)

    @property
    def view(self) -> Snapshot:
        """The service as it is now."""
        return self.session.document.snapshot()

    def place(self, record_id: str) -> str:
        """Where a record is, in words."""
        return place_of(self.view, record_id)

    def close_session(self, *, keep_work: bool = False) -> None:
        """End checking, listening and the session."""
        self.closing.emit()
        self.check.stop()
        self._stop_listening()
        self.session.close(keep_work=keep_work)

    def _found(self, findings: list[Finding]) -> None:
        worst: dict[str, str] = {}
        for finding in findings:
            at = self._seen_at(finding.at)
            before = worst.get(at)
            if before is None or _RANK[finding.severity] < _RANK[before]:
                worst[at] = finding.severity
        self.canvas.set_badges(worst)
        self.checked.emit(findings)

    def _seen_at(self, record_id: str) -> str:
        """The row itself, or its card when that shows no rows (an imported one)."""
        card = self.view.card_of(record_id)
        if card is None or card.id == record_id or shows_rows(self.view, card.id):
            return record_id
        return card.id

    def _say_notes(self) -> None:
        notes = [str(note) for note in self.session.notes]
        if notes:
            self.notice.tell("\n".join(notes[:3]), "warning")
