"""Which rules hold beyond a single answer, said as sentences?"""

from __future__ import annotations

from collections.abc import Iterator

from exporters.dossier.blocks import Block, Cell, Line, Paragraph, Span, Table, cell, line
from exporters.dossier.drawing import Drawing
from exporters.dossier.voice import Voice, dash, labelled
from model.language import tr
from model.records import Rule

_NAMED = ("condition", "calculation")
"""Purposes whose sentence is about the rule's own name where it has one."""


def blocks(voice: Voice, _drawing: Drawing | None) -> Iterator[Block]:
    """One row for each rule: what it is, its sentence, what it is about, its law."""
    rules = voice.source.ordered(Rule)
    if not rules:
        return
    places = {one: number for number, one in enumerate(voice.order)}
    rules.sort(key=lambda rule: (_place(voice, rule, places), rule.order, rule.id))
    yield Paragraph(cell(tr("dossier.rules.about")), quiet=True)
    head = ("rule", "sentence", "about", "norms")
    titles = tuple(tr(f"dossier.column.{one}") for one in head)
    rows = tuple(_row(voice, rule) for rule in rules)
    yield Table(tr("dossier.chapter.rules"), titles, rows, (24, 41, 17, 18))


def _place(voice: Voice, rule: Rule, places: dict[str, int]) -> int:
    card = voice.source.card_of(rule.id)
    return places.get(card.id, len(places)) if card is not None else len(places)


def _row(voice: Voice, rule: Rule) -> tuple[Cell, ...]:
    kind = tr(f"inspector.rule.{rule.purpose}")
    title: Cell = ((Span(kind, quiet=True),),)
    if rule.name:
        title = ((voice.name(rule)._replace(strong=True),), *title)
    about = voice.source.get(rule.parent)
    return (
        title,
        dash(_said(voice, rule)),
        dash(((voice.name(about),),) if about is not None else ()),
        dash(voice.norms(rule.id)),
    )


def _said(voice: Voice, rule: Rule) -> Cell:
    lines: list[Line] = []
    if rule.expression is not None:
        own = rule.name if rule.purpose in _NAMED else ""
        name = voice.name(rule).words if own else voice.named(rule.parent)
        condition = voice.condition(rule.expression)
        lines.append(line(tr(f"telling.rule.{rule.purpose}", name=name, condition=condition)))
    if rule.description.strip():
        lines.append((voice.slot(rule, "description"),))
    if rule.message.strip():
        lines += labelled("dossier.rule.message", ((voice.slot(rule, "message"),),))
    return tuple(lines)
