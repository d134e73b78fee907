"""Each further platform gets files of its own, judged by its own gates; the status is honest."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from exporters.artifact import Artifact
from exporters.bpmn.vocabulary import BPMN
from exporters.platforms import deployment
from exporters.platforms.camunda8.gates import GATES as ZEEBE_GATES
from exporters.platforms.camunda8.process import ZEEBE
from exporters.platforms.engines import ENGINES
from exporters.platforms.finished import Finished
from exporters.platforms.gates import gates_for, judge
from exporters.platforms.profile import CAMUNDA, CIBSEVEN
from exporters.platforms.serviceportal.gates import GATES as PORTAL_GATES
from exporters.platforms.serviceportal.gates import of_folder
from exporters.platforms.serviceportal.process import ACTIVITI
from model.document import Snapshot
from model.records import Deadline, End, Event, Field, Flow, Message, Timer
from resources import texts
from tests.exporters.platforms.dogs import DANGEROUS, dogs
from tests.exporters.platforms.sowing import (
    Change,
    add,
    at,
    definition,
    drop,
    error_uncoded,
    inside,
    message_unnamed,
    put,
    sown,
)

STATUS = {
    "operaton": "bereit",
    "cibseven": "bereit",
    "flowable": "bereit",
    "camunda8": "nicht-geprueft",
    "serviceportal": "geruest",
}


def view() -> Snapshot:
    """The dog tax with a timer, a message and an error."""
    return dogs(
        Timer(id="late", name="Zu spät", role="office", attached_to="check", deadline="d2"),
        Deadline(id="d2", parent="late", length=20),
        Message(id="wait", name="Nachweis", role="office", message_name="nachweis"),
        End(id="end2", name="Fehler", role="office", result="error", error_code="SPAET"),
        Flow(id="l1", source="late", target="wait"),
        Flow(id="l2", source="wait", target="end2"),
    )


def keyed(artifacts: list[Artifact]) -> dict[str, bytes]:
    return {artifact.name: artifact.content for artifact in artifacts}


def process_of(target: str) -> Any:
    artifacts = deployment(view(), target).artifacts
    return etree.fromstring(next(a.content for a in artifacts if a.role == "prozess"))


# ------------------------------------------------------------------------------------- status


@pytest.mark.parametrize("target", sorted(ENGINES))
def test_the_status_comes_from_the_gates(target: str) -> None:
    good = deployment(view(), target)
    bad = deployment(dogs(Message(id="alone", name="Allein", role="office")), target)

    assert good.status == STATUS[target]
    assert bad.status == "nicht-bereit"
    assert {fault.gate for fault in bad.faults} >= {"C06"}


@pytest.mark.parametrize("target", sorted(ENGINES))
def test_two_exports_are_the_same_bytes(target: str) -> None:
    assert keyed(deployment(view(), target).artifacts) == keyed(
        deployment(view(), target).artifacts
    )


def test_a_platform_that_nobody_ran_says_so() -> None:
    for target in ("camunda8", "serviceportal"):
        told = {entry.message.key for entry in deployment(view(), target).report.of("hint")}

        assert "profiles.unproved" in told


# ---------------------------------------------------------------------------------- CIB seven


def test_cib_seven_gets_a_note_in_place_of_a_file_picker() -> None:
    upload = Field(id="proof", parent="page", order="a9", label="Nachweis", data_type="file")

    made = deployment(dogs(upload), "cibseven")
    forms = [json.loads(a.content) for a in made.artifacts if a.name.endswith(".form")]

    assert {form["schemaVersion"] for form in forms} == {16}
    assert "filepicker" not in json.dumps(forms)
    assert "platforms.form.no_upload" in {e.message.key for e in made.report.of("lost")}
    assert made.status == "bereit"


def test_a_form_that_is_too_young_for_cib_seven_is_found() -> None:
    def younger(form: dict[str, Any]) -> None:
        form["schemaVersion"] = 19
        form["components"][0]["type"] = "filepicker"

    faults = judge(sown(younger, ".form", name="ihr_hund"), gates_for(CIBSEVEN))

    assert [fault.gate for fault in faults if fault.key == "form_young"] == ["O18", "O18"]


# ---------------------------------------------------------------------------------- Camunda 8


def test_camunda_8_gets_feel_jobs_and_subscriptions_and_no_juel() -> None:
    root = process_of("camunda8")
    text = etree.tostring(root).decode()

    assert CAMUNDA not in text
    assert "${" not in text
    conditions = [one.text for one in root.iter(f"{{{BPMN}}}conditionExpression")]
    assert conditions == ['=gefaehrlicher_hund = "ja"']
    assert [one.get("correlationKey") for one in root.iter(f"{{{ZEEBE}}}subscription")] == [
        "=vorgang"
    ]
    assert "fachwerk-bezahlung" in {
        one.get("type") for one in root.iter(f"{{{ZEEBE}}}taskDefinition")
    }


def test_what_camunda_8_does_not_know_stops_it() -> None:
    until = Event(
        id="until", name="Bis dann", role="office", trigger="conditional", condition=DANGEROUS
    )
    made = deployment(
        dogs(
            until,
            Flow(id="u1", source="until", target="end"),
            Flow(id="u0", source="check", target="until"),
        ),
        "camunda8",
    )

    assert ("Z09", "platforms.camunda8.conditional") in {
        (entry.code, entry.message.key) for entry in made.report.of("failed")
    }


def _child(element: str, tag: str, attribute: str = "", value: str = "") -> Change:
    """Change an attribute of Zeebe's own child of an element, or remove the child."""

    def change(root: Any) -> None:
        child = next(at(root, element).iter(f"{{{ZEEBE}}}{tag}"))
        if attribute:
            child.set(attribute, value)
        else:
            child.getparent().remove(child)

    return change


