"""How do the findings keep up with the person's hands?"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from model.checks import Finding, check, recheck
from model.document import Change, ChangeSet, Document, squashed
from model.language import say
from model.play.changed import heavy
from model.storage.collector import collector_off
from studio.jobs.job import Job
from studio.jobs.later import Later
from widgets.basics.hearing import Hearing

IDLE = 100
"""Milliseconds without a change after which is checked again."""

SMALL = 3000
"""Up to so many records a round is so short (some 20 ms, mostly 2) that no thread is worth it,
unless all the example citizens of a long service have to be played again.
"""

TURN = 0.0005
"""Seconds after which the thread lets the window have its turn. Python's own 0.005 makes the window
wait up to 30 ms where it asks several times in a row (measured with 10 000 nodes).
"""


class LiveCheck(QObject):
    """Checks a document whenever it has been still for a moment; only what was touched is looked
    at again. ``found`` carries all findings.

    A large document is checked in a thread of its own, which reads a Snapshot and knows nothing of
    Qt. When the document has moved on meanwhile its result is not shown, but the next round starts
    from it.
    """

    found = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.findings: list[Finding] | None = None
        self._changes: list[Change] = []
        self._under: list[Change] = []
        self._round: Job | None = None
        self._turn = sys.getswitchinterval()
        self._later = Later(self, IDLE, self._due)
        self._hearing = Hearing(document, self)
        self._hearing.changed.connect(self._hear)
        self._later.ask()

    @property
    def up_to_date(self) -> bool:
        """Do the findings belong to the document as it is?"""
        return self.findings is not None and not self._changes and self._round is None

    @property
    def busy(self) -> bool:
        """Is a round under way in the thread?"""
        return self._round is not None

    def now(self) -> list[Finding]:
        """Check at once what is still open."""
        self._later.cancel()
        self._give_up()
        self.findings = self._work()(_always)
        self._changes.clear()
        self.found.emit(self.findings)
        return self.findings

    def everything(self) -> list[Finding]:
        """Check all of it anew; of a large document the findings follow with ``found``."""
        self._give_up()
        known, self.findings = self.findings or [], None
        if self._large():
            self._begin()
            return known
        return self.now()

    def stop(self) -> None:
        """End the checking (the document is closed)."""
        self._later.cancel()
        self._hearing.stop()
        self._give_up()

    def _large(self) -> bool:
        view = self.document.snapshot()
        return len(view) > SMALL or heavy(view)

    def _due(self) -> None:
        if self._round is not None:
            return  # when it is done it sees that the document has moved on
        if self._large():
            self._begin()
        else:
            self.now()

    def _work(self) -> Callable[[Callable[[], bool]], list[Finding]]:
        """What is to be done, on data that never changes."""
        view, known = self.document.snapshot(), self.findings
        if known is None:
            return lambda go_on: check(view, go_on=go_on)
        if not self._changes:
            return lambda _go_on: known
        changes = ChangeSet(say("undo.edit"), squashed(self._changes))
        return lambda go_on: recheck(view, changes, known, go_on=go_on)

    def _begin(self) -> None:
        """A round in the thread, over all that is open now."""
        work = self._work()
        self._under, self._changes = self._changes, []

        def run() -> list[Finding]:
            # The tables of a round leave no circles; looking for some would halt the window.
            with collector_off():
                return work(lambda: not job.cancelled)

        job = Job(run, self)
        job.done.connect(self._take)
        job.failed.connect(self._fail)
        sys.setswitchinterval(TURN)
        self._round = job.start()

    def _take(self, findings: list[Finding]) -> None:
        """The round is done; show it when it tells of the document as it is."""
        self._end_round()
        self._under = []
        self.findings = findings
        if self._changes:
            self._later.ask()
        else:
            self.found.emit(findings)

    def _fail(self, error: Exception) -> None:
        """The checks themselves report what fails in them; this is for the person to hear."""
        self._end_round()
        self._changes = self._under + self._changes
        raise error

    def _give_up(self) -> None:
        """Drop the round under way: it ends before its next check."""
        job = self._round
        if job is None:
            return
        job.cancel()
        job.wait()
        self._end_round()
        self._changes, self._under = self._under + self._changes, []

    def _end_round(self) -> None:
        if self._round is not None:
            self._round.deleteLater()
            sys.setswitchinterval(self._turn)
        self._round = None

    def _hear(self, changeset: ChangeSet) -> None:
        self._changes += changeset.changes
        self._later.ask()


def _always() -> bool:
    return True
