"""What does each part of a service become for an engine of the Camunda 7 family?"""

from __future__ import annotations

import json
from typing import Any

import pytest

from exporters.bpmn.vocabulary import BPMN
from exporters.platforms.profile import CAMUNDA
from model.records import (
    Deadline,
    Decision,
    End,
    Evidence,
    Flow,
    ForeignNode,
    Message,
    Parallel,
    Remark,
    Role,
    Service,
    ServiceCall,
    Start,
    Step,
    SubProcess,
    Timer,
)
from tests.exporters.platforms.dogs import BLIND, DANGEROUS, dogs
from tests.exporters.platforms.exported import Exported


@pytest.fixture(scope="module")
def dog_tax() -> Exported:
    return Exported(dogs())


def test_the_dog_tax_is_ready(dog_tax: Exported) -> None:
    assert dog_tax.deployment.faults == []
    assert dog_tax.deployment.status == "bereit"
    assert sorted(dog_tax.files) == [
        "antrag_pruefen.form",
        "deployment.json",
        "einspielen.md",
        "hundesteuer.bpmn",
        "ihr_hund.form",
        "ihre_angaben.form",
        "steuersatz.dmn",
    ]


def test_the_first_page_is_the_form_of_the_start(dog_tax: Exported) -> None:
    assert dog_tax.engine("start") == {
        "initiator": "antragsteller",
        "formRef": "ihre_angaben",
        "formRefBinding": "deployment",
    }
    assert not dog_tax.has("page")
    assert dog_tax.node("w2").get("sourceRef") == "start"


def test_each_further_page_is_a_task_of_the_applicant(dog_tax: Exported) -> None:
    assert dog_tax.node("page2").tag == f"{{{BPMN}}}userTask"
    assert dog_tax.engine("page2") == {
        "assignee": "${antragsteller}",
        "formRef": "ihr_hund",
        "formRefBinding": "deployment",
    }


def test_a_step_of_the_office_goes_to_its_group_with_its_deadline(dog_tax: Exported) -> None:
    assert dog_tax.engine("check") == {
        "candidateGroups": "amt-fuer-steuern",
        "dueDate": "P14D",
        "formRef": "antrag_pruefen",
        "formRefBinding": "deployment",
    }


def test_the_group_of_a_role_is_taken_as_it_is() -> None:
    exported = Exported(dogs(Role(id="office", name="Amt", side="office", group="steueramt")))

    assert exported.engine("check")["candidateGroups"] == "steueramt"


def test_a_group_with_odd_characters_is_rewritten_and_reported() -> None:
    exported = Exported(dogs(Role(id="office", name="Amt", side="office", group="Amt, 2 ")))

    assert exported.engine("check")["candidateGroups"] == "amt-2"
    assert ("office", "platforms.operaton.group") in exported.told("substituted")


def test_the_process_is_executable_with_time_to_live_and_version(dog_tax: Exported) -> None:
    process = dog_tax.node("hundesteuer")

    assert process.get("isExecutable") == "true"
    assert dog_tax.engine("hundesteuer") == {"historyTimeToLive": "P180D", "versionTag": "1.0.0"}
    assert dog_tax.root.get("targetNamespace") == "urn:fachwerk:hundesteuer"


def test_a_way_has_the_condition_of_its_answer_and_the_default_has_none(
    dog_tax: Exported,
) -> None:
    assert dog_tax.condition("w3") == "${execution.getVariable('gefaehrlicher_hund') == 'ja'}"
    assert dog_tax.condition("w4") is None
    assert dog_tax.node("page2_split").get("default") == "w4"


def test_the_engine_decides_the_amount_before_the_payment(dog_tax: Exported) -> None:
    assert dog_tax.engine("pay_tarif") == {
        "decisionRef": "steuersatz",
        "decisionRefBinding": "deployment",
        "mapDecisionResult": "singleEntry",
        "resultVariable": "steuersatz",
    }
    assert set(dog_tax.handed("pay_tarif")) == {
        "gefaehrlicher_hund",
        "gewicht",
        "merkmale_blindenhund",
        "weitere_hunde_anzahl",
    }
    assert dog_tax.node("w5").get("targetRef") == "pay_tarif"
    assert dog_tax.engine("pay") == {"type": "external", "topic": "fachwerk-bezahlung"}
    assert dog_tax.handed("pay") == {
        "betrag": "${execution.getVariable('steuersatz')}",
        "waehrung": "EUR",
        "zweck": "Steuersatz",
    }


