"""What do the signs in the diagram mean?"""

from __future__ import annotations

from collections.abc import Iterator

from exporters.dossier.blocks import Block, Cell, Points, Span, Table, cell, line
from exporters.dossier.drawing import Drawing
from exporters.dossier.voice import Voice, dash
from model.grammar import TEMPLATES, icon_of, kind_title
from model.grammar.kinds import template_of
from model.language import tr
from model.records import Field, FieldUse, Flow, Node, Norm, Record


def blocks(voice: Voice, drawing: Drawing | None) -> Iterator[Block]:
    """The signs that occur, each once, with the term of the standards; then the marks."""
    view = voice.source
    drawn: list[Record] = [*view.of(Node), *view.of(Field), *view.of(FieldUse)]
    found = {icon_of(one): one for one in reversed(drawn) if icon_of(one)}
    if not found:
        return
    told = sorted((_called(record), sign) for sign, record in found.items())
    rows = tuple(_row(words, sign, found[sign], drawing) for words, sign in told)
    titles = tuple(tr(f"dossier.column.{one}") for one in ("sign", "term"))
    yield Table(tr("dossier.chapter.signs"), titles, rows, (45, 55))
    marks = [
        ("paper.required", any(field.required for field in view.of(Field))),
        ("paper.otherwise", any(flow.default for flow in view.of(Flow))),
        ("paper.condition", any(flow.condition is not None for flow in view.of(Flow))),
        ("paper.norm", bool(view.of(Norm))),
    ]
    lines = tuple(line(tr(key)) for key, there in marks if there)
    if lines:
        yield Points(lines)


def _row(words: str, sign: str, record: Record, drawing: Drawing | None) -> tuple[Cell, ...]:
    picture = drawing.signs.get(sign, b"") if drawing is not None else b""
    key = template_of(record)
    term = cell(TEMPLATES[key].hint) if key else ()
    return ((Span(words, picture=picture),),), dash(term)


def _called(record: Record) -> str:
    """The name of the building block it was made of, else of its kind."""
    key = template_of(record)
    return str(TEMPLATES[key].title if key else kind_title(record))
