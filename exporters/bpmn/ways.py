"""How do ways that leave an answer become gateways, and what stands on them?

On the canvas the question stands on the card and each answer has its own way. BPMN asks for a sign
in between: an
exclusive gateway where the ways have conditions, a parallel one where all are taken. A sign that
both joins and
splits is written as two.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from exporters.bpmn.description import Description, Flow, Node
from exporters.bpmn.naming import Names
from exporters.report import ExportReport
from model.document import Snapshot
from model.expressions import flow_label, sentence
from model.geometry import Rect
from model.grammar import title
from model.graph import reading_order
from model.language import say, tr
from model.records import Field, Rule
from model.records import Flow as FlowRecord
from model.records import Node as NodeRecord

GATEWAY = 50.0


@dataclass(frozen=True, slots=True)
class Inserted:
    """A gateway the picture must make room for, before or after an existing node."""

    gateway: Node
    neighbour: Node
    side: Literal["before", "after"]


def in_reading_order(view: Snapshot) -> list[NodeRecord]:
    """All nodes in the order a person reads them; independent of the order of insertion."""
    return [view.the(node, NodeRecord) for node in reading_order(view)]


def label(view: Snapshot, flow: FlowRecord) -> str:
    """What stands on a way: its name, or the words of its condition."""
    return flow.name or flow_label(view, flow) or condition_text(view, flow)


def condition_text(view: Snapshot, flow: FlowRecord) -> str:
    """The condition as a sentence, or the kept text of a foreign one."""
    if flow.condition is not None:
        return sentence(view, flow.condition)
    return flow.extra("condition")


def insert_gateways(
    description: Description, view: Snapshot, names: Names, report: ExportReport
) -> list[Inserted]:
    """Put gateways where BPMN wants one; the picture follows in ``diagram.make_room``."""
    outgoing: dict[str, list[Flow]] = defaultdict(list)
    incoming: dict[str, list[Flow]] = defaultdict(list)
    for flow in description.flows.values():
        outgoing[flow.source].append(flow)
        incoming[flow.target].append(flow)
    inserted: list[Inserted] = []
    for node in list(description.nodes.values()):
        leaving, arriving = outgoing[node.id], incoming[node.id]
        if node.tag.endswith("Gateway"):
            _settle_gateway(node, leaving, view, report)
            if len(leaving) > 1 and len(arriving) > 1:
                inserted.append(_join_before(description, node, arriving, names))
        elif len(leaving) > 1:
            inserted.append(_split_after(description, node, leaving, view, names, report))
        else:
            _settle_single(node, leaving, report)
    return inserted


def _settle_gateway(node: Node, leaving: list[Flow], view: Snapshot, report: ExportReport) -> None:
    """Give a splitting gateway its label and a default where exactly one way has no condition."""
    if node.tag in ("parallelGateway", "eventBasedGateway") or len(leaving) < 2:
        node.default = ""
        return
    _settle_default(node, leaving, report)
    if not node.name:
        node.name = question(view, leaving)
        report.substituted(node.record, say("bpmn.substituted.name", name=node.name))


def _settle_default(node: Node, leaving: list[Flow], report: ExportReport) -> None:
    open_ways = [flow for flow in leaving if not flow.condition_text]
    if not node.default and len(open_ways) == 1 and len(leaving) > 1:
        node.default = open_ways[0].id
        open_ways[0].name = open_ways[0].name or tr("flow.else")
        report.substituted(open_ways[0].record, say("bpmn.substituted.default"))


def _settle_single(node: Node, leaving: list[Flow], report: ExportReport) -> None:
    """One way only: an event cannot ask, a card may; a default would be superfluous."""
    node.default = ""
    for flow in leaving:
        if node.tag.endswith("Event") and flow.condition_text:
            report.lost(flow.record, say("bpmn.lost.condition", text=flow.condition_text))
            flow.condition, flow.condition_text = None, ""


def _join_before(
    description: Description, node: Node, arriving: list[Flow], names: Names
) -> Inserted:
    waits = node.tag in ("parallelGateway", "inclusiveGateway")
    tag = node.tag if waits else "exclusiveGateway"
    gateway = _gateway(description, node, tag, names.made(f"{node.id}_join"))
    for flow in arriving:
        flow.target = gateway.id
    _between(description, gateway, node, names)
    return Inserted(gateway, node, "before")


def _split_after(
    description: Description,
    node: Node,
    leaving: list[Flow],
    view: Snapshot,
    names: Names,
    report: ExportReport,
) -> Inserted:
    asks = bool(node.default) or any(flow.condition_text for flow in leaving)
    tag = "exclusiveGateway" if asks else "parallelGateway"
    gateway = _gateway(description, node, tag, names.made(f"{node.id}_split"))
    for flow in leaving:
        flow.source = gateway.id
    if asks:
        gateway.name = question(view, leaving)
        gateway.default, node.default = node.default, ""
        _settle_default(gateway, leaving, report)
    _between(description, node, gateway, names)
    report.substituted(node.record, say("bpmn.substituted.gateway"))
    return Inserted(gateway, node, "after")


def _gateway(description: Description, node: Node, tag: str, gateway_id: str) -> Node:
    gateway = Node(
        id=gateway_id,
        tag=tag,
        process=node.process,
        parent=node.parent,
        lane=node.lane,
        box=Rect(0, 0, GATEWAY, GATEWAY),
    )
    description.nodes[gateway.id] = gateway
    return gateway


def _between(description: Description, source: Node, target: Node, names: Names) -> None:
    flow_id = names.made(f"{source.id}_to_{target.id}")
    description.flows[flow_id] = Flow(
        id=flow_id,
        source=source.id,
        target=target.id,
        process=source.process,
        parent=source.parent,
    )


def question(view: Snapshot, flows: list[Flow]) -> str:
    """What a gateway asks: the one field, or the one named rule, all conditions are about; else
    a general question.
    """
    asked: set[str] = set()
    for flow in flows:
        record = view.get(flow.record, FlowRecord)
        if record is not None and record.condition is not None:
            for found in map(view.get, record.references()):
                if isinstance(found, Field | Rule):
                    asked.add(title(found).rstrip("?: "))
    if len(asked) == 1 and (label := asked.pop()):
        return tr("bpmn.question", label=label[0].upper() + label[1:])
    return tr("bpmn.question.open")
