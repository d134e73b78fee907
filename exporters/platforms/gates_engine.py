"""Does every element carry what the engine needs, and nothing that it would lose or misread?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from exporters.bpmn.vocabulary import BPMN, BPMNDI, DC, DI, XSI, q
from exporters.dmn.writer import CAMUNDA_DMN
from exporters.platforms.faults import Fault
from exporters.platforms.finished import Finished, namespace_of, tag_of, text_in
from exporters.platforms.profile import ATTRIBUTES, CAMUNDA, CHILDREN

_OWN = frozenset({"", BPMN, BPMNDI, DC, DI, XSI})
_TIME_TO_LIVE = re.compile(r"P\d+D")
_PERIOD = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?")
_GROUP = re.compile(r"[A-Za-z0-9_-]+")
_TOPIC = re.compile(r"[A-Za-z0-9_.-]+")
_RESULTS = frozenset({"singleEntry", "singleResult", "collectEntries", "resultList"})
_TIMES = ("timeDate", "timeCycle", "timeDuration")
_UNSUPPORTED = frozenset({"complexGateway", "adHocSubProcess", "scriptTask", "transaction"})


def namespaces(finished: Finished) -> Iterator[Fault]:
    """O01: one extension namespace, and in it only what the profile lists."""
    for one in (one for root in finished.models for one in root.iter() if isinstance(one.tag, str)):
        space, tag, name = namespace_of(one.tag), tag_of(one), one.get("id", "")
        if space not in _OWN and (space != CAMUNDA or tag not in CHILDREN):
            yield Fault("O01", "foreign_element", name, tag)
        if space == BPMN and tag in _UNSUPPORTED:
            yield Fault("O01", "foreign_element", name, tag)
        for attribute in one.attrib:
            foreign = namespace_of(attribute)
            if foreign in _OWN:
                continue
            plain = attribute.rpartition("}")[2]
            if foreign != CAMUNDA or plain not in ATTRIBUTES.get(tag, ()):
                yield Fault("O01", "foreign_attribute", name, plain)


def executable(finished: Finished) -> Iterator[Fault]:
    """O02: a process that is not executable is left out in silence."""
    runs = [p for p in finished.processes if p.get("isExecutable") == "true"]
    if not runs:
        yield Fault("O02", "not_executable")
    for process in finished.processes:
        if process not in runs and len(process.findall(q("startEvent"))):
            yield Fault("O02", "not_executable", process.get("id", ""))


def time_to_live(finished: Finished) -> Iterator[Fault]:
    """O03: days only; the engine refuses a process or a decision without."""
    found = [
        (p.get("id", ""), p.get(finished.own("historyTimeToLive"), "")) for p in finished.processes
    ]
    name = f"{{{CAMUNDA_DMN}}}historyTimeToLive"
    found += [(key, decision.get(name, "")) for key, decision in finished.decisions.items()]
    for at, value in found:
        if not _TIME_TO_LIVE.fullmatch(value):
            yield Fault("O03", "time_to_live", at, value)


def version_tags(finished: Finished) -> Iterator[Fault]:
    """O04"""
    for process in finished.processes:
        if not process.get(finished.own("versionTag")):
            yield Fault("O04", "version_tag", process.get("id", ""))


def no_generated_forms(finished: Finished) -> Iterator[Fault]:
    """O06: forms are files; a generated form beside one would never be seen."""
    for root in finished.models:
        for form in root.iter(finished.own("formData")):
            yield Fault("O06", "generated_form", form.getparent().getparent().get("id", ""))


def implementations(finished: Finished) -> Iterator[Fault]:
    """O07: somebody does what the system shall do."""
    for node in finished.tasks("serviceTask", "sendTask", "task", "manualTask", "receiveTask"):
        name = node.get("id", "")
        if node.get(finished.own("type")) != "external":
            yield Fault("O07", "no_implementation", name)
        elif not _TOPIC.fullmatch(node.get(finished.own("topic"), "")):
            yield Fault("O07", "topic", name, node.get(finished.own("topic"), ""))
    for node in finished.tasks("intermediateThrowEvent", "endEvent"):
        for definition in node.findall(q("messageEventDefinition")):
            if not _TOPIC.fullmatch(definition.get(finished.own("topic"), "")):
                yield Fault("O07", "topic", node.get("id", ""))


def priorities(finished: Finished) -> Iterator[Fault]:
    """O08: a number from 0 to 100, or nothing."""
    for name, node in finished.nodes.items():
        for attribute in ("priority", "taskPriority"):
            value = node.get(finished.own(attribute))
            if value is not None and not (value.isdecimal() and int(value) <= 100):
                yield Fault("O08", "priority", name, value)


def candidate_groups(finished: Finished) -> Iterator[Fault]:
    """O09: an empty part would give the task to a group without a name."""
    for node in finished.tasks("userTask"):
        groups = node.get(finished.own("candidateGroups"))
        if groups is not None and not all(part.strip() for part in groups.split(",")):
            yield Fault("O09", "group_empty", node.get("id", ""), groups)


def groups(finished: Finished) -> Iterator[Fault]:
    """C12: somebody gets every task."""
    for node in finished.tasks("userTask"):
        found = node.get(finished.own("candidateGroups"), "")
        if not node.get(finished.own("assignee")) and not found:
            yield Fault("C12", "nobody", node.get("id", ""))
        for group in filter(str.strip, found.split(",")):
            if not _GROUP.fullmatch(group.strip()):
                yield Fault("C12", "group", node.get("id", ""), group)


def durations(finished: Finished) -> Iterator[Fault]:
    """C09: due dates and timers are ISO 8601 and longer than nothing."""
    found = [
        (name, node.get(finished.own("dueDate"), ""))
        for name, node in finished.nodes.items()
        if node.get(finished.own("dueDate")) is not None
    ]
    for name, timer in _timers(finished):
        found += [(name, text_in(time)) for time in timer.findall(q("timeDuration"))]
    for name, text in found:
        if not _PERIOD.fullmatch(text) or not any(digit in text for digit in "123456789"):
            yield Fault("C09", "duration", name, text)


def timers(finished: Finished) -> Iterator[Fault]:
    """O16: exactly one of date, cycle and duration."""
    for name, timer in _timers(finished):
        if sum(bool(text_in(timer.find(q(tag)))) for tag in _TIMES) != 1:
            yield Fault("O16", "timer", name)


def _timers(finished: Finished) -> Iterator[tuple[str, Any]]:
    for name, node in finished.nodes.items():
        for timer in node.findall(q("timerEventDefinition")):
            yield name, timer


def messages(finished: Finished) -> Iterator[Fault]:
    """O12: a message has a name, and waits once in a scope."""
    for root in finished.models:
        if not root.get("targetNamespace"):
            yield Fault("O12", "target_namespace")
        for message in root.iter(q("message")):
            if not message.get("name"):
                yield Fault("O12", "message_name", message.get("id", ""))
    yield from _subscriptions(finished)


def _subscriptions(finished: Finished) -> Iterator[Fault]:
    waiting: Counter[tuple[str, str]] = Counter()
    for name, node in finished.nodes.items():
        for definition in node.findall(q("messageEventDefinition")):
            if not definition.get("messageRef"):
                yield Fault("O12", "message_missing", name)
            if tag_of(node) in ("startEvent", "boundaryEvent"):
                scope = node.get("attachedToRef") or node.getparent().get("id", "")
                waiting[scope, definition.get("messageRef", "")] += 1
    for (scope, message), number in waiting.items():
        if number > 1:
            yield Fault("O12", "message_twice", scope, message)


def errors(finished: Finished) -> Iterator[Fault]:
    """O13: an error that ends the case has a code."""
    codes = {
        error.get("id"): error.get("errorCode")
        for root in finished.models
        for error in root.iter(q("error"))
    }
    for node in finished.tasks("endEvent"):
        for definition in node.findall(q("errorEventDefinition")):
            if not codes.get(definition.get("errorRef")):
                yield Fault("O13", "error_code", node.get("id", ""))


def rule_tasks(finished: Finished) -> Iterator[Fault]:
    """O14: the table is in the set, and its result has a name."""
    for node in finished.tasks("businessRuleTask"):
        name, decision = node.get("id", ""), node.get(finished.own("decisionRef"), "")
        if decision not in finished.decisions:
            yield Fault("O14", "decision_missing", name, decision)
        if node.get(finished.own("decisionRefBinding")) != "deployment":
            yield Fault("O14", "decision_binding", name)
        if node.get(finished.own("mapDecisionResult")) not in _RESULTS:
            yield Fault("O14", "decision_result", name)
        if not node.get(finished.own("resultVariable")):
            yield Fault("O14", "decision_variable", name)


def calls(finished: Finished) -> Iterator[Fault]:
    """O15: the called service has a key; with the binding "deployment" it is in the set."""
    keys = {process.get("id") for process in finished.processes}
    for node in finished.tasks("callActivity"):
        called, binding = (
            node.get("calledElement", ""),
            node.get(finished.own("calledElementBinding")),
        )
        inside = binding == "latest" or (binding == "deployment" and called in keys)
        if not called or not inside:
            yield Fault("O15", "call", node.get("id", ""), called)
        for tag in ("in", "out"):
            for one in node.iter(finished.own(tag)):
                if not _is_mapped(one):
                    yield Fault("O15", "call_value", node.get("id", ""), tag)


def _is_mapped(one: Any) -> bool:
    """Everything, or one value that has a name on the other side, or the number of the case."""
    single = bool(one.get("source") or one.get("sourceExpression")) and bool(one.get("target"))
    return single or one.get("variables") == "all" or bool(one.get("businessKey"))
