"""What becomes of the example citizens?"""

from __future__ import annotations

from collections.abc import Iterator

from exporters.dossier.amounts import money
from exporters.dossier.blocks import Block, Cell, Line, Paragraph, Table, cell, line
from exporters.dossier.drawing import Drawing
from exporters.dossier.voice import Voice, dash
from model.language import tr
from model.play import Played
from model.records import Deadline, ExampleCase, Fee


def blocks(voice: Voice, _drawing: Drawing | None) -> Iterator[Block]:
    """Each case, played now: where it ends, what it costs, and whether that was expected."""
    if not voice.played:
        return
    agree = sum(one.verdict == "agrees" for one in voice.played)
    about = tr("dossier.cases.about", agree=agree, n=len(voice.played))
    yield Paragraph(cell(about), quiet=True)
    head = ("case", "outcome", "fee", "verdict")
    titles = tuple(tr(f"dossier.column.{one}") for one in head)
    rows = tuple(_row(voice, one) for one in voice.played)
    yield Table(tr("dossier.chapter.cases"), titles, rows, (30, 34, 14, 22))


def _row(voice: Voice, played: Played) -> tuple[Cell, ...]:
    case = voice.source.the(played.case, ExampleCase)
    name: list[Line] = [(voice.name(case)._replace(strong=True),)]
    if case.applied is not None:
        name.append(line(tr("dossier.cases.applied", day=case.applied), quiet=True))
    return (
        tuple(name),
        dash(_outcome(voice, played)),
        dash(cell(money(played.fee, _currency(voice))) if played.fee is not None else ()),
        _verdict(played),
    )


def _outcome(voice: Voice, played: Played) -> Cell:
    lines: list[Line] = [(voice.name(voice.source.get(played.end)),)] if played.end else []
    for deadline, day in played.deadlines:
        name = voice.named(voice.source.the(deadline, Deadline).id)
        lines.append(line(tr("dossier.cases.deadline", name=name, day=day), quiet=True))
    made = voice.listed(played.documents)
    lines += [line(tr("dossier.cases.documents", names=made), quiet=True)] if made else []
    return tuple(lines)


def _verdict(played: Played) -> Cell:
    said: Cell = (line(tr(f"dossier.verdict.{played.verdict}"), strong=played.verdict != "agrees"),)
    why = [incident.what for incident in played.incidents] or [d.what for d in played.differences]
    return (*said, *(line(one) for one in why))


def _currency(voice: Voice) -> str:
    return next((fee.currency for fee in voice.source.ordered(Fee)), "EUR")
