"""How much does a service ask of a citizen?

Counted is what is really seen in a case: the questions of the pages that were reached, as far as
they are shown for the answers given, in a list once for each entry; of a page that comes back only
what it asks anew. A document that must be handed in counts as a document, its upload not as a
question besides. Words to read are those of pages, questions, answers to choose, help and notices,
each once. What is calculated or hidden asks nobody anything.

Why no minutes (11/2026): how long an answer takes depends on what one has at hand; without a
measured rule for forms a number of minutes would be invented.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from model.document.queries import Queries
from model.expressions import Answers, evaluate
from model.expressions.filling import is_required, is_seen, notices, taken
from model.play.clock import PLAIN, World
from model.play.differing import Seen
from model.play.playing import Played, play
from model.records import Evidence, ExampleCase, Field, FieldGroup, Record

_DEEPEST = 20
_ASKED = ("input", "select")


class Burden(NamedTuple):
    """What one citizen answers, brings and reads."""

    questions: int = 0
    required: int = 0
    pages: int = 0
    documents: int = 0
    words: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """From the least to the most, number by number; ``typical``: the case in the middle by its
    questions. ``cases``: of how many.
    """

    least: Burden
    most: Burden
    typical: Burden
    cases: int


def burden(view: Queries, case: ExampleCase, *, world: World = PLAIN) -> Burden:
    """What an example citizen has to do."""
    return burden_of(view, play(view, case, world=world))


def burden_of(view: Queries, played: Played) -> Burden:
    """The same for a case that was played already."""
    count = _Count(view)
    for seen in played.seen:
        count.see(seen)
    return count.result()


def documents(view: Queries, played: Played) -> tuple[str, ...]:
    """The names of what is handed in, in the order of the pages."""
    count = _Count(view)
    for seen in played.seen:
        count.see(seen)
    return tuple(count.brought.values())


def span(burdens: Iterable[Burden]) -> Span | None:
    """The least and the most of several cases; None when there is none."""
    found = sorted(burdens)
    if not found:
        return None
    least, most = (Burden(*map(pick, zip(*found, strict=True))) for pick in (min, max))
    return Span(least, most, found[(len(found) - 1) // 2], len(found))


def service_span(view: Queries, *, world: World = PLAIN) -> Span | None:
    """Over all example citizens of a service; one who gets stuck tells nothing about the whole."""
    played = (play(view, case, world=world) for case in view.of(ExampleCase))
    return span(burden_of(view, one) for one in played if one.verdict != "stuck")


Place = tuple[str, int]
"""A record, and the number of the entry it is seen in (-1 = in no list)."""


@dataclass
class _Count:
    """What was seen so far. ``asked``: question -> whether it must be answered."""

    view: Queries
    asked: dict[Place, bool] = field(default_factory=dict)
    brought: dict[Place, str] = field(default_factory=dict)
    pages: set[str] = field(default_factory=set)
    read: dict[str, int] = field(default_factory=dict)

    def see(self, seen: Seen) -> None:
        """One page, as it was sent off."""
        known = taken(self.view, seen.typed)
        self.pages.add(seen.page)
        self._read(self.view[seen.page])
        self._read_notices(seen.page, known)
        self._bring(seen.page, -1, known)
        for row in self.view.rows(seen.page):
            self._see_row(row, known, -1, 0)

    def _see_row(self, row: Record, known: Answers, entry: int, depth: int) -> None:
        if depth > _DEEPEST or not is_seen(self.view, row, known):
            return
        if isinstance(row, Field):
            self._see_field(row, known, entry)
        elif isinstance(row, FieldGroup):
            self._read(row)
            self._read_notices(row.id, known)
            self._bring(row.id, entry, known)
            for number, inside in self._entries(row, known, entry):
                for inner in self.view.rows(row.id):
                    self._see_row(inner, inside, number, depth + 1)

    def _entries(
        self, group: FieldGroup, known: Answers, entry: int
    ) -> Iterator[tuple[int, Answers]]:
        """The entries of a list, at least as many as there must be; else the group once."""
        if not group.repeatable or entry >= 0:
            yield entry, known
            return
        given = known.get(group.id) or ()
        for number in range(max(len(given), group.minimum)):
            own = dict(given[number]) if number < len(given) else {}
            yield number, ChainMap(own, dict(known))

    def _see_field(self, row: Field, known: Answers, entry: int) -> None:
        if row.field_kind == "hidden":
            return
        self._read(row)
        self._read_notices(row.id, known)
        if row.field_kind not in _ASKED or row.value is not None:
            return
        must = is_required(self.view, row, known)
        proofs = [e for e in self.view.referring(row.id, Evidence) if e.upload == row.id]
        self._bring(row.id, entry, known)
        for proof in proofs:
            if self._is_needed(proof, known):
                self.brought[proof.id, entry] = proof.name
        if row.data_type == "file" and must and not proofs:
            self.brought[row.id, entry] = row.label
        place = (row.id, entry)
        handed_in = any((one.id, entry) in self.brought for one in (*proofs, row))
        if not handed_in:
            self.asked[place] = self.asked.get(place, False) or must
        else:
            self.asked.pop(place, None)

    def _bring(self, place: str, entry: int, known: Answers) -> None:
        """Documents that a page or row asks for without an upload of their own."""
        for proof in self.view.children(place, Evidence):
            if not proof.upload and self._is_needed(proof, known):
                self.brought[proof.id, entry] = proof.name

    def _is_needed(self, proof: Evidence, known: Answers) -> bool:
        return proof.needed is None or bool(evaluate(self.view, proof.needed, known))

    def _read(self, record: Record) -> None:
        texts = [getattr(record, name, "") for name in ("label", "help", "content", "unit")]
        texts[0] = texts[0] or getattr(record, "name", "")
        if isinstance(record, Field) and record.field_kind == "select":
            for option in self.view.options(record.id):
                texts += [option.label, option.help]
        self.read[record.id] = sum(len(text.split()) for text in texts if text)

    def _read_notices(self, about: str, known: Answers) -> None:
        for text in notices(self.view, about, known):
            self.read[text] = len(text.split())

    def result(self) -> Burden:
        return Burden(
            questions=len(self.asked),
            required=sum(self.asked.values()),
            pages=len(self.pages),
            documents=len(self.brought),
            words=sum(self.read.values()),
        )