def test_how_a_deadline_counts_is_told_as_lost() -> None:
    deadline = Deadline(
        id="late", parent="service", name="Widerspruch", length=1, delivery="general"
    )

    assert ("late", "platforms.deadlines.counting") in Exported(dogs(deadline)).told("lost")


@pytest.mark.parametrize(
    ("basis", "topic"),
    [
        ("mailbox", "fachwerk-postfach"),
        ("delivery", "fachwerk-zustellung"),
        ("register", "fachwerk-registerabruf"),
        ("document", "fachwerk-dokument"),
        ("", "fachwerk-gebuehr-pruefen"),
    ],
)
def test_a_step_of_the_system_is_an_external_task(basis: Any, topic: str) -> None:
    step = Step(
        id="pay", form="automatic", basis=basis, name="Gebühr prüfen", role="system", order="a4"
    )

    exported = Exported(dogs(step))

    assert exported.engine("pay") == {"type": "external", "topic": topic}
    assert exported.deployment.status == "bereit"


def test_workdays_become_days_and_the_report_says_so() -> None:
    exported = Exported(dogs(Deadline(id="deadline", parent="check", length=10, unit="workday")))

    assert exported.engine("check")["dueDate"] == "P10D"
    assert ("deadline", "platforms.operaton.workdays") in exported.told("substituted")


def test_an_exception_at_a_step_is_a_boundary_timer() -> None:
    view = dogs(
        Timer(
            id="late",
            name="Zu spät",
            role="office",
            attached_to="check",
            deadline="d2",
            interrupting=False,
        ),
        Deadline(id="d2", parent="late", length=3, unit="week"),
        Step(id="remind", name="Erinnern", role="office"),
        End(id="end2", name="Erinnert", role="office"),
        Flow(id="l1", source="late", target="remind"),
        Flow(id="l2", source="remind", target="end2"),
    )

    exported = Exported(view)

    timer = exported.node("late")
    assert (timer.get("attachedToRef"), timer.get("cancelActivity")) == ("check", "false")
    assert timer.findtext(f".//{{{BPMN}}}timeDuration") == "P21D"
    assert exported.deployment.status == "bereit"


def test_a_message_that_is_sent_needs_a_worker() -> None:
    view = dogs(
        Message(
            id="pay",
            name="Bescheid",
            direction="send",
            message_name="bescheid",
            role="system",
            order="a4",
        ),
    )

    exported = Exported(view)

    (definition,) = exported.node("pay").iter(f"{{{BPMN}}}messageEventDefinition")
    assert definition.get(f"{{{CAMUNDA}}}topic") == "fachwerk-nachricht"
    assert exported.deployment.status == "bereit"


def test_another_service_gets_its_latest_version() -> None:
    call = ServiceCall(id="pay", name="Kataster", called="kataster", role="system", order="a4")

    exported = Exported(dogs(call))

    assert exported.node("pay").get("calledElement") == "kataster"
    assert exported.engine("pay") == {"calledElementBinding": "latest"}
    assert ("pay", "platforms.operaton.call") in exported.told("hint")


def test_steps_inside_a_sub_process_belong_to_its_lane() -> None:
    view = dogs(
        SubProcess(id="check", name="Prüfen", role="office", order="a3"),
        Start(id="s2", parent="check", name="Beginn"),
        Step(id="inner", parent="check", name="Ansehen"),
        End(id="e2", parent="check", name="Angesehen"),
        Flow(id="i1", source="s2", target="inner"),
        Flow(id="i2", source="inner", target="e2"),
        without="use deadline",
    )

    exported = Exported(view)

    assert exported.engine("inner")["candidateGroups"] == "amt-fuer-steuern"
    assert exported.engine("s2") == {}
    assert exported.deployment.status == "bereit"


def test_a_page_that_is_reached_again_stays_a_task() -> None:
    back = Flow(id="back", source="check", target="page", condition=DANGEROUS)
    on = Flow(id="w5", source="check", target="pay", default=True)

    exported = Exported(dogs(back, on))

    assert exported.engine("start")["formRef"] == exported.engine("page")["formRef"]
    assert ("page", "platforms.operaton.page_twice") in exported.told("hint")
    assert exported.deployment.status == "bereit"


