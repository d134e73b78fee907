"""What does the service keep of a person: what for, on which norm, how long?"""

from __future__ import annotations

from collections.abc import Iterator

from exporters.dossier.blocks import Block, Cell, Paragraph, Table, cell, line
from exporters.dossier.drawing import Drawing
from exporters.dossier.voice import Voice, dash
from model.checks.privacy.special_category import is_special
from model.language import tr
from model.records import (
    Evidence,
    Fee,
    Field,
    FieldGroup,
    Flow,
    Record,
    Rule,
    TariffRow,
)
from model.records.base import nested_fields, references_of

_DEEPEST = 20


def blocks(voice: Voice, _drawing: Drawing | None) -> Iterator[Block]:
    """Answers with the same purpose, norm and time share a row (the record of Art. 30 GDPR)."""
    sorts: dict[tuple[str, Cell, str, str], list[Field]] = {}
    for field in _kept(voice):
        purpose, retention = voice.slot(field, "purpose"), voice.slot(field, "retention")
        users = voice.listed(_users(voice, field), 5)
        norms = _norms(voice, field)
        sorts.setdefault((purpose.words, norms, retention.words, users), []).append(field)
    if not sorts:
        return
    yield Paragraph(cell(tr("dossier.privacy.about")), quiet=True)
    head = ("data", "purpose", "norms", "retention", "used")
    titles = tuple(tr(f"dossier.column.{one}") for one in head)
    rows = tuple(_row(voice, fields, *sort) for sort, fields in sorts.items())
    yield Table(tr("dossier.chapter.privacy"), titles, rows, (28, 20, 17, 17, 18))


def _row(
    voice: Voice, fields: list[Field], purpose: str, norms: Cell, retention: str, users: str
) -> tuple[Cell, ...]:
    names = cell(", ".join(voice.name(field).words for field in fields))
    special = [voice.name(field).words for field in fields if is_special(field)]
    if special:
        said = tr("dossier.privacy.special", names=", ".join(special))
        names = (*names, line(said, strong=True))
    return (
        names,
        cell(purpose) or _lacking(),
        norms or _lacking(),
        cell(retention) or _lacking(),
        dash(cell(users)),
    )


def _lacking() -> Cell:
    """What is missing here is a finding, and must be seen."""
    return (line(tr("dossier.privacy.lacking"), strong=True),)


def _kept(voice: Voice) -> Iterator[Field]:
    """All answers and values, card by card."""
    for card in voice.order:
        yield from _within(voice, card, 0)


def _within(voice: Voice, parent: str, depth: int) -> Iterator[Field]:
    for row in voice.source.rows(parent) if depth < _DEEPEST else ():
        if isinstance(row, FieldGroup):
            yield from _within(voice, row.id, depth + 1)
        elif isinstance(row, Field) and row.field_kind != "label":
            yield row


def _users(voice: Voice, field: Field) -> Iterator[str]:
    """Steps that use it, also with its whole group; then what is decided or reckoned by it."""
    for one in _around(voice, field.id):
        yield from (voice.named(use.parent) for use in voice.source.uses(one))
    for record in voice.source.referring(field.id):
        if record.id == field.id or field.id not in set(_conditions(record)):
            continue
        if isinstance(record, Flow):
            yield voice.named(record.source)
        elif isinstance(record, TariffRow):
            yield voice.named(record.parent)
        elif isinstance(record, Rule | Fee | Evidence | Field | FieldGroup):
            yield voice.name(record).words


def _conditions(record: Record) -> Iterator[str]:
    for name in nested_fields(type(record)):
        value = getattr(record, name)
        if value is not None:
            yield from references_of(value)


def _around(voice: Voice, record: str) -> Iterator[str]:
    """The field, its groups, its card, the service."""
    for _ in range(_DEEPEST):
        yield record
        record = getattr(voice.source.get(record), "parent", "")
        if record not in voice.source:
            return


def _norms(voice: Voice, field: Field) -> Cell:
    """Those of the field, else of the nearest thing around it that has some."""
    found = (voice.norms(one) for one in _around(voice, field.id))
    return next((norms for norms in found if norms), ())
