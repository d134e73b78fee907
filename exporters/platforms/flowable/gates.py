"""Will Flowable take the archive, and will it run? Asked of the finished bytes.

C = every platform, F = Flowable. What its converter refuses, what its validator refuses, and what
it takes although nothing would come of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from exporters.bpmn.vocabulary import BPMN, BPMNDI, DC, DI, XSI, q
from exporters.dmn.writer import DMN
from exporters.platforms import (
    gates_engine,
    gates_events,
    gates_shape,
    gates_ways,
    variables,
)
from exporters.platforms.faults import Fault
from exporters.platforms.finished import Finished, namespace_of, tag_of, text_in
from exporters.platforms.flowable.questions import FLOWABLE, TYPES
from exporters.platforms.gates import EVERYWHERE, Gate, numbered

_ALLOWED: Final[dict[str, frozenset[str]]] = {
    "process": frozenset({"candidateStarterGroups"}),
    "startEvent": frozenset({"initiator", "formKey", "formFieldValidation"}),
    "userTask": frozenset(
        {"assignee", "candidateGroups", "dueDate", "priority", "formKey", "formFieldValidation"}
    ),
    "serviceTask": frozenset({"type", "topic"}),
    "callActivity": frozenset({"calledElementType", "inheritBusinessKey", "inheritVariables"}),
}
_CHILDREN: Final = frozenset(
    {
        "formProperty",
        "value",
        "field",
        "string",
        "externalWorkerInParameter",
        "executionListener",
    }
)
_UNKNOWN: Final = frozenset(
    "sendTask businessRuleTask receiveTask scriptTask complexGateway transaction task".split()
)
"""Elements that would be refused, do something else or pass without doing anything."""
_SORTS: Final = frozenset({"conditional", "link"})
_DMN_TYPES: Final = frozenset({"string", "number", "boolean", "date"})
_PLAIN_CELL: Final = re.compile(
    r'-|(?:(?:==|!=|<=|>=|<|>)\s*)?(?:"[^"]*"|-?\d+(?:\.\d+)?|true|false)'
)
_TOPIC: Final = re.compile(r"[A-Za-z0-9_.-]+")
_SET: Final = re.compile(r"setVariable\('(\w+)'")
_FILE: Final = re.compile(r"[a-z0-9._-]+(\.bpmn20\.xml|\.dmn|\.form)")
LONG_TEXT, LONG_NAME = 2000, 255


def namespaces(finished: Finished) -> Iterator[Fault]:
    """F01: only Flowable's own words, and of those only what is listed."""
    own = {"", BPMN, BPMNDI, DC, DI, XSI}
    for one in (one for root in finished.models for one in root.iter() if isinstance(one.tag, str)):
        space, tag, name = namespace_of(one.tag), tag_of(one), one.get("id", "")
        if space not in own and (space != FLOWABLE or tag not in _CHILDREN):
            yield Fault("F01", "foreign_element", name, tag)
        for attribute in one.attrib:
            foreign, plain = namespace_of(attribute), attribute.rpartition("}")[2]
            if foreign in own:
                continue
            if foreign != FLOWABLE or plain not in _ALLOWED.get(tag, ()):
                yield Fault("F01", "foreign_attribute", name, plain)


def elements(finished: Finished) -> Iterator[Fault]:
    """F03: nothing that the engine refuses or reads in another way."""
    for name, node in finished.nodes.items():
        sorts = {tag_of(child).removesuffix("EventDefinition") for child in node}
        if tag_of(node) in _UNKNOWN:
            yield Fault("F03", "foreign_element", name, tag_of(node))
        for sort in sorted(_SORTS & sorts):
            yield Fault("F03", "event_sort", name, sort)
        if tag_of(node) in ("intermediateThrowEvent", "endEvent") and "message" in sorts:
            yield Fault("F03", "event_sort", name, "message")


def implementations(finished: Finished) -> Iterator[Fault]:
    """F04: a service task is done by a worker under a topic, or by a table."""
    for node in finished.tasks("serviceTask"):
        name, kind = node.get("id", ""), node.get(finished.own("type"))
        if kind not in ("external-worker", "dmn"):
            yield Fault("F04", "no_implementation", name)
        elif kind == "external-worker" and not _TOPIC.fullmatch(
            node.get(finished.own("topic"), "")
        ):
            yield Fault("F04", "topic", name, node.get(finished.own("topic"), ""))


def decisions(finished: Finished) -> Iterator[Fault]:
    """F05: the table that is asked lies in the archive."""
    for node in finished.tasks("serviceTask"):
        if node.get(finished.own("type")) != "dmn":
            continue
        key = finished.asked_at(node)
        if key not in finished.decisions and key not in finished.decision_services:
            yield Fault("F05", "decision_missing", node.get("id", ""), key)


def tables(finished: Finished) -> Iterator[Fault]:
    """F06: types and cells that the engine reads; every table hits first or once."""
    for root in finished.tables:
        for one in root.iter():
            kind = one.get("typeRef") if isinstance(one.tag, str) else None
            if kind is not None and kind not in _DMN_TYPES:
                yield Fault("F06", "table_type", one.get("id", ""), kind)
        for cell in root.iter(f"{{{DMN}}}inputEntry"):
            text = text_in(cell)
            if text and not _PLAIN_CELL.fullmatch(text) and not _is_expression(text):
                yield Fault("F06", "table_cell", cell.get("id", ""), text)
        for formula in root.iter(f"{{{DMN}}}literalExpression"):
            yield Fault("F06", "table_cell", formula.get("id", ""), text_in(formula))


