"""How do a BPMN model and the XProzess message around it come together?

The two formats do not know each other; here the model is taken out of the message to be read, and
written to be put in.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from exporters.artifact import Artifact
from exporters.bpmn.reader import read_bpmn
from exporters.bpmn.survey import READING, read_with, reading_of
from exporters.bpmn.writer import write as write_bpmn
from exporters.causes import grouped
from exporters.german import spoken_german
from exporters.report import ExportReport
from exporters.target import Written
from exporters.xmlkit import ParsedXml, parse, parse_text
from exporters.xprozess.patch import patched
from exporters.xprozess.reader import survey
from exporters.xprozess.source import Survey, shown_as_group
from exporters.xprozess.vocabulary import MEDIA_TYPE, SOURCE_ID
from exporters.xprozess.writer import write_new
from model.document import Snapshot
from model.records import Flow, ForeignFile, Node, Placement

if TYPE_CHECKING:
    from datetime import datetime

    from exporters.imported import Imported

_SAID_AROUND: Final = frozenset({"bpmn.lost.service", "bpmn.substituted.citation"})
"""What the model cannot say, but the message around it does."""


def read_message(parsed: ParsedXml, name: str) -> Imported:
    """The service in an XProzess message, with its model drawn."""
    imported = survey(parsed, name, read_bpmn).imported()
    imported.records = [
        read_with(record, READING) if isinstance(record, ForeignFile) else record
        for record in imported.records
    ]
    return imported


def write(view: Snapshot, *, written: datetime | None = None) -> Written:
    """The target "xprozess": an imported message with the edits in it, or a new one."""
    report = ExportReport()
    with spoken_german():
        kept = view.get(SOURCE_ID, ForeignFile)
        content = _again(view, kept, report) if kept else _new(view, report, written)
    artifact = Artifact("prozess.xml", MEDIA_TYPE, content, "prozess")
    return [artifact], grouped(report, view)


def write_model(view: Snapshot) -> Written:
    """The target "bpmn": an imported message gives the model inside, without what the message says
    around it; everything else is written by the room of BPMN.
    """
    kept = view.get(SOURCE_ID, ForeignFile)
    return write_bpmn(view if kept is None else _survey(kept).for_the_model(view))


def _new(view: Snapshot, report: ExportReport, written: datetime | None) -> bytes:
    model = _model_of(Snapshot.of_records(shown_as_group(record) for record in view), report)
    return write_new(view, model, _ids(model), report, written)


def _again(view: Snapshot, kept: ForeignFile, report: ExportReport) -> bytes:
    found = _survey(kept)
    model = _model_of(found.for_the_model(view), report)
    changed = _is_redrawn(found, view) if not found.drawn else model != _model_inside(found)
    return patched(found, view, model if changed else None, _ids(model), report)


def _survey(kept: ForeignFile) -> Survey:
    """The kept message read again, as it was read at import."""
    parsed = ParsedXml(parse_text(kept.text, kept.name), kept.text, kept.encoding)
    return survey(parsed, kept.name, partial(read_bpmn, reading=reading_of(kept)))


def _model_of(view: Snapshot, report: ExportReport) -> bytes:
    """The process as BPMN; what the message says around it is not lost."""
    artifacts, told = write_bpmn(view)
    report.extend(entry for entry in told.entries if entry.message.key not in _SAID_AROUND)
    return artifacts[0].content


def _model_inside(found: Survey) -> bytes:
    """What an export of the untouched model gives: its own text."""
    files = (record for record in found.raw.values() if isinstance(record, ForeignFile))
    return next((file.text.encode(file.encoding, "xmlcharrefreplace") for file in files), b"")


def _is_redrawn(found: Survey, view: Snapshot) -> bool:
    """Has somebody drawn on, where the message brought no model?"""
    before = Snapshot.of_records(found.records.values())
    kinds = (Node, Flow, Placement)
    return any({r.id for r in before.of(k)} != {r.id for r in view.of(k)} for k in kinds)


def _ids(model: bytes) -> frozenset[str]:
    """What the model calls its elements."""
    found = (node.get("id") for node in parse(model).root.iter("*"))
    return frozenset(name for name in found if name)
