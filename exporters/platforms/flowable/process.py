"""How is a process that is dressed for the Camunda 7 family said to Flowable?

Everything of the family is taken off and what Flowable has instead is put on: other names, other
elements, and no word where the engine knows nothing of the kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from exporters.bpmn.description import Description, Extension, Node
from exporters.bpmn.insertion import insert_before
from exporters.expressions.juel import juel_variable
from exporters.forms import Form
from exporters.platforms.flowable.questions import FLOWABLE, flowable, properties, questions
from exporters.platforms.profile import MESSAGE_TOPIC
from exporters.platforms.undressing import inputs_of, taken_off, undress
from exporters.report import ExportReport
from exporters.xmlkit import element
from model.language import say

LONGEST_TEXT: Final = 2000
_SAME: Final = ("assignee", "candidateGroups", "dueDate", "priority", "initiator")


def translate(
    description: Description,
    forms: Mapping[str, Form],
    tables: Mapping[str, tuple[str, tuple[str, ...]]],
    report: ExportReport,
) -> None:
    """``forms``: key -> form. ``tables``: key of a decision -> how it is asked, what it reads."""
    undress(description)
    description.namespaces["flowable"] = FLOWABLE
    for process in description.processes:
        _shorten(process, report)
    for node in list(description.nodes.values()):
        given = taken_off(node)
        values = inputs_of(node)
        _put_on_again(node, given)
        _task(node, given, values, tables, report)
        if form := forms.get(given.get("formRef", "")):
            node.attributes[flowable("formKey")] = form.key
            node.attributes[flowable("formFieldValidation")] = "true"
            node.extensions.append(properties(questions(form)))
        _sent(description, node, report)
        _uncaught(description, node, report)
        _shorten(node, report)


def _put_on_again(node: Node, given: dict[str, str]) -> None:
    """What both call the same."""
    for name in _SAME:
        if name in given:
            node.attributes[flowable(name)] = given[name]


def _task(
    node: Node,
    given: dict[str, str],
    values: dict[str, str],
    tables: Mapping[str, tuple[str, tuple[str, ...]]],
    report: ExportReport,
) -> None:
    if node.tag == "serviceTask":
        node.attributes[flowable("type")] = "external-worker"
        node.attributes[flowable("topic")] = given.get("topic", "")
        if values:
            node.extensions.append(_handed(values))
    elif node.tag == "businessRuleTask":
        key, reads = tables[given["decisionRef"]]
        node.tag = "serviceTask"
        node.attributes[flowable("type")] = "dmn"
        node.extensions.append(_decides(key, reads))
    elif node.tag == "callActivity":
        node.attributes[flowable("calledElementType")] = "key"
        node.attributes[flowable("inheritBusinessKey")] = "true"
        node.attributes[flowable("inheritVariables")] = "true"
        report.lost(node.record, say("platforms.flowable.call_results", name=node.name), "F12")


def _handed(values: dict[str, str]) -> Extension:
    def append(parent: Any) -> None:
        for name, text in sorted(values.items()):
            about = {"sourceExpression": text, "target": name}
            element(parent, flowable("externalWorkerInParameter"), about)

    return append


def _decides(key: str, reads: tuple[str, ...]) -> Extension:
    """The table, and before it every input, be it nothing: an unknown name stops the engine."""

    def append(parent: Any) -> None:
        for name in reads:
            text = f"${{execution.setVariable('{name}', {juel_variable(name)})}}"
            about = {"event": "start", "expression": text}
            element(parent, flowable("executionListener"), about)
        field = element(parent, flowable("field"), {"name": "decisionTableReferenceKey"})
        element(field, flowable("string"), text=key)

    return append


def _sent(description: Description, node: Node, report: ExportReport) -> None:
    """Flowable sends no message by an event: a worker does it."""
    if node.event is None or node.event.sort != "message":
        return
    if node.tag == "intermediateThrowEvent":
        node.tag, node.event = "serviceTask", None
        _by_worker(node)
        report.substituted(node.record, say("platforms.flowable.sends", name=node.name), "F03")
    elif node.tag == "endEvent":
        node.event = None
        before = Node(id=f"{node.id}_senden", tag="serviceTask", name=node.name, record=node.record)
        _by_worker(before)
        insert_before(description, node.id, before, flow_id=f"{node.id}_gesendet")
        report.substituted(node.record, say("platforms.flowable.sends", name=node.name), "F03")


def _uncaught(description: Description, node: Node, report: ExportReport) -> None:
    """An error that nobody catches stops Flowable; with us only its own way ends."""
    thrown = node.tag == "endEvent" and node.event is not None and node.event.sort == "error"
    if thrown and not _catchers(description, node):
        node.event = None
        report.substituted(node.record, say("platforms.flowable.uncaught", name=node.name), "F11")


def _catchers(description: Description, node: Node) -> list[Node]:
    """What catches an error that ends a way here: at the sub-processes around it, or beside it."""
    assert node.event is not None
    code, found = node.event.refers, list[Node]()
    inside, scope = "", node.parent or node.process
    while scope:
        beside = [n.id for n in description.nodes.values() if (n.parent or n.process) == scope]
        for one in description.nodes.values():
            at_this = one.attached_to and one.attached_to == inside
            begins = one.tag == "startEvent" and one.parent in beside and one.parent != inside
            if (at_this or begins) and one.event is not None and one.event.sort == "error":
                found += [one] if one.event.refers in ("", code) else []
        around = description.nodes.get(scope)
        inside, scope = scope, (around.parent or around.process) if around is not None else ""
    return found


def _by_worker(node: Node) -> None:
    node.attributes[flowable("type")] = "external-worker"
    node.attributes[flowable("topic")] = MESSAGE_TOPIC


def _shorten(part: Any, report: ExportReport) -> None:
    """Longer texts the engine refuses."""
    texts = part.documentation
    words = getattr(part, "words", "")
    if len(words) > LONGEST_TEXT or any(len(text) > LONGEST_TEXT for text in texts):
        report.substituted(part.record, say("platforms.flowable.long", name=part.name), "F09")
        part.documentation = (
            [text[: LONGEST_TEXT - 1] + "…" for text in texts if text]
            if any(len(text) > LONGEST_TEXT for text in texts)
            else texts
        )
        if words:
            part.words = words[: LONGEST_TEXT - 1] + "…" if len(words) > LONGEST_TEXT else words
