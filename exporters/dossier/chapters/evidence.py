"""What must be proved, when, and could a register say it instead?"""

from __future__ import annotations

from collections.abc import Iterator

from exporters.dossier.blocks import Block, Cell, Span, Table, cell
from exporters.dossier.drawing import Drawing
from exporters.dossier.voice import Voice, dash, labelled
from model.language import tr
from model.records import Evidence


def blocks(voice: Voice, _drawing: Drawing | None) -> Iterator[Block]:
    """One row for each proof, in the order in which they are asked for."""
    found = voice.source.ordered(Evidence)
    if not found:
        return
    found.sort(key=lambda e: (_number(voice, e), e.order, e.id))
    head = ("evidence", "needed", "reason", "norms")
    titles = tuple(tr(f"dossier.column.{one}") for one in head)
    rows = tuple(_row(voice, one) for one in found)
    yield Table(tr("dossier.chapter.evidence"), titles, rows, (27, 25, 30, 18))


def _number(voice: Voice, evidence: Evidence) -> int:
    card = voice.source.card_of(evidence.id)
    return voice.numbers.get(card.id, 0) if card is not None else 0


def _row(voice: Voice, evidence: Evidence) -> tuple[Cell, ...]:
    name: Cell = ((voice.name(evidence)._replace(strong=True),),)
    if evidence.document_type:
        name = (*name, (Span(evidence.document_type, quiet=True),))
    shown = voice.view.the(evidence.id, Evidence)
    reason: Cell = ((voice.slot(evidence, "reason"),),) if evidence.reason else ()
    register = labelled("dossier.evidence.register", evidence.source_register)
    upload = voice.named(evidence.upload) if evidence.upload else ""
    when = voice.condition(shown.needed)
    needed = tr("flow.when", condition=when) if when else tr("dossier.always")
    return (
        (*name, *labelled("dossier.evidence.upload", upload)),
        cell(needed),
        dash((*reason, *register)),
        dash(voice.norms(evidence.id)),
    )
