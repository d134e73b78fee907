"""What does the engine have to know about each step, event and process?"""

from __future__ import annotations

import re

from exporters.bpmn.description import Description, Node
from exporters.bpmn.durations import iso_duration
from exporters.expressions import Names, Neutral, file_slug
from exporters.forms import Form
from exporters.platforms.profile import (
    INITIATOR,
    MESSAGE_TOPIC,
    TIME_TO_LIVE,
    TOPICS,
    camunda,
)
from exporters.report import ExportReport
from exporters.xmlkit import element
from model.document import Snapshot
from model.language import say
from model.records import Deadline, ForeignNode, Role, Step
from model.records import Node as NodeRecord

_GROUP = re.compile(r"[A-Za-z0-9_-]+")


def set_processes(description: Description, names: Names) -> None:
    """Executable, with a version and a time to live; an empty one is not run."""
    service = names.view.service
    description.target_namespace = f"urn:fachwerk:{names.service_key}"
    for process in description.processes:
        runs = any(node.process == process.id for node in description.nodes.values())
        process.attributes["isExecutable"] = "true" if runs else "false"
        process.attributes[camunda("historyTimeToLive")] = TIME_TO_LIVE
        process.attributes[camunda("versionTag")] = service.version or "1.0.0"


def rename_process(description: Description, key: str) -> str:
    """The engine knows the process by a key that people can read."""
    taken = {*description.nodes, *description.flows, *description.lanes, *description.pools}
    key = key if key not in taken else f"{key}_prozess"
    old = description.processes[0].id
    description.processes[0].id = key
    places = (description.nodes, description.flows, description.lanes, description.pools)
    asides = (description.notes, description.frames, description.things)
    for part in (part for place in (*places, *asides) for part in place.values()):
        if part.process == old:
            part.process = key
        if getattr(part, "parent", "") == old:
            part.parent = key  # type: ignore[union-attr]
    return key


def set_tasks(
    description: Description,
    names: Names,
    forms: dict[str, Form],
    shows: dict[str, str],
    report: ExportReport,
) -> None:
    """``shows``: node id -> the card whose form it shows."""
    view = names.view
    for node in description.nodes.values():
        record = view.get(node.record)
        if isinstance(record, ForeignNode):
            report.failed(record.id, say("platforms.operaton.foreign", name=record.name), "O01")
        elif isinstance(record, Step):
            _step(node, record, view, report)
        if node.tag == "startEvent" and not node.parent and node.event is None:
            node.attributes[camunda("initiator")] = INITIATOR
        if (form := forms.get(shows.get(node.id, ""))) is not None:
            node.attributes[camunda("formRef")] = form.key
            node.attributes[camunda("formRefBinding")] = "deployment"
        if node.tag == "callActivity":
            _call(node, report)
        _sends(node)


def _step(node: Node, step: Step, view: Snapshot, report: ExportReport) -> None:
    """The card decides what it is: a plain task of a foreign file would pass without waiting."""
    wanted = "serviceTask" if step.form == "automatic" else "userTask"
    if node.tag != wanted:
        report.substituted(step.id, say("platforms.operaton.task_kind", step=step.name))
        node.tag = wanted
    if step.form == "automatic":
        node.attributes[camunda("type")] = "external"
        node.attributes[camunda("topic")] = _topic(step, report)
        for deadline in _deadlines(step, view):
            report.lost(deadline.id, say("platforms.operaton.deadline_system", step=step.name))
        return
    if step.form == "page":
        node.attributes[camunda("assignee")] = f"${{{INITIATOR}}}"
    elif group := group_of(view, step, report):
        node.attributes[camunda("candidateGroups")] = group
    _deadline(node, step, view, report)


def group_of(view: Snapshot, step: Step, report: ExportReport) -> str:
    """The group of people that gets a task: as the role says, else a word made of its name."""
    role = _role_around(view, step)
    if role is None:
        report.failed(step.id, say("platforms.operaton.no_role", step=step.name), "C12")
        return ""
    if role.group and not _GROUP.fullmatch(role.group):
        report.substituted(role.id, say("platforms.operaton.group", group=role.group), "C12")
    elif role.group:
        return role.group
    return file_slug(role.group or role.name, "gruppe")


def _role_around(view: Snapshot, step: Step) -> Role | None:
    """The lane of a step; inside a sub-process that of the sub-process."""
    node: NodeRecord | None = step
    seen: set[str] = set()
    while node is not None and node.id not in seen:
        if (role := view.get(node.role, Role)) is not None:
            return role
        seen.add(node.id)
        node = view.get(node.parent, NodeRecord)
    return None


def _topic(step: Step, report: ExportReport) -> str:
    if step.basis:
        return TOPICS[step.basis]
    topic = f"fachwerk-{file_slug(step.name, 'schritt')}"
    report.hint(step.id, say("platforms.operaton.topic", step=step.name, topic=topic))
    return topic


def _deadline(node: Node, step: Step, view: Snapshot, report: ExportReport) -> None:
    found = _deadlines(step, view)
    if not found:
        return
    first = found[0]
    if first.unit == "workday":
        days = first.length or 0
        report.substituted(first.id, say("platforms.operaton.workdays", n=days), "C09")
    for further in found[1:]:
        report.lost(further.id, say("platforms.operaton.second_deadline", step=step.name))
    node.attributes[camunda("dueDate")] = iso_duration(first)


def _deadlines(step: Step, view: Snapshot) -> list[Deadline]:
    return [d for d in view.children(step.id, Deadline) if d.length is not None]


def _call(node: Node, report: ExportReport) -> None:
    """The called service is another deployment: the engine takes its latest version."""
    node.attributes[camunda("calledElementBinding")] = "latest"
    called = node.attributes.get("calledElement", "")
    report.hint(node.record, say("platforms.operaton.call", called=called), "O15")
    node.extensions.append(_passes_all)


def _passes_all(parent: object) -> None:
    element(parent, camunda("in"), {"businessKey": "${execution.processBusinessKey}"})  # type: ignore[arg-type]
    for direction in ("in", "out"):
        element(parent, camunda(direction), {"variables": "all"})  # type: ignore[arg-type]


def _sends(node: Node) -> None:
    """Without a worker the engine would take a sent message for sent, and nobody would get it."""
    throws = node.tag in ("intermediateThrowEvent", "endEvent")
    if throws and node.event is not None and node.event.sort == "message":
        node.event.attributes[camunda("type")] = "external"
        node.event.attributes[camunda("topic")] = MESSAGE_TOPIC


def make_harmless(description: Description, report: ExportReport) -> None:
    """No text for people may be an expression of the engine."""
    neutral = Neutral(report)
    places = (
        description.processes,
        description.nodes.values(),
        description.flows.values(),
        description.lanes.values(),
        description.pools.values(),
        description.messages.values(),
        description.shared.values(),
    )
    for part in (part for place in places for part in place):
        part.name = neutral.text(part.name, part.record)
        part.documentation = [neutral.text(text, part.record) for text in part.documentation]
        if isinstance(part, Node):
            part.words = neutral.text(part.words, part.record)
