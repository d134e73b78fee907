"""How is one part of a description written as XML? Element order as the schema wants it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from exporters.bpmn.description import (
    DataWay,
    Event,
    Extension,
    Flow,
    Frame,
    Lane,
    MessageFlow,
    Node,
    Note,
    Part,
    Pool,
    Shared,
    Thing,
)
from exporters.bpmn.vocabulary import BPMNDI, DATA_WAYS, DC, DI, SHARED_CODES, q
from exporters.xmlkit.build import clean, element
from model.geometry import Point, Rect

Xml = Any
PLACE: Final = "__targetRef_placeholder"
"""The name the tools of bpmn.io give to what a step reads into."""
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


def node_element(
    parent: Xml,
    node: Node,
    incoming: Sequence[str],
    outgoing: Sequence[str],
    data: Sequence[DataWay] = (),
) -> Xml:
    """A flow node with its references; the children of a sub-process are added by the caller."""
    attributes = {"default": node.default}
    if node.tag == "boundaryEvent":
        attributes["attachedToRef"] = node.attached_to
    made = part_element(parent, node.tag, node, attributes)
    for flow in incoming:
        element(made, q("incoming"), None, flow)
    for flow in outgoing:
        element(made, q("outgoing"), None, flow)
    for way in data:
        if way.reads:
            place_element(made, way.place)
    for way in sorted(data, key=lambda way: not way.reads):
        data_way_element(made, way)
    if node.repeats:
        repeats_element(made, node.repeats, node.repeats_with)
    if node.event is not None:
        event_element(made, f"{node.id}_{node.event.sort}Definition", node.event)
    return made


def event_element(parent: Xml, definition_id: str, event: Event) -> None:
    """The definition inside an event."""
    attributes = {"id": definition_id}
    if event.refers:
        attributes[f"{event.sort}Ref"] = event.refers
    if event.name:
        attributes["name"] = event.name
    made = element(parent, q(f"{event.sort}EventDefinition"), attributes)
    for name, value in event.attributes.items():
        made.set(name, clean(value))
    if event.extensions:
        holder = element(made, q("extensionElements"))
        for extend in event.extensions:
            extend(holder)
    if event.time:
        element(made, q(event.time_tag), None, event.time)
    if event.sort == "conditional":
        condition = element(made, q("condition"), None, event.condition)
        for name, value in event.condition_attributes.items():
            condition.set(name, clean(value))


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
    code = {SHARED_CODES[shared.sort]: shared.code} if shared.sort in SHARED_CODES else {}
    return part_element(parent, shared.sort, shared, code)


def repeats_element(parent: Xml, repeats: str, inside: Sequence[Extension] = ()) -> Xml:
    """Again while it must, or once for each thing."""
    if repeats == "loop":
        made = element(parent, q("standardLoopCharacteristics"))
    else:
        side_by_side = "true" if repeats == "sequential" else "false"
        marks = {"isSequential": side_by_side}
        made = element(parent, q("multiInstanceLoopCharacteristics"), marks)
    for fill in inside:
        fill(made)
    return made


def place_element(parent: Xml, place: str) -> Xml:
    """What a step reads into. BPMN wants one; the tools for it show none."""
    return element(parent, q("property"), {"id": place, "name": PLACE})


def data_way_element(parent: Xml, way: DataWay) -> Xml:
    """A data association; it stands inside the node that reads or writes."""
    made = part_element(parent, DATA_WAYS[0 if way.reads else 1], way, {})
    if way.reads:
        element(made, q("sourceRef"), None, way.thing)
    element(made, q("targetRef"), None, way.place if way.reads else way.thing)
    return made


def thing_elements(parent: Xml, thing: Thing) -> Xml:
    """A data object and the reference that is drawn; of a store the reference alone."""
    if thing.form == "store":
        return part_element(parent, "dataStoreReference", thing, {"dataStoreRef": thing.whole})
    many = {"isCollection": "true"} if thing.many else {}
    element(parent, q("dataObject"), {"id": thing.whole, **many})
    made = part_element(parent, "dataObjectReference", thing, {"dataObjectRef": thing.whole})
    state_element(made, thing.state)
    return made


def state_element(thing: Xml, state: str) -> None:
    if state:
        element(thing, q("dataState"), {"name": state})


def store_element(parent: Xml, thing: Thing) -> Xml:
    """The store itself, at the root: it outlives the process."""
    return element(parent, q("dataStore"), {"id": thing.whole, "name": thing.name})


def io_element(parent: Xml, things: Sequence[Thing]) -> Xml:
    """What a process gets and gives, with the two sets that the schema wants."""
    made = element(parent, q("ioSpecification"))
    tags = {"input": "dataInput", "output": "dataOutput"}
    for form, tag in tags.items():
        for thing in things:
            if thing.form == form:
                many = {"isCollection": "true"} if thing.many else {}
                state_element(part_element(made, tag, thing, many), thing.state)
    for form, tag in tags.items():
        names = [thing.id for thing in things if thing.form == form]
        io_set(made, tag, names)
    return made


def io_set(parent: Xml, tag: str, names: Sequence[str]) -> Xml:
    made = element(parent, q("inputSet" if tag == "dataInput" else "outputSet"))
    for name in names:
        element(made, q(f"{tag}Refs"), None, name)
    return made


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
