"""What belongs to one open document in the window?"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from model.checks import Finding
from model.document import Snapshot
from model.graph.card import shows_rows
from model.language import tr
from studio.jobs.checking import LiveCheck
from studio.session import Session
from studio.wording import place_of
from widgets.basics.notice import Notice
from widgets.canvas import Canvas

_RANK = {"error": 0, "warning": 1, "hint": 2}


class Sheet(QWidget):
    """A session with its canvas and its live check. ``practice``: an exercise, nobody asks to save.

    ``stated``: saved, dirty or read-only may have changed; ``checked`` carries the findings.
    """

    stated = Signal()
    checked = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.practice = False
        self.notice = Notice(self)
        self.canvas = Canvas(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.canvas, 1)
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
        return tr("tab.practice", name=name) if self.practice else name

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
