"""Where does a person look for a record, and in what does it stand?"""

from __future__ import annotations

from collections.abc import Iterator

from model.document import Snapshot

_SEEN = frozenset({"node", "row", "flow", "aside"})
_SEEN_KINDS = frozenset({"role", "pool"})


def standing(view: Snapshot, record_id: str) -> Iterator[str]:
    """The record and all it stands in, from the inside out; a way stands in where it begins."""
    record, seen = view.get(record_id), set[str]()
    while record is not None and record.id not in seen:
        seen.add(record.id)
        yield record.id
        if record.family == "flow":
            yield getattr(record, "source", "")
        record = view.get(getattr(record, "parent", ""))


def seen_at(view: Snapshot, record_id: str) -> str:
    """The record itself or the nearest it belongs to that is drawn; "" when that is the service."""
    for one in standing(view, record_id):
        record = view.get(one)
        if record is not None and (record.family in _SEEN or record.kind in _SEEN_KINDS):
            return one
    return ""
