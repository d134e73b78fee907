"""What are things called in BPMN 2.0, and which record do they become?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from model.records import (
    Decision,
    End,
    Event,
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
    "intermediateCatchEvent": Event,
    "intermediateThrowEvent": Event,
    "boundaryEvent": Event,
}
"""What an event becomes unless its definition says more (a message, a timer)."""
TRIGGERS: Final = {
    "": "none",
    "signal": "signal",
    "escalation": "escalation",
    "error": "error",
    "conditional": "conditional",
    "link": "link",
    "cancel": "cancel",
    "compensate": "compensation",
}
"""The sort of an event's definition in BPMN -> the trigger (or result) of a record."""
SORTS: Final = {trigger: sort for sort, trigger in TRIGGERS.items()}
SHARED_CODES: Final = {"error": "errorCode", "escalation": "escalationCode"}
"""The parts at the root that bear a code beside their name."""
DATA: Final = {
    "dataObject": "object",
    "dataObjectReference": "object",
    "dataStoreReference": "store",
    "dataInput": "input",
    "dataOutput": "output",
}
"""What is worked with -> the form of its record."""
DATA_WAYS: Final = ("dataInputAssociation", "dataOutputAssociation")
"""A step reads; a step writes."""
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
TASKS: Final = {
    "abstract": "task",
    "user": "userTask",
    "manual": "manualTask",
    "service": "serviceTask",
    "send": "sendTask",
    "receive": "receiveTask",
    "script": "scriptTask",
    "rule": "businessRuleTask",
}
SORT_OF_TASK: Final = {tag: task for task, tag in TASKS.items()}


def sort_of(record: Node) -> str:
    """The BPMN element name a record is written as.

    A kept element name ("tag") counts only while the record is what that element becomes; but FIM
    writes a step that is an activity group as a sub-process.
    """
    if isinstance(record, ForeignNode):
        return record.tag if record.tag in FLOW_NODES else "task"
    kept = record.extra("tag")
    if isinstance(record, Step) and kept == "subProcess":
        return kept
    if isinstance(record, Step) and record.task:
        return TASKS[record.task]
    if kept and ACTIVITIES.get(kept) is type(record):
        return kept
    if isinstance(record, Step):
        return TASK_OF_FORM[record.form]
    if isinstance(record, Decision):
        return GATEWAY_OF_MODE[record.mode]
    if isinstance(record, Message | Timer | Event):
        return _event_of(record)
    return _PLAIN[type(record)]


_PLAIN: Final[Mapping[type[Node], str]] = {
    Start: "startEvent",
    End: "endEvent",
    Parallel: "parallelGateway",
    SubProcess: "subProcess",
    ServiceCall: "callActivity",
}


def _event_of(record: Message | Timer | Event) -> str:
    if record.attached_to:
        return "boundaryEvent"
    if isinstance(record, Message | Event) and record.direction == "send":
        return "intermediateThrowEvent"
    return "intermediateCatchEvent"
