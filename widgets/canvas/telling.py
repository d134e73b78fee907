"""How is an element of the canvas told in words, to somebody who does not see it?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from model.expressions import flow_label
from model.grammar import kind_title, title
from model.language import tr
from model.records import DataFlow, Flow, MessageFlow, Node, Option
from widgets.canvas.scene import CanvasScene
from widgets.items.node import NodeItem
from widgets.painters.looks import RowLook


def name_of(graph: CanvasScene, record_id: str, order: Sequence[str]) -> str:
    """ "2 Ihr Fahrzeug, Seite, 3 von 9" · "Weg von A nach B, wenn Nein" · "Name, Feld,
    Pflichtangabe".
    """
    record = graph.view_of[record_id]
    if isinstance(record, Flow | MessageFlow | DataFlow):
        ends = tr(
            "access.data_way" if isinstance(record, DataFlow) else "access.way",
            source=_called(graph, record.source),
            target=_called(graph, record.target),
        )
        label = flow_label(graph.view_of, record) if isinstance(record, Flow) else record.name
        return f"{ends}, {label}" if label else ends
    if isinstance(record, Node):
        nodes = [one for one in order if one in graph.nodes]
        place = nodes.index(record_id) + 1 if record_id in nodes else 0
        name, kind = _called(graph, record_id), str(kind_title(record))
        called = name if name == kind else f"{name}, {kind}"
        return tr("access.node", called=called, n=place, total=len(nodes))
    row = row_of(graph, record_id)
    words = row.text if row is not None else title(record)
    parts = [words or tr("canvas.unnamed"), str(kind_title(record))]
    if row is not None and row.required:
        parts.append(tr("access.required"))
    return ", ".join(parts)


def _called(graph: CanvasScene, node: str) -> str:
    item = graph.nodes.get(node)
    if isinstance(item, NodeItem) and item.look.title:
        return item.look.title
    record = graph.view_of.get(node)
    return (title(record) or str(kind_title(record))) if record is not None else ""


def row_of(graph: CanvasScene, record_id: str) -> RowLook | None:
    """The row of a card by the id of its record."""
    card = graph.view_of.card_of(record_id)
    item = graph.nodes.get(card.id) if card is not None else None
    if not isinstance(item, NodeItem):
        return None
    return next((row for row in item.look.rows if row.id == record_id), None)


def description_of(graph: CanvasScene, record_id: str, badges: Mapping[str, str]) -> str:
    """Where it leads, what is in it, what was found; of the whole list: how much there is."""
    if not record_id:
        steps = tr("access.nodes", n=len(graph.nodes))
        ways = tr("access.ways", n=len(graph.flows))
        return f"{steps}, {ways}"
    record = graph.view_of[record_id]
    parts = list(_node_parts(graph, record_id)) if isinstance(record, Node) else []
    row = (
        None
        if isinstance(record, Node | Flow | MessageFlow | DataFlow)
        else row_of(graph, record_id)
    )
    if row is not None and row.chip:
        parts.append(tr("access.norm", norm=row.chip))
    parts += [
        tr("access.leads", target=_called(graph, flow.target))
        for flow in graph.view_of.referring(record_id, Flow)
        if isinstance(record, Option)
    ]
    if record_id in badges:
        parts.append(tr(f"access.finding.{badges[record_id]}"))
    if record_id in graph.remarks:
        parts.append(tr("access.remarks", n=graph.remarks[record_id]))
    return "; ".join(parts)


def _node_parts(graph: CanvasScene, node: str) -> Iterator[str]:
    view = graph.view_of
    record = view.the(node, Node)
    role = view.role_of(node)
    if role is not None and record.kind == "step":
        yield tr("access.lane", role=title(role))
    for flow in view.outgoing(node):
        label = flow_label(view, flow)
        target = _called(graph, flow.target)
        key = "access.leads_when" if label else "access.leads"
        yield tr(key, target=target, label=label)
    if not view.outgoing(node) and record.kind != "end":
        yield tr("access.leads_nowhere")
    yield from _beside_the_way(graph, record)
    item = graph.nodes[node]
    if item.look.count:
        yield item.look.count
    if item.look.badge:
        yield tr("access.deadline", length=item.look.badge)


def _beside_the_way(graph: CanvasScene, node: Node) -> Iterator[str]:
    """What it hangs at, how it repeats, which data objects it reads and writes."""
    host = str(getattr(node, "attached_to", ""))
    if host in graph.view_of:
        yield tr("access.hangs", step=_called(graph, host))
    repeats = str(getattr(node, "repeats", ""))
    if repeats:
        yield tr(f"access.repeats.{repeats}")
    for way in graph.view_of.referring(node.id, DataFlow):
        writes = way.source == node.id
        other = _called(graph, way.target if writes else way.source)
        yield tr("access.writes" if writes else "access.reads", data=other)


def announce(widget: QWidget, words: str) -> None:
    """Newer readers speak it at once; older ones hear the focus that follows."""
    if QAccessible.isActive() and words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
