"""What does a foreign BPMN file hold, as records and as elements?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from exporters.bpmn.vocabulary import BPMN
from exporters.xmlkit.parse import ParsedXml
from model.language import Message
from model.records import Record

Xml = Any
_PREFIX = len(BPMN) + 2


def local(tag: object) -> str:
    """The name of a BPMN element; "" for every other namespace, comments and instructions."""
    if isinstance(tag, str) and tag.startswith("{" + BPMN + "}"):
        return tag[_PREFIX:]
    return ""


@dataclass(slots=True)
class Source:
    """Records by id, the element each was made of, and what to tell a person. ``ties``: the
    association of a note with what it is about.
    """

    parsed: ParsedXml
    records: dict[str, Record] = field(default_factory=dict)
    elements: dict[str, Xml] = field(default_factory=dict)
    planes: dict[str, Xml] = field(default_factory=dict)
    notes: list[Message] = field(default_factory=list)
    ties: dict[str, Xml] = field(default_factory=dict)

    def add(self, record: Record) -> None:
        self.records[record.id] = record
