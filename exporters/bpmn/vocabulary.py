"""What are things called in BPMN 2.0, and which record do they become?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from model.records import (
    Decision,
    End,
    ForeignNode,
    Message,
    Node,
    Parallel,
    ServiceCall,
    Start,
    Step,
    SubProcess,
    Timer,
)

BPMN: Final = "http://www.omg.org/spec/BPMN/20100524/MODEL"
BPMNDI: Final = "http://www.omg.org/spec/BPMN/20100524/DI"
DC: Final = "http://www.omg.org/spec/DD/20100524/DC"
DI: Final = "http://www.omg.org/spec/DD/20100524/DI"
XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"
NAMESPACES: Final = {"bpmn": BPMN, "bpmndi": BPMNDI, "dc": DC, "di": DI}
MEDIA_TYPE: Final = "application/bpmn+xml"


def q(name: str) -> str:
    """The full name of a BPMN element."""
    return f"{{{BPMN}}}{name}"


ACTIVITIES: Final[Mapping[str, type[Node]]] = {
    "task": Step,
    "userTask": Step,
    "manualTask": Step,
    "serviceTask": Step,
    "scriptTask": Step,
    "businessRuleTask": Step,
    "sendTask": Step,
    "receiveTask": Step,
    "subProcess": SubProcess,
    "transaction": SubProcess,
    "adHocSubProcess": SubProcess,
    "callActivity": ServiceCall,
}
GATEWAYS: Final[Mapping[str, type[Node]]] = {
    "exclusiveGateway": Decision,
    "inclusiveGateway": Decision,
    "eventBasedGateway": Decision,
    "complexGateway": Decision,
    "parallelGateway": Parallel,
}
EVENTS: Final[Mapping[str, type[Node]]] = {
    "startEvent": Start,
    "endEvent": End,
    "intermediateCatchEvent": ForeignNode,
    "intermediateThrowEvent": ForeignNode,
    "boundaryEvent": ForeignNode,
}
"""What an event becomes unless its definition says more (a message, a timer)."""
CHOREOGRAPHY: Final = ("choreographyTask", "subChoreography", "callChoreography")
FLOW_NODES: Final[Mapping[str, type[Node]]] = {
    **ACTIVITIES,
    **GATEWAYS,
    **EVENTS,
    **dict.fromkeys(CHOREOGRAPHY, ForeignNode),
    "event": ForeignNode,
    "implicitThrowEvent": ForeignNode,
}
DRAWN_ONLY: Final = frozenset(
    {
        "dataObject",
        "dataObjectReference",
        "dataStoreReference",
        "dataInput",
        "dataOutput",
        "textAnnotation",
        "group",
        "conversation",
        "subConversation",
        "callConversation",
        "message",
    }
)
"""Elements that become a block on the canvas only where the source draws them."""

AUTOMATIC_TASKS: Final = frozenset({"serviceTask", "scriptTask", "businessRuleTask", "sendTask"})
MODES: Final = {
    "exclusiveGateway": "exclusive",
    "inclusiveGateway": "inclusive",
    "eventBasedGateway": "event",
    "complexGateway": "complex",
}
GATEWAY_OF_MODE: Final = {mode: tag for tag, mode in MODES.items()}
TASK_OF_FORM: Final = {"page": "userTask", "office": "userTask", "automatic": "serviceTask"}


def sort_of(record: Node) -> str:
    """The BPMN element name a record is written as."""
    if isinstance(record, ForeignNode):
        return record.tag if record.tag in FLOW_NODES else "task"
    if kept := record.extra("tag"):
        return kept
    if isinstance(record, Step):
        return TASK_OF_FORM[record.form]
    if isinstance(record, Decision):
        return GATEWAY_OF_MODE[record.mode]
    if isinstance(record, Message | Timer):
        return _event_of(record)
    return _PLAIN[type(record)]


_PLAIN: Final[Mapping[type[Node], str]] = {
    Start: "startEvent",
    End: "endEvent",
    Parallel: "parallelGateway",
    SubProcess: "subProcess",
    ServiceCall: "callActivity",
}


def _event_of(record: Message | Timer) -> str:
    if record.attached_to:
        return "boundaryEvent"
    if isinstance(record, Message) and record.direction == "send":
        return "intermediateThrowEvent"
    return "intermediateCatchEvent"
