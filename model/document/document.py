"""How does a service change, and who hears of it?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from model.document.change import ChangeSet
from model.document.ids import IdFactory, random_ids
from model.document.snapshot import Snapshot
from model.document.store import Store
from model.document.transaction import Behavior, Transaction
from model.errors import Conflict
from model.language import Message
from model.records import Record

Listener = Callable[[ChangeSet], None]


class Document:
    """The records of one service. They change only through ``transaction`` and ``apply``.

    Listeners hear every ChangeSet, in the order in which they came.
    """

    def __init__(
        self,
        records: Iterable[Record] = (),
        *,
        behaviors: Sequence[Behavior] = (),
        ids: IdFactory = random_ids,
    ) -> None:
        self._store = Store(records)
        self.behaviors = tuple(behaviors)
        self.ids = ids
        self._listeners: list[Listener] = []
        self._open = False

    @property
    def in_transaction(self) -> bool:
        return self._open

    def transaction(
        self, label: Message, origin: str = "", *, with_behaviors: bool = True
    ) -> Transaction:
        """One gesture: ``with document.transaction(say("undo.connect")) as tx:``.

        An import says ``with_behaviors=False``.
        """
        return Transaction(
            self._store,
            label,
            origin,
            behaviors=self.behaviors if with_behaviors else (),
            ids=self.ids,
            opened=self._begin,
            closed=self._finish,
        )

    def snapshot(self) -> Snapshot:
        """The service as it is now; the same object until the next change."""
        return self._store.snapshot()

    def apply(self, changeset: ChangeSet) -> None:
        """Take over changes made before (undo, redo, journal, merge); no behaviour runs.

        Raises:
            Conflict: a ``before`` is not what stands in the document; nothing was changed.
        """
        for change in changeset.changes:
            if self._store.get(change.id) != change.before:
                raise Conflict(change.id)
        for change in changeset.changes:
            self._store.put(change)
        self._announce(changeset)

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Hear every ChangeSet from now on; the result ends it."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def _begin(self) -> None:
        if self._open:
            raise RuntimeError("a transaction is open already")
        self._open = True

    def _finish(self, changeset: ChangeSet | None) -> None:
        self._open = False
        if changeset:
            self._announce(changeset)

    def _announce(self, changeset: ChangeSet) -> None:
        for listener in tuple(self._listeners):
            listener(changeset)
