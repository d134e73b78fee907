"""What does a foreign message hold: as records, as elements, and as the model inside?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from exporters.imported import Imported
from exporters.xmlkit import ParsedXml
from exporters.xprozess.vocabulary import GROUP, SOURCE_ID
from model.document import Snapshot
from model.graph import reading_order
from model.language import Message
from model.records import ForeignFile, Node, Record, Step

Xml = Any
Bpmn = Callable[[bytes, str], Imported]
"""Reads the model inside; handed in, because this room knows no BPMN."""


@dataclass(slots=True)
class Survey:
    """``raw`` are the records of the model alone, ``records`` those with what the envelope adds.

    ``groups``: record id -> its aktivitaetengruppe. ``drawn`` is False where the message has no
    model and the records were made of its structure.
    """

    parsed: ParsedXml
    name: str
    raw: dict[str, Record] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)
    groups: dict[str, Xml] = field(default_factory=dict)
    catalogue: Xml = None
    process: Xml = None
    content: Xml = None
    drawn: bool = False
    notes: list[Message] = field(default_factory=list)

    def add(self, record: Record) -> None:
        self.records[record.id] = record

    def imported(self) -> Imported:
        """All records, the message itself kept whole among them."""
        kept = ForeignFile(
            id=SOURCE_ID,
            name=self.name,
            media_type="application/xml",
            encoding=self.parsed.encoding,
            text=self.parsed.text,
        )
        return Imported([*self.records.values(), kept], list(self.notes))

    def for_the_model(self, view: Snapshot) -> Snapshot:
        """The service without what the envelope said: fields that it overrode, and those that
        nobody has changed since the import, take the value of the model again.
        """
        return Snapshot.of_records(
            shown_as_group(self._back(record)) for record in view if record.id != SOURCE_ID
        )

    def _back(self, record: Record) -> Record:
        if not self.drawn:
            return record  # a model will be drawn for the first time
        raw, before = self.raw.get(record.id), self.records.get(record.id)
        if raw is None or before is None or not type(raw) is type(before) is type(record):
            return record
        now, then = with_group(record, 0), with_group(before, 0)
        names = type(record).model_fields
        edits = {
            name: getattr(now, name)
            for name in names
            if getattr(now, name) != getattr(then, name) == getattr(raw, name)
        }
        return raw.replaced(**edits) if edits else raw


_FIELD: Final = "activity_group"


def group_of(record: Record) -> int:
    """The Referenzaktivitätengruppe of a node, 0 = none; an extra where it has no field for it."""
    if _FIELD in type(record).model_fields:
        return int(getattr(record, _FIELD))
    kept = record.extra(GROUP)
    return int(kept) if kept in set("1234567") else 0


def with_group(record: Record, number: int) -> Record:
    """The same record with a Referenzaktivitätengruppe."""
    if _FIELD in type(record).model_fields:
        return record.replaced(**{_FIELD: number})
    return record.with_extra(GROUP, str(number) if number else "")


def shown_as_group(record: Record) -> Record:
    """FIM draws each activity group as a sub-process; so a step that is one is written as one."""
    if isinstance(record, Step) and record.activity_group and record.form != "page":
        return record.with_extra("tag", "subProcess")
    return record


def activity_groups(view: Snapshot) -> list[Node]:
    """All nodes that are an activity group, in reading order."""
    return [node for node in _nodes(view) if group_of(node) and not _is_page(node)]


def ungrouped(view: Snapshot) -> list[Step]:
    """Steps of authority and system that are no activity group."""
    steps = (node for node in _nodes(view) if isinstance(node, Step) and node.form != "page")
    return [step for step in steps if not step.activity_group]


def _nodes(view: Snapshot) -> list[Node]:
    return [view.the(node, Node) for node in reading_order(view)]


def _is_page(node: Node) -> bool:
    return isinstance(node, Step) and node.form == "page"
