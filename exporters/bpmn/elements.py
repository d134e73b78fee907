"""How is one part of a description written as XML? Element order as the schema wants it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from exporters.bpmn.description import (
    Event,
    Flow,
    Frame,
    Lane,
    MessageFlow,
    Node,
    Note,
    Part,
    Pool,
    Shared,
)
from exporters.bpmn.vocabulary import BPMNDI, DC, DI, q
from exporters.xmlkit.build import clean, element
from model.geometry import Point, Rect

Xml = Any
_OWN_WORDS: Final = "_words"
"""Ending of the id of the documentation that holds our readable summary; a reader of our files
leaves it out.
"""


def words_id(node: str) -> str:
    return node + _OWN_WORDS


def is_words_id(documentation: str) -> bool:
    """True for the id of a documentation that Fachwerk made itself."""
    return documentation.endswith(_OWN_WORDS)


def number(value: float) -> str:
    """A coordinate, exact, without decimals where it is whole."""
    return str(int(value)) if value == int(value) else repr(value)


def part_element(parent: Xml, tag: str, part: Part, attributes: Mapping[str, str]) -> Xml:
    """An element with id, name, further attributes, documentation and extensions."""
    made = element(parent, q(tag), {"id": part.id, "name": part.name, **attributes})
    for name, value in part.attributes.items():
        made.set(name, clean(value))
    for text in part.documentation:
        element(made, q("documentation"), None, text)
    if isinstance(part, Node) and part.words:
        element(made, q("documentation"), {"id": words_id(part.id)}, part.words)
    if part.extensions:
        holder = element(made, q("extensionElements"))
        for extend in part.extensions:
            extend(holder)
    return made


def node_element(parent: Xml, node: Node, incoming: Sequence[str], outgoing: Sequence[str]) -> Xml:
    """A flow node with its references; the children of a sub-process are added by the caller."""
    attributes = {"default": node.default}
    if node.tag == "boundaryEvent":
        attributes["attachedToRef"] = node.attached_to
    made = part_element(parent, node.tag, node, attributes)
    for flow in incoming:
        element(made, q("incoming"), None, flow)
    for flow in outgoing:
        element(made, q("outgoing"), None, flow)
    if node.event is not None:
        event_element(made, f"{node.id}_{node.event.sort}Definition", node.event)
    return made


def event_element(parent: Xml, definition_id: str, event: Event) -> None:
    """The definition inside an event."""
    attributes = {"id": definition_id}
    if event.refers:
        attributes[f"{event.sort}Ref"] = event.refers
    made = element(parent, q(f"{event.sort}EventDefinition"), attributes)
    for name, value in event.attributes.items():
        made.set(name, clean(value))
    if event.extensions:
        holder = element(made, q("extensionElements"))
        for extend in event.extensions:
            extend(holder)
    if event.time:
        element(made, q(event.time_tag), None, event.time)


def flow_element(parent: Xml, flow: Flow) -> Xml:
    """A sequence flow with its condition."""
    ends = {"sourceRef": flow.source, "targetRef": flow.target}
    made = part_element(parent, "sequenceFlow", flow, ends)
    if flow.condition_text:
        condition_element(made, flow.condition_text, flow.condition_attributes)
    return made


def condition_element(flow: Xml, text: str, attributes: Mapping[str, str] | None = None) -> None:
    """The condition of a way; without attributes it is natural language."""
    condition = element(flow, q("conditionExpression"), None, text)
    for name, value in (attributes or {}).items():
        condition.set(name, clean(value))


def message_flow_element(parent: Xml, flow: MessageFlow) -> Xml:
    return part_element(
        parent, "messageFlow", flow, {"sourceRef": flow.source, "targetRef": flow.target}
    )


def pool_element(parent: Xml, pool: Pool) -> Xml:
    return part_element(parent, "participant", pool, {"processRef": pool.process})


def lane_element(parent: Xml, lane: Lane, nodes: Sequence[str]) -> Xml:
    made = part_element(parent, "lane", lane, {})
    for node in nodes:
        element(made, q("flowNodeRef"), None, node)
    return made


def shared_element(parent: Xml, shared: Shared) -> Xml:
    code = {"errorCode": shared.code} if shared.sort == "error" else {}
    return part_element(parent, shared.sort, shared, code)


def category_element(parent: Xml, frame: Frame) -> Xml:
    """The category that bears the name of a group."""
    made = element(parent, q("category"), {"id": frame.category})
    element(made, q("categoryValue"), {"id": frame.value, "value": frame.name})
    return made


def group_element(parent: Xml, frame: Frame) -> Xml:
    value = {"categoryValueRef": frame.value} if frame.value else {}
    return element(parent, q("group"), {"id": frame.id, **value})


def note_element(parent: Xml, note: Note) -> Xml:
    """A text annotation."""
    made = element(parent, q("textAnnotation"), {"id": note.id})
    element(made, q("text"), None, note.name)
    return made


def association_element(parent: Xml, association: str, source: str, target: str) -> Xml:
    ends = {"sourceRef": source, "targetRef": target}
    return element(parent, q("association"), {"id": association, **ends})


# ------------------------------------------------------------------------------------ the picture


def shape_element(
    plane: Xml, shape_id: str, about: str, box: Rect, attributes: Mapping[str, str] | None = None
) -> Xml:
    """A shape with its bounds."""
    made = element(
        plane,
        f"{{{BPMNDI}}}BPMNShape",
        {"id": shape_id, "bpmnElement": about, **(attributes or {})},
    )
    bounds = {
        "x": number(box.x),
        "y": number(box.y),
        "width": number(box.width),
        "height": number(box.height),
    }
    element(made, f"{{{DC}}}Bounds", bounds)
    return made


def edge_element(plane: Xml, edge_id: str, about: str, points: Sequence[Point]) -> Xml:
    """An edge with its way points."""
    made = element(plane, f"{{{BPMNDI}}}BPMNEdge", {"id": edge_id, "bpmnElement": about})
    for point in points:
        waypoint_element(made, point)
    return made


def waypoint_element(edge: Xml, point: Point) -> Xml:
    return element(edge, f"{{{DI}}}waypoint", {"x": number(point.x), "y": number(point.y)})
