"""In which order do siblings stand that two people ordered anew?

Who stands still for both is the backbone. Who was moved or is new stands behind the same member of
the backbone as where somebody put it. One that both moved to different places is a question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from model.compare.sequence import Row, displaced, longest_rising, row_of, standing
from model.document import Snapshot
from model.records import Record, keys_between
from model.records.order import key_between

Chooses = Callable[[str], bool]
"""Is theirs taken for the place of this record?"""


@dataclass(slots=True)
class Ordered:
    """New keys of order by id, and who was put to two places."""

    keys: dict[str, str] = field(default_factory=dict)
    clashes: list[str] = field(default_factory=list)


def ordered(
    base: Snapshot,
    ours: Snapshot,
    theirs: Snapshot,
    merged: Mapping[str, Record],
    takes_theirs: Chooses,
) -> Ordered:
    """The keys of all records of a merge that do not keep that of ours."""
    result = Ordered()
    members = _touched_rows(base, theirs, merged)
    for row, ids in members.items():
        _Row(base, ours, theirs, row, ids, takes_theirs).settle(result)
    return result


def _touched_rows(
    base: Snapshot, theirs: Snapshot, merged: Mapping[str, Record]
) -> dict[Row, list[str]]:
    """Rows in which theirs put somebody; ours alone needs no new keys."""
    touched: set[Row] = set()
    for one in merged.values():
        other = theirs.get(one.id)
        if other is not None and other is not base.get(one.id):
            row = row_of(one)
            if row is not None and _placed(base.get(one.id), other):
                touched.add(row)
    members: dict[Row, list[str]] = {row: [] for row in touched}
    for one in merged.values() if touched else ():
        row = row_of(one)
        if row is not None and row in members:
            members[row].append(one.id)
    return members


def _placed(old: Record | None, now: Record) -> bool:
    """Was it put to its place by this side?"""
    if old is None or row_of(old) != row_of(now):
        return True
    return getattr(old, "order", "") != getattr(now, "order", "")


class _Row:
    """One row of siblings in its three states."""

    def __init__(
        self,
        base: Snapshot,
        ours: Snapshot,
        theirs: Snapshot,
        row: Row,
        members: list[str],
        takes_theirs: Chooses,
    ) -> None:
        self.views = {"base": base, "ours": ours, "theirs": theirs}
        self.row, self.members = row, set(members)
        self.takes_theirs = takes_theirs
        self.was = self._standing("base")
        self.one, self.two = self._standing("ours"), self._standing("theirs")

    def _standing(self, side: str) -> list[str]:
        view = self.views[side]
        found = (view.get(one) for one in sorted(self.members))
        return standing(r for r in found if r is not None and row_of(r) == self.row)

    def settle(self, result: Ordered) -> None:
        mine, other = self._put("ours", self.one), self._put("theirs", self.two)
        row = self._woven(mine, other, result)
        row += sorted(self.members - set(row))
        keys = {one: self._key(one, mine, other) for one in row}
        result.keys.update(_rising(row, keys))

    def _put(self, side: str, row: Sequence[str]) -> set[str]:
        """Who was put to another place by a side, or is new in the row."""
        base, view = self.views["base"], self.views[side]
        there = set(self.was)
        new = {one for one in row if one not in there}
        suspects = {one for one in row if one in there and _placed(base.get(one), view[one])}
        return new | displaced(self.was, row, suspects)

    def _woven(self, mine: set[str], other: set[str], result: Ordered) -> list[str]:
        unmoved = self.members - mine - other
        still = [one for one in self.was if one in unmoved]
        spots = {spot: [list[str](), list[str]()] for spot in ("", *still)}
        where = [_anchors(row, set(still)) for row in (self.one, self.two)]
        for one in self.one:
            if one in mine and not self._goes_there(one, where, other, result):
                spots[where[0][one]][0].append(one)
        for one in self.two:
            if one in other and one not in spots[where[1][one]][0]:
                kept_here = one in mine and one in where[0] and not self.takes_theirs(one)
                if not kept_here:
                    spots[where[1][one]][1].append(one)
        row: list[str] = []
        for spot, runs in spots.items():
            row += [spot] if spot else []
            for run in sorted((r for r in runs if r), key=self._rank):
                row += run
        return list(dict.fromkeys(row))

    def _goes_there(
        self, one: str, where: list[dict[str, str]], other: set[str], result: Ordered
    ) -> bool:
        """Of one that both put somewhere else: is it to stand where theirs has it?"""
        if one not in other or where[0][one] == where[1][one]:
            return False
        result.clashes.append(one)
        return self.takes_theirs(one)

    def _rank(self, run: list[str]) -> tuple[str, str]:
        """Of two runs at one spot the one with the lower key first, whoever made it."""
        first = run[0]
        side = self.views["ours"].get(first) or self.views["theirs"].get(first)
        return getattr(side, "order", ""), first

    def _key(self, one: str, mine: set[str], other: set[str]) -> str:
        sides = ("theirs", "ours") if one in other and one not in mine else ("ours", "theirs")
        if not mine:
            sides = ("theirs", "ours")
        for side in sides:
            record = self.views[side].get(one)
            if record is not None:
                return str(getattr(record, "order", ""))
        return ""


def _anchors(row: Sequence[str], still: set[str]) -> dict[str, str]:
    """For each of a row the last of the backbone before it, "" at the front."""
    found, last = {}, ""
    for one in row:
        if one in still:
            last = one
        else:
            found[one] = last
    return found


def _rising(row: Sequence[str], keys: Mapping[str, str]) -> dict[str, str]:
    """Keys that rise along the row; as many as possible stay as they are."""
    pairs = [(keys[one], one) for one in row]
    if all(a < b for a, b in pairwise(pairs)):
        return dict(keys)
    rank = {pair: place for place, pair in enumerate(sorted(pairs))}
    keep = longest_rising(row, {one: rank[keys[one], one] for one in row})
    try:
        return _filled(row, keys, keep)
    except (ValueError, IndexError):  # a foreign key, between which nothing fits
        return dict(zip(row, keys_between("", "", len(row)), strict=True))


def _filled(row: Sequence[str], keys: Mapping[str, str], keep: set[str]) -> dict[str, str]:
    result = {one: keys[one] for one in row if one in keep}
    low, place = "", 0
    while place < len(row):
        one = row[place]
        if one in keep:
            low = keys[one]
            place += 1
            continue
        run = _until_kept(row, place, keep)
        high = keys[row[place + len(run)]] if place + len(run) < len(row) else ""
        if low and high and low >= high:  # two with the same key stand around it
            raise ValueError(low)
        for member in run:
            low = key_between(low, high)
            result[member] = low
        place += len(run)
    return result


def _until_kept(row: Sequence[str], place: int, keep: Iterable[str]) -> list[str]:
    run = []
    for one in row[place:]:
        if one in keep:
            break
        run.append(one)
    return run
