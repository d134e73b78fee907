"""Where is this said?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from model.document import ChangeSet
from model.document.queries import Queries
from model.grammar import kind_title, title
from model.graph import reading_order
from model.language import Message, say
from model.reading.folding import span_in, spellings
from model.reading.sayings import ID, NAME, Saying, holder, sayings, way_title
from model.records import Flow, MessageFlow, Record

MOST = 200
"""So many places are listed; who finds more types on."""
_BEFORE, _LONGEST = 32, 90
_PART = "\x1f"
_STEP, _MANY = 100, 400


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the words stand. ``at`` is the element of the picture that shows it ("" = the
    service itself), ``span`` the letters of ``excerpt`` that were meant.
    """

    id: str
    at: str
    where: Message
    excerpt: str
    span: tuple[int, int]


def search(view: Queries, words: str, most: int = MOST) -> list[Hit]:
    """The places where all these words stand, the best first. A Finder is quicker for more than
    one question.
    """
    return Finder(view).search(words, most)


class Finder:
    """An index of all sayings, kept in step with each ChangeSet (``follow``)."""

    def __init__(self, view: Queries) -> None:
        for _done in self.gradually(view):
            pass

    @classmethod
    def slowly(cls, view: Queries) -> Iterator[Finder | None]:
        """The same in many small steps; the last one brings the Finder. Making it takes a second at
        10 000 cards, and a window must not stand still so long.
        """
        finder = cls.__new__(cls)
        for _done in finder.gradually(view):
            yield None
        yield finder

    def gradually(self, view: Queries) -> Iterator[int]:
        """Build the index; yields how many records are read."""
        self.view = view
        self._said: dict[str, Said] = {}
        self._changed: dict[str, None] = {}
        for number, record in enumerate(_in_reading_order(view)):
            self._said[record.id] = _said(view, record)
            if not number % _STEP:
                yield number
        self._heaps: list[_Heap] = []
        for rank in range(ID + 1):
            self._heaps.append(_Heap(self._said, rank))
            yield len(self._said)
        self._newer = self._late()

    def follow(self, view: Queries, changeset: ChangeSet) -> None:
        """The document changed: what changed, and who speaks of it, is asked again. The large heaps
        stay; what changed is looked up in small ones.
        """
        self.view = view
        stale = dict.fromkeys(change.id for change in changeset)
        for one in list(stale):
            stale |= dict.fromkeys(other.id for other in view.referring(one))
        for one in stale:
            record = view.get(one)
            if record is None:
                self._said.pop(one, None)
            else:
                self._said[one] = _said(view, record)
        self._changed |= stale
        if len(self._changed) > _MANY:
            self._changed = {}
            self._heaps = [_Heap(self._said, rank) for rank in range(ID + 1)]
        self._newer = self._late()

    def search(self, words: str, most: int = MOST) -> list[Hit]:
        """The places where all these words stand: names first, then what is read, then the rest;
        among equals in reading order.
        """
        wanted = list(dict.fromkeys(spellings(word) for word in words.split()))
        if not wanted:
            return []
        wanted.sort(key=self._frequency)
        rarest, others = wanted[0], wanted[1:]
        found: dict[str, tuple[int, int, Saying]] = {}
        for rank, record_id, saying in self._holding(rarest):
            if record_id in found or not self._has_all(record_id, others):
                continue
            nearness = _nearness(saying, rarest) if rank == NAME else 9
            found[record_id] = (rank, nearness, saying)
            if len(found) >= most:
                break
        best = sorted(found, key=lambda one: found[one][:2])
        return [self._hit(one, found[one][2], rarest) for one in best]

    def _late(self) -> list[_Heap]:
        late = {one: self._said[one] for one in self._changed if one in self._said}
        return [_Heap(late, rank) for rank in range(ID + 1)]

    def _frequency(self, forms: tuple[str, ...]) -> int:
        return min(sum(heap.text.count(form) for heap in self._heaps) for form in forms)

    def _holding(self, forms: tuple[str, ...]) -> Iterator[tuple[int, str, Saying]]:
        """An id is meant only by what looks like one: a word of the service is in many."""
        last = ID if any(c.isdigit() or c == "_" for c in forms[0]) else ID - 1
        for rank in range(last + 1):
            for record_id, saying in self._heaps[rank].holding(forms):
                if record_id not in self._changed:
                    yield rank, record_id, saying
            for record_id, saying in self._newer[rank].holding(forms):
                yield rank, record_id, saying

    def _has_all(self, record_id: str, words: Iterable[tuple[str, ...]]) -> bool:
        texts = [text for _, text in self._said[record_id]]
        return all(any(form in text for form in forms for text in texts) for forms in words)

    def _hit(self, record_id: str, saying: Saying, variants: tuple[str, ...]) -> Hit:
        record = self.view[record_id]
        shown = holder(self.view, record)
        excerpt, span = _excerpt(saying.text, variants)
        return Hit(
            record_id,
            shown.id if shown is not None else "",
            self._where(record, saying),
            excerpt,
            span,
        )

    def _where(self, record: Record, saying: Saying) -> Message:
        """ "Hilfetext · Feld „Hauptwohnsitz“ · Seite „Ihre Angaben“"; of a name its kind alone."""
        named = saying.rank == NAME and not isinstance(record, Flow | MessageFlow)
        what = kind_title(record) if named else self._called(record)
        key = "name" if saying.rank == NAME else "slot"
        slot = say(f"reading.slot.{saying.slot}")
        card = self.view.card_of(record.id) or holder(self.view, record)
        if card is None or card.id == record.id:
            return say(f"reading.where.{key}", slot=slot, what=what)
        return say(f"reading.where.{key}.on", slot=slot, what=what, card=self._called(card))

    def _called(self, record: Record) -> str:
        if isinstance(record, Flow | MessageFlow):
            return way_title(self.view, record)
        kind, name = kind_title(record), title(record)
        shown = name if len(name) < 50 else name[:48] + "…"
        return str(say("reading.called", kind=kind, name=shown)) if name else str(kind)


