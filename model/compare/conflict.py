"""What could not be decided by itself when two services became one?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from model.language import Message
from model.records import Record

Side = Literal["ours", "theirs"]
Sort = Literal["value", "kind", "gone", "order", "default", "circle", "followed", "drawn"]


@dataclass(frozen=True, slots=True)
class MergeConflict:
    """A question between two people, with both answers in words.

    ``records`` are all ids it is about, the first one gives it its name. ``attributes`` are those
    of the first record; none where whole records are in question. ``deleted_by`` tells who deleted
    what the other worked on. A conflict of sort "drawn" is only about the picture: ours holds and
    nobody has to be asked.
    """

    sort: Sort
    records: tuple[str, ...]
    attributes: tuple[str, ...]
    what: Message
    ours: Message
    theirs: Message
    id: str
    deleted_by: Side | None = None

    def names(self, record_id: str, attribute: str = "") -> bool:
        """Is it about this record, or this attribute of it?"""
        if record_id not in self.records:
            return False
        return not attribute or not self.attributes or attribute in self.attributes

    def answer(self, side: Side) -> Message:
        """What is so when that side is chosen."""
        return self.ours if side == "ours" else self.theirs


def conflict_id(
    sort: str, records: Iterable[str], attributes: Iterable[str], states: Iterable[Record | None]
) -> str:
    """The same for the same question; another one as soon as one of the three states is another."""
    digest = hashlib.sha256()
    for part in (sort, *records, "|", *attributes, "|"):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    for state in states:
        digest.update(repr(state).encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()[:16]
