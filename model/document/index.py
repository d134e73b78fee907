"""Which records are of a kind, name another record, rest on a norm, or are drawn where?"""

from __future__ import annotations

from collections.abc import Iterable

from model.records import Citation, Placement, Record

Buckets = dict[str, dict[str, None]]


class Index:
    """Kept in step with each Change.

    Buckets keep insertion order and are copied before the first write after ``shared()``. Places
    have buckets of their own: ten thousand cards name their lane, and its place is asked for with
    every card that moves.
    """

    def __init__(self) -> None:
        self.kinds: Buckets = {}
        self.references: Buckets = {}
        self.norms: Buckets = {}
        self.places: Buckets = {}
        self._owned: set[tuple[str, str]] = set()

    def shared(self) -> Index:
        """A copy for a snapshot: the buckets are shared until one of both writes."""
        self._owned.clear()
        copy = Index()
        copy.kinds, copy.references = dict(self.kinds), dict(self.references)
        copy.norms, copy.places = dict(self.norms), dict(self.places)
        return copy

    def build(self, records: Iterable[Record]) -> None:
        """Take in many records at once."""
        for record in records:
            self.add(record)

    def add(self, record: Record) -> None:
        self._put("k", self.kinds, record.kind, record.id)
        for target in record.references():
            self._put("r", self.references, target, record.id)
        if isinstance(record, Citation):
            self._put("n", self.norms, record.norm, record.id)
        elif isinstance(record, Placement):
            self._put("p", self.places, record.about, record.id)

    def drop(self, record: Record) -> None:
        self._take("k", self.kinds, record.kind, record.id)
        for target in record.references():
            self._take("r", self.references, target, record.id)
        if isinstance(record, Citation):
            self._take("n", self.norms, record.norm, record.id)
        elif isinstance(record, Placement):
            self._take("p", self.places, record.about, record.id)

    def _put(self, name: str, buckets: Buckets, key: str, record_id: str) -> None:
        self._own(name, buckets, key)[record_id] = None

    def _take(self, name: str, buckets: Buckets, key: str, record_id: str) -> None:
        bucket = self._own(name, buckets, key)
        bucket.pop(record_id, None)
        if not bucket:
            del buckets[key]

    def _own(self, name: str, buckets: Buckets, key: str) -> dict[str, None]:
        mark = (name, key)
        bucket = buckets.get(key)
        if bucket is None:
            bucket = buckets[key] = {}
            self._owned.add(mark)
        elif mark not in self._owned:
            bucket = buckets[key] = dict(bucket)
            self._owned.add(mark)
        return bucket
