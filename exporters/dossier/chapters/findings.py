"""What is still open?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from exporters.dossier.blocks import Block, Cell, Heading, Paragraph, Span, Table, cell, line
from exporters.dossier.drawing import Drawing
from exporters.dossier.voice import Voice, dash
from model.checks import Finding
from model.language import tr
from model.records import Remark


def blocks(voice: Voice, _drawing: Drawing | None) -> Iterator[Block]:
    """What the checks found, the worst first; then remarks of readers that nobody has settled."""
    if voice.findings:
        rows = tuple(_finding(voice, one) for one in voice.findings)
        head = ("severity", "place", "finding", "why")
        titles = tuple(tr(f"dossier.column.{one}") for one in head)
        yield Table(tr("dossier.findings.checks"), titles, rows, (12, 22, 33, 33))
    else:
        yield Paragraph(cell(tr("dossier.findings.none")))
    remarks = [one for one in voice.source.of(Remark) if one.state == "open"]
    if remarks:
        yield Heading(2, line(tr("dossier.remarks")))
        remarks.sort(key=lambda one: (one.written, one.id))
        titles = tuple(tr(f"dossier.column.{one}") for one in ("place", "remark", "author"))
        yield Table(
            tr("dossier.remarks"),
            titles,
            tuple(_remark(voice, one) for one in remarks),
            (25, 50, 25),
        )


def _finding(voice: Voice, finding: Finding) -> tuple[Cell, ...]:
    severity = tr(f"platforms.severity.{finding.severity}")
    return (
        (line(severity, strong=finding.severity == "error"),),
        dash(_place(voice, finding.at)),
        cell(finding.what),
        dash(cell(finding.why)),
    )


def _remark(voice: Voice, remark: Remark) -> tuple[Cell, ...]:
    author = cell(remark.author)
    if day := _day(remark.written):
        author = (*author, line(day, quiet=True))
    return dash(_place(voice, remark.about)), cell(remark.text), dash(author)


def _day(written: str) -> str:
    try:
        return tr("sentence.day", value=datetime.fromisoformat(written).date())
    except ValueError:
        return written


def _place(voice: Voice, record_id: str) -> Cell:
    """What it is about, and on which card that stands."""
    record = voice.source.get(record_id)
    if record is None:
        return ()
    card = voice.source.card_of(record_id)
    said: Cell = ((voice.name(record),),)
    if card is None or card.id == record_id:
        return said
    return (*said, (Span(voice.name(card).words, quiet=True),))
