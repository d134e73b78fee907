"""Did anybody change what an imported data schema says?

Then the source no longer speaks for the document. Otherwise an export is the source itself, with
everything we do not understand. Only what a data schema can say is compared: steps of the
authority, positions and remarks may change freely.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from exporters.xdatenfelder.parts import Part, schema_parts
from exporters.xdatenfelder.vocabulary import SOURCE_ID
from model.document import Snapshot
from model.records import Citation, CodeList, ForeignFile, Norm, Option, Record, Rule

"""Record id of the kept file."""


def unedited_source(view: Snapshot, namespace: str) -> bytes | None:
    """The bytes of the imported file, if the document still says the same and the file speaks
    ``namespace``; else None.
    """
    from exporters.xdatenfelder.reader import read_xdatenfelder

    kept = view.get(SOURCE_ID, ForeignFile)
    if kept is None or namespace not in kept.text[:4000]:
        return None
    data = kept.text.encode(kept.encoding)
    before = Snapshot.of_records(read_xdatenfelder(data, kept.name).records)
    return data if _facts(before) == _facts(view) else None


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
