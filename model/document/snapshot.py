"""How does a service look at one moment?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from model.document.index import Index
from model.document.queries import Queries, R
from model.records import Record


class Snapshot(Queries):
    """All records at one moment, frozen; what checks, painters and exporters receive.

    Safe to read in another thread.
    """

    def __init__(self, records: dict[str, Record], index: Index) -> None:
        self._records = records
        self._index = index
        self._by_class: dict[type[Record], list[Any]] = {}

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

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Snapshot) and self._records == other._records

    __hash__ = None  # type: ignore[assignment]
