"""Who stands in which row of siblings, and who has really changed places?

A key of order may be written anew without anybody moving. So rows are compared by who stands
before whom, never by their keys.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from model.records import DataFlow, Flow, Option, Record
from model.records.base import Child

Row = tuple[str, str]
"""A row of siblings: what they stand in, and of which sort they are."""


def row_of(record: Record) -> Row | None:
    """The row a record stands in; None for what has no order."""
    if not isinstance(record, Child):
        return None
    if isinstance(record, Flow | DataFlow):
        return record.source, record.kind
    family = record.family
    if (family == "row" and not isinstance(record, Option)) or family == "node":
        return record.parent, family
    return record.parent, record.kind


def standing(records: Iterable[Record]) -> list[str]:
    """Ids of the records of one row, in their order."""
    found = [record for record in records if isinstance(record, Child)]
    return [record.id for record in sorted(found, key=lambda r: (r.order, r.id))]


def rows_of(records: Iterable[Record], wanted: set[Row]) -> dict[Row, list[str]]:
    """The wanted rows, each in its order."""
    found: dict[Row, list[Record]] = {row: [] for row in wanted}
    for record in records:
        row = row_of(record)
        if row is not None and row in found:
            found[row].append(record)
    return {row: standing(members) for row, members in found.items()}


def displaced(before: Sequence[str], after: Sequence[str], suspects: set[str]) -> set[str]:
    """Those of the suspects that stand elsewhere among the others than before.

    As few as possible; who is no suspect has not moved (the key is the same).
    """
    there = {one: place for place, one in enumerate(before)}
    common = [one for one in after if one in there]
    fixed = [one for one in common if one not in suspects]
    rank_before = _ranks(before, set(fixed))
    rank_after = _ranks(after, set(fixed))
    moved = {one for one in common if one in suspects and rank_before[one] != rank_after[one]}
    rest = [one for one in common if one not in moved]
    gaps: dict[int, list[str]] = {}
    for one in rest:
        if one in suspects:
            gaps.setdefault(rank_after[one], []).append(one)
    for members in gaps.values():
        moved |= set(members) - longest_rising(members, there)
    return moved


def _ranks(row: Sequence[str], fixed: set[str]) -> dict[str, int]:
    """How many of the fixed stand before each."""
    ranks, seen = {}, 0
    for one in row:
        ranks[one] = seen
        seen += one in fixed
    return ranks


def longest_rising(members: Sequence[str], place: Mapping[str, int]) -> set[str]:
    """A largest choice of members whose places rise."""
    tails: list[int] = []
    holders: list[str] = []
    before: dict[str, str] = {}
    for one in members:
        at = bisect_left(tails, place[one])
        tails[at : at + 1] = [place[one]]
        holders[at : at + 1] = [one]
        if at:
            before[one] = holders[at - 1]
    kept: set[str] = set()
    one = holders[-1] if holders else ""
    while one:
        kept.add(one)
        one = before.get(one, "")
    return kept