def test_a_condition_on_a_list_is_computed_by_the_form() -> None:
    exported = Exported(dogs(Flow(id="w3", source="page2", target="check", condition=BLIND)))

    assert exported.condition("w3") == "${execution.getVariable('merkmale_blindenhund') == true}"
    form = json.loads(exported.files["ihr_hund.form"])
    assert "merkmale_blindenhund" in {c.get("key") for c in form["components"]}
    assert exported.deployment.status == "bereit"


def test_no_text_for_people_is_run_by_the_engine() -> None:
    check = Step(
        id="check",
        name="Antrag #{pruefen",
        documentation="Kosten ${1+1}",
        role="office",
        order="a3",
    )
    office = Role(id="office", name="Amt ${x}", side="office")

    exported = Exported(dogs(check, office))

    assert b"#{" not in exported.files["hundesteuer.bpmn"]
    assert exported.node("check").get("name") == "Antrag # {pruefen"
    assert exported.node("office").get("name") == "Amt $ {x}"
    assert ("check", "platforms.text.neutralised") in exported.told("substituted")
    assert exported.deployment.status == "bereit"


def test_foreign_parts_are_not_exported_as_ready() -> None:
    foreign = ForeignNode(id="check", name="Skript", tag="scriptTask", role="office")
    kept = Flow(id="w3", source="page2", target="check", extras=(("condition", "=a"),))

    exported = Exported(dogs(foreign, kept, without="use deadline"))

    assert ("check", "platforms.operaton.foreign") in exported.told("failed")
    assert ("w3", "platforms.operaton.foreign_condition") in exported.told("failed")
    assert exported.deployment.status == "nicht-bereit"


def test_a_plain_task_of_a_foreign_file_waits_for_its_people() -> None:
    task = Step(id="check", name="Prüfen", role="office", extras=(("tag", "manualTask"),))

    exported = Exported(dogs(task))

    assert exported.node("check").tag == f"{{{BPMN}}}userTask"
    assert ("check", "platforms.operaton.task_kind") in exported.told("substituted")


def test_what_an_engine_has_no_place_for_is_said() -> None:
    view = dogs(
        Remark(id="r", about="check", text="Hm"),
        Evidence(id="e", parent="page", name="Ausweis"),
    )

    lost = Exported(view).told("lost")

    assert ("r", "platforms.lost.remark") in lost
    assert ("e", "platforms.lost.evidence") in lost


def test_facts_about_the_whole_service_are_not_lost_in_silence() -> None:
    view = dogs(
        Service(id="service", name="Hund", trust_level="substantial"),
        Deadline(id="d9", parent="pay", length=3),
        Deadline(id="d8", parent="service", name="Gesamt", length=3),
        Step(id="check", name="Prüfen", role="office", activity_group=4),
    )

    lost = Exported(view).told("lost")

    assert ("service", "platforms.lost.trust_level") in lost
    assert ("check", "platforms.lost.activity_group") in lost
    assert ("d9", "platforms.operaton.deadline_system") in lost
    assert ("d8", "platforms.deadlines.alone") in lost


def test_ways_at_the_same_time_and_decisions_keep_their_kind() -> None:
    view = dogs(
        Parallel(id="split", role="office"),
        Parallel(id="join", role="office"),
        Step(id="a", name="A", role="office"),
        Step(id="b", name="B", role="office"),
        Decision(id="ask", name="Gefährlich?", role="office"),
        End(id="no_end", name="Abgelehnt", role="office"),
        Flow(id="w5", source="check", target="split"),
        Flow(id="p1", source="split", target="a"),
        Flow(id="p2", source="split", target="b"),
        Flow(id="p3", source="a", target="join"),
        Flow(id="p4", source="b", target="join"),
        Flow(id="p5", source="join", target="ask"),
        Flow(id="p6", source="ask", target="no_end", condition=DANGEROUS),
        Flow(id="p7", source="ask", target="pay", default=True),
    )

    exported = Exported(view)

    assert exported.node("split").tag == f"{{{BPMN}}}parallelGateway"
    assert exported.node("ask").get("default") == "p7"
    assert exported.deployment.status == "bereit"
