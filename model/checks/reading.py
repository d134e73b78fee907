"""What does a round of checks remember of the service it looks at?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from model.document import Snapshot
from model.records import (
    KINDS,
    Citation,
    End,
    FieldUse,
    Flow,
    ForeignFile,
    Node,
    Norm,
    Option,
    Placement,
    Record,
    Service,
    Step,
)
from model.records.base import Child, sort_key

T = TypeVar("T")
MUCH = 1000
"""So many single questions cost more than the tables of a small service."""


class Reading(Snapshot):
    """A snapshot that sorts its neighbours once instead of at each question.

    A round of all checks asks for the ways and rows of everything: ``gather`` builds tables in one
    walk over the records. Until somebody asks much (after a small change nobody does) each question
    is answered singly.
    """

    def __init__(self, view: Snapshot) -> None:
        vars(self).update(vars(view))
        # What it remembers is its own: another thread may take over the lists of the snapshot.
        self._by_class, self._known = dict(self._by_class), dict(self._known)
        self._kids: dict[str, list[Any]] = {}
        self._leaving: dict[str, list[Flow]] = {}
        self._coming: dict[str, list[Flow]] = {}
        self._used: dict[str, list[FieldUse]] = {}
        self._gathered = False
        self._asked = 0
        self._walks: dict[Callable[..., Any], Any] = {}

    def walked(self, work: Callable[[Reading], T]) -> T:
        """What a walk over the whole service comes to; walked once, however many checks ask."""
        if work not in self._walks:
            self._walks[work] = work(self)
        found: T = self._walks[work]
        return found

    def gather(self) -> None:
        """Build the tables; a second time costs nothing."""
        if self._gathered:
            return
        kids: dict[str, list[Any]] = defaultdict(list)
        for word, ids in self._index.kinds.items():
            kind = KINDS.get(word, Record)
            if issubclass(kind, Child):
                for record in (self._records[i] for i in ids):
                    parent = getattr(record, "parent", "")
                    if parent and not record.of:
                        kids[parent].append(record)
        _sort(kids)
        self._kids = dict(kids)
        self._tell_flows()
        for use in self.of(FieldUse):
            self._used.setdefault(use.field, []).append(use)
        self._gathered = True

    def _tell_flows(self) -> None:
        for flow in self.of(Flow):
            self._leaving.setdefault(flow.source, []).append(flow)
            self._coming.setdefault(flow.target, []).append(flow)
        for flows in self._leaving.values():
            if len(flows) > 1:
                flows.sort(key=lambda f: (not f.default, f.order, f.id))
        _sort(self._coming)

    def _knows(self) -> bool:
        """Do the tables stand? Built as soon as they are worth it."""
        if not self._gathered:
            self._asked += 1
            if self._asked > MUCH:
                self.gather()
        return self._gathered

    def outgoing(self, node: str) -> list[Flow]:
        return self._leaving.get(node) or [] if self._knows() else super().outgoing(node)

    def incoming(self, node: str) -> list[Flow]:
        return self._coming.get(node) or [] if self._knows() else super().incoming(node)

    def children(self, parent: str, kind: type[Record] = Child) -> Any:
        if issubclass(kind, Placement) or not self._knows():
            return super().children(parent, kind)
        found = self._kids.get(parent)
        if found is None:
            return []
        return [record for record in found if isinstance(record, kind)]

    def rows(self, parent: str) -> list[Record]:
        if not self._knows():
            return super().rows(parent)
        found = self._kids.get(parent, ())
        return [r for r in found if r.family == "row" and type(r) is not Option]

    def uses(self, field: str) -> list[FieldUse]:
        return self._used.get(field) or [] if self._knows() else super().uses(field)

    @cached_property
    def service(self) -> Service:
        """The one service of the document (an empty one when there is none yet)."""
        return next(iter(self.of(Service)), Service(id="service"))

    @cached_property
    def foreign(self) -> bool:
        """Was it taken over from a foreign file? Its blocks are not ours to scold."""
        return bool(self.of(ForeignFile))

    @cached_property
    def lawless(self) -> bool:
        """Is no norm known yet? That is one finding, not one for each field."""
        return not self.of(Norm)

    @cached_property
    def readerless(self) -> bool:
        """Is there no step that could read an answer? That is one finding, too."""
        return all(step.form == "page" for step in self.of(Step))

    @cached_property
    def begun(self) -> bool:
        """Is there a page and an end? Before that nobody asks how ready a service is."""
        return any(s.form == "page" for s in self.of(Step)) and bool(self.of(End))

    @cached_property
    def hanging(self) -> dict[str, list[Node]]:
        """Node -> what stands in it or hangs on it as an exception."""
        found: dict[str, list[Node]] = {}
        for node in self.of(Node):
            for holder in {node.parent, getattr(node, "attached_to", "")} - {""}:
                found.setdefault(holder, []).append(node)
        return found

    def cited(self, record_id: str) -> bool:
        """Does the record itself rest on a norm?"""
        return bool(self.children(record_id, Citation))


def _sort(table: dict[str, list[Any]]) -> None:
    for found in table.values():
        if len(found) > 1:
            found.sort(key=sort_key)