def _no_subscription(root: Any) -> None:
    for one in list(root.iter(f"{{{ZEEBE}}}subscription")):
        one.getparent().remove(one)


ZEEBE_FAULTS: list[tuple[str, str, Change]] = [
    ("C02", "foreign_attribute", put("check", "prioritaet", "1")),
    ("C03", "id_twice", put("check", "id", "page2")),
    ("C04", "reference", put("w5", "targetRef", "nowhere")),
    ("C05", "name_missing", put("check", "name", None)),
    ("C06", "starts", drop("start")),
    ("C07", "no_default", put("page2_split", "default", None)),
    ("C09", "duration", inside("late", "timeDuration", "14 Tage")),
    ("C10", "no_shape", lambda root: root.remove(root[-1])),
    ("Z01", "foreign_attribute", put("check", "camunda:formRef", "x")),
    ("Z02", "not_executable", put("hundesteuer", "isExecutable", "false")),
    ("Z03", "no_implementation", _child("check", "userTask")),
    ("Z03", "nobody", _child("check", "assignmentDefinition")),
    ("Z04", "topic", _child("pay", "taskDefinition")),
    ("Z05", "decision_missing", _child("pay_tarif", "calledDecision", "decisionId", "andere")),
    ("Z05", "decision_variable", _child("pay_tarif", "calledDecision", "resultVariable", "")),
    ("Z06", "no_subscription", _no_subscription),
    ("Z07", "condition", inside("w3", "conditionExpression", "${a == 'x'}")),
    ("Z08", "form_missing", _child("check", "formDefinition", "formId", "andere")),
    ("Z09", "foreign_element", add("hundesteuer", f"{{{BPMN}}}receiveTask", id="r", name="R")),
    ("Z09", "event_sort", add("start", f"{{{BPMN}}}conditionalEventDefinition", id="c")),
    ("Z09", "loop", add("check", f"{{{BPMN}}}standardLoopCharacteristics")),
    ("Z10", "message_name", message_unnamed),
    ("Z11", "error_code", error_uncoded),
    ("Z12", "timer", inside("late", "timeDuration", None)),
]


@pytest.mark.parametrize(
    ("gate", "key", "change"), ZEEBE_FAULTS, ids=[f"{g}-{k}" for g, k, _ in ZEEBE_FAULTS]
)
def test_a_fault_in_the_files_for_camunda_8_is_found(gate: str, key: str, change: Change) -> None:
    good = [a for a in deployment(view(), "camunda8").artifacts if a.role != "anleitung"]

    faults = judge(sown(change, good=good), ZEEBE_GATES, space=ZEEBE)

    assert judge(good, ZEEBE_GATES, space=ZEEBE) == []
    assert (gate, key) in {(fault.gate, fault.key) for fault in faults}


# ------------------------------------------------------------------------------ Serviceportal


