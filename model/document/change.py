"""What is one change, and what is a bundle of them?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from model.language import Message
from model.records import Record


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None = not there."""

    before: Record | None
    after: Record | None

    @property
    def id(self) -> str:
        """The id of the record that changes."""
        record = self.after if self.after is not None else self.before
        assert record is not None
        return record.id

    @property
    def record(self) -> Record:
        """The record as it is afterwards, or as it was when it is gone."""
        record = self.after if self.after is not None else self.before
        assert record is not None
        return record

    def inverted(self) -> Change:
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """What one gesture did: a label in the words of the clerk, its changes (one per record), and
    who did it.

    ``origin`` lets an editor ignore the echo of its own change and lets typed letters become one
    undo step.
    """

    label: Message
    changes: tuple[Change, ...]
    origin: str = ""

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def __bool__(self) -> bool:
        return bool(self.changes)

    @property
    def ids(self) -> frozenset[str]:
        """Ids of all records touched."""
        return frozenset(change.id for change in self.changes)

    def inverted(self, origin: str = "") -> ChangeSet:
        """The way back: the inverse changes in reverse order."""
        back = tuple(change.inverted() for change in reversed(self.changes))
        return ChangeSet(self.label, back, origin or self.origin)

    def followed_by(self, later: ChangeSet) -> ChangeSet:
        """Both as one: what typing does to a label, letter by letter."""
        return ChangeSet(self.label, squashed((*self.changes, *later.changes)), self.origin)


def squashed(changes: Iterable[Change]) -> tuple[Change, ...]:
    """At most one Change per record, from its first ``before`` to its last ``after``.

    Changes that cancel out are gone.
    """
    first: dict[str, Record | None] = {}
    last: dict[str, Record | None] = {}
    for change in changes:
        first.setdefault(change.id, change.before)
        last[change.id] = change.after
    pairs = ((first[record_id], last[record_id]) for record_id in first)
    return tuple(Change(before, after) for before, after in pairs if before != after)
