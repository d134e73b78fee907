"""Which records are of a kind, name another record, rest on a norm, or are drawn where?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from model.geometry import Rect
from model.records import Citation, Placement, Record

CELL, MOST_CELLS = 1000.0, 9
Cell = tuple[int, int]
EVERYWHERE: Cell = (10**9, 0)
"""The bucket of what would lie in more cells than these: lanes."""
Buckets = dict[Any, dict[str, None]]


class Index:
    """Kept in step with each Change.

    Buckets keep insertion order and are copied before the first write after ``shared()``. Places
    have buckets of their own: ten thousand cards name their lane, and its place is asked for with
    every card that moves. What has a size is also found by the cells of the paper that it touches.
    """

    def __init__(self) -> None:
        self.kinds: Buckets = {}
        self.references: Buckets = {}
        self.norms: Buckets = {}
        self.places: Buckets = {}
        self.cells: Buckets = {}
        self._owned: set[tuple[str, Any]] = set()

    def shared(self) -> Index:
        """A copy for a snapshot: the buckets are shared until one of both writes."""
        self._owned.clear()
        copy = Index()
        copy.kinds, copy.references = dict(self.kinds), dict(self.references)
        copy.norms, copy.places = dict(self.norms), dict(self.places)
        copy.cells = dict(self.cells)
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
            for cell in _cells_of(record):
                self._put("c", self.cells, cell, record.id)

    def drop(self, record: Record) -> None:
        self._take("k", self.kinds, record.kind, record.id)
        for target in record.references():
            self._take("r", self.references, target, record.id)
        if isinstance(record, Citation):
            self._take("n", self.norms, record.norm, record.id)
        elif isinstance(record, Placement):
            self._take("p", self.places, record.about, record.id)
            for cell in _cells_of(record):
                self._take("c", self.cells, cell, record.id)

    def near(self, area: Rect) -> set[str]:
        """Ids of the places that may touch an area."""
        (left, top), (right, bottom) = _corners(area)
        if (right - left + 1) * (bottom - top + 1) <= len(self.cells):
            wanted: Iterable[Cell] = cells(area)
        else:
            wanted = ((x, y) for x, y in self.cells if left <= x <= right and top <= y <= bottom)
        found = set(self.cells.get(EVERYWHERE, ()))
        return found.union(*(self.cells.get(cell, ()) for cell in wanted))

    def _put(self, name: str, buckets: Buckets, key: Any, record_id: str) -> None:
        self._own(name, buckets, key)[record_id] = None

    def _take(self, name: str, buckets: Buckets, key: Any, record_id: str) -> None:
        bucket = self._own(name, buckets, key)
        bucket.pop(record_id, None)
        if not bucket:
            del buckets[key]

    def _own(self, name: str, buckets: Buckets, key: Any) -> dict[str, None]:
        mark = (name, key)
        bucket = buckets.get(key)
        if bucket is None:
            bucket = buckets[key] = {}
            self._owned.add(mark)
        elif mark not in self._owned:
            bucket = buckets[key] = dict(bucket)
            self._owned.add(mark)
        return bucket


def _cells_of(place: Placement) -> Iterator[Cell]:
    """Where a place lies; bends have no size and lie nowhere."""
    if place.width > 0 and place.height > 0:
        (left, top), (right, bottom) = _corners(place.box)
        many = (right - left + 1) * (bottom - top + 1) > MOST_CELLS
        yield from (EVERYWHERE,) if many else cells(place.box)


def cells(area: Rect) -> tuple[Cell, ...]:
    """The cells that an area touches."""
    (left, top), (right, bottom) = _corners(area)
    return tuple((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))


def _corners(area: Rect) -> tuple[Cell, Cell]:
    first = int(area.x // CELL), int(area.y // CELL)
    return first, (int(area.right // CELL), int(area.bottom // CELL))