def inputs(finished: Finished) -> Iterator[Fault]:
    """F24: every input of a table is set before it is asked; an unknown name stops the engine."""
    for node in finished.tasks("serviceTask"):
        listeners = node.iter(finished.own("executionListener"))
        known = {name for one in listeners for name in _SET.findall(one.get("expression", ""))}
        for name in sorted(_read_by(finished, finished.asked_at(node)) - known):
            yield Fault("F24", "table_input", node.get("id", ""), name)


def _read_by(finished: Finished, key: str) -> set[str]:
    """The variables that the tables read; what one table gives to the next is none."""
    service = finished.decision_services.get(key)
    keys = [one.get("href", "").lstrip("#") for one in service] if service is not None else [key]
    found: set[str] = set()
    for decision in (finished.decisions[one] for one in keys if one in finished.decisions):
        expressions = decision.iter(f"{{{DMN}}}inputExpression")
        found |= {text_in(one) for one in expressions}
    return found - set(finished.decisions)


def _is_expression(text: str) -> bool:
    return text.startswith("${") and text.endswith("}") and "${" not in text[2:]


def properties(finished: Finished) -> Iterator[Fault]:
    """F07: each question has an id, a type that the engine knows, and answers to choose from."""
    for name, node in finished.nodes.items():
        seen: set[str] = set()
        for one in node.iter(finished.own("formProperty")):
            key = one.get("id", "")
            if one.get("type") not in TYPES:
                yield Fault("F07", "form_type", key or name, one.get("type", ""))
            if not key or key in seen:
                yield Fault("F07", "form_key", name, key)
            seen.add(key)
            values = [v.get("id") for v in one.iter(finished.own("value"))]
            if one.get("type") == "enum" and (not values or len(set(values)) < len(values)):
                yield Fault("F07", "form_values", key)
            if one.get("type") == "date" and not one.get("datePattern"):
                yield Fault("F07", "form_type", key, "date")


def forms(finished: Finished) -> Iterator[Fault]:
    """F08: the form that is named lies in the archive, in Flowable's own shape."""
    for name, node in finished.nodes.items():
        key = node.get(finished.own("formKey"))
        if key is not None and key not in finished.forms:
            yield Fault("F08", "form_missing", name, key)
    for key, form in finished.forms.items():
        if "fields" not in form or "components" in form:
            yield Fault("F08", "form_type", key, "form-js")


def lengths(finished: Finished) -> Iterator[Fault]:
    """F09: what the validator counts."""
    for one in (*finished.processes, *finished.nodes.values(), *finished.flows.values()):
        if len(one.get("name", "")) > LONG_NAME or len(one.get("id", "")) > LONG_NAME:
            yield Fault("F09", "too_long", one.get("id", ""))
        for text in one.findall(q("documentation")):
            if len(text_in(text)) > LONG_TEXT:
                yield Fault("F09", "too_long", one.get("id", ""))


def errors(finished: Finished) -> Iterator[Fault]:
    """F11: an error that ends a way has a code and is caught: otherwise the engine stops."""
    for fault in gates_engine.errors(finished):
        yield replace(fault, gate="F11")
    caught = {
        definition.get("errorRef")
        for node in finished.tasks("boundaryEvent", "startEvent")
        for definition in node.findall(q("errorEventDefinition"))
    }
    for node in finished.tasks("endEvent"):
        for definition in node.findall(q("errorEventDefinition")):
            if not {None, definition.get("errorRef")} & caught:
                yield Fault("F11", "error_uncaught", node.get("id", ""))


def calls(finished: Finished) -> Iterator[Fault]:
    """F12: a called service is called by its key."""
    for node in finished.tasks("callActivity"):
        if not node.get("calledElement") or node.get(finished.own("calledElementType")) != "key":
            yield Fault("F12", "call", node.get("id", ""), node.get("calledElement", ""))


def names(finished: Finished) -> Iterator[Fault]:
    """F14: endings by which the engine decides, all on one level, none twice."""
    found = [artifact.name for artifact in finished.artifacts]
    for name in found:
        if not _FILE.fullmatch(name):
            yield Fault("F14", "file_name", name)
    folded = [name.casefold() for name in found]
    for name in sorted({name for name in folded if folded.count(name) > 1}):
        yield Fault("F14", "file_twice", name)


GATES: Final[dict[str, Gate]] = {
    **EVERYWHERE,
    "C02": gates_shape.readable,
    "C08": variables.written_before_read,
    "C12": gates_engine.groups,
    "F01": namespaces,
    "F02": numbered("F02", gates_engine.executable),
    "F03": elements,
    "F04": implementations,
    "F05": decisions,
    "F06": tables,
    "F07": properties,
    "F08": forms,
    "F09": lengths,
    "F10": numbered("F10", gates_engine.messages),
    "F11": errors,
    "F12": calls,
    "F14": names,
    "F17": numbered("F17", gates_ways.exclusive),
    "F18": numbered("F18", gates_ways.conditions),
    "F19": numbered("F19", gates_engine.timers),
    "F20": numbered("F20", gates_events.events),
    "F21": numbered("F21", gates_events.repeats),
    "F22": numbered("F22", gates_engine.priorities),
    "F24": inputs,
    "F23": numbered("F23", gates_engine.candidate_groups),
}
"""Number -> what is asked. F13 is a part of C04, F15 the list of losses; F16 needs the engine."""
