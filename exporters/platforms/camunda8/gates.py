"""Are the files for Camunda 8 what its parser and task list expect? Asked of the finished bytes.

C = every platform, Z = Camunda 8 (Zeebe).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from exporters.bpmn.vocabulary import BPMN, BPMNDI, DC, DI, XSI, q
from exporters.platforms import (
    gates_engine,
    gates_forms,
    gates_shape,
)
from exporters.platforms.camunda8.process import MODELER, ZEEBE
from exporters.platforms.faults import Fault
from exporters.platforms.finished import Finished, condition_of, namespace_of, tag_of, text_in
from exporters.platforms.gates import EVERYWHERE, Gate, numbered

_CHILDREN: Final = frozenset(
    "versionTag userTask formDefinition assignmentDefinition taskSchedule priorityDefinition "
    "taskDefinition calledDecision calledElement ioMapping input subscription".split()
)
_UNKNOWN: Final = frozenset(
    "sendTask receiveTask scriptTask complexGateway transaction task manualTask "
    "adHocSubProcess".split()
)
_SORTS: Final = frozenset({"conditional", "cancel", "compensate"})
_KIND: Final = re.compile(r"[A-Za-z0-9_.-]+")


def _child(finished: Finished, node: Any, tag: str) -> Any:
    return node.find(f"{q('extensionElements')}/{finished.own(tag)}")


def namespaces(finished: Finished) -> Iterator[Fault]:
    """Z01: only Zeebe's own words, as elements; one mark of the modeler at the top."""
    own = {"", BPMN, BPMNDI, DC, DI, XSI, MODELER}
    for one in (one for root in finished.models for one in root.iter() if isinstance(one.tag, str)):
        space, tag, name = namespace_of(one.tag), tag_of(one), one.get("id", "")
        if space not in own and (space != ZEEBE or tag not in _CHILDREN):
            yield Fault("Z01", "foreign_element", name, tag)
        for attribute in one.attrib:
            if namespace_of(attribute) not in own:
                yield Fault("Z01", "foreign_attribute", name, attribute.rpartition("}")[2])


def user_tasks(finished: Finished) -> Iterator[Fault]:
    """Z03: a task of the engine's own kind, with somebody who gets it."""
    for node in finished.tasks("userTask"):
        if _child(finished, node, "userTask") is None:
            yield Fault("Z03", "no_implementation", node.get("id", ""))
        people = _child(finished, node, "assignmentDefinition")
        if people is None or not (people.get("assignee") or people.get("candidateGroups")):
            yield Fault("Z03", "nobody", node.get("id", ""))


def jobs(finished: Finished) -> Iterator[Fault]:
    """Z04: what the system does, and what is sent, is a job with a type."""
    works = list(finished.tasks("serviceTask"))
    for node in finished.tasks("intermediateThrowEvent", "endEvent"):
        works += [node] if node.find(q("messageEventDefinition")) is not None else []
    for node in works:
        job = _child(finished, node, "taskDefinition")
        if job is None or not _KIND.fullmatch(job.get("type", "")):
            yield Fault("Z04", "topic", node.get("id", ""))


def decisions(finished: Finished) -> Iterator[Fault]:
    """Z05: the table is among the files, and its result has a name."""
    for node in finished.tasks("businessRuleTask"):
        called = _child(finished, node, "calledDecision")
        key = called.get("decisionId", "") if called is not None else ""
        if key not in finished.decisions:
            yield Fault("Z05", "decision_missing", node.get("id", ""), key)
        if called is None or not called.get("resultVariable"):
            yield Fault("Z05", "decision_variable", node.get("id", ""))


def subscriptions(finished: Finished) -> Iterator[Fault]:
    """Z06: who waits inside a case says by which value the message finds it."""
    awaited = set()
    for node in finished.tasks("intermediateCatchEvent", "boundaryEvent", "startEvent"):
        inside = tag_of(node) != "startEvent" or node.getparent().tag != q("process")
        for definition in node.findall(q("messageEventDefinition")) if inside else ():
            awaited.add(definition.get("messageRef", ""))
    for root in finished.models:
        for message in root.iter(q("message")):
            key = _child(finished, message, "subscription")
            if message.get("id") in awaited and (key is None or not key.get("correlationKey")):
                yield Fault("Z06", "no_subscription", message.get("id", ""))


def conditions(finished: Finished) -> Iterator[Fault]:
    """Z07: FEEL, which the engine knows by its "="; JUEL would be a text that is never true."""
    for name, flow in finished.flows.items():
        condition = condition_of(flow)
        if condition is None:
            continue
        text = text_in(condition)
        if not text.startswith("=") or "${" in text or condition.get("language"):
            yield Fault("Z07", "condition", name, text)


def forms(finished: Finished) -> Iterator[Fault]:
    """Z08: the form that is named is among the files."""
    for name, node in finished.nodes.items():
        one = _child(finished, node, "formDefinition")
        if one is not None and one.get("formId") not in finished.forms:
            yield Fault("Z08", "form_missing", name, one.get("formId", ""))


def elements(finished: Finished) -> Iterator[Fault]:
    """Z09: nothing that the engine refuses."""
    for name, node in finished.nodes.items():
        sorts = {tag_of(child).removesuffix("EventDefinition") for child in node}
        if tag_of(node) in _UNKNOWN:
            yield Fault("Z09", "foreign_element", name, tag_of(node))
        for sort in sorted(_SORTS & sorts):
            yield Fault("Z09", "event_sort", name, sort)
        if any(tag_of(child).endswith("LoopCharacteristics") for child in node):
            yield Fault("Z09", "loop", name)


GATES: Final[dict[str, Gate]] = {
    **EVERYWHERE,
    "C02": gates_shape.readable,
    "C11": gates_forms.complete,
    "Z01": namespaces,
    "Z02": numbered("Z02", gates_engine.executable),
    "Z03": user_tasks,
    "Z04": jobs,
    "Z05": decisions,
    "Z06": subscriptions,
    "Z07": conditions,
    "Z08": forms,
    "Z09": elements,
    "Z10": numbered("Z10", gates_engine.messages),
    "Z11": numbered("Z11", gates_engine.errors),
    "Z12": numbered("Z12", gates_engine.timers),
}
"""Number -> what is asked."""
