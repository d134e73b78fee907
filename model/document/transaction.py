"""How does one gesture change the document, whole or not at all?"""

from __future__ import annotations

import weakref
from collections import deque
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Any, Self, TypeVar

from model.document.change import Change, ChangeSet, squashed
from model.document.ids import IdFactory
from model.document.queries import Queries
from model.document.store import Store
from model.errors import EndlessBehaviors
from model.language import Message
from model.records import Record

R = TypeVar("R", bound=Record)
Behavior = Callable[["Transaction", Change], None]
"""A consequence: looks at one change inside the open transaction and repairs what it touched."""
_open: weakref.WeakSet[Transaction] = weakref.WeakSet()


def open_transactions() -> tuple[Transaction, ...]:
    """Transactions that were entered and not left (a guard for tests)."""
    return tuple(_open)


class Transaction(Queries):
    """Collects changes; can be asked like a snapshot while it is open.

    It looks at the document's own store, so what it wrote is there to be asked for at once. Leaving
    it lets the behaviours settle and closes it as one ChangeSet. An exception inside rolls
    everything back. ``changeset`` is None until it is closed, and empty when nothing changed.
    ``closed`` hears the ChangeSet, or None after a rollback.
    """

    def __init__(
        self,
        store: Store,
        label: Message,
        origin: str,
        *,
        behaviors: Sequence[Behavior],
        ids: IdFactory,
        opened: Callable[[], None],
        closed: Callable[[ChangeSet | None], None],
    ) -> None:
        self.label = label
        self.origin = origin
        self.changeset: ChangeSet | None = None
        self._store = store
        self._records, self._index = store.parts
        self._behaviors = tuple(behaviors)
        self._ids = ids
        self._opened, self._closed = opened, closed
        self._changes: list[Change] = []

    def __enter__(self) -> Self:
        self._opened()
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
            if error is None:
                self._settle()
        except BaseException:
            self._roll_back()
            raise
        if error is not None:
            self._roll_back()
            return
        self.changeset = ChangeSet(self.label, squashed(self._changes), self.origin)
        self._closed(self.changeset)

    def of(self, kind: type[R]) -> list[R]:
        return self._store.of(kind)

    def new_id(self, kind: str) -> str:
        """An id that is not taken yet."""
        while True:
            record_id = self._ids(kind)
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
        self._store.put(change)
        self._changes.append(change)

    def _settle(self) -> None:
        """Run every behaviour on every change, also on those the behaviours make."""
        if not self._behaviors:
            return
        limit = len(self._records) + len(self._changes) + 1000
        last: deque[str] = deque(maxlen=10)
        done = 0
        while done < len(self._changes):
            if done > limit:
                raise EndlessBehaviors(list(last))
            change = self._changes[done]
            for behavior in self._behaviors:
                written = len(self._changes)
                behavior(self, change)
                if len(self._changes) > written:
                    last.append(getattr(behavior, "__name__", repr(behavior)))
            done += 1

    def _roll_back(self) -> None:
        for change in reversed(self._changes):
            self._store.put(change.inverted())
        self._changes.clear()
        self._closed(None)


__all__ = ["Transaction", "open_transactions"]
