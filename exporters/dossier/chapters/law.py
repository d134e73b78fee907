"""On which norms does it rest, and what rests on each?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args

from exporters.dossier.blocks import Block, Cell, Line, Span, Table, cell
from exporters.dossier.drawing import Drawing
from exporters.dossier.voice import Voice, dash
from model.grammar import kind_title
from model.language import tr
from model.records import Norm, Record
from model.records.names import title

_LEVELS = get_args(Norm.model_fields["level"].annotation)
_NUMBERS = re.compile(r"(\d+)")


def blocks(voice: Voice, _drawing: Drawing | None) -> Iterator[Block]:
    """The norms, acts before ordinances and bylaws, each by paragraph; dated wordings below it."""
    norms = sorted(voice.source.of(Norm), key=_rank)
    if not norms:
        return
    rows: list[tuple[Cell, ...]] = []
    for norm in norms:
        states = [s for s in voice.source.states(norm.id) if isinstance(s, Norm)]
        rows += [_row(voice, norm, used=True), *(_row(voice, s, used=False) for s in states)]
    head = ("norm", "level", "valid", "resting")
    titles = tuple(tr(f"dossier.column.{one}") for one in head)
    yield Table(tr("dossier.chapter.law"), titles, tuple(rows), (38, 15, 17, 30))


def _rank(norm: Norm) -> tuple[int, str, list[tuple[int, str]], str]:
    parts = _NUMBERS.split(norm.paragraph)
    natural = [(int(p[:9]), "") if p.isdecimal() else (0, p) for p in parts]
    return _LEVELS.index(norm.level), norm.law, natural, norm.id


def _row(voice: Voice, norm: Norm, *, used: bool) -> tuple[Cell, ...]:
    """The citation leads to the wording; the address beside it is for paper."""
    lines: list[Line] = [(voice.name(norm)._replace(strong=used, link=norm.link),)]
    if norm.title and norm.cited_as:
        lines.append((voice.foreign(norm.title),))
    if norm.link:
        lines.append((Span(norm.link, quiet=True),))
    resting = _resting(voice, norm) if used else tr("dossier.law.state")
    return (
        tuple(lines),
        cell(tr(f"inspector.norm.level.{norm.level}")),
        cell(voice.validity(norm) or tr("dossier.valid.always")),
        dash(cell(resting)),
    )


def _resting(voice: Voice, norm: Norm) -> str:
    found = sorted(voice.source.resting_on(norm.id), key=lambda r: _order(voice, r))
    return voice.listed(_called(voice, record) for record in found)


def _order(voice: Voice, record: Record) -> tuple[int, str, str]:
    """As on the way; what stands on no card comes first."""
    card = voice.source.card_of(record.id)
    number = voice.numbers.get(card.id, 0) if card is not None else 0
    return number, getattr(record, "order", ""), record.id


def _called(voice: Voice, record: Record) -> str:
    return voice.name(record).words if title(record) else str(kind_title(record))
