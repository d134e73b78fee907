"""Where do the records lie, with their index beside them?"""

from __future__ import annotations

from collections.abc import Iterable

from model.document.change import Change
from model.document.index import Index
from model.document.queries import Found, Queries, R
from model.document.snapshot import Snapshot, brought_up
from model.records import Flow, Node, Placement, Record

_OF_PAGES = ("page_numbers",)
"""Kept answers that only name pages."""
FEW = 200
"""After more changes than these the lists of a snapshot are made anew."""
_ORDERING: dict[type[Record], tuple[str, ...]] = {
    Node: ("kind", "form", "parent", "attached_to", "of", "trigger", "direction", "event_name"),
    Flow: ("source", "target", "default", "order", "of"),
}
"""What of a node or a way the kept answers (the order of reading, page numbers) are made of."""


class Store(Queries):
    """Records by id and their index: the only place that writes either, and always both."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._records: dict[str, Record] = {record.id: record for record in records}
        self._index = Index()
        self._index.build(self._records.values())
        self._snapshot: Snapshot | None = None
        self._last: Snapshot | None = None
        self._since: list[Change] = []
        self._known: dict[str, Found] = {}

    @property
    def parts(self) -> tuple[dict[str, Record], Index]:
        """The records and the index themselves: what an open transaction looks at."""
        return self._records, self._index

    def of(self, kind: type[R]) -> list[R]:
        """From the list of the last snapshot, when only a little has changed since."""
        if self._last is None or len(self._since) > FEW:
            return super().of(kind)
        return brought_up(self._last.of(kind), kind, self._since, self._records)

    def put(self, change: Change) -> None:
        """Let a change happen; its ``before`` must be what stands here."""
        self._snapshot = None
        self._since.append(change)
        self._forget(change)
        before, after = change.before, change.after
        if after is not None:
            self._records[change.id] = after
        else:
            del self._records[change.id]
        if before is not None and after is not None:
            self._index.swap(before, after)
        elif before is not None:
            self._index.drop(before)
        elif after is not None:
            self._index.add(after)

    def snapshot(self) -> Snapshot:
        """The records as they are now; the same object until the next change."""
        if self._snapshot is None:
            made = Snapshot(dict(self._records), self._index.shared(), self._known)
            if self._last is not None and len(self._since) <= FEW:
                made.take_lists(self._last, self._since)
            self._snapshot = self._last = made
            self._since = []
        return self._snapshot

    def _forget(self, change: Change) -> None:
        """Answers that a change may make wrong are not handed on to the next snapshot."""
        record = change.record
        if isinstance(record, Placement):
            moved = {getattr(one, "about", "") for one in (change.before, change.after)}
            self._known = {
                key: found
                for key, found in self._known.items()
                if not any(one in found[1] for one in moved)
            }
        elif any(isinstance(record, kind) and _differs(change, kind) for kind in _ORDERING):
            kept = _OF_PAGES if self._leaves_pages(change) else ()
            self._known = {key: found for key, found in self._known.items() if key in kept}

    def _leaves_pages(self, change: Change) -> bool:
        """Is it only about something from which nothing goes on, and that is no page?"""
        before, after = change.before, change.after
        if before is not None and after is not None:
            return False
        record = change.record
        if isinstance(record, Flow):
            return self._is_last(record.target) and not self._has_inside(record.target)
        free = not self.referring(record.id, Flow) and not self._has_inside(record.id)
        return free and getattr(record, "form", "") != "page"

    def _is_last(self, node: str) -> bool:
        record = self.get(node, Node)
        last = record is not None and getattr(record, "form", "") != "page"
        return last and not any(flow.source == node for flow in self.referring(node, Flow))

    def _has_inside(self, node: str) -> bool:
        return any(True for _ in self.referring(node, Node))


def _differs(change: Change, kind: type[Record]) -> bool:
    """Did a record of this kind come, go, or change what kept answers are made of?"""
    one, two = change.before, change.after
    if one is None or two is None:
        return True
    return any(getattr(one, name, "") != getattr(two, name, "") for name in _ORDERING[kind])
