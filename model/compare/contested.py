"""What did one person delete while the other worked on it?

A deletion is contested when the other side changed the deleted record, or gave something that
names it. What left together is contested together: a page, its rows, its ways. Only drawing
something elsewhere is no work on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from model.compare.threeway import LISTS, changed_bundles
from model.document import Snapshot
from model.records import (
    Citation,
    DataFlow,
    FieldUse,
    Flow,
    MessageFlow,
    Placement,
    Record,
    Remark,
)
from model.records.base import Child, nested_fields, reference_fields, references_of

_WAYS = (Flow, MessageFlow, DataFlow)


@dataclass(frozen=True, slots=True)
class Contested:
    """``gone`` are ids that the one side deleted and the other needs; ``work`` is what the other
    did with it: ids of changed and new records. ``forgot`` are records that the deletion altered.
    """

    gone: tuple[str, ...]
    work: tuple[str, ...]
    forgot: tuple[str, ...] = ()


def contested(base: Snapshot, keeper: Snapshot, deleter: Snapshot) -> list[Contested]:
    """All contested deletions of one side, those that hang together as one."""
    gone = {record.id for record in base if record.id in keeper and record.id not in deleter}
    if not gone:
        return []
    work = _Work(base, keeper, deleter, gone)
    return [work.component(group) for group in work.groups()]


class _Work:
    """What the keeper did with the deleted records."""

    def __init__(self, base: Snapshot, keeper: Snapshot, deleter: Snapshot, gone: set[str]) -> None:
        self.base, self.keeper, self.deleter, self.gone = base, keeper, deleter, gone
        self.needs: dict[str, set[str]] = {}
        """Id of a changed or new record of the keeper -> deleted ids that it works on."""
        for record in keeper:
            if found := self._works_on(record):
                self.needs[record.id] = found
        self.links = self._links()

    def _works_on(self, record: Record) -> set[str]:
        old = self.base.get(record.id)
        if record is old or record == old or isinstance(record, Placement):
            return set()
        changed = list(changed_bundles(old, record))
        found = set()
        if record.id in self.gone:
            if not changed:
                return set()  # only its place among its siblings
            found.add(record.id)
        for names in changed:
            for name in names:
                found |= _named(record, old, name) & self.gone
        return found

    def _links(self) -> dict[str, set[str]]:
        """Which deleted records stay or go together: seeds with what they need and what left with
        them.
        """
        links: dict[str, set[str]] = {}
        waiting = [one for ids in self.needs.values() for one in ids]
        kept: set[str] = set()
        while waiting:
            one = waiting.pop()
            if one in kept:
                continue
            kept.add(one)
            needed = {i for i in self.keeper[one].references() if i in self.gone}
            waiting += needed
            _tie(links, one, needed)
        self._with_what_left(kept, links)
        return links

    def _with_what_left(self, kept: set[str], links: dict[str, set[str]]) -> None:
        waiting = sorted(kept)
        while waiting:
            one = waiting.pop()
            for follower in self.keeper.referring(one):
                left = follower.id in self.gone and follower.id not in kept
                if left and _leaves_with(follower, one) and self._can_stay(follower, kept):
                    kept.add(follower.id)
                    waiting.append(follower.id)
                    _tie(links, one, {follower.id})

    def _can_stay(self, record: Record, kept: set[str]) -> bool:
        return all(i in kept or i not in self.gone for i in record.references())

    def groups(self) -> list[set[str]]:
        """Deleted records that hang together, also by one piece of work on several of them."""
        for ids in self.needs.values():
            first, *others = sorted(ids)
            _tie(self.links, first, set(others))
        groups, seen = [], set[str]()
        for start in sorted(self.links):
            if start in seen:
                continue
            group, waiting = set[str](), [start]
            while waiting:
                one = waiting.pop()
                if one not in group:
                    group.add(one)
                    waiting += self.links[one]
            seen |= group
            groups.append(group)
        return groups

    def component(self, group: set[str]) -> Contested:
        """The group with the work of the keeper, and what that work brought along."""
        work = {one for one, ids in self.needs.items() if ids & group}
        waiting = sorted(work | group)
        while waiting:
            for record in self.keeper.referring(waiting.pop()):
                if record.id not in self.base and record.id not in work:
                    work.add(record.id)
                    waiting.append(record.id)
        return Contested(tuple(sorted(group)), tuple(sorted(work)), tuple(self._forgot(group)))

    def _forgot(self, group: set[str]) -> list[str]:
        """Records that the deleting side altered because they named what it deleted."""
        named = {r.id for one in group for r in self.base.referring(one)}
        return [i for i in sorted(named) if self.deleter.get(i) not in (None, self.base[i])]


def _tie(links: dict[str, set[str]], one: str, others: set[str]) -> None:
    links.setdefault(one, set()).update(others)
    for other in others:
        links.setdefault(other, set()).add(one)


def _named(record: Record, old: Record | None, name: str) -> set[str]:
    """Ids that an attribute names; of a list only by the parts that are new."""
    found = set(refs_of(record, name))
    if name in LISTS and old is not None and type(old) is type(record):
        found -= set(refs_of(old, name))
    return found


def refs_of(record: Record, name: str) -> Iterator[str]:
    """Ids that one attribute names."""
    value = getattr(record, name)
    if name in reference_fields(type(record)):
        if value:
            yield value
    elif name in nested_fields(type(record)) and value is not None:
        yield from references_of(value)


def _leaves_with(record: Record, gone: str) -> bool:
    """Does the record leave by itself when that one goes?"""
    if isinstance(record, _WAYS):
        return gone in (record.source, record.target)
    if isinstance(record, Placement | Remark):
        return record.about == gone
    if isinstance(record, Citation) and record.norm == gone:
        return True
    if isinstance(record, FieldUse) and record.field == gone:
        return True
    if gone in (record.of, getattr(record, "attached_to", "")):
        return True
    return isinstance(record, Child) and record.parent == gone
