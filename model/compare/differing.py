"""What is different between two states of a service?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from model.compare.appearing import appeared, details, vanished
from model.compare.attributes import attribute
from model.compare.chapters import CHAPTERS, LAYOUT, chapter, only_drawn
from model.compare.concerns import effects
from model.compare.naming import Later, quoted, thing
from model.compare.sequence import Row, displaced, row_of, rows_of, standing
from model.compare.values import words_of
from model.compare.words import told
from model.document import Change, ChangeSet, Snapshot
from model.document.queries import Queries
from model.language import Message, say
from model.records import Record


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a difference: what a reviewer says yes or no to.

    ``attribute`` is "" where the record itself came or went; ``number`` tells lines of one
    attribute apart. ``card`` is the page or step it stands under. ``within`` is the id of the
    record with which it came or went: a new question comes with its answers.
    """

    change: Change
    attribute: str
    what: Message
    chapter: str
    card: str = ""
    number: int = 0
    within: str = ""

    @property
    def id(self) -> str:
        """The same for the same line whenever the same two states are compared."""
        return ":".join((self.change.id, self.attribute, str(self.number)))

    @property
    def sort(self) -> str:
        """new, gone or changed."""
        if self.change.before is None:
            return "new"
        return "gone" if self.change.after is None else "changed"