def test_the_portal_gets_a_project_folder_with_forms_that_its_tasks_name() -> None:
    artifacts = deployment(view(), "serviceportal").artifacts
    names = {artifact.name for artifact in artifacts}
    root = process_of("serviceportal")

    assert {
        "config/project.json",
        "config/default.json",
        "metadata/metadata.json",
        "parameterdefinitions/default.json",
        "models/hundesteuer.bpmn20.xml",
    } <= names
    keys = [one.get(f"{{{ACTIVITI}}}formKey") for one in root.iter(f"{{{BPMN}}}userTask")]
    forms = {json.loads(a.content)["id"] for a in artifacts if a.name.startswith("forms/")}
    assert {key.removeprefix("formular:") for key in keys if key} == forms
    assert not any(name.endswith("auth.json") for name in names)


def test_no_script_of_ours_runs_on_the_portal_and_the_report_names_each_gap() -> None:
    root = process_of("serviceportal")
    report = deployment(view(), "serviceportal").report

    scripts = list(root.iter(f"{{{BPMN}}}scriptTask"))

    assert scripts
    assert not list(root.iter(f"{{{BPMN}}}script"))
    assert "platforms.serviceportal.script" in {e.message.key for e in report.of("lost")}


PORTAL_FAULTS: list[tuple[str, str, str, Callable[[Any], object]]] = [
    ("S01", "form_id", "forms/", lambda f: _first_field(f).update(id="9 x")),
    ("S02", "form_missing", "forms/", lambda f: f.update(id="1:andere:v1.0")),
    ("S05", "attribute_missing", "config/project.json", lambda c: c.pop("mandant")),
    ("S05", "foreign_element", "config/default.json", lambda c: c.update(url="https://x?token=1")),
]


def _first_field(form: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = form["sections"][0]["fieldGroups"][0]["fields"][0]
    return found


@pytest.mark.parametrize(
    ("gate", "key", "name", "change"),
    PORTAL_FAULTS,
    ids=[f"{g}-{k}" for g, k, _, _ in PORTAL_FAULTS],
)
def test_a_fault_in_the_project_folder_is_found(
    gate: str, key: str, name: str, change: Callable[[Any], object]
) -> None:
    good = [a for a in deployment(view(), "serviceportal").artifacts if a.role != "anleitung"]
    spoilt = [_changed(a, change) if a.name.startswith(name) else a for a in good]
    model = [a for a in good if a.role == "prozess"]

    assert list(of_folder(good, Finished(model, ACTIVITI))) == []
    found = of_folder(spoilt, Finished(model, ACTIVITI))
    assert (gate, key) in {(fault.gate, fault.key) for fault in found}


PORTAL_MODEL_FAULTS: list[tuple[str, str, Change]] = [
    ("S03", "foreign_attribute", put("check", "camunda:formRef", "x")),
    ("S06", "no_implementation", add("hundesteuer", f"{{{BPMN}}}serviceTask", id="s", name="S")),
    ("S06", "foreign_element", add("pay", f"{{{BPMN}}}script")),
    ("S07", "foreign_attribute", put("check", "prioritaet", "1")),
    ("S09", "default_condition", put("page2_split", "default", "w3")),
    ("C04", "reference", definition("wait", "messageEventDefinition", "messageRef", "nowhere")),
]


@pytest.mark.parametrize(
    ("gate", "key", "change"),
    PORTAL_MODEL_FAULTS,
    ids=[f"{g}-{k}" for g, k, _ in PORTAL_MODEL_FAULTS],
)
def test_a_fault_in_the_process_for_the_portal_is_found(
    gate: str, key: str, change: Change
) -> None:
    good = [a for a in deployment(view(), "serviceportal").artifacts if a.role == "prozess"]

    faults = judge(sown(change, ".bpmn20.xml", good=good), PORTAL_GATES, space=ACTIVITI)

    assert judge(good, PORTAL_GATES, space=ACTIVITI) == []
    assert (gate, key) in {(fault.gate, fault.key) for fault in faults}


def _changed(artifact: Artifact, change: Callable[[Any], object]) -> Artifact:
    content = json.loads(artifact.content)
    change(content)
    return replace(artifact, content=json.dumps(content).encode())


def test_every_fault_of_a_profile_has_a_sentence() -> None:
    keys = {key for _, key, _ in (*ZEEBE_FAULTS, *PORTAL_MODEL_FAULTS)}
    keys |= {key for _, key, _, _ in PORTAL_FAULTS}

    assert all(f"platforms.gate.{key}" in texts("de") for key in keys)
    assert {gate for gate, _, _ in ZEEBE_FAULTS} | {"C11"} == set(ZEEBE_GATES)
