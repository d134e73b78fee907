"""What is one card, sign or event in BPMN?"""

from __future__ import annotations

from exporters.bpmn.description import Description, Event, Node, Shared
from exporters.bpmn.durations import iso_duration
from exporters.bpmn.naming import Names, is_ncname
from exporters.bpmn.vocabulary import CHOREOGRAPHY, SORTS, sort_of
from exporters.bpmn.words import words_of
from exporters.report import ExportReport
from model.document import Snapshot
from model.expressions import sentence
from model.language import say, tr
from model.records import (
    Deadline,
    End,
    ForeignNode,
    Message,
    ServiceCall,
    Start,
    SubProcess,
    Timer,
)
from model.records import Event as EventRecord
from model.records import Node as NodeRecord

_SIMPLE_EVENTS = frozenset({"signal", "escalation", "compensate", "cancel", "error"})
_NAMED_EVENTS = frozenset({"signal", "escalation", "error"})
"""Event definitions that are complete without content."""
_UNLABELLED = frozenset({"decision", "parallel", "subprocess"})


class SharedParts:
    """Messages, signals, errors, escalations of one file: one per name, however many events refer
    to it.
    """

    def __init__(self, description: Description, names: Names) -> None:
        self._description = description
        self._names = names
        self._known: dict[tuple[str, str, str], str] = {}

    def know(self, sort: str, name: str, code: str, own_id: str) -> None:
        """One that the file has already."""
        self._known.setdefault((sort, name, code), own_id)

    def id_for(self, sort: str, node: NodeRecord, name: str, code: str = "") -> str:
        """The id of the message or error of that name; made at its first use."""
        key = (sort, name, code)
        if key not in self._known:
            made = self._names.made(f"{self._names[node.id]}_{sort}")
            self._known[key] = made
            self._description.shared[made] = Shared(id=made, name=name, sort=sort, code=code)
        return self._known[key]


def described(
    view: Snapshot,
    record: NodeRecord,
    names: Names,
    shared: SharedParts,
    report: ExportReport,
) -> Node:
    """A node of the description; lane, process and box are given by the caller."""
    node = Node(
        id=names[record.id],
        tag=sort_of(record),
        name=record.name,
        record=record.id,
        parent=names[record.parent],
        attached_to=names[getattr(record, "attached_to", "")],
        documentation=[record.documentation] if record.documentation else [],
        words=words_of(view, record),
        event=_event_of(view, record, shared, report),
    )
    _give_attributes(view, node, record, report)
    if not node.name and record.kind not in _UNLABELLED:
        node.name = tr(f"bpmn.unnamed.{record.kind}")
        report.substituted(record.id, say("bpmn.substituted.name", name=node.name))
    if isinstance(record, ForeignNode) and node.tag in CHOREOGRAPHY:
        node.tag = "task"
    if node.tag == "boundaryEvent" and not node.attached_to:
        node.tag = "intermediateCatchEvent"
    return node


def _give_attributes(view: Snapshot, node: Node, record: NodeRecord, report: ExportReport) -> None:
    if isinstance(record, SubProcess):
        node.expanded = record.expanded
        if record.by_event:
            node.attributes["triggeredByEvent"] = "true"
    elif isinstance(record, ServiceCall) and record.called:
        if is_ncname(record.called):
            node.attributes["calledElement"] = record.called
        else:
            report.lost(record.id, say("bpmn.lost.called", called=record.called))
    elif node.tag == "eventBasedGateway":
        node.attributes["eventGatewayType"] = "Exclusive"
    if not getattr(record, "interrupting", True):
        if node.tag == "boundaryEvent":
            node.attributes["cancelActivity"] = "false"
        elif isinstance(record, Start) and _starts_by_event(view, record):
            node.attributes["isInterrupting"] = "false"
    node.repeats = getattr(record, "repeats", "")


def _starts_by_event(view: Snapshot, record: Start) -> bool:
    """Only in a sub-process that an event starts can the work around it go on."""
    around = view.get(record.parent, SubProcess)
    return around is not None and around.by_event


def _event_of(
    view: Snapshot, record: NodeRecord, shared: SharedParts, report: ExportReport
) -> Event | None:
    if isinstance(record, Message):
        return _message(record, record.message_name, shared)
    if isinstance(record, Timer):
        return _timer(view, record, record.deadline, report)
    if isinstance(record, Start) and record.trigger == "message":
        return _message(record, record.message_name, shared)
    if isinstance(record, Start) and record.trigger == "timer":
        return _timer(view, record, record.deadline, report)
    if isinstance(record, End) and record.result in ("message", "stop"):
        return _result(record, shared)
    if isinstance(record, End | Start | EventRecord):
        trigger = record.result if isinstance(record, End) else record.trigger
        if trigger != "none":
            return _triggered(view, record, trigger, shared)
    sort = record.extra("event")
    if sort in _SIMPLE_EVENTS:
        return Event(sort=sort)
    if sort:
        report.lost(record.id, say("bpmn.lost.event", sort=sort))
    return None


def _result(record: End, shared: SharedParts) -> Event:
    if record.result == "message":
        return _message(record, record.message_name, shared)
    return Event(sort="terminate")


def _triggered(
    view: Snapshot, record: End | Start | EventRecord, trigger: str, shared: SharedParts
) -> Event:
    """Signal, escalation, error, condition, link, cancel, compensation."""
    event = Event(sort=SORTS[trigger])
    if trigger in _NAMED_EVENTS and names_something(record):
        name = record.event_name or record.name or tr(f"bpmn.unnamed.{record.kind}")
        event.refers = shared.id_for(event.sort, record, name, record.error_code)
    elif trigger == "link":
        event.name = record.event_name or record.name or tr("bpmn.unnamed.event")
    elif trigger == "conditional" and not isinstance(record, End):
        event.condition = condition_of(view, record) or record.name or tr("bpmn.unnamed.event")
    return event


def names_something(record: End | Start | EventRecord) -> bool:
    """What only waits, without name or code, waits for every one; what announces, names it."""
    waits = isinstance(record, Start) or (
        isinstance(record, EventRecord) and record.direction == "receive"
    )
    return bool(record.event_name or record.error_code) or not waits


def condition_of(view: Snapshot, record: Start | EventRecord) -> str:
    """What is waited for, as a sentence, or the kept text of a foreign one."""
    if record.condition is not None:
        return sentence(view, record.condition)
    return record.extra("condition")


def _message(record: NodeRecord, name: str, shared: SharedParts) -> Event:
    spoken = name or record.name or tr("bpmn.unnamed.message")
    return Event(sort="message", refers=shared.id_for("message", record, spoken))


def _timer(view: Snapshot, record: NodeRecord, deadline_id: str, report: ExportReport) -> Event:
    deadline = view.get(deadline_id, Deadline)
    time = iso_duration(deadline)
    if deadline is None or not time:
        report.lost(record.id, say("bpmn.lost.no_length"))
    elif deadline.unit == "workday":
        report.substituted(record.id, say("bpmn.substituted.workdays", n=deadline.length or 0))
    return Event(sort="timer", time=time)
