"""How do the findings keep up with the person's hands?"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from model.checks import Finding, check, recheck
from model.document import Change, ChangeSet, Document, squashed
from model.language import say
from studio.jobs.later import Later
from widgets.basics.hearing import Hearing

IDLE = 100
"""Milliseconds without a change after which is checked again."""


class LiveCheck(QObject):
    """Checks a document whenever it has been still for a moment; only what was touched is looked
    at again. ``found`` carries all findings.
    """

    found = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.findings: list[Finding] | None = None
        self._changes: list[Change] = []
        self._later = Later(self, IDLE, self._due)
        self._hearing = Hearing(document, self)
        self._hearing.changed.connect(self._hear)
        self._later.ask()

    @property
    def up_to_date(self) -> bool:
        """Do the findings belong to the document as it is?"""
        return self.findings is not None and not self._changes

    def now(self) -> list[Finding]:
        """Check at once what is still open."""
        self._later.cancel()
        view = self.document.snapshot()
        if self.findings is None:
            self.findings = check(view)
        elif self._changes:
            changes = ChangeSet(say("undo.edit"), squashed(self._changes))
            self.findings = recheck(view, changes, self.findings)
        self._changes.clear()
        self.found.emit(self.findings)
        return self.findings

    def _due(self) -> None:
        self.now()

    def everything(self) -> list[Finding]:
        """Check all of it anew."""
        self.findings = None
        return self.now()

    def stop(self) -> None:
        """End the checking (the document is closed)."""
        self._later.cancel()
        self._hearing.stop()

    def _hear(self, changeset: ChangeSet) -> None:
        self._changes += changeset.changes
        self._later.ask()
