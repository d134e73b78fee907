"""What is asked, page by page, and what does the office fill in?"""

from __future__ import annotations

from collections.abc import Iterator

from exporters.dossier.blocks import Block, Cell, Heading, Line, Paragraph, Span, Table, cell, line
from exporters.dossier.chapters.asking import constraints, sort_of
from exporters.dossier.drawing import Drawing
from exporters.dossier.voice import Voice, dash
from model.checks.privacy.special_category import is_special
from model.language import tr
from model.records import Field, FieldGroup, Node, Record

_DEEPEST = 20
Row = tuple[Cell, ...]


def blocks(voice: Voice, _drawing: Drawing | None) -> Iterator[Block]:
    """A table for each page and each step with fields of its own."""
    cards = [one for one in voice.order if any(_rows(voice, one, 0))]
    if not cards:
        return
    yield Paragraph(cell(tr("dossier.pages.about")), quiet=True)
    head = ("field", "sort", "required", "conditions", "norms")
    titles = tuple(tr(f"dossier.column.{one}") for one in head)
    for card in cards:
        node = voice.source.the(card, Node)
        yield Heading(2, _heading(voice, node))
        rows = tuple(_rows(voice, card, 0))
        yield Table(voice.named(card), titles, rows, (28, 14, 11, 28, 19))


def _heading(voice: Voice, node: Node) -> Line:
    page, number = voice.pages.get(node.id), voice.numbers[node.id]
    key = "dossier.pages.page" if page else "dossier.pages.step"
    before, _, after = tr(key, n=page or number, step=number, name="\0").partition("\0")
    spans = (Span(before), voice.name(node), Span(after))
    return tuple(span for span in spans if span.words)


def _rows(voice: Voice, parent: str, depth: int) -> Iterator[Row]:
    """Fields in their order; a group is a row above its fields."""
    if depth > _DEEPEST:
        return
    for row in voice.source.rows(parent):
        if isinstance(row, FieldGroup):
            yield _group(voice, row, depth)
            yield from _rows(voice, row.id, depth + 1)
        elif isinstance(row, Field):
            yield _field(voice, row, depth)


def _group(voice: Voice, group: FieldGroup, depth: int) -> Row:
    key = "dossier.sort.either" if group.either else "dossier.sort.group"
    sort = "dossier.sort.repeated" if group.repeatable else key
    return (
        _titled(voice, group, depth, strong=True),
        cell(tr(sort)),
        dash(()),
        dash(constraints(voice, group)),
        dash(voice.norms(group.id)),
    )


def _field(voice: Voice, field: Field, depth: int) -> Row:
    answered = field.field_kind in ("input", "select")
    required = "dossier.required" if field.required else "dossier.optional"
    return (
        _titled(voice, field, depth, strong=False),
        cell(sort_of(field)),
        dash(cell(tr(required)) if answered else ()),
        dash(constraints(voice, field)),
        dash(voice.norms(field.id)),
    )


def _titled(voice: Voice, record: Record, depth: int, *, strong: bool) -> Cell:
    """The question with its help; how deep it stands shows by marks before it."""
    marks = (Span("› " * depth, quiet=True),) if depth else ()
    lines: list[Line] = [(*marks, voice.name(record)._replace(strong=strong))]
    if getattr(record, "help", "").strip():
        lines.append((voice.slot(record, "help")._replace(quiet=True),))
    if isinstance(record, Field) and is_special(record):
        lines.append(line(tr("dossier.special"), strong=True))
    return tuple(lines)
