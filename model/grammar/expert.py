"""What does an expert call this, who knows BPMN and its tools?

``expert_name`` gives the names of the metamodel as the tools of bpmn.io show them, and
``kept_name`` what a nameless kept block is called for everybody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from model.language import Message, say
from model.records import (
    Annotation,
    DataFlow,
    DataObject,
    Decision,
    End,
    Event,
    Flow,
    ForeignNode,
    Frame,
    MessageFlow,
    Parallel,
    Pool,
    Record,
    Role,
    Service,
    ServiceCall,
    Start,
    Step,
    SubProcess,
    Timer,
)
from model.records import Message as MessageEvent

_JOINT: Final = " · "
_TASKS: Final = {
    "abstract": "Task",
    "user": "UserTask",
    "manual": "ManualTask",
    "service": "ServiceTask",
    "send": "SendTask",
    "receive": "ReceiveTask",
    "script": "ScriptTask",
    "rule": "BusinessRuleTask",
}
_FORMS: Final = {"page": "UserTask", "office": "UserTask", "automatic": "ServiceTask"}
_MODES: Final = {
    "exclusive": "ExclusiveGateway",
    "inclusive": "InclusiveGateway",
    "event": "EventBasedGateway",
    "complex": "ComplexGateway",
}
_THINGS: Final = {
    "object": "DataObjectReference",
    "store": "DataStoreReference",
    "input": "DataInput",
    "output": "DataOutput",
}
_TRIGGERS: Final = {"stop": "Terminate", "compensation": "Compensate", "compensate": "Compensate"}
_REPEATS: Final = {
    "loop": "StandardLoopCharacteristics",
    "parallel": "MultiInstanceLoopCharacteristics",
    "sequential": "MultiInstanceLoopCharacteristics",
}
_PLAIN: Final[Mapping[type[Record], str]] = {
    Annotation: "TextAnnotation",
    Flow: "SequenceFlow",
    Frame: "Group",
    MessageFlow: "MessageFlow",
    Parallel: "ParallelGateway",
    Pool: "Participant",
    Role: "Lane",
    Service: "Process",
}


def expert_name(record: Record) -> str:
    """The names of the metamodel, "bpmn:BoundaryEvent · bpmn:SignalEventDefinition"; "" for what
    BPMN does not know.
    """
    return _JOINT.join(f"bpmn:{part}" for part in _parts(record) if part)


def _parts(record: Record) -> Iterator[str]:
    said = _SAID.get(type(record))
    if said is not None:
        yield from said(record)
    elif type(record) in _PLAIN:
        yield _PLAIN[type(record)]


def _start(start: Start) -> Iterator[str]:
    yield "StartEvent"
    yield _definition(start.trigger) or _definition(start.extra("event"))


def _end(end: End) -> Iterator[str]:
    yield "EndEvent"
    yield _definition(end.result) or _definition(end.extra("event"))


def _event(event: Event | MessageEvent | Timer) -> Iterator[str]:
    if event.attached_to:
        yield "BoundaryEvent"
    else:
        sends = getattr(event, "direction", "receive") == "send"
        yield "IntermediateThrowEvent" if sends else "IntermediateCatchEvent"
    yield _definition(event.trigger if isinstance(event, Event) else event.kind)


def _step(step: Step) -> Iterator[str]:
    yield _TASKS.get(step.task, "") or _upper(step.extra("tag")) or _FORMS[step.form]
    yield _REPEATS.get(step.repeats, "")


def _subprocess(part: SubProcess) -> Iterator[str]:
    yield _upper(part.extra("tag")) or "SubProcess"
    yield _REPEATS.get(part.repeats, "")


def _call(call: ServiceCall) -> Iterator[str]:
    yield "CallActivity"
    yield _REPEATS.get(call.repeats, "")


def _kept(node: ForeignNode) -> Iterator[str]:
    yield _upper(node.tag)
    sort = node.extra("event")
    yield "" if sort == "multiple" else _definition(sort)


def _decision(decision: Decision) -> Iterator[str]:
    yield _MODES[decision.mode]


def _thing(thing: DataObject) -> Iterator[str]:
    yield _THINGS[thing.form]


def _data_flow(_: DataFlow) -> Iterator[str]:
    yield "DataAssociation"


_SAID: Final[Mapping[type[Record], Callable[[Any], Iterator[str]]]] = {
    DataFlow: _data_flow,
    DataObject: _thing,
    Decision: _decision,
    End: _end,
    Event: _event,
    ForeignNode: _kept,
    MessageEvent: _event,
    ServiceCall: _call,
    Start: _start,
    Step: _step,
    SubProcess: _subprocess,
    Timer: _event,
}


def _definition(trigger: str) -> str:
    if trigger in ("", "none", "multiple"):
        return ""
    return f"{_TRIGGERS.get(trigger) or _upper(trigger)}EventDefinition"


def _upper(word: str) -> str:
    return word[:1].upper() + word[1:]


_KEPT: Final = frozenset(
    "choreographyTask subChoreography callChoreography conversation subConversation "
    "callConversation message implicitThrowEvent event startEvent endEvent boundaryEvent "
    "intermediateCatchEvent intermediateThrowEvent dataObject dataObjectReference "
    "dataStoreReference dataInput dataOutput".split()
)


def kept_name(node: ForeignNode) -> str | Message:
    """The name of a kept block; one without is called by what it is: "Übernommen: Konversation"."""
    if node.name.strip():
        return node.name
    if node.extra("event") == "multiple":
        return say("kept.name", kind=say("kept.multiple"))
    if node.tag in _KEPT:
        return say("kept.name", kind=say(f"kept.{node.tag}"))
    return say("kept.name", kind=say("kept.other", tag=node.tag))
