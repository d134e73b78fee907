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
_NAMES = ("kinds", "references", "norms", "places", "cells")


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
        self._whole: set[str] = set(_NAMES)

    def shared(self) -> Index:
        """A copy for a snapshot: everything is shared until one of both writes, and then only what
        is written to is copied.
        """
        self._owned.clear()
        self._whole.clear()
        copy = Index()
        copy._whole.clear()
        copy.kinds, copy.references, copy.norms = self.kinds, self.references, self.norms
        copy.places, copy.cells = self.places, self.cells
        return copy

    def build(self, records: Iterable[Record]) -> None:
        """Take in all records of a new index: nothing is shared yet, so nobody has to be asked."""
        kinds, references, places, grid = self.kinds, self.references, self.places, self.cells
        for record in records:
            one = record.id
            _fill(kinds, record.kind, one)
            for target in record.references():
                _fill(references, target, one)
            if isinstance(record, Placement):
                _fill(places, record.about, one)
                for cell in _cells_of(record):
                    _fill(grid, cell, one)
            elif isinstance(record, Citation):
                _fill(self.norms, record.norm, one)

    def add(self, record: Record) -> None:
        for name, key in _keys(record):
            self._own(name, key)[record.id] = None

    def drop(self, record: Record) -> None:
        for name, key in _keys(record):
            self._take(name, key, record.id)

    def swap(self, before: Record, after: Record) -> None:
        """Another state of the same record; where both stand alike nothing is touched."""
        old, new = dict.fromkeys(_keys(before)), dict.fromkeys(_keys(after))
        for name, key in old:
            if (name, key) not in new:
                self._take(name, key, before.id)
        for name, key in new:
            if (name, key) not in old:
                self._own(name, key)[after.id] = None

    def near(self, area: Rect) -> set[str]:
        """Ids of the places that may touch an area."""
        (left, top), (right, bottom) = _corners(area)
        if (right - left + 1) * (bottom - top + 1) <= len(self.cells):
            wanted: Iterable[Cell] = cells(area)
        else:
            wanted = ((x, y) for x, y in self.cells if left <= x <= right and top <= y <= bottom)
        found = set(self.cells.get(EVERYWHERE, ()))
        return found.union(*(self.cells.get(cell, ()) for cell in wanted))

    def _take(self, name: str, key: Any, record_id: str) -> None:
        bucket = self._own(name, key)
        bucket.pop(record_id, None)
        if not bucket:
            del getattr(self, name)[key]

    def _own(self, name: str, key: Any) -> dict[str, None]:
        """A bucket that may be written to."""
        if name not in self._whole:
            setattr(self, name, dict(getattr(self, name)))
            self._whole.add(name)
        buckets: Buckets = getattr(self, name)
        mark = (name, key)
        bucket = buckets.get(key)
        if bucket is None:
            bucket = buckets[key] = {}
            self._owned.add(mark)
        elif mark not in self._owned:
            bucket = buckets[key] = dict(bucket)
            self._owned.add(mark)
        return bucket


def _keys(record: Record) -> Iterator[tuple[str, Any]]:
    """In which buckets a record stands."""
    yield "kinds", record.kind
    for target in record.references():
        yield "references", target
    if isinstance(record, Citation):
        yield "norms", record.norm
    elif isinstance(record, Placement):
        yield "places", record.about
        for cell in _cells_of(record):
            yield "cells", cell


def _fill(buckets: Buckets, key: Any, record_id: str) -> None:
    bucket = buckets.get(key)
    if bucket is None:
        buckets[key] = {record_id: None}
    else:
        bucket[record_id] = None


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
