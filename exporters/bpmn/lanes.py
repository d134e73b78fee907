"""Which lanes does a foreign file have, and who stands in them?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from exporters.bpmn.identity import Identity
from exporters.bpmn.sides import Side, side_of
from exporters.bpmn.vocabulary import q
from exporters.xmlkit.parse import text_of
from model.records import Role, key_between

Xml = Any


class Lanes:
    """The lane sets of all processes; a node stands in the innermost lane that names it."""

    def __init__(self, identity: Identity) -> None:
        self._identity = identity
        self._found: list[tuple[str, str, str, str]] = []
        self._lane_of: dict[tuple[str, str], str] = {}
        self._sides: dict[str, Side] = {}

    def take(self, lane_set: Xml, scope: str, pool: str) -> None:
        """All lanes of a set, outer ones first, so that an inner one wins."""
        waiting = [(lane_set, pool)]
        while waiting:
            holder, parent = waiting.pop(0)
            order = ""
            for lane in holder.iterchildren(q("lane")):
                order = key_between(order)
                record = self._identity.claim(lane, "role", scope)
                self._found.append((record, parent, order, lane.get("name", "")))
                for reference in lane.iterchildren(q("flowNodeRef")):
                    self._lane_of[scope, text_of(reference).strip()] = record
                waiting.extend((inner, record) for inner in lane.iterchildren(q("childLaneSet")))

    def lane_of(self, scope: str, node: str) -> str:
        """The lane that names a node of a process, or ""."""
        return self._lane_of.get((scope, node), "")

    def side(self, lane: str) -> Side:
        return self._sides.get(lane, "office")

    def roles(self, tags: Mapping[str, Sequence[str]]) -> Iterator[Role]:
        """The lanes as roles; ``tags`` are the elements in each."""
        for record, parent, order, name in self._found:
            self._sides[record] = side_of(name, tags.get(record, ()))
            yield Role(id=record, parent=parent, order=order, name=name, side=self._sides[record])
