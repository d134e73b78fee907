"""How is a process that is dressed for the Camunda 7 family said to Camunda 8?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from exporters.bpmn.description import Description, Extension, Flow, Node
from exporters.expressions import CannotSay, Names, feel_truth
from exporters.expressions.feel import feel_text
from exporters.platforms.profile import FORMAL, INITIATOR, MESSAGE_TOPIC, XSI_TYPE
from exporters.platforms.undressing import inputs_of, taken_off, undress
from exporters.report import ExportReport
from exporters.xmlkit import element
from model.language import say
from model.records import Service

ZEEBE: Final = "http://camunda.org/schema/zeebe/1.0"
MODELER: Final = "http://camunda.org/schema/modeler/1.0"
PLATFORM, PLATFORM_VERSION = "Camunda Cloud", "8.7.0"
CASE: Final = "vorgang"
"""The variable by which a message finds its case."""
_TRIES: Final = "3"
_READ: Final = re.compile(r"\$\{execution\.getVariable\('(\w+)'\)\}")


def zeebe(name: str) -> str:
    """The full name of an element of the engine."""
    return f"{{{ZEEBE}}}{name}"


def translate(description: Description, names: Names, report: ExportReport) -> None:
    """Take off the words of the family, and put on those of Zeebe."""
    undress(description)
    description.namespaces |= {"zeebe": ZEEBE, "modeler": MODELER}
    service = names.view.service
    for process in description.processes:
        process.extensions.append(_one("versionTag", {"value": _version(service)}))
    for node in description.nodes.values():
        given = taken_off(node)
        values = inputs_of(node)
        _task(node, given, values)
        _event(node, given)
    for shared in description.shared.values():
        if shared.sort == "message" and _is_awaited(description, shared.id):
            shared.extensions.append(_one("subscription", {"correlationKey": f"={CASE}"}))
    for flow in description.flows.values():
        _condition(flow, names, report)


def _version(service: Service) -> str:
    return service.version or "1.0.0"


def _one(tag: str, attributes: Mapping[str, str]) -> Extension:
    def append(parent: Any) -> None:
        element(parent, zeebe(tag), dict(attributes))

    return append


def _task(node: Node, given: dict[str, str], values: dict[str, str]) -> None:
    add = node.extensions.append
    if node.tag == "userTask":
        add(_one("userTask", {}))
    if form := given.get("formRef"):
        add(_one("formDefinition", {"formId": form}))
    if node.tag == "userTask":
        _people(node, given)
    elif node.tag == "serviceTask":
        add(_one("taskDefinition", {"type": given.get("topic", ""), "retries": _TRIES}))
    elif node.tag == "businessRuleTask":
        called = {"decisionId": given["decisionRef"], "resultVariable": given["resultVariable"]}
        add(_one("calledDecision", called))
    elif node.tag == "callActivity":
        called = {"processId": node.attributes.pop("calledElement", "")}
        add(_one("calledElement", {**called, "propagateAllChildVariables": "true"}))
    if values:
        add(_mapping(values))


def _people(node: Node, given: dict[str, str]) -> None:
    if given.get("assignee"):
        node.extensions.append(_one("assignmentDefinition", {"assignee": f"={INITIATOR}"}))
    elif given.get("candidateGroups"):
        groups = {"candidateGroups": given["candidateGroups"]}
        node.extensions.append(_one("assignmentDefinition", groups))
    if due := given.get("dueDate"):
        text = f"=now() + duration({feel_text(due)})"
        node.extensions.append(_one("taskSchedule", {"dueDate": text}))
    if priority := given.get("priority"):
        node.extensions.append(_one("priorityDefinition", {"priority": priority}))


def _mapping(values: dict[str, str]) -> Extension:
    def append(parent: Any) -> None:
        mapping = element(parent, zeebe("ioMapping"))
        for name, text in sorted(values.items()):
            element(mapping, zeebe("input"), {"source": _source(text), "target": name})

    return append


def _source(text: str) -> str:
    """A variable, or a fixed text or number."""
    read = _READ.fullmatch(text)
    if read is not None:
        return f"={read[1]}"
    return f"={text}" if re.fullmatch(r"\d+(\.\d+)?", text) else f"={feel_text(text)}"


def _event(node: Node, given: dict[str, str]) -> None:
    """A sent message is done by a worker, here too."""
    sends = node.tag in ("intermediateThrowEvent", "endEvent")
    if sends and node.event is not None and node.event.sort == "message":
        kind = {"type": given.get("topic", MESSAGE_TOPIC), "retries": _TRIES}
        node.extensions.append(_one("taskDefinition", kind))


def _is_awaited(description: Description, message: str) -> bool:
    """Only who waits inside a case needs to say which case; a start at the top does not."""
    for node in description.nodes.values():
        if node.event is not None and node.event.refers == message:
            begins = node.tag == "startEvent" and not node.parent
            if not begins and node.tag not in ("intermediateThrowEvent", "endEvent"):
                return True
    return False


def _condition(flow: Flow, names: Names, report: ExportReport) -> None:
    """FEEL on every way that had JUEL; what the family could not say is told already."""
    if not flow.condition_text or flow.condition is None:
        return
    try:
        flow.condition_text = f"={feel_truth(flow.condition, names)}"
    except CannotSay as refusal:
        flow.condition_text = ""
        report.failed(flow.record, refusal.message, "Z07")
    else:
        flow.condition_attributes = {XSI_TYPE: FORMAL}


def untold(description: Description, report: ExportReport) -> None:
    """What waits for something to be so: Camunda 8 does not know it, and neither does it repeat."""
    for node in description.nodes.values():
        if node.event is not None and node.event.sort == "conditional":
            report.failed(node.record, say("platforms.camunda8.conditional", name=node.name), "Z09")
        if node.repeats:
            report.failed(node.record, say("platforms.camunda8.repeats", name=node.name), "Z09")
