"""Did anybody change what an imported data schema says?

Then the edits have to be brought into the source. Otherwise an export is the source itself, with
everything we do not understand. Only what a data schema can say is compared: steps of the
authority, positions and remarks may change freely.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from exporters.xdatenfelder.beside import kept_files
from exporters.xdatenfelder.parts import Part, schema_parts
from exporters.xdatenfelder.vocabulary import SOURCE_ID
from model.document import Snapshot
from model.records import Citation, CodeList, ForeignFile, Norm, Option, Record, Rule

if TYPE_CHECKING:
    from exporters.xdatenfelder.reader import Walked


@dataclass(frozen=True, slots=True)
class Source:
    """The kept file, read again: its bytes, its tree, and the records it gave at import."""

    data: bytes
    walked: Walked
    view: Snapshot


def source_of(view: Snapshot) -> Source | None:
    """The imported data schema a document was made of, or None."""
    from exporters.xdatenfelder.reader import walked

    kept = view.get(SOURCE_ID, ForeignFile)
    if kept is None:
        return None
    data = kept.text.encode(kept.encoding, "xmlcharrefreplace")
    again = walked(data, kept.name, lambda: kept_files(view))
    return Source(data, again, Snapshot.of_records(again.imported.records))


def says_the_same(source: Source, view: Snapshot) -> bool:
    """True while the document says what the source says."""
    return _facts(source.view) == _facts(view)


def unedited_source(view: Snapshot, namespace: str) -> bytes | None:
    """The bytes of the imported file, if the document still says the same and the file speaks
    ``namespace``; else None.
    """
    source = source_of(view)
    if source is None or source.walked.namespace != namespace:
        return None
    return source.data if says_the_same(source, view) else None


def _facts(view: Snapshot) -> list[object]:
    """Everything that has an effect on the written schema."""
    parts = schema_parts(view)
    return [view.service, parts, [p.page and p.page.id for p in parts], *_beside(view, parts)]


def _beside(view: Snapshot, parts: tuple[Part, ...]) -> Iterator[list[Record]]:
    """Rules, legal bases and answers of what is written, and the lists and norms named."""
    written = list(chain.from_iterable(part.walk() for part in parts))
    about = {view.service.id} | {part.record.id for part in written}
    about |= {part.page.id for part in parts if part.page is not None}
    about.add("")
    rules = [rule for rule in view.ordered(Rule) if rule.parent in about]
    about |= {rule.id for rule in rules}
    lists = view.of(CodeList)
    about |= {code_list.id for code_list in lists}
    citations = [one for one in view.ordered(Citation) if one.parent in about]
    norms = {citation.norm for citation in citations}
    yield list(rules)
    yield list(citations)
    yield [option for option in view.ordered(Option) if option.parent in about]
    yield sorted(lists, key=lambda one: one.id)
    yield sorted((norm for norm in view.of(Norm) if norm.id in norms), key=lambda one: one.id)
