"""How does one gesture change the document, whole or not at all?"""

# ruff: noqa: SLF001  # Document and Transaction are two halves of one thing.
from __future__ import annotations

import weakref
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from model.document.change import Change, ChangeSet, squashed
from model.document.queries import Queries
from model.errors import EndlessBehaviors
from model.language import Message
from model.records import Record

if TYPE_CHECKING:
    from model.document.document import Document

R = TypeVar("R", bound=Record)
_open: weakref.WeakSet[Transaction] = weakref.WeakSet()


def open_transactions() -> tuple[Transaction, ...]:
    """Transactions that were entered and not left (a guard for tests)."""
    return tuple(_open)


class Transaction(Queries):
    """Collects changes; can be asked like a snapshot while it is open.

    Leaving it lets the behaviours settle and closes it as one ChangeSet.

    An exception inside rolls everything back. ``changeset`` is None until it is closed, and empty
    when nothing changed.
    """

    def __init__(
        self,
        document: Document,
        label: Message,
        origin: str,
        *,
        with_behaviors: bool = True,
    ) -> None:
        self.document = document
        self.label = label
        self.origin = origin
        self.changeset: ChangeSet | None = None
        self._with_behaviors = with_behaviors
        self._records = document._records
        self._index = document._index
        self._changes: list[Change] = []

    def __enter__(self) -> Self:
        self.document._begin(self)
        _open.add(self)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        _open.discard(self)
        try:
            if error is None and self._with_behaviors:
                self._settle()
        except BaseException:
            self._roll_back()
            raise
        if error is not None:
            self._roll_back()
            return
        self.changeset = ChangeSet(self.label, squashed(self._changes), self.origin)
        self.document._finish(self.changeset)

    def new_id(self, kind: str) -> str:
        """An id that is not taken yet."""
        while True:
            record_id = self.document.ids(kind)
            if record_id not in self._records:
                return record_id

    def add(self, record: R) -> R:
        """Put a new record in.

        Raises:
            ValueError: its id is taken.
        """
        if record.id in self._records:
            raise ValueError(f"id is taken: {record.id}")
        self._write(None, record)
        return record

    def replace(self, record: R) -> R:
        """Put a record in the place of the one with its id (no change when equal)."""
        before = self[record.id]
        if before != record:
            self._write(before, record)
        return record

    def alter(self, record_id: str, **fields: Any) -> Record:
        """Replace single fields of a record."""
        return self.replace(self[record_id].replaced(**fields))

    def remove(self, record_id: str) -> None:
        """Take a record out (no change when it is gone already)."""
        before = self._records.get(record_id)
        if before is not None:
            self._write(before, None)

    def _write(self, before: Record | None, after: Record | None) -> None:
        change = Change(before, after)
        self.document._put(change)
        self._changes.append(change)

    def _settle(self) -> None:
        """Run every behaviour on every change, also on those the behaviours make."""
        behaviors = self.document.behaviors
        if not behaviors:
            return
        limit = len(self._records) + len(self._changes) + 1000
        done = 0
        while done < len(self._changes):
            if done > limit:
                names = [type(c.record).__name__ + " " + c.id for c in self._changes[-10:]]
                raise EndlessBehaviors(names)
            change = self._changes[done]
            for behavior in behaviors:
                behavior(self, change)
            done += 1

    def _roll_back(self) -> None:
        for change in reversed(self._changes):
            self.document._put(change.inverted())
        self._changes.clear()
        self.document._finish(None)


__all__ = ["Transaction", "open_transactions"]
