"""Which faults does an engine refuse, skip, or take although it goes wrong later?

Each row: the rule of the platform's own parser or run time, how the engine answers, the gate of
ours that must have found it before, and the fault. "refused" = the deployment fails; "skipped" = it
succeeds with no process; "wrong" = a case does not run as rehearsed; "unnoticed" = the engine takes
it and says nothing, so that only the gate protects whoever works with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from exporters.bpmn.vocabulary import BPMN, BPMNDI
from exporters.dmn.writer import CAMUNDA_DMN, DMN
from tests.exporters.platforms.sowing import (
    FORM_FAULTS,
    OPERATON,
    Change,
    add,
    at,
    awaited_twice,
    call_without_a_value,
    code_lost,
    definition,
    drop,
    error_uncoded,
    inside,
    message_unnamed,
    namespace_lost,
    parts_mixed,
    put,
    unnamed_flow_condition,
)

Verdict = Literal["refused", "skipped", "wrong", "unnoticed"]


@dataclass(frozen=True, slots=True)
class Sown:
    """One fault in one file of a deployment."""

    rule: str
    verdict: Verdict
    gate: str
    key: str
    change: Change
    ending: str = ".bpmn"
    name: str = ""


def _decision(change: Callable[[Any], object]) -> Change:
    def of_first(root: Any) -> None:
        change(next(root.iter(f"{{{DMN}}}decision")))

    return of_first


def _edge_without_a_way(root: Any) -> None:
    next(root.iter(f"{{{BPMNDI}}}BPMNEdge")).set("bpmnElement", "nirgends")


def _no_picture(root: Any) -> None:
    for diagram in list(root.iter(f"{{{BPMNDI}}}BPMNDiagram")):
        root.remove(diagram)


def _gateway_to_nowhere(root: Any) -> None:
    for way in ("w3", "w4"):
        at(root, way).set("sourceRef", "check")


def _plain_task(root: Any) -> None:
    task = at(root, "pay")
    task.tag = f"{{{BPMN}}}task"
    for name in [name for name in task.attrib if name.startswith("{")]:
        task.attrib.pop(name)


TTL = f"{{{CAMUNDA_DMN}}}historyTimeToLive"
CONDITION = "conditionExpression"

FAULTS: tuple[Sown, ...] = (
    Sown("1 order of parts", "refused", "C02", "order", parts_mixed),
    Sown("1 attribute", "refused", "C02", "foreign_attribute", put("check", "prioritaet", "1")),
    Sown("1 no id", "refused", "C03", "id_missing", put("w5", "id", None)),
    Sown("1 id with a blank", "refused", "C03", "id_form", put("check", "id", "prüfen 1")),
    Sown("1 id twice", "refused", "C03", "id_twice", put("check", "id", "page2")),
    Sown("1 no target", "refused", "C02", "attribute_missing", put("w5", "targetRef", None)),
    Sown("1 to nowhere", "refused", "C04", "reference", put("w5", "targetRef", "nowhere")),
    Sown("2", "skipped", "O02", "not_executable", put("hundesteuer", "isExecutable", "false")),
    Sown(
        "3", "refused", "O03", "time_to_live", put("hundesteuer", "camunda:historyTimeToLive", None)
    ),
    Sown(
        "3 year",
        "refused",
        "O03",
        "time_to_live",
        put("hundesteuer", "camunda:historyTimeToLive", "P1Y"),
    ),
    Sown(
        "3 below",
        "refused",
        "O03",
        "time_to_live",
        put("hundesteuer", "camunda:historyTimeToLive", "-1"),
    ),
    Sown("4 both", "refused", "O05", "form_both", put("check", "camunda:formKey", "embedded:x")),
    Sown(
        "4 binding", "refused", "O05", "form_binding", put("check", "camunda:formRefBinding", None)
    ),
    Sown(
        "5 and 20 generated",
        "refused",
        "O06",
        "generated_form",
        add("check", "{http://camunda.org/schema/1.0/bpmn}formData"),
    ),
    Sown("6", "wrong", "O05", "form_missing", put("check", "camunda:formRef", "andere")),
    Sown("8 no way", "refused", "O10", "gateway_end", _gateway_to_nowhere),
    Sown(
        "8 single",
        "refused",
        "O10",
        "single_condition",
        lambda r: at(r, "w4").set("sourceRef", "check"),
    ),
    Sown("8 default", "refused", "O10", "default_condition", put("page2_split", "default", "w3")),
    Sown("8 no condition", "refused", "C07", "no_condition", inside("w3", CONDITION, None)),
    Sown("8 no default", "wrong", "C07", "no_default", put("page2_split", "default", None)),
    Sown("9 script", "wrong", "O11", "condition_language", unnamed_flow_condition),
    Sown("9 syntax", "refused", "O11", "condition", inside("w3", CONDITION, "${a == }")),
    Sown("9 FEEL", "wrong", "O11", "condition", inside("w3", CONDITION, '=a = "b"')),
    Sown("9 unknown", "wrong", "O11", "condition", inside("w3", CONDITION, "${a == 'x'}")),
    Sown("10", "refused", "O07", "no_implementation", put("pay", "camunda:type", None)),
    Sown("11 topic", "refused", "O07", "topic", put("pay", "camunda:topic", None)),
    Sown("11 priority", "refused", "O08", "priority", put("pay", "camunda:taskPriority", "hoch")),
    Sown(
        "12 binding",
        "refused",
        "O14",
        "decision_binding",
        put("pay_tarif", "camunda:decisionRefBinding", "version"),
    ),
    Sown(
        "12 result",
        "refused",
        "O14",
        "decision_result",
        put("pay_tarif", "camunda:mapDecisionResult", "single"),
    ),
    Sown(
        "13 called",
        "refused",
        "O15",
        "call",
        add("hundesteuer", f"{{{BPMN}}}callActivity", id="call", name="C"),
    ),
    Sown("13 value", "refused", "O15", "call_value", call_without_a_value),
    Sown(
        "14 missing",
        "refused",
        "O12",
        "message_missing",
        definition("wait", "messageEventDefinition", "messageRef", None),
    ),
    Sown(
        "14 nowhere",
        "refused",
        "C04",
        "reference",
        definition("wait", "messageEventDefinition", "messageRef", "nowhere"),
    ),
    Sown("14 unnamed", "refused", "O12", "message_name", message_unnamed),
    Sown("14 twice", "refused", "O12", "message_twice", awaited_twice),
    Sown("14 namespace", "refused", "C04", "target_namespace", namespace_lost),
    Sown(
        "14 receive",
        "unnoticed",
        "O07",
        "no_implementation",
        add("hundesteuer", f"{{{BPMN}}}receiveTask", id="r", name="R"),
    ),
    Sown("15", "refused", "O13", "error_code", error_uncoded),
    Sown("16 timer", "refused", "O16", "timer", inside("late", "timeDuration", None)),
    Sown("16 attached", "refused", "C04", "reference", put("late", "attachedToRef", "nowhere")),
    Sown(
        "16 not attached", "refused", "C02", "attribute_missing", put("late", "attachedToRef", None)
    ),
    Sown("16 type", "refused", "O20", "event_sort", inside("rain", "signalEventDefinition", None)),
    Sown("17 none", "refused", "C06", "starts", drop("start")),
    Sown(
        "17 two",
        "refused",
        "C06",
        "starts",
        add("hundesteuer", f"{{{BPMN}}}startEvent", id="s2", name="S"),
    ),
    Sown(
        "18",
        "refused",
        "O21",
        "for_each",
        add("check", f"{{{BPMN}}}multiInstanceLoopCharacteristics"),
    ),
    Sown("19 nothing", "refused", "C04", "reference", _edge_without_a_way),
    Sown(
        "20 script",
        "refused",
        "O01",
        "foreign_element",
        add("hundesteuer", f"{{{BPMN}}}scriptTask", id="s2", name="S"),
    ),
    Sown("20 plain task", "wrong", "O07", "no_implementation", _plain_task),
    Sown("22 unbalanced", "refused", "C05", "expression", put("check", "name", "Antrag #{pruefen")),
    Sown("22 unknown", "wrong", "C05", "expression", put("check", "name", "Antrag ${unbekannt}")),
    Sown("22 reckoned", "unnoticed", "C05", "expression", put("check", "name", "Antrag ${1+1}")),
    Sown("23", "unnoticed", "O09", "group_empty", put("check", "camunda:candidateGroups", "a,,b")),
    Sown("24", "refused", "O03", "time_to_live", _decision(lambda d: d.attrib.pop(TTL)), ".dmn"),
    Sown(
        "24 year", "refused", "O03", "time_to_live", _decision(lambda d: d.set(TTL, "P1Y")), ".dmn"
    ),
    Sown("late: due date", "wrong", "C09", "duration", put("check", "camunda:dueDate", "14 Tage")),
    Sown("late: timer", "wrong", "C09", "duration", inside("late", "timeDuration", "14 Tage")),
    Sown("late: priority", "wrong", "O08", "priority", put("check", "camunda:priority", "hoch")),
    Sown(
        "late: table",
        "wrong",
        "O14",
        "decision_missing",
        put("pay_tarif", "camunda:decisionRef", "andere"),
    ),
    Sown(
        "late: result",
        "wrong",
        "O14",
        "decision_variable",
        put("pay_tarif", "camunda:resultVariable", None),
    ),
    Sown(
        "late: never written",
        "wrong",
        "C08",
        "never_written",
        FORM_FAULTS[-1][2],
        ".form",
        "ihr_hund",
    ),
    Sown(
        "late: no form",
        "wrong",
        "O05",
        "form_missing",
        lambda f: f.update(id="andere"),
        ".form",
        "ihr_hund",
    ),
    Sown(
        "late: unknown word",
        "unnoticed",
        "O01",
        "foreign_attribute",
        put("check", "camunda:prioritaet", "1"),
    ),
    Sown(
        "late: mixed words",
        "unnoticed",
        "O01",
        "foreign_attribute",
        lambda r: at(r, "check").set(f"{{{OPERATON}}}dueDate", "P1D"),
    ),
    Sown("late: no picture", "unnoticed", "C10", "no_shape", _no_picture),
    Sown(
        "late: nobody", "unnoticed", "C12", "nobody", put("check", "camunda:candidateGroups", None)
    ),
    Sown(
        "late: repeats",
        "unnoticed",
        "O21",
        "loop",
        add("check", f"{{{BPMN}}}standardLoopCharacteristics"),
    ),
    Sown(
        "late: condition",
        "wrong",
        "O20",
        "event_condition",
        inside("until", "condition", "gefährlich"),
    ),
    Sown("escalation", "refused", "O20", "escalation_code", code_lost),
    Sown(
        "signal",
        "refused",
        "O20",
        "signal_missing",
        definition("rain", "signalEventDefinition", "signalRef", None),
    ),
    Sown(
        "link",
        "refused",
        "O20",
        "link",
        definition("jump", "linkEventDefinition", "name", "Teil 3"),
    ),
)
"""The family: PLATFORMS 1.3 by number, then what only shows at run time, then further events."""

__all__ = ["FAULTS", "Sown"]
