"""Where do the records of one service live?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from model.document.change import Change, ChangeSet
from model.document.ids import IdFactory, random_ids
from model.document.index import Index
from model.document.snapshot import Snapshot
from model.document.transaction import Transaction
from model.errors import Conflict
from model.language import Message
from model.records import Record

Behavior = Callable[[Transaction, Change], None]
"""A consequence: looks at one change inside the open transaction and repairs what it touched."""
Listener = Callable[[ChangeSet], None]


class Document:
    """The records of one service by id.

    Changes only through ``transaction`` and ``apply``; heard by listeners in the order they came.
    """

    def __init__(
        self,
        records: Iterable[Record] = (),
        *,
        behaviors: Sequence[Behavior] = (),
        ids: IdFactory = random_ids,
    ) -> None:
        self._records: dict[str, Record] = {record.id: record for record in records}
        self._index = Index()
        self._index.build(self._records.values())
        self.behaviors = tuple(behaviors)
        self.ids = ids
        self._listeners: list[Listener] = []
        self._snapshot: Snapshot | None = None
        self._open: Transaction | None = None

    @property
    def in_transaction(self) -> bool:
        return self._open is not None

    def transaction(
        self, label: Message, origin: str = "", *, with_behaviors: bool = True
    ) -> Transaction:
        """One gesture: ``with document.transaction(say("undo.connect")) as tx:``.

        An import says ``with_behaviors=False``.
        """
        return Transaction(self, label, origin, with_behaviors=with_behaviors)

    def snapshot(self) -> Snapshot:
        """The service as it is now; the same object until the next change."""
        if self._snapshot is None:
            self._snapshot = Snapshot(dict(self._records), self._index.shared())
        return self._snapshot

    def apply(self, changeset: ChangeSet) -> None:
        """Take over changes that were made before (undo, redo, journal, merge); no behaviour runs.

        Raises:
            Conflict: a ``before`` is not what stands in the document; nothing was changed.
        """
        for change in changeset.changes:
            if self._records.get(change.id) != change.before:
                raise Conflict(change.id)
        for change in changeset.changes:
            self._put(change)
        self._announce(changeset)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Hear every ChangeSet from now on; the result ends it."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def _begin(self, transaction: Transaction) -> None:
        if self._open is not None:
            raise RuntimeError("a transaction is open already")
        self._open = transaction

    def _finish(self, changeset: ChangeSet | None) -> None:
        self._open = None
        if changeset:
            self._announce(changeset)

    def _put(self, change: Change) -> None:
        self._snapshot = None
        if change.before is not None:
            self._index.drop(change.before)
        if change.after is None:
            del self._records[change.id]
        else:
            self._records[change.id] = change.after
            self._index.add(change.after)

    def _announce(self, changeset: ChangeSet) -> None:
        for listener in tuple(self._listeners):
            listener(changeset)
