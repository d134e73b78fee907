"""How do the edits of a person get into a foreign file, and nothing else?

The source is read again into the records it gave at import (the baseline). What is equal is not
touched: every element,
attribute, comment, vendor extension and coordinate stays. What differs is changed in the tree:
meaning first, then the picture.
Without a difference the very text of the source is written back.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

from lxml import etree

from exporters.bpmn.patch_meaning import MeaningPatch
from exporters.bpmn.patch_picture import PicturePatch
from exporters.bpmn.seal import is_untouched
from exporters.bpmn.silence import tell_what_is_lost
from exporters.bpmn.source import Source
from exporters.bpmn.survey import REPEATED, reading_of, survey
from exporters.report import ExportReport
from exporters.xmlkit.parse import ParsedXml, parse_text
from model.document import Snapshot
from model.records import ForeignFile, Placement, Pool, Record, Role

_SAID = ("node", "flow", "aside")


@dataclass(slots=True)
class Difference:
    """What a person changed since the import; only records that BPMN can say."""

    removed: list[Record] = field(default_factory=list)
    changed: list[tuple[Record, Record]] = field(default_factory=list)
    added: list[Record] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.removed or self.changed or self.added)


def patched(view: Snapshot, file: ForeignFile, report: ExportReport) -> bytes:
    """The source with the edits in it, in its own encoding."""
    if is_untouched(view, file):
        return file.text.encode(file.encoding, "xmlcharrefreplace")
    parsed = ParsedXml(parse_text(file.text, file.name), file.text, file.encoding)
    source = survey(parsed, file.name, reading_of(file))
    tell_what_is_lost(view, report, source.records)
    difference = compared(source, view)
    if not difference:
        return file.text.encode(file.encoding, "xmlcharrefreplace")
    meaning = MeaningPatch(source, view, report)
    meaning.apply(difference.removed, difference.changed, difference.added)
    PicturePatch(source, view, meaning).apply(
        difference.removed, difference.changed, difference.added
    )
    return _bytes(parsed, file.encoding)


def compared(source: Source, view: Snapshot) -> Difference:
    """The records of the source against those of the service, by id."""
    found = Difference()
    for record_id, before in source.records.items():
        after = view.get(record_id)
        if after is None:
            found.removed.append(before)
        elif after != before and not _is_settled(before, after):
            found.changed.append((before, after))
    for record in view:
        if record.id not in source.records and not record.of and _can_be_said(record):
            found.added.append(record)
    return found


def _is_settled(before: Record, after: Record) -> bool:
    """Only the remark is gone that its id stood twice: that is no matter of the file."""
    return bool(before.extra(REPEATED)) and after == before.with_extra(REPEATED, "")


def _can_be_said(record: Record) -> bool:
    return record.family in _SAID or isinstance(record, Pool | Role | Placement)


def _bytes(parsed: ParsedXml, encoding: str) -> bytes:
    info = parsed.tree.docinfo
    plain = encoding.removesuffix("-sig")
    made = etree.tostring(
        parsed.tree, encoding=plain, xml_declaration=True, standalone=info.standalone
    )
    if plain != encoding:
        made = codecs.BOM_UTF8 + made
    return made if made.endswith(b"\n") or encoding.startswith("utf-16") else made + b"\n"
