"""How do two people's changes to one service become one service?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from model.compare.conflict import MergeConflict, Side
from model.compare.consequences import choosing_anew, deleted, one_otherwise
from model.compare.contested import Contested, contested, refs_of
from model.compare.questions import (
    asked_drawn_gone,
    asked_followed,
    asked_gone,
    asked_order,
    asked_value,
    asked_ways,
)
from model.compare.rows import ordered
from model.compare.structure import circles, two_defaults
from model.compare.threeway import Clash, bundles, woven
from model.document import Change, ChangeSet, Snapshot
from model.language import Message
from model.records import Flow, Record

Choices = Mapping[str, Side]
"""Id of a conflict -> whose answer holds."""


@dataclass(frozen=True)
class Merged:
    """One service made of two, and what was in question.

    ``view`` holds ours wherever nobody has chosen. ``conflicts`` are the questions, ``drawn`` those
    about the picture alone, which nobody has to answer. ``choices`` are the answers so far.
    """

    base: Snapshot
    ours: Snapshot
    theirs: Snapshot
    view: Snapshot
    conflicts: tuple[MergeConflict, ...]
    drawn: tuple[MergeConflict, ...] = ()
    choices: Choices = field(default_factory=dict)

    @cached_property
    def open(self) -> tuple[MergeConflict, ...]:
        """Questions that nobody has answered. What only followed from a deletion is told, but
        cannot be answered otherwise.
        """
        unanswered = (one for one in self.conflicts if one.id not in self.choices)
        return tuple(one for one in unanswered if one.sort != "followed")

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What leads from ours to the result."""
        found = [
            Change(record, self.view.get(record.id))
            for record in self.ours
            if self.view.get(record.id) != record
        ]
        return (*found, *(Change(None, r) for r in self.view if r.id not in self.ours))

    def changeset(self, label: Message, origin: str = "") -> ChangeSet:
        """The same as one step, for a document that holds ours."""
        return ChangeSet(label, self.changes, origin)

    def about(self, record_id: str, attribute: str = "") -> Iterator[MergeConflict]:
        """All questions about a record or one of its attributes, also those about the picture."""
        for one in (*self.conflicts, *self.drawn):
            if one.names(record_id, attribute):
                yield one


def merge(
    base: Snapshot, ours: Snapshot, theirs: Snapshot, choices: Choices | None = None
) -> Merged:
    """All changes of both since ``base``; what contradicts stays as ours has it, and is named.

    What nobody else touched is the same object as before.
    """
    return _Merging(base, ours, theirs, dict(choices or {})).merged()


def resolved(merged: Merged, choices: Choices) -> Merged:
    """The same merge with further questions answered."""
    return merge(merged.base, merged.ours, merged.theirs, {**merged.choices, **choices})


def answered(merged: Merged, side: Side) -> Merged:
    """The same merge with all questions answered by one side.

    An answer can lead to a new question (what is moved may now stand in itself), so more than once
    is asked.
    """
    for _ in range(_ROUNDS):
        if not merged.open:
            break
        merged = resolved(merged, {one.id: side for one in (*merged.conflicts, *merged.drawn)})
    return merged


_ROUNDS = 20


