"""Which faults do tests sow into a good deployment?"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from exporters.artifact import Artifact
from exporters.bpmn.vocabulary import BPMN, BPMNDI, DC
from exporters.platforms import deployment
from exporters.platforms.profile import CAMUNDA
from model.document import Snapshot
from model.records import Chosen, Deadline, End, Event, Flow, Message, Timer
from tests.exporters.platforms.dogs import dogs


def good_view() -> Snapshot:
    """The dog tax with a timer and a message, so that there is something to break."""
    return dogs(
        Timer(id="late", name="Zu spät", role="office", attached_to="check", deadline="d2"),
        Deadline(id="d2", parent="late", length=20),
        Message(id="wait", name="Nachweis", role="office", message_name="nachweis"),
        End(id="end2", name="Fehler", role="office", result="error", error_code="SPAET"),
        Flow(id="l1", source="late", target="wait"),
        Flow(id="l2", source="wait", target="jump"),
        Event(
            id="jump",
            name="Weiter",
            role="office",
            trigger="link",
            direction="send",
            event_name="Teil 2",
        ),
        Event(id="land", name="Von oben", role="office", trigger="link", event_name="Teil 2"),
        Event(id="rain", name="Es regnet", role="office", trigger="signal", event_name="Regen"),
        Event(
            id="shout",
            name="Melden",
            role="office",
            trigger="escalation",
            direction="send",
            event_name="Leitung",
            error_code="L1",
        ),
        Event(
            id="until",
            name="Gefährlich",
            role="office",
            trigger="conditional",
            condition=Chosen(field="danger", option="yes"),
        ),
        Flow(id="l3", source="land", target="rain"),
        Flow(id="l4", source="rain", target="shout"),
        Flow(id="l5", source="shout", target="until"),
        Flow(id="l6", source="until", target="end2"),
    )


GOOD = deployment(good_view()).artifacts
Change = Callable[[Any], None]


def sown(
    change: Change,
    ending: str = ".bpmn",
    *,
    name: str = "",
    good: Sequence[Artifact] = (),
) -> list[Artifact]:
    """The good deployment with one file changed: XML as its root, a form as its dictionary."""
    found = []
    for artifact in good or GOOD:
        content = artifact.content
        if artifact.name.endswith(ending) and name in artifact.name:
            if ending in (".form", ".json"):
                data = json.loads(content)
                change(data)
                content = json.dumps(data).encode()
            else:
                root = etree.fromstring(content)
                change(root)
                content = etree.tostring(root)
        found.append(replace(artifact, content=content))
    return found


def at(root: Any, element: str) -> Any:
    (found,) = (one for one in root.iter() if one.get("id") == element)
    return found


def put(element: str, attribute: str, value: str | None) -> Change:
    """Set or remove an attribute; "camunda:x" is of the engine."""

    def change(root: Any) -> None:
        space, _, plain = attribute.rpartition(":")
        key = f"{{{CAMUNDA}}}{plain}" if space else plain
        if value is None:
            at(root, element).attrib.pop(key)
        else:
            at(root, element).set(key, value)

    return change


def inside(element: str, tag: str, text: str | None) -> Change:
    """Change the text of a child, or remove it."""

    def change(root: Any) -> None:
        child = next(at(root, element).iter(f"{{{BPMN}}}{tag}"))
        if text is None:
            child.getparent().remove(child)
        else:
            child.text = text

    return change


def add(element: str, tag: str, **attributes: str) -> Change:
    def change(root: Any) -> None:
        etree.SubElement(at(root, element), tag, attributes)

    return change


def definition(element: str, tag: str, attribute: str, value: str | None) -> Change:
    def change(root: Any) -> None:
        child = next(at(root, element).iter(f"{{{BPMN}}}{tag}"))
        if value is None:
            child.attrib.pop(attribute)
        else:
            child.set(attribute, value)

    return change


def drop(element: str) -> Change:
    def change(root: Any) -> None:
        gone = at(root, element)
        gone.getparent().remove(gone)

    return change


def picture(tag: str, about: str, act: Callable[[Any], None]) -> Change:
    def change(root: Any) -> None:
        found = (s for s in root.iter(f"{{{BPMNDI}}}{tag}") if s.get("bpmnElement") == about)
        act(next(found))

    return change


def _without_bounds(shape: Any) -> None:
    shape.remove(shape.find(f"{{{DC}}}Bounds"))


def _one_point(edge: Any) -> None:
    for point in list(edge)[1:]:
        edge.remove(point)


def _remove(one: Any) -> None:
    one.getparent().remove(one)


def parameter_lost(root: Any) -> None:
    _remove(next(at(root, "pay_tarif").iter(f"{{{CAMUNDA}}}inputParameter")))


def message_unnamed(root: Any) -> None:
    next(root.iter(f"{{{BPMN}}}message")).attrib.pop("name")


def error_uncoded(root: Any) -> None:
    next(root.iter(f"{{{BPMN}}}error")).attrib.pop("errorCode")


def code_lost(root: Any) -> None:
    next(root.iter(f"{{{BPMN}}}escalation")).attrib.pop("escalationCode")


def namespace_lost(root: Any) -> None:
    root.attrib.pop("targetNamespace")


def awaited_twice(root: Any) -> None:
    for name in ("b1", "b2"):
        event = etree.SubElement(
            at(root, "hundesteuer"), f"{{{BPMN}}}boundaryEvent", id=name, attachedToRef="check"
        )
        message = next(root.iter(f"{{{BPMN}}}message")).get("id")
        etree.SubElement(event, f"{{{BPMN}}}messageEventDefinition", messageRef=message)


def unnamed_flow_condition(root: Any) -> None:
    definition("w3", "conditionExpression", "language", "FEEL")(root)


def parts_mixed(root: Any) -> None:
    """The outgoing way before everything else."""
    node = at(root, "check")
    node.insert(0, node.find(f"{{{BPMN}}}outgoing"))


def call_without_a_value(root: Any) -> None:
    """A call on the way, in which it is not said what is handed over."""
    call = at(root, "check")
    for name in [name for name in call.attrib if name.startswith("{")]:
        call.attrib.pop(name)
    call.tag = f"{{{BPMN}}}callActivity"
    call.set("calledElement", "andere")
    call.set(f"{{{CAMUNDA}}}calledElementBinding", "latest")
    words = call.findall(f"{{{BPMN}}}documentation")
    holder = etree.Element(f"{{{BPMN}}}extensionElements")
    etree.SubElement(holder, f"{{{CAMUNDA}}}in")
    call.insert(len(words), holder)


OPERATON = "http://operaton.org/schema/1.0/bpmn"

PROCESS_FAULTS: list[tuple[str, str, Change]] = [
    ("C03", "id_form", put("check", "id", "prüfen 1")),
    ("C03", "id_twice", put("check", "id", "page2")),
    ("C03", "id_long", put("check", "id", "c" * 65)),
    ("C03", "id_missing", put("w5", "id", None)),
    ("C04", "reference", put("w5", "targetRef", "nowhere")),
    ("C04", "reference", put("late", "attachedToRef", "nowhere")),
    ("C04", "reference", definition("wait", "messageEventDefinition", "messageRef", "nowhere")),
    ("C04", "target_namespace", namespace_lost),
    ("C05", "name_missing", put("check", "name", None)),
    ("C05", "name_missing", put("page2_split", "name", None)),
    ("C05", "expression", put("check", "name", "Antrag ${1+1}")),
    ("C05", "expression", inside("start", "documentation", "#{x}")),
    ("C05", "expression", put("office", "name", "Amt #{")),
    ("C06", "starts", add("hundesteuer", f"{{{BPMN}}}startEvent", id="second", name="S")),
    ("C06", "starts", drop("start")),
    ("C06", "unreached", drop("w2")),
    ("C06", "endless", drop("w6")),
    ("C07", "no_default", put("page2_split", "default", None)),
    ("C07", "no_condition", inside("w3", "conditionExpression", None)),
    ("C07", "split", put("w6", "sourceRef", "check")),
    (
        "C08",
        "never_written",
        inside("w3", "conditionExpression", "${execution.getVariable('unbekannt') == 1}"),
    ),
    ("C08", "table_input", parameter_lost),
    ("C09", "duration", put("check", "camunda:dueDate", "14 Tage")),
    ("C09", "duration", put("check", "camunda:dueDate", "P0D")),
    ("C09", "duration", inside("late", "timeDuration", "14 Tage")),
    ("C10", "no_shape", picture("BPMNShape", "check", _remove)),
    ("C10", "no_shape", picture("BPMNShape", "check", _without_bounds)),
    ("C10", "no_edge", picture("BPMNEdge", "w5", _one_point)),
    ("C12", "nobody", put("check", "camunda:candidateGroups", None)),
    ("C12", "group", put("check", "camunda:candidateGroups", "Amt für Steuern")),
    ("C02", "foreign_attribute", put("check", "prioritaet", "1")),
    ("C02", "attribute_missing", put("late", "attachedToRef", None)),
    ("C02", "attribute_missing", put("w5", "targetRef", None)),
    ("C02", "order", parts_mixed),
    ("O01", "foreign_attribute", put("check", "camunda:prioritaet", "1")),
    (
        "O01",
        "foreign_attribute",
        lambda root: at(root, "check").set(f"{{{OPERATON}}}dueDate", "P1D"),
    ),
    ("O01", "foreign_element", add("check", f"{{{OPERATON}}}formData")),
    ("O01", "foreign_element", add("hundesteuer", f"{{{BPMN}}}scriptTask", id="script", name="S")),
    ("O02", "not_executable", put("hundesteuer", "isExecutable", "false")),
    ("O03", "time_to_live", put("hundesteuer", "camunda:historyTimeToLive", None)),
    ("O03", "time_to_live", put("hundesteuer", "camunda:historyTimeToLive", "P1Y")),
    ("O04", "version_tag", put("hundesteuer", "camunda:versionTag", None)),
    ("O05", "form_binding", put("check", "camunda:formRefBinding", None)),
    ("O05", "form_both", put("check", "camunda:formKey", "embedded:x")),
    ("O05", "form_missing", put("check", "camunda:formRef", "andere")),
    ("O05", "form_place", put("pay", "camunda:formRef", "ihr_hund")),
    (
        "O06",
        "generated_form",
        lambda root: etree.SubElement(
            etree.SubElement(at(root, "check"), f"{{{BPMN}}}extensionElements"),
            f"{{{CAMUNDA}}}formData",
        ),
    ),
    ("O07", "no_implementation", put("pay", "camunda:type", None)),
    ("O07", "topic", put("pay", "camunda:topic", None)),
    ("O07", "topic", put("pay", "camunda:topic", "zahl ung")),
    ("O08", "priority", put("check", "camunda:priority", "hoch")),
    ("O08", "priority", put("check", "camunda:priority", "101")),
    ("O09", "group_empty", put("check", "camunda:candidateGroups", "a,,b")),
    ("O10", "default_condition", lambda root: put("page2_split", "default", "w3")(root)),
    ("O10", "single_condition", lambda root: at(root, "w4").set("sourceRef", "check")),
    (
        "O10",
        "gateway_end",
        lambda root: (
            at(root, "w3").set("sourceRef", "check"),
            at(root, "w4").set("sourceRef", "check"),
        )[0],
    ),
    ("O11", "condition", inside("w3", "conditionExpression", '=a = "b"')),
    ("O11", "condition", inside("w3", "conditionExpression", "${a == 'x'}")),
    ("O11", "condition_language", unnamed_flow_condition),
    ("O12", "message_name", message_unnamed),
    ("O12", "message_twice", awaited_twice),
    ("O12", "message_missing", definition("wait", "messageEventDefinition", "messageRef", None)),
    ("O13", "error_code", error_uncoded),
    ("O20", "event_sort", inside("rain", "signalEventDefinition", None)),
    ("O20", "event_sort", add("start", f"{{{BPMN}}}compensateEventDefinition")),
    ("O20", "signal_missing", definition("rain", "signalEventDefinition", "signalRef", None)),
    ("O20", "escalation_code", code_lost),
    ("O20", "event_condition", inside("until", "condition", "gefährlich")),
    ("O20", "link", definition("jump", "linkEventDefinition", "name", "Teil 3")),
    ("O21", "loop", add("check", f"{{{BPMN}}}standardLoopCharacteristics")),
    ("O21", "for_each", add("check", f"{{{BPMN}}}multiInstanceLoopCharacteristics")),
    ("O14", "decision_missing", put("pay_tarif", "camunda:decisionRef", "andere")),
    ("O14", "decision_binding", put("pay_tarif", "camunda:decisionRefBinding", "latest")),
    ("O14", "decision_result", put("pay_tarif", "camunda:mapDecisionResult", "single")),
    ("O14", "decision_variable", put("pay_tarif", "camunda:resultVariable", None)),
    ("O15", "call", add("hundesteuer", f"{{{BPMN}}}callActivity", id="call", name="C")),
    ("O15", "call_value", call_without_a_value),
    ("O16", "timer", inside("late", "timeDuration", None)),
]


def part(form: dict[str, Any], key: str) -> dict[str, Any]:
    found: dict[str, Any] = next(c for c in form["components"] if c.get("key") == key)
    return found


FORM_FAULTS: list[tuple[str, str, Change]] = [
    ("C11", "form_no_key", lambda f: part(f, "gewicht").pop("key")),
    ("C11", "form_no_label", lambda f: part(f, "gewicht").pop("label")),
    ("C11", "form_type", lambda f: part(f, "gewicht").update(type="zahl")),
    ("C11", "form_id", lambda f: part(f, "gewicht").update(id="danger")),
    ("C11", "form_key", lambda f: part(f, "gewicht").update(key="merkmale")),
    ("C11", "form_values", lambda f: part(f, "merkmale").pop("values")),
    ("C11", "form_values", lambda f: part(f, "merkmale").update(valuesKey="x")),
    (
        "C11",
        "form_values",
        lambda f: part(f, "merkmale")["values"].append({"label": "B", "value": "blind"}),
    ),
    ("C11", "form_pattern", lambda f: part(f, "gewicht").update(validate={"pattern": "("})),
    ("C11", "form_feel", lambda f: part(f, "gewicht").update(conditional={"hide": "a = 1"})),
    ("C05", "expression", lambda f: part(f, "gewicht").update(label="${x}")),
    ("O05", "form_twice", lambda f: f.pop("id")),
    ("O05", "form_missing", lambda f: f.update(id="andere")),
    ("C08", "never_written", lambda f: part(f, "gefaehrlicher_hund").update(key="anders")),
]
