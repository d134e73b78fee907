"""What is one card, sign or event in BPMN?"""

from __future__ import annotations

from exporters.bpmn.description import Description, Event, Node, Shared
from exporters.bpmn.durations import iso_duration
from exporters.bpmn.naming import Names, is_ncname
from exporters.bpmn.vocabulary import CHOREOGRAPHY, sort_of
from exporters.bpmn.words import words_of
from exporters.report import ExportReport
from model.document import Snapshot
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
from model.records import Node as NodeRecord

_SIMPLE_EVENTS = frozenset({"signal", "escalation", "compensate", "cancel", "error"})
"""Event definitions that are complete without content."""
_UNLABELLED = frozenset({"decision", "parallel", "subprocess"})


class SharedParts:
    """Messages and errors of one file: one per name, however many events refer to it."""

    def __init__(self, description: Description, names: Names) -> None:
        self._description = description
        self._names = names
        self._known: dict[tuple[str, str, str], str] = {}

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
    _give_attributes(node, record, report)
    if not node.name and record.kind not in _UNLABELLED:
        node.name = tr(f"bpmn.unnamed.{record.kind}")
        report.substituted(record.id, say("bpmn.substituted.name", name=node.name))
    if isinstance(record, ForeignNode) and node.tag in CHOREOGRAPHY:
        node.tag = "task"
    if node.tag == "boundaryEvent" and not node.attached_to:
        node.tag = "intermediateCatchEvent"
    return node


def _give_attributes(node: Node, record: NodeRecord, report: ExportReport) -> None:
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
    if node.tag == "boundaryEvent" and not getattr(record, "interrupting", True):
        node.attributes["cancelActivity"] = "false"


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
    if isinstance(record, End) and record.result != "none":
        return _result(record, shared)
    sort = record.extra("event")
    if sort in _SIMPLE_EVENTS:
        return Event(sort=sort)
    if sort:
        report.lost(record.id, say("bpmn.lost.event", sort=sort))
    return None


def _result(record: End, shared: SharedParts) -> Event:
    if record.result == "message":
        return _message(record, record.message_name, shared)
    if record.result == "stop":
        return Event(sort="terminate")
    name = record.name or tr("bpmn.unnamed.end")
    return Event(sort="error", refers=shared.id_for("error", record, name, record.error_code))


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