class _Merging:
    """The work of one merge."""

    def __init__(
        self, base: Snapshot, ours: Snapshot, theirs: Snapshot, choices: dict[str, Side]
    ) -> None:
        self.base, self.ours, self.theirs = base, ours, theirs
        self.choices = choices
        self.conflicts: list[MergeConflict] = []
        self.drawn: list[MergeConflict] = []
        self.kept: dict[Side, set[str]] = {"ours": set(), "theirs": set()}
        """Deleted by that side, and staying because the other side's work on it counts."""
        self.given_up: list[Contested] = []

    def merged(self) -> Merged:
        self._judge_deletions()
        records = self._records()
        self._settle_structure(records)
        self._settle_order(records)
        view = self._without_given_up(records)
        return Merged(
            self.base,
            self.ours,
            self.theirs,
            view,
            tuple(self.conflicts),
            tuple(self.drawn),
            self.choices,
        )

    def _asked(self, conflict: MergeConflict) -> Side:
        """Note a question; whose answer holds?"""
        known = self.drawn if conflict.sort == "drawn" else self.conflicts
        known.append(conflict)
        return self.choices.get(conflict.id, "ours")

    # ------------------------------------------------------------------------------- deletions

    def _judge_deletions(self) -> None:
        sides: tuple[tuple[Side, Snapshot, Snapshot], ...] = (
            ("theirs", self.ours, self.theirs),
            ("ours", self.theirs, self.ours),
        )
        for deleter, keeper_view, deleter_view in sides:
            for found in contested(self.base, keeper_view, deleter_view):
                side = self._asked(asked_gone(self.base, keeper_view, found, deleter))
                if side == deleter:
                    self.given_up.append(found)
                else:
                    self.kept[deleter] |= set(found.gone)

    # --------------------------------------------------------------------------------- records

    def _records(self) -> dict[str, Record]:
        """By id, ours first, in the order of ours."""
        records: dict[str, Record] = {}
        for mine in self.ours:
            other = self.theirs.get(mine.id)
            if other is not None:
                records[mine.id] = self._of_two(mine, other)
            elif self._stays(mine, self.ours):
                records[mine.id] = mine
        for other in self.theirs:
            if other.id not in self.ours and self._stays(other, self.theirs):
                records[other.id] = other
        return records

    def _of_two(self, mine: Record, other: Record) -> Record:
        """Of a record that both have."""
        was = self.base.get(mine.id)
        if other is mine or other == mine:
            return mine
        if was is not None and (other is was or other == was):
            return self._keeping(was, other, mine, "ours")
        if was is not None and (mine is was or mine == was):
            return self._keeping(was, mine, other, "theirs")
        return self._both(was, mine, other)

    def _stays(self, record: Record, side: Snapshot) -> bool:
        """Of a record that one side alone has: is it new, or kept against the other's deletion?"""
        was = self.base.get(record.id)
        if was is None or record.id in self.kept["ours"] | self.kept["theirs"]:
            return True
        if record != was and not any(record.id in found.gone for found in self.given_up):
            self._asked(asked_drawn_gone(side, was, record))
        return False

    def _keeping(self, was: Record, still: Record, changed: Record, by: Side) -> Record:
        """The changed one; but what it gave up only because something was deleted that stays,
        stays too.
        """
        if not self.kept[by] or type(was) is not type(changed):
            return changed
        values: dict[str, Any] = {}
        for names in bundles(type(was)):
            if self._gave_up(was, changed, names, by):
                values.update({name: getattr(still, name) for name in names})
        return changed.replaced(**values) if values else changed

    def _gave_up(self, was: Record, changed: Record, names: tuple[str, ...], by: Side) -> bool:
        named = {one for name in names for one in refs_of(was, name)} & self.kept[by]
        if not named:
            return False
        return not named <= {one for name in names for one in refs_of(changed, name)}

    def _both(self, was: Record | None, mine: Record, other: Record) -> Record:
        found = woven(was, mine, other)
        values = dict(found.values)
        if was is not None and type(was) is type(mine) is type(other):
            self._keep_what_was_named(was, mine, other, values)
        for clash in found.clashes:
            if self._asked(asked_value(self.ours, self.theirs, clash)) == "theirs":
                if clash.attributes == ("kind",):
                    return other
                values.update({name: getattr(other, name) for name in clash.attributes})
        return _made(mine, other, values)

    def _keep_what_was_named(
        self, was: Record, mine: Record, other: Record, values: dict[str, Any]
    ) -> None:
        """What one side gave up only because of a deletion that does not come about."""
        for names in bundles(type(mine)):
            if names[0] in values and self._gave_up(was, other, names, "theirs"):
                for name in names:
                    values.pop(name, None)
                continue
            same = all(getattr(other, name) == getattr(was, name) for name in names)
            if same and self._gave_up(was, mine, names, "ours"):
                values.update({name: getattr(other, name) for name in names})

    # ----------------------------------------------------------------------------- as a whole

    def _settle_structure(self, records: dict[str, Record]) -> None:
        """What is right record by record, and wrong together."""
        for clash in circles(self.base, self.ours, self.theirs, records):
            side = self._asked(asked_value(self.ours, self.theirs, clash, "circle"))
            source = self.theirs if side == "theirs" else self.ours
            for one in (clash.ours.id, clash.theirs.id):
                if (there := source.get(one)) is not None:
                    records[one] = records[one].replaced(parent=getattr(there, "parent", ""))
        for mine, other in two_defaults(self.ours, self.theirs, records):
            clash = Clash(self.base.get(mine.id), mine, other, ("default",))
            side = self._asked(asked_value(self.ours, self.theirs, clash, "default"))
            loser = mine if side == "theirs" else other
            records[loser.id] = records[loser.id].replaced(default=False)
        nodes = choosing_anew(self.base, self.ours, self.theirs)
        for change in one_otherwise(records, nodes):
            before, after = change.before, change.after
            if isinstance(before, Flow) and isinstance(after, Flow):
                view = self.ours if before.id in self.ours else self.theirs
                self._asked(asked_ways(view, before, after))
                records[after.id] = after

    def _settle_order(self, records: dict[str, Record]) -> None:
        asked: dict[str, Side] = {}

        def takes_theirs(record_id: str) -> bool:
            if record_id not in asked:
                conflict = asked_order(self.base, self.ours, self.theirs, record_id)
                asked[record_id] = self._asked(conflict)
            return asked[record_id] == "theirs"

        found = ordered(self.base, self.ours, self.theirs, records, takes_theirs)
        for record_id, key in found.keys.items():
            if getattr(records[record_id], "order", "") != key:
                records[record_id] = records[record_id].replaced(order=key)

    def _without_given_up(self, records: dict[str, Record]) -> Snapshot:
        """Deleted with all that follows from it, as if it were deleted now."""
        back = [self.ours.get(i) or self.theirs[i] for i in self._gone_but_named(records)]
        if not back:
            return Snapshot.of_records(records.values())
        view, followed = deleted(records, back)
        asked = {one for conflict in self.conflicts for one in conflict.records}
        for change in followed:
            if change.id not in asked:
                self._asked(asked_followed(self.base, self.ours, self.theirs, change))
        return view

    def _gone_but_named(self, records: dict[str, Record]) -> list[str]:
        """Ids that one of both sides still has and a record of the result names in vain; but not
        where a side named them in vain before.
        """
        found = set()
        for record in records.values():
            for one in record.references():
                if one in records or one in found:
                    continue
                sides = [v for v in (self.ours, self.theirs) if one in v]
                if sides and not self._named_in_vain(record.id, one):
                    found.add(one)
        return sorted(found)

    def _named_in_vain(self, record_id: str, one: str) -> bool:
        for view in (self.ours, self.theirs):
            there = view.get(record_id)
            if there is not None and one not in view and one in there.references():
                return True
        return False


def _made(mine: Record, other: Record, values: dict[str, Any]) -> Record:
    """Ours with the values; theirs itself when nothing distinguishes it."""
    if not values:
        return mine
    made = mine.replaced(**values)
    return other if made == other else made
