"""How does a service, or a part of it, read aloud?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from model.document.queries import Queries
from model.expressions import flow_label, sentence
from model.grammar import kind_title, title
from model.graph import page_numbers, reading_order
from model.language import Message, say
from model.reading.sayings import measured, way_title
from model.records import (
    Annotation,
    Deadline,
    Evidence,
    Fee,
    Field,
    FieldGroup,
    FieldUse,
    Flow,
    MessageFlow,
    Node,
    Option,
    Record,
    Rule,
    TariffRow,
)

INDENT = "    "
Line = tuple[int, object]
"""How deep, and what."""


def told(view: Queries, ids: Iterable[str] | None = None) -> str:
    """The whole service in the order of reading, or only these elements: cards with their rows,
    conditions, law, deadlines and ways, one thing a line.
    """
    lines: list[Line] = []
    if ids is None:
        pages = page_numbers(view)
        lines += [(0, title(view.service))] if title(view.service) else []
        lines += [line for node in reading_order(view) for line in _node(view, node, pages)]
        lines += [line for note in view.of(Annotation) for line in _other(view, note)]
    else:
        lines = _chosen(view, tuple(ids))
    return "\n".join(f"{INDENT * depth}{' '.join(str(what).split())}" for depth, what in lines)


def _chosen(view: Queries, ids: tuple[str, ...]) -> list[Line]:
    there = [i for i in dict.fromkeys(ids) if i in view]
    nodes = {i for i in there if isinstance(view[i], Node)}
    order = reading_order(view) if len(nodes) > 1 else list(nodes)
    pages = page_numbers(view) if nodes else {}
    lines = [line for node in order if node in nodes for line in _node(view, node, pages)]
    for one in there:
        if one not in nodes:
            lines += _other(view, view[one])
    return lines


def _node(view: Queries, node: str, pages: Mapping[str, int]) -> Iterator[Line]:
    record = view.the(node, Node)
    number = pages.get(node)
    role = view.role_of(node)
    name = _named(record)
    named = say("told.page", n=number, name=name) if number else name
    yield 0, say("told.card", card=named, role=title(role)) if role and title(role) else named
    if record.documentation:
        yield 1, record.documentation
    yield from _facts(view, record, 1)
    for row in view.rows(node):
        yield from _row(view, row, 1)
    fee = view.get(getattr(record, "fee", ""), Fee)
    if fee is not None:
        yield from _fee(view, fee)
    for flow in sorted(view.outgoing(node), key=lambda f: (f.default, f.order, f.id)):
        yield 1, _way(view, flow)


def _named(record: Record) -> object:
    name, kind = title(record), kind_title(record)
    return say("told.named", kind=kind, name=name) if name else kind


def _row(view: Queries, row: Record, depth: int) -> Iterator[Line]:
    if isinstance(row, FieldUse):
        field = view.get(row.field)
        yield depth, say(f"told.use.{row.mode}", field=title(field) if field else "")
        return
    required = isinstance(row, Field) and row.required
    yield depth, say("told.required", row=_named(row)) if required else _named(row)
    if isinstance(row, Field):
        answers = ", ".join(option.label for option in view.options(row.id))
        if answers:
            yield depth + 1, say("told.answers", answers=answers)
    if text := getattr(row, "help", ""):
        yield depth + 1, text
    visible = getattr(row, "visible", None)
    if visible is not None:
        yield depth + 1, say("told.visible", condition=sentence(view, visible))
    value = getattr(row, "value", None)
    if value is not None:
        yield depth + 1, say("told.value", value=sentence(view, value))
    yield from _facts(view, row, depth + 1)
    if isinstance(row, FieldGroup) and depth < 40:
        for inner in view.rows(row.id):
            yield from _row(view, inner, depth + 1)


def _facts(view: Queries, record: Record, depth: int) -> Iterator[Line]:
    """Law, evidence, deadlines and rules of a card or row."""
    norms = ", ".join(norm.cited_as or norm.title for norm in view.norms(record.id))
    if norms:
        yield depth, say("told.norms", norms=norms)
    for evidence in view.children(record.id, Evidence):
        when = sentence(view, evidence.needed) if evidence.needed is not None else ""
        key = "told.evidence.when" if when else "told.evidence"
        yield depth, say(key, name=evidence.name, condition=when)
    for deadline in view.children(record.id, Deadline):
        yield depth, say("told.deadline", length=measured(deadline) or deadline.name)
    for rule in view.children(record.id, Rule):
        words = rule.message or rule.description or rule.name
        said = sentence(view, rule.expression) if rule.expression is not None else ""
        yield depth, say("told.rule", rule=" · ".join(part for part in (words, said) if part))


def _fee(view: Queries, fee: Fee) -> Iterator[Line]:
    parts = " · ".join(part for part in (fee.name, measured(fee)) if part)
    yield 1, say("told.fee", fee=parts)
    for row in view.children(fee.id, TariffRow):
        when = sentence(view, row.when) if row.when is not None else row.label
        yield 2, say("told.tariff", when=when or say("told.always"), amount=measured(row))


def _way(view: Queries, flow: Flow) -> Message:
    target = view.get(flow.target)
    name = _named(target) if target is not None else ""
    if flow.default:
        return say("told.way.else", target=name)
    if flow.condition is not None:
        return say("told.way.when", condition=sentence(view, flow.condition), target=name)
    label = flow_label(view, flow)
    return (
        say("told.way.named", label=label, target=name) if label else say("told.way", target=name)
    )


def _other(view: Queries, record: Record) -> Iterator[Line]:
    if isinstance(record, Flow):
        yield 0, way_title(view, record)
        yield 1, _way(view, record)
    elif isinstance(record, MessageFlow):
        yield 0, way_title(view, record)
    elif isinstance(record, Option):
        yield 0, record.label
    elif record.family == "row":
        yield from _row(view, record, 0)
    else:
        yield 0, _named(record)
