"""Where do the records lie, with their index beside them?"""

from __future__ import annotations

from collections.abc import Iterable

from model.document.change import Change
from model.document.index import Index
from model.document.queries import Queries
from model.document.snapshot import Snapshot
from model.records import Record


class Store(Queries):
    """Records by id and their index: the only place that writes either, and always both."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._records: dict[str, Record] = {record.id: record for record in records}
        self._index = Index()
        self._index.build(self._records.values())
        self._snapshot: Snapshot | None = None

    @property
    def parts(self) -> tuple[dict[str, Record], Index]:
        """The records and the index themselves: what an open transaction looks at."""
        return self._records, self._index

    def put(self, change: Change) -> None:
        """Let a change happen; its ``before`` must be what stands here."""
        self._snapshot = None
        if change.before is not None:
            self._index.drop(change.before)
        if change.after is None:
            del self._records[change.id]
        else:
            self._records[change.id] = change.after
            self._index.add(change.after)

    def snapshot(self) -> Snapshot:
        """The records as they are now; the same object until the next change."""
        if self._snapshot is None:
            self._snapshot = Snapshot(dict(self._records), self._index.shared())
        return self._snapshot
