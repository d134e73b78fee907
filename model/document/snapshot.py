"""How does a service look at one moment?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from model.document.change import Change
from model.document.index import Index
from model.document.queries import Found, Queries, R
from model.records import Record


class Snapshot(Queries):
    """All records at one moment, frozen; what checks, painters and exporters receive.

    Safe to read in another thread.
    """

    def __init__(
        self, records: dict[str, Record], index: Index, known: dict[str, Found] | None = None
    ) -> None:
        self._records = records
        self._index = index
        self._by_class: dict[type[Record], list[Any]] = {}
        self._known: dict[str, Found] = {} if known is None else known

    @classmethod
    def of_records(cls, records: Iterable[Record]) -> Snapshot:
        """A snapshot made directly of records (for readers of files and tests)."""
        by_id = {record.id: record for record in records}
        index = Index()
        index.build(by_id.values())
        return cls(by_id, index)

    def of(self, kind: type[R]) -> list[R]:
        found = self._by_class.get(kind)
        if found is None:
            found = self._by_class[kind] = super().of(kind)
        return list(found)

    def take_lists(self, earlier: Snapshot, changes: Sequence[Change]) -> None:
        """Have the lists of an earlier moment, with what has changed since."""
        for kind, found in earlier._by_class.items():
            self._by_class[kind] = brought_up(found, kind, changes, self._records)

    def once(self, key: str, find: Callable[[Any], Found]) -> Any:
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = find(self)
        return found[0]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Snapshot) and self._records == other._records

    __hash__ = None  # type: ignore[assignment]


def brought_up(
    found: list[Any], kind: type[Record], changes: Sequence[Change], records: dict[str, Record]
) -> list[Any]:
    """A list of a class, by id, in which the changed records are as they are now; the same list
    when none of them is of that class.
    """
    ids = {
        change.id
        for change in changes
        if isinstance(change.before, kind) or isinstance(change.after, kind)
    }
    fresh = list(found) if ids else found
    for record_id in ids:
        now = records.get(record_id)
        at = bisect_left(fresh, record_id, key=_ID)
        there = at < len(fresh) and fresh[at].id == record_id
        stays = isinstance(now, kind) and not now.of
        fresh[at : at + there] = [now] if stays else []
    return fresh


_ID = attrgetter("id")
