"""Flowable gets an archive of its own: other words, other tables, questions in the process."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest
from lxml import etree

from exporters.bpmn.vocabulary import BPMN
from exporters.dmn.writer import DMN
from exporters.platforms import deployment
from exporters.platforms.flowable import write
from exporters.platforms.flowable.formula import amount, truth
from exporters.platforms.flowable.questions import FLOWABLE
from exporters.platforms.profile import CAMUNDA
from tests.exporters.platforms.dogs import dogs
from tests.studio.examples.looking import example


def files(view: Any) -> dict[str, bytes]:
    return {a.name: a.content for a in deployment(view, "flowable").artifacts}


def process(view: Any) -> Any:
    found = files(view)
    return etree.fromstring(found[next(name for name in found if name.endswith(".bpmn20.xml"))])


def test_the_target_is_one_archive_and_a_page_and_the_same_bytes_twice() -> None:
    artifacts, report = write(dogs())
    again, _ = write(dogs())

    assert [a.name for a in artifacts] == ["hundesteuer.bar", "einspielen.md"]
    assert not report.blocked
    assert artifacts == again
    with zipfile.ZipFile(io.BytesIO(artifacts[0].content)) as archive:
        names = archive.namelist()
    assert "hundesteuer.bpmn20.xml" in names
    assert all("/" not in name for name in names)


def test_nothing_of_another_engine_is_left_in_the_process() -> None:
    root = process(dogs())

    assert CAMUNDA not in etree.tostring(root).decode()
    tags = {etree.QName(one).localname for one in root.iter() if isinstance(one.tag, str)}
    assert not tags & {"sendTask", "businessRuleTask", "receiveTask", "inputOutput"}


def test_every_question_of_a_card_stands_in_the_process_and_in_a_form_of_flowable_6() -> None:
    view = dogs()
    root, found = process(view), files(view)
    start = next(root.iter(f"{{{BPMN}}}startEvent"))
    key = start.get(f"{{{FLOWABLE}}}formKey")

    form = json.loads(found[f"{key}.form"])
    asked = {one.get("id") for one in start.iter(f"{{{FLOWABLE}}}formProperty")}

    assert {field["id"] for field in form["fields"]} <= asked
    assert "components" not in form


def test_a_fee_of_several_parts_is_a_decision_service() -> None:
    root = etree.fromstring(files(example("hundesteuer"))["hundesteuer.dmn"])

    (service,) = root.iter(f"{{{DMN}}}decisionService")

    assert service.get("id") == "hundesteuer_gebuehr"
    assert [one.get("href") for one in service.iter(f"{{{DMN}}}outputDecision")] == ["#hundesteuer"]
    assert not list(root.iter(f"{{{DMN}}}literalExpression"))


def test_what_flowable_cannot_do_stands_in_the_report() -> None:
    told = {e.message.key for e in deployment(example("hundesteuer"), "flowable").report.entries}

    assert {"platforms.flowable.no_history", "platforms.flowable.form_rules.many"} <= told


@pytest.mark.parametrize(
    ("feel", "juel"),
    [
        ("15", "15"),
        ("a * 2", "(a != null) ? ((a * 2)) : null"),
        ("if z then 1 else 2", "(z ? 1 : 2)"),
        ("if z then 10 * a else 0", "((z ? a != null : true)) ? ((z ? (10 * a) : 0)) : null"),
        ("min([1, 2])", "(1 < 2 ? 1 : 2)"),
        ("floor(1.5)", "((1.5 + 0.000001) - (1.5 + 0.000001) % 1)"),
    ],
)
def test_an_amount_is_said_in_juel(feel: str, juel: str) -> None:
    assert amount(feel) == juel


def test_a_comparison_of_what_is_reckoned_asks_whether_the_numbers_are_there() -> None:
    assert truth("(a - 2) < 0") == "(a != null && (a - 2) < 0)"
    assert truth('a = "x"') == "(a == 'x')"