Said = tuple[tuple[Saying, str], ...]
"""What a record says, each with its spellings as one text."""


def _said(view: Queries, record: Record) -> Said:
    return tuple((saying, _PART.join(spellings(saying.text))) for saying in sayings(view, record))


class _Heap:
    """All sayings of one rank as one text; finding in it costs next to nothing."""

    def __init__(self, said: Mapping[str, Said], rank: int) -> None:
        self._entries: list[tuple[str, Saying]] = []
        self._starts: list[int] = []
        parts: list[str] = []
        at = 0
        for record_id, texts in said.items():
            for saying, text in texts:
                if saying.rank == rank:
                    self._entries.append((record_id, saying))
                    self._starts.append(at)
                    parts.append(text)
                    at += len(text) + 1
        self.text = "\n".join(parts)

    def holding(self, variants: Iterable[str]) -> Iterator[tuple[str, Saying]]:
        """Whose saying holds one of these spellings, in reading order."""
        forms = list(variants)
        at = 0
        while True:
            places = [p for form in forms if (p := self.text.find(form, at)) >= 0]
            if not places:
                return
            entry = bisect_right(self._starts, min(places)) - 1
            yield self._entries[entry]
            if entry + 1 >= len(self._starts):
                return
            at = self._starts[entry + 1]


def _nearness(saying: Saying, variants: tuple[str, ...]) -> int:
    """0: it begins so; 1: one of its words does; 2: it stands inside a word."""
    texts = spellings(saying.text)
    if any(text.startswith(variants) for text in texts):
        return 0
    return 1 if any(f" {form}" in text for form in variants for text in texts) else 2


def _excerpt(text: str, variants: tuple[str, ...]) -> tuple[str, tuple[int, int]]:
    """A line of the text around what was meant."""
    line = " ".join(text.split())
    span = next((s for form in variants if (s := span_in(line, form)) != (0, 0)), (0, 0))
    if len(line) <= _LONGEST:
        return line, span
    start = max(0, span[0] - _BEFORE)
    start = line.rfind(" ", 0, start) + 1 if start else 0
    cut = line[start : start + _LONGEST]
    front, back = "… " if start else "", " …" if start + _LONGEST < len(line) else ""
    moved = len(front) - start
    return f"{front}{cut}{back}", (span[0] + moved, min(span[1] + moved, len(front) + len(cut)))


def _in_reading_order(view: Queries) -> Iterator[Record]:
    """All records: each card with what belongs to it, in the order of reading; then the others."""
    seen: set[str] = set()
    by_parent: dict[str, list[Record]] = {}
    for record in view:
        by_parent.setdefault(getattr(record, "parent", ""), []).append(record)
    for node in reading_order(view):
        pending = [view[node]]
        while pending:
            record = pending.pop()
            if record.id in seen:
                continue
            seen.add(record.id)
            yield record
            below = sorted(by_parent.get(record.id, ()), key=_sibling, reverse=True)
            pending += (one for one in below if one.family != "node")
    yield from (record for record in sorted(view, key=_sibling) if record.id not in seen)


def _sibling(record: Record) -> tuple[str, str]:
    return getattr(record, "order", ""), record.id
