"""Which thing of the service is meant?"""

from __future__ import annotations

from collections.abc import Iterator

from model.document.queries import Queries
from model.grammar import TEMPLATES, title
from model.records import Record
from model.records.base import Child

_SEEN = ("node", "row", "aside")
_LOOSE = " \t\n?!.:;,*"


def find(view: Queries, record_id: str, name: str = "") -> Record | None:
    """The thing of that id; else the one that is called so (never mind capitals and question
    marks). Of several with one name the first by id.
    """
    found = view.get(record_id) if record_id else None
    if found is not None or not name:
        return found
    return next(called(view, name), None)


def called(view: Queries, name: str) -> Iterator[Record]:
    """Everything on the canvas that is called so."""
    wanted = plain(name)
    for record in view.of(Child):
        if record.family in _SEEN and plain(title(record)) == wanted:
            yield record


def plain(words: str) -> str:
    """Words without what nobody hears: capitals, spaces, marks at the ends."""
    return " ".join(words.casefold().split()).strip(_LOOSE)


def like(view: Queries, template: str) -> list[Record]:
    """Everything that could be of this building block; of any when it is ""."""
    if not template:
        return [record for record in view.of(Child) if record.family in _SEEN]
    kind = TEMPLATES.get(template)
    if kind is None:
        return []
    same = (record for record in view.of(Child) if record.kind == kind.kind)
    preset = kind.fields.items()
    return [r for r in same if all(getattr(r, field) == value for field, value in preset)]
