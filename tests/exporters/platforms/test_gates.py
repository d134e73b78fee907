"""Every gate finds the fault that was sown for it, and says nothing about a good deployment."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from exporters.artifact import Artifact
from exporters.bpmn.vocabulary import BPMNDI, DC
from exporters.dmn.writer import CAMUNDA_DMN, DMN
from exporters.platforms import judge
from exporters.platforms.gates import GATES
from exporters.platforms.gates_ways import is_our_juel
from resources import texts
from tests.exporters.platforms.sowing import (
    FORM_FAULTS,
    GOOD,
    PROCESS_FAULTS,
    Change,
    at,
    inside,
    sown,
)


def found_by(artifacts: list[Artifact]) -> set[tuple[str, str]]:
    return {(fault.gate, fault.key) for fault in judge(artifacts)}


def test_a_good_deployment_has_no_fault() -> None:
    assert judge(GOOD) == []


@pytest.mark.parametrize(
    ("gate", "key", "change"),
    PROCESS_FAULTS,
    ids=[f"{gate}-{key}-{number}" for number, (gate, key, _) in enumerate(PROCESS_FAULTS)],
)
def test_a_fault_in_the_process_is_found(gate: str, key: str, change: Change) -> None:
    assert (gate, key) in found_by(sown(change))


@pytest.mark.parametrize(
    ("gate", "key", "change"),
    FORM_FAULTS,
    ids=[f"{gate}-{key}-{number}" for number, (gate, key, _) in enumerate(FORM_FAULTS)],
)
def test_a_fault_in_a_form_is_found(gate: str, key: str, change: Change) -> None:
    assert (gate, key) in found_by(sown(change, ".form", name="ihr_hund"))


def test_a_decision_without_a_time_to_live_is_found() -> None:
    def change(root: Any) -> None:
        decision = next(root.iter(f"{{{DMN}}}decision"))
        decision.attrib.pop(f"{{{CAMUNDA_DMN}}}historyTimeToLive")

    assert ("O03", "time_to_live") in found_by(sown(change, ".dmn"))


@pytest.mark.parametrize("name", ["hundesteuer.bpmn", "ihr_hund.form", "steuersatz.dmn"])
def test_a_file_that_cannot_be_read_is_found(name: str) -> None:
    broken = [replace(a, content=b"<broken") if a.name == name else a for a in GOOD]

    assert ("C02", "broken") in found_by(broken)


def test_a_form_that_is_no_object_is_found() -> None:
    broken = [replace(a, content=b"[]") if a.name.endswith(".form") else a for a in GOOD]

    assert ("C02", "broken") in found_by(broken)


def test_a_process_with_a_doctype_is_found() -> None:
    hostile = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e "e">]><x/>'
    broken = [replace(a, content=hostile) if a.name.endswith(".bpmn") else a for a in GOOD]

    assert ("C02", "broken") in found_by(broken)


def test_wrong_names_of_files_are_found() -> None:
    renamed = [replace(a, name="Hund.BPMN") if a.name.endswith(".bpmn") else a for a in GOOD]
    twice = [*GOOD, GOOD[0]]

    assert {("O17", "file_name"), ("O17", "request")} <= found_by(renamed)
    assert ("O17", "file_twice") in found_by(twice)


def test_a_file_that_is_missing_from_the_request_is_found() -> None:
    change = sown(lambda request: request["resources"].pop(), ".json")

    assert ("O17", "request") in found_by(change)


def test_cards_on_top_of_each_other_are_a_hint() -> None:
    def change(root: Any) -> None:
        boxes = {
            s.get("bpmnElement"): s.find(f"{{{DC}}}Bounds")
            for s in root.iter(f"{{{BPMNDI}}}BPMNShape")
        }
        for name in ("x", "y"):
            boxes["check"].set(name, boxes["pay"].get(name))

    faults = [fault for fault in judge(sown(change)) if fault.key == "overlap"]

    assert [fault.severity for fault in faults] == ["hint"] * len(faults)
    assert faults


def test_an_answer_that_is_not_given_on_every_way_is_a_hint() -> None:
    def change(root: Any) -> None:
        inside(
            "w3",
            "conditionExpression",
            "${execution.getVariable('steuersatz') == 1 || execution.getVariable('e_mail') == 'x'}",
        )(root)
        at(root, "w6").set("targetRef", "page2")

    found = {(f.key, f.detail, f.severity) for f in judge(sown(change)) if f.gate == "C08"}

    assert found == {("not_always_written", "steuersatz", "hint")}


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ("execution.getVariable('a') == 'b'", True),
        ("!(execution.getVariable('a') > 5) && true", True),
        ("execution.getVariable('a') == 'O\\'Neil'", True),
        ("a == 'b'", False),
        ("execution.setVariable('a', 1)", False),
        ("execution.getVariable('a').toString() == ''", False),
        ("(1 == 1", False),
        ("1 == 1)", False),
        ("", False),
        ("''.getClass()", False),
    ],
)
def test_only_our_own_juel_passes(text: str, ours: bool) -> None:
    assert is_our_juel(text) is ours


def test_every_gate_has_a_sown_fault_and_every_fault_a_sentence() -> None:
    sown_gates = {gate for gate, _, _ in (*PROCESS_FAULTS, *FORM_FAULTS)} | {"C02", "O17"}
    keys = {key for _, key, _ in (*PROCESS_FAULTS, *FORM_FAULTS)}

    assert set(GATES) == sown_gates
    assert all(f"platforms.gate.{key}" in texts("de") for key in keys)
