"""What happens, in which order, and who does it?"""

from __future__ import annotations

from collections.abc import Iterator

from exporters.dossier.blocks import Block, Cell, Line, Paragraph, Span, Table, cell, line
from exporters.dossier.drawing import Drawing
from exporters.dossier.voice import Voice, dash, labelled
from model.expressions import flow_label
from model.grammar import TEMPLATES, kind_title
from model.grammar.kinds import template_of
from model.language import tr
from model.reading.sayings import measured
from model.records import (
    DataFlow,
    Deadline,
    Decision,
    Fee,
    FieldUse,
    Flow,
    MessageFlow,
    Node,
    Parallel,
    Role,
    Step,
    Timer,
)


def blocks(voice: Voice, _drawing: Drawing | None) -> Iterator[Block]:
    """Who takes part; then a numbered row for everything on the way, in the order of reading."""
    if not voice.order:
        return
    roles = voice.source.ordered(Role)
    if roles:
        yield _roles(voice, roles)
    yield Paragraph(cell(tr("dossier.steps.about")), quiet=True)
    head = ("number", "step", "role", "what", "on")
    rows = tuple(_row(voice, voice.source.the(node, Node)) for node in voice.order)
    titles = tuple(tr(f"dossier.column.{one}") for one in head)
    yield Table(tr("dossier.chapter.steps"), titles, rows, (6, 24, 15, 31, 24))


def _roles(voice: Voice, roles: list[Role]) -> Table:
    steps = [voice.source.role_of(node) for node in voice.order]
    rows = tuple(
        (
            ((voice.name(role),),),
            cell(tr(f"inspector.side.{role.side}")),
            cell(tr("sentence.number", value=sum(one == role for one in steps))),
        )
        for role in roles
    )
    head = ("role", "side", "elements")
    titles = tuple(tr(f"dossier.column.{one}") for one in head)
    return Table(tr("dossier.roles"), titles, rows, (50, 30, 20))


def _row(voice: Voice, node: Node) -> tuple[Cell, ...]:
    kind = TEMPLATES[key].title if (key := template_of(node)) else kind_title(node)
    name = Span(tr("dossier.steps.join")) if _only_joins(voice, node) else voice.name(node)
    page = voice.pages.get(node.id)
    said = tr("dossier.steps.page", n=page) if page else str(kind)
    title: Cell = ((name._replace(strong=True),),)
    if name.words != said:
        title = (*title, (Span(said, quiet=True),))
    role = voice.source.role_of(node.id)
    return (
        cell(tr("sentence.number", value=voice.numbers[node.id])),
        title,
        dash(((voice.name(role),),) if role is not None else ()),
        dash(_what(voice, node)),
        dash(tuple(_ways(voice, node))),
    )


def _only_joins(voice: Voice, node: Node) -> bool:
    """A sign without a name at which ways meet and nothing is decided."""
    if node.name or not isinstance(node, Decision | Parallel):
        return False
    return len(voice.source.outgoing(node.id)) <= 1 < len(voice.source.incoming(node.id))


def _what(voice: Voice, node: Node) -> Cell:
    """Everything a person must know about it: words, answers used, money, days, law."""
    lines: list[Line] = []
    if node.documentation.strip():
        lines.append((voice.slot(node, "documentation"),))
    for mode in ("reads", "checks", "decides"):
        uses = [u for u in voice.source.children(node.id, FieldUse) if u.mode == mode]
        names = voice.listed(voice.named(use.field) for use in uses)
        lines += labelled(f"dossier.use.{mode}", names)
    lines += [*_exchanged(voice, node), *_around(voice, node)]
    fee = voice.source.get(node.fee, Fee) if isinstance(node, Step) else None
    if fee is not None:
        lines += labelled("kind.fee", ((voice.name(fee),),))
    for deadline in _deadlines(voice, node):
        name = voice.name(deadline).words
        words = ", ".join(part for part in (name, measured(deadline)) if part)
        lines += labelled("kind.deadline", words)
    lines += labelled("dossier.column.norms", voice.norms(node.id))
    return tuple(lines)


def _exchanged(voice: Voice, node: Node) -> Iterator[Line]:
    """Messages to and from others, and the things it reads and makes."""
    for message in voice.source.referring(node.id, MessageFlow):
        sends = message.source == node.id
        name = voice.named(message.target if sends else message.source)
        yield line(tr("dossier.steps.sends" if sends else "dossier.steps.receives", name=name))
    ways = voice.source.referring(node.id, DataFlow)
    used = voice.listed(voice.named(way.source) for way in ways if way.target == node.id)
    made = voice.listed(voice.named(way.target) for way in ways if way.source == node.id)
    yield from labelled("dossier.steps.uses", used)
    yield from labelled("dossier.steps.makes", made)


def _around(voice: Voice, node: Node) -> Iterator[Line]:
    """What it hangs at, and what it is a part of."""
    at = getattr(node, "attached_to", "")
    if at:
        key = "dossier.steps.stops" if getattr(node, "interrupting", True) else "dossier.steps.at"
        yield line(tr(key, step=_target(voice, at)))
    if node.parent in voice.source and node.parent in voice.numbers:
        yield line(tr("dossier.steps.inside", step=_target(voice, node.parent)))


def _deadlines(voice: Voice, node: Node) -> list[Deadline]:
    named = voice.source.get(node.deadline, Deadline) if isinstance(node, Timer) else None
    found = [named] if named is not None else []
    return found + [d for d in voice.source.children(node.id, Deadline) if d != named]


def _ways(voice: Voice, node: Node) -> Iterator[Line]:
    flows = sorted(voice.view.outgoing(node.id), key=lambda f: (f.default, f.order, f.id))
    for flow in flows:
        label = _label(voice, flow, alone=len(flows) == 1)
        target = _target(voice, flow.target)
        key = "dossier.steps.to.when" if label else "dossier.steps.to"
        yield line(tr(key, label=label, target=target))


def _label(voice: Voice, flow: Flow, *, alone: bool) -> str:
    """The condition in full, not only the answer: paper has no card beside it."""
    if flow.default:
        return "" if alone else flow_label(voice.view, flow)
    if flow.condition is not None:
        return tr("flow.when", condition=voice.condition(flow.condition))
    return flow_label(voice.view, flow)


def _target(voice: Voice, node: str) -> str:
    number, record = voice.numbers.get(node), voice.source.get(node, Node)
    joins = record is not None and _only_joins(voice, record)
    name = tr("dossier.steps.join") if joins else voice.named(node)
    return tr("dossier.steps.target", n=number, name=name) if number else name
