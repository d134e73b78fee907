"""What was done, and how does one get back?"""

from __future__ import annotations

from model.document.change import ChangeSet
from model.document.document import Document

UNDO, REDO = "undo", "redo"


class History:
    """Hears the document and keeps what was done.

    Undo and redo go through ``Document.apply`` with the origins "undo" and "redo"; so no behaviour
    runs and every listener hears them.

    Saving does not end it. Consecutive ChangeSets of the same non-empty origin that starts with
    "typing" become one step until ``close_step``.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._done: list[ChangeSet] = []
        self._undone: list[ChangeSet] = []
        self._closed = True
        self.stop = document.listen(self._hear)

    @property
    def done(self) -> tuple[ChangeSet, ...]:
        """What can be undone, oldest first."""
        return tuple(self._done)

    @property
    def undone(self) -> tuple[ChangeSet, ...]:
        """What can be redone, the next one last."""
        return tuple(self._undone)

    @property
    def position(self) -> ChangeSet | None:
        """The last thing done; the same object means the same document (the mark of a save)."""
        return self._done[-1] if self._done else None

    def undo(self) -> ChangeSet | None:
        """Take the last step back; the ChangeSet that was undone, or None."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        try:
            self._document.apply(step.inverted(UNDO))
        except BaseException:
            self._done.append(self._undone.pop())
            raise
        self.close_step()
        return step

    def redo(self) -> ChangeSet | None:
        """Do the last undone step again, or None."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        try:
            self._document.apply(ChangeSet(step.label, step.changes, REDO))
        except BaseException:
            self._undone.append(self._done.pop())
            raise
        self.close_step()
        return step

    def close_step(self) -> None:
        """Focus left the editor: the next typed letter begins a new step."""
        self._closed = True

    def _hear(self, changeset: ChangeSet) -> None:
        if changeset.origin in (UNDO, REDO):
            return
        self._undone.clear()
        last = self._done[-1] if self._done else None
        if last and not self._closed and changeset.origin == last.origin:
            merged = last.followed_by(changeset)
            if not merged:
                self._done.pop()  # typed and taken back: nothing is left to undo
                self._closed = True
                return
            self._done[-1] = merged
        else:
            self._done.append(changeset)
        self._closed = not changeset.origin.startswith("typing")
