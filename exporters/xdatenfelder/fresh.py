"""What is a freshly written message, before it becomes bytes?"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from exporters.artifact import Artifact
from exporters.report import ExportReport
from exporters.xdatenfelder.check import local_name
from exporters.xdatenfelder.vocabulary import SCHEMA

Xml = etree._Element


@dataclass(slots=True)
class Fresh:
    """A message 0102 that is written from the records alone.

    ``made``: the element of each record (service, page, group, field) and of each rule by its key.
    ``lists``: the genericode files beside it.
    """

    root: Xml
    made: dict[str, Xml]
    report: ExportReport
    lists: list[Artifact] = field(default_factory=list)

    @property
    def schema(self) -> Xml:
        return next(child for child in self.root if local_name(child) == SCHEMA)


def structure_of(node: Xml) -> Xml | None:
    """The struktur around a group or field; None for the content of the message itself."""
    inside = node.getparent()
    if inside is None or local_name(inside) != "enthaelt":
        return None
    return inside.getparent()
