"""How does a report name what stands in the service, in its own language?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from exporters.dossier.blocks import Cell, Line, Span, cell, line
from model.checks import Finding, check
from model.document import Snapshot
from model.expressions import sentence
from model.grammar import kind_title
from model.graph import page_numbers, reading_order
from model.language import current_language, tr
from model.play import Played, play
from model.records import Citation, ExampleCase, Expression, Norm, Record, Text
from model.records.names import title

MOST = 12
"""So many names stand in one cell; of more the rest is counted."""


@dataclass
class Voice:
    """A snapshot and the words for it. The order of reading, the findings and the course of the
    example citizens are found once.

    ``source`` is the service as it is; ``view`` the same with its translations in their places, so
    that conditions read in one language, too.
    """

    source: Snapshot

    @cached_property
    def language(self) -> str:
        return current_language()

    @cached_property
    def view(self) -> Snapshot:
        if not self._translated:
            return self.source
        records = {record.id: record for record in self.source}
        for (record, slot), text in self._translated.items():
            records[record] = records[record].replaced(**{slot: text})
        return Snapshot.of_records(records.values())

    @cached_property
    def own(self) -> str:
        """The language of the records themselves."""
        return (self.source.service.languages or ("de",))[0]

    @cached_property
    def order(self) -> list[str]:
        return reading_order(self.source)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Node -> its number in the table of steps."""
        return {node: number for number, node in enumerate(self.order, start=1)}

    @cached_property
    def pages(self) -> dict[str, int]:
        return page_numbers(self.source)

    @cached_property
    def findings(self) -> list[Finding]:
        return check(self.source)

    @cached_property
    def played(self) -> list[Played]:
        return [play(self.source, case) for case in self.source.of(ExampleCase)]

    @cached_property
    def _translated(self) -> dict[tuple[str, str], str]:
        """Record and slot -> what it says in the language of the report."""
        if self.language == self.own:
            return {}
        found: dict[tuple[str, str], str] = {}
        for text in self.source.of(Text):
            record = self.source.get(text.parent)
            said = text.text if text.language == self.language else ""
            if record is not None and said and isinstance(getattr(record, text.slot, None), str):
                found[record.id, text.slot] = said
        return found

    def slot(self, record: Record, slot: str) -> Span:
        """What a record says there; its language, where nobody has translated it."""
        shown = self.view.get(record.id) or record
        text = str(getattr(shown, slot, ""))
        kept = text and self.language != self.own and (record.id, slot) not in self._translated
        return Span(text, language=self.own if kept else "")

    def name(self, record: Record | None) -> Span:
        """What a person calls it, else what it is."""
        if record is None:
            return Span(tr("sentence.gone"))
        if isinstance(record, Norm):
            return self.foreign(record.cited_as or record.title)
        if not title(record):
            return Span(str(kind_title(record)))
        slot = next(n for n in ("label", "name", "text") if getattr(record, n, ""))
        return self.slot(record, slot)

    def named(self, record_id: str) -> str:
        """The bare words of ``name``."""
        return self.name(self.view.get(record_id)).words

    def foreign(self, words: str) -> Span:
        """Words in the language of the service that nobody translates (laws, names)."""
        return Span(words, language="" if self.language == self.own else self.own)

    def condition(self, expression: Expression | None) -> str:
        return "" if expression is None else sentence(self.view, expression)

    def norms(self, *records: str) -> Cell:
        """The norms that these records rest on, each on a line."""
        found: dict[str, Line] = {}
        for record in records:
            for citation in self.view.children(record, Citation) if record else ():
                norm = self.view.get(citation.norm, Norm)
                if norm is not None:
                    parts = (norm.cited_as or norm.title, citation.passage)
                    words = ", ".join(part for part in parts if part)
                    found[words] = (self.foreign(words),)
        return tuple(found.values())

    def listed(self, names: Iterable[str], most: int = MOST) -> str:
        """Names with commas between them; of many the rest is counted."""
        every = [name for name in dict.fromkeys(names) if name]
        if len(every) <= most + 1:
            return ", ".join(every)
        return tr("dossier.more", names=", ".join(every[:most]), n=len(every) - most)

    def validity(self, record: Record) -> str:
        """From when until when; "" for always."""
        return span_of(record.valid_from, record.valid_until)


def span_of(begins: date | None, ends: date | None) -> str:
    """Two days in words."""
    if begins and ends:
        return tr("dossier.valid.both", begins=begins, ends=ends)
    if begins:
        return tr("dossier.valid.from", begins=begins)
    return tr("dossier.valid.until", ends=ends) if ends else ""


def labelled(key: str, said: Cell | str) -> Cell:
    """ "Word: said" on a line of its own, the word strong; nothing for nothing."""
    lines = cell(said) if isinstance(said, str) else said
    if not lines:
        return ()
    head = Span(tr("dossier.label", word=tr(key)) + " ", strong=True)
    return ((head, *lines[0]), *lines[1:])


def dash(said: Cell) -> Cell:
    """The cell, or a dash where nothing is said: an empty cell reads as forgotten."""
    return said or (line(tr("dossier.none")),)
