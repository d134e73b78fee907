"""How does a change of the document become a Qt signal?"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from model.document import ChangeSet, Document


class Hearing(QObject):
    """Hears a document for a widget, and dies with it. ``changed`` carries the ChangeSet.

    Give the widget as parent; ``stop`` ends the hearing earlier (when the widget turns to another
    document).
    """

    changed = Signal(object)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        silence = document.listen(self._hear)
        self._silence = silence
        # A bound method of self would keep nothing alive, but Qt drops it before `destroyed`.
        self.destroyed.connect(lambda: silence())

    def stop(self) -> None:
        """Hear no more."""
        self._silence()

    def _hear(self, changeset: ChangeSet) -> None:
        self.changed.emit(changeset)
