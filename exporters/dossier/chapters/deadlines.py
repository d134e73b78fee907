"""Until when, counted how, and what follows?"""

from __future__ import annotations

from collections.abc import Iterator

from exporters.dossier.blocks import Block, Cell, Line, Table, cell, line
from exporters.dossier.drawing import Drawing
from exporters.dossier.voice import Voice, dash
from model.language import tr
from model.reading.sayings import measured
from model.records import Deadline, Service


def blocks(voice: Voice, _drawing: Drawing | None) -> Iterator[Block]:
    """Those of the service first, then those of the steps in the order of reading."""
    found = voice.source.ordered(Deadline)
    if not found:
        return
    found.sort(key=lambda d: (voice.numbers.get(d.parent, 0), d.order, d.id))
    rows: list[tuple[Cell, ...]] = []
    for one in found:
        rows.append(_row(voice, one))
        states = [s for s in voice.source.states(one.id) if isinstance(s, Deadline)]
        rows += [_row(voice, state) for state in states]
    head = ("deadline", "length", "starts", "effect_then", "norms")
    titles = tuple(tr(f"dossier.column.{one}") for one in head)
    yield Table(tr("dossier.chapter.deadlines"), titles, tuple(rows), (23, 14, 24, 23, 16))


def _row(voice: Voice, deadline: Deadline) -> tuple[Cell, ...]:
    name: list[Line] = [(voice.name(deadline)._replace(strong=True),)]
    owner = voice.source.get(deadline.parent)
    if owner is not None and not isinstance(owner, Service):
        name.append((voice.name(owner)._replace(quiet=True),))
    if valid := voice.validity(deadline):
        name.append(line(valid, quiet=True))
    return (
        tuple(name),
        dash((*cell(measured(deadline)), *_counted(deadline))),
        dash(_starts(voice, deadline)),
        dash(((voice.slot(deadline, "effect"),),) if deadline.effect else ()),
        dash(voice.norms(deadline.id)),
    )


def _starts(voice: Voice, deadline: Deadline) -> Cell:
    if deadline.starts:
        return ((voice.slot(deadline, "starts"),),)
    return cell(voice.named(deadline.starts_with)) if deadline.starts_with else ()


def _counted(deadline: Deadline) -> Iterator[Line]:
    """How it is counted, where that is not the usual (§§ 187 to 193 BGB)."""
    if deadline.counting == "begin":
        yield line(tr("dossier.deadline.begin"), quiet=True)
    if deadline.delivery:
        yield line(tr(f"dossier.deadline.{deadline.delivery}"), quiet=True)
    if deadline.weekend == "stays":
        yield line(tr("dossier.deadline.stays"), quiet=True)