@dataclass(frozen=True)
class Difference:
    """The changes that lead from one state to another, and how they read."""

    before: Snapshot
    after: Snapshot
    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        """Is something different that is not only drawn?"""
        return bool(self.entries)

    @cached_property
    def all_entries(self) -> tuple[Entry, ...]:
        """Every line, in the order in which it is read."""
        places = Places(self.before, self.after)
        return tuple(sorted(_entries(self), key=places.key))

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Lines about what the service says, not about how it is drawn."""
        return tuple(e for e in self.all_entries if e.chapter != LAYOUT)

    @cached_property
    def layout(self) -> tuple[Entry, ...]:
        """What is only drawn otherwise."""
        return tuple(e for e in self.all_entries if e.chapter == LAYOUT)

    def chapters(self) -> Iterator[tuple[str, str, list[Entry]]]:
        """Chapter, card and lines, without the layout."""
        at: tuple[str, str] | None = None
        lines: list[Entry] = []
        for entry in self.entries:
            if (entry.chapter, entry.card) != at:
                if at is not None:
                    yield *at, lines
                at, lines = (entry.chapter, entry.card), []
            lines.append(entry)
        if at is not None:
            yield *at, lines

    def heading(self, chapter: str, card: str) -> Message:
        """Seite „Ihr Hund“; the word for the chapter where it has no card."""
        record = self.after.get(card) or self.before.get(card)
        if record is None:
            return say(f"compare.chapter.{chapter}")
        return thing(self.after if card in self.after else self.before, record)

    def effects(self, entry: Entry) -> Message | None:
        """Whom a line concerns besides: betrifft 2 Regeln, 1 Bescheid."""
        return effects(self.view_of(entry), entry.change.id)

    def details(self, entry: Entry) -> list[Message]:
        """What a new or lost thing says beyond its name."""
        if entry.attribute:
            return []
        return list(details(self.view_of(entry), entry.change.record))

    def view_of(self, entry: Entry) -> Snapshot:
        """The state in which the record of a line stands."""
        return self.before if entry.change.after is None else self.after

    def changeset(self, label: Message, origin: str = "") -> ChangeSet:
        """All of it as one step."""
        return ChangeSet(label, self.changes, origin)


class Places:
    """Where a line stands in the list: by chapter, then as the service runs and as its parts stand
    in each other.
    """

    def __init__(self, before: Snapshot, after: Snapshot) -> None:
        from model.graph import reading_order

        self.views = (after, before)
        known = reading_order(after)
        cards = known + [one for one in reading_order(before) if one not in after]
        self.cards = {card: number for number, card in enumerate(cards)}
        self.chapters = {name: number for number, name in enumerate(CHAPTERS)}

    def key(self, entry: Entry) -> tuple[int, int, tuple[tuple[str, str], ...]]:
        record = entry.change.record
        card = entry.card or getattr(record, "source", "")
        return (
            self.chapters[entry.chapter],
            self.cards.get(card, len(self.cards)),
            self._path(record),
        )

    def _path(self, record: Record) -> tuple[tuple[str, str], ...]:
        """From the card, or the outermost thing, to the record."""
        path: list[tuple[str, str]] = []
        one: Record | None = record
        while one is not None and one.family != "node" and len(path) < _DEEPEST:
            path.append((getattr(one, "order", ""), one.id))
            one = self._get(getattr(one, "parent", ""))
        return tuple(reversed(path))

    def _get(self, record_id: str) -> Record | None:
        after, before = self.views
        return after.get(record_id) or before.get(record_id)


_DEEPEST = 50


def difference(before: Snapshot, after: Snapshot) -> Difference:
    """What leads from one state to another, by the ids of the records."""
    return Difference(before, after, tuple(_changes(before, after)))


def apply(before: Iterable[Record], changes: Difference) -> Snapshot:
    """The state that a difference leads to."""
    records = {record.id: record for record in before}
    for change in changes.changes:
        if change.after is None:
            records.pop(change.id, None)
        else:
            records[change.id] = change.after
    return Snapshot.of_records(records.values())


def _changes(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    for record in before:
        now = after.get(record.id)
        if now is not record and now != record:
            yield Change(record, now)
    for record in after:
        if record.id not in before:
            yield Change(None, record)


# ------------------------------------------------------------------------------------- the lines


def _entries(found: Difference) -> Iterator[Entry]:
    appear = {c.id for c in found.changes if c.before is None}
    vanish = {c.id for c in found.changes if c.after is None}
    moved = _moved(found)
    for change in found.changes:
        before, after = change.before, change.after
        if before is None and after is not None:
            yield _whole(found.after, change, appeared(found.after, after), appear)
        elif after is None and before is not None:
            yield _whole(found.before, change, vanished(found.before, before), vanish)
        elif before is not None and after is not None:
            yield from _altered(found, change, before, after, moved)


def _whole(view: Queries, change: Change, what: Message, together: set[str]) -> Entry:
    record = change.record
    place, card = chapter(view, record)
    holder = getattr(record, "parent", "") or record.of
    if record.kind in ("flow", "message_flow"):
        holder = ""
    return Entry(change, "", what, place, card, within=holder if holder in together else "")


def _altered(
    found: Difference, change: Change, before: Record, after: Record, moved: set[str]
) -> Iterator[Entry]:
    """A line for each attribute; of another kind also for what only one of both kinds has."""
    under = chapter(found.after, after)
    if type(before) is not type(after):
        yield Entry(change, "kind", _other_kind(found, before, after), *under)
        yield from _only_one_has(found, change, before, after, under)
    for name in type(after).model_fields:
        if name == "kind" or not hasattr(before, name):
            continue
        if getattr(before, name) == getattr(after, name):
            continue
        if name == "order":
            yield from _order_told(found.after, change, before, after, moved)
            continue
        place = (LAYOUT, "") if only_drawn(after, name) else under
        lines = told(found.before, found.after, before, after, name)
        for number, what in enumerate(lines):
            yield Entry(change, name, what, *place, number=number)


def _other_kind(found: Difference, before: Record, after: Record) -> Message:
    one, two = thing(found.before, before), thing(found.after, after)
    return say("compare.other_kind", before=one, after=two)


def _only_one_has(
    found: Difference, change: Change, before: Record, after: Record, under: tuple[str, str]
) -> Iterator[Entry]:
    for view, record, other, key in (
        (found.before, before, after, "compare.cleared"),
        (found.after, after, before, "compare.set"),
    ):
        for name, field in type(record).model_fields.items():
            if name in type(other).model_fields or getattr(record, name) == field.default:
                continue
            value = words_of(view, record, name)
            what = say(
                key,
                thing=thing(found.after, after),
                attribute=attribute(record.kind, name),
                before=value,
                after=value,
            )
            yield Entry(change, name, what, *under)


def _order_told(
    view: Snapshot, change: Change, before: Record, after: Record, moved: set[str]
) -> Iterator[Entry]:
    if getattr(before, "parent", "") != getattr(after, "parent", ""):
        return  # where it stands now is told with what it stands in
    if only_drawn(after, "order") or after.id not in moved:
        yield Entry(change, "order", say("compare.order.key", thing=thing(view, after)), LAYOUT)
    else:
        yield Entry(change, "order", _stands(view, after), *chapter(view, after))


def _stands(view: Snapshot, record: Record) -> Message:
    """Feld „Rasse“ steht jetzt nach „Name“."""
    row = _row(view, record)
    at = row.index(record.id)
    if at == 0:
        return say("compare.order.first", thing=thing(view, record))
    before = row[at - 1]
    neighbour = Later(lambda: quoted(view, before))
    if view[before].kind in ("flow", "use"):
        neighbour = Later(lambda: str(thing(view, view[before])))
    return say("compare.order.after", thing=thing(view, record), neighbour=neighbour)


def _row(view: Snapshot, record: Record) -> list[str]:
    row = row_of(record)
    holder = row[0] if row is not None else ""
    members = view.referring(holder) if holder else list(view)
    return standing(one for one in members if row_of(one) == row)


def _moved(found: Difference) -> set[str]:
    """Who stands elsewhere among its siblings, by more than its key."""
    suspects: dict[Row, set[str]] = {}
    for change in found.changes:
        before, after = change.before, change.after
        if before is None or after is None:
            continue
        if getattr(before, "order", "") != getattr(after, "order", ""):
            row = row_of(after)
            if row is not None and row == row_of(before):
                suspects.setdefault(row, set()).add(change.id)
    if not suspects:
        return set()
    one = rows_of(found.before, set(suspects))
    two = rows_of(found.after, set(suspects))
    moved = (displaced(one[row], two[row], ids) for row, ids in suspects.items())
    return set().union(*moved)
