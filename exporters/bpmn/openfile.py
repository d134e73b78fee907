"""What do all patches of one foreign file share: its tree, its ids, the report?"""

from __future__ import annotations

from typing import Any

from exporters.bpmn.naming import Names
from exporters.bpmn.source import Source
from exporters.report import ExportReport
from model.document import Snapshot

Xml = Any


class OpenFile:
    """A foreign file while it is changed. ``new`` holds the elements made for new records."""

    def __init__(self, source: Source, view: Snapshot, report: ExportReport) -> None:
        self.source = source
        self.view = view
        self.report = report
        self.root = source.parsed.root
        self.names = Names(
            (record.id for record in view if record.id not in source.records),
            {node.get("id", "") for node in self.root.iter("*")},
        )
        self.new: dict[str, Xml] = {}

    def element(self, record: str) -> Xml:
        """The element of a record, old or new; None when the file has none."""
        found = self.new.get(record)
        return found if found is not None else self.source.elements.get(record)

    def xml_id(self, record: str) -> str:
        """The id a record's element bears in the file; one without gets the id of its record."""
        element = self.element(record)
        if element is None:
            return self.names[record]
        if not element.get("id"):
            element.set("id", self.names.made(record))
        return str(element.get("id"))
