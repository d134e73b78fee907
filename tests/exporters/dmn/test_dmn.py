"""Does a tariff become a table that gives the same amounts?"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import SpiffWorkflow
from lxml import etree

from exporters.dmn import DecisionFile, decisions_of
from exporters.dmn.writer import CAMUNDA_DMN, DMN
from exporters.expressions import Derived, Names
from exporters.report import ExportReport
from exporters.xmlkit import Schema
from model.document import Snapshot
from model.expressions.evaluate import evaluate
from model.records import (
    AllOf,
    Answer,
    AnyOf,
    Chosen,
    Expression,
    Fee,
    FeeAmount,
    Named,
    Not,
    Present,
    Rule,
)
from tests.exporters.dmn.deciding import decided
from tests.exporters.platforms.dogs import (
    BLIND,
    DANGEROUS,
    HEAVY,
    MORE_DOGS,
    compared,
    dogs,
    tariff,
)

COMPOSED = (
    (BLIND, 0, "exemption"),
    (DANGEROUS, 600, "rate"),
    (None, 120, "rate"),
    (MORE_DOGS, 30, "surcharge"),
    (HEAVY, "12.50", "surcharge"),
    (Not(part=Present(field="weight")), 90, "reduction"),
)


def table(
    *rows: tuple[Expression | None, int | str, str],
) -> tuple[DecisionFile, Derived, ExportReport, Snapshot]:
    view = dogs(*tariff(*rows), without="tariff_row")
    names, report = Names(view), ExportReport()
    derived = Derived(names)
    (file,) = decisions_of(view, names, derived, report)
    return file, derived, report, view


def cells(file: DecisionFile) -> list[list[str]]:
    (decision,) = file.decisions
    return [[*(r.cells.get(c, "") for c in decision.columns), r.result] for r in decision.rules]


def test_conditions_become_cells_under_the_question_they_ask() -> None:
    file, _, report, _ = table((AllOf(parts=(DANGEROUS, HEAVY)), 600, "rate"), (None, 60, "rate"))

    (decision,) = file.decisions
    assert [(c.text, c.type, c.label) for c in decision.columns] == [
        ("gefaehrlicher_hund", "string", "Gefährlicher Hund?"),
        ("gewicht", "number", "Gewicht"),
    ]
    assert cells(file) == [['"ja"', "> 20", "600"], ["", "", "60"]]
    assert file.inputs == ("gefaehrlicher_hund", "gewicht")
    assert not report


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (Not(part=DANGEROUS), [['not("ja")']]),
        (compared("weight", "eq", 5), [["5"]]),
        (compared("weight", "ne", 5), [["not(5)"]]),
        (compared("weight", "le", "2.5"), [["<= 2.5"]]),
        (AnyOf(parts=(DANGEROUS, HEAVY)), [['"ja"', ""], ["", "> 20"]]),
        (Not(part=AllOf(parts=(DANGEROUS, BLIND))), [['not("ja")', ""], ["", "not(true)"]]),
        (Answer(field="sure"), [["true"]]),
    ],
)
def test_a_condition_is_split_into_rows_of_single_comparisons(
    when: Expression, expected: list[list[str]]
) -> None:
    file, _, _, _ = table((when, 1, "rate"))

    assert [row[:-1] for row in cells(file)] == expected


def test_a_condition_without_cells_is_asked_whole_in_its_own_column() -> None:
    between = AllOf(parts=(compared("weight", "gt", 5), compared("weight", "lt", 9)))

    file, _, _, _ = table((between, 1, "rate"))

    (column,) = file.decisions[0].columns
    assert (column.text, column.type) == ("(gewicht > 5 and gewicht < 9) = true", "boolean")
    assert cells(file) == [["true", "1"]]
    assert file.inputs == ("gewicht",)


def test_a_condition_with_too_many_alternatives_is_asked_whole() -> None:
    pairs = tuple(AnyOf(parts=(DANGEROUS, compared("weight", "gt", n))) for n in range(5))

    file, _, _, _ = table((AllOf(parts=pairs), 1, "rate"))

    assert len(file.decisions[0].rules) == 1


def test_lists_are_read_through_what_the_form_has_computed() -> None:
    file, derived, _, _ = table(
        (BLIND, 0, "exemption"), (MORE_DOGS, 120, "rate"), (None, 60, "rate")
    )

    assert file.inputs == ("merkmale_blindenhund", "weitere_hunde_anzahl")
    assert set(derived.cards) == set(file.inputs)


def test_a_table_without_a_row_for_the_rest_is_a_hint() -> None:
    _, _, report, _ = table((DANGEROUS, 600, "rate"))

    assert [e.message.key for e in report.of("hint")] == ["platforms.dmn.no_default"]


def test_surcharges_and_reductions_are_decisions_of_their_own() -> None:
    file, _, report, _ = table(*COMPOSED)

    first, *parts = file.decisions
    assert first.key == "steuersatz"
    assert first.formula == (
        "if steuersatz_befreiung then 0 else "
        "min([steuersatz_satz, if steuersatz_ermaessigung then 90 else steuersatz_satz])"
        " + (if steuersatz_zuschlag then 30 else 0)"
        " + (if steuersatz_zuschlag_2 then 12.5 else 0)"
    )
    assert first.needs == [part.key for part in parts]
    assert [e.message.key for e in report.of("substituted")] == ["platforms.dmn.composed"]


def test_a_row_that_cannot_be_said_fails_the_export() -> None:
    _, _, report, _ = table((Named(rule="nobody"), 1, "rate"), (None, 2, "rate"))

    assert [(e.record, e.code) for e in report.of("failed")] == [("row0", "C08")]


def test_a_named_condition_is_resolved() -> None:
    rule = Rule(id="rule", parent="service", name="G", expression=DANGEROUS)
    view = dogs(rule, *tariff((Not(part=Named(rule="rule")), 1, "rate")), without="tariff_row")
    names = Names(view)

    (file,) = decisions_of(view, names, Derived(names), ExportReport())

    assert cells(file) == [['not("ja")', "1"]]


def test_only_the_flavour_of_the_engine_has_a_time_to_live() -> None:
    file, _, _, _ = table(*COMPOSED)

    neutral = etree.fromstring(file.artifact("decision/").content)
    engine = etree.fromstring(file.artifact(time_to_live="P180D").content)

    assert CAMUNDA_DMN not in neutral.nsmap.values()
    decisions = list(engine.iter(f"{{{DMN}}}decision"))
    assert len(decisions) == 6
    assert {d.get(f"{{{CAMUNDA_DMN}}}historyTimeToLive") for d in decisions} == {"P180D"}


def test_a_fee_without_a_table_has_no_file() -> None:
    view = dogs(Fee(id="tax", parent="service", name="Satz", form="fixed", amount=Decimal(5)))
    names = Names(view)

    assert decisions_of(view, names, Derived(names), ExportReport()) == []


@pytest.fixture(scope="module")
def schema() -> Schema:
    """The OMG's schema, carried by a development dependency."""
    folder = Path(SpiffWorkflow.__file__).parent / "dmn" / "parser" / "schema"
    return Schema("DMN13.xsd", {path.name: path.read_bytes() for path in folder.glob("*.xsd")})


@pytest.mark.parametrize("time_to_live", ["", "P180D"])
@pytest.mark.parametrize("rows", [COMPOSED, COMPOSED[:3]])
def test_the_file_is_valid_dmn(schema: Schema, rows: tuple[Any, ...], time_to_live: str) -> None:
    file, _, _, _ = table(*rows)

    assert schema.faults(file.artifact(time_to_live=time_to_live).content) == []


CASES: list[dict[str, Any]] = [
    {"danger": danger, "weight": weight, "marks": marks, "more": more, "sure": True}
    for danger in ("ja", "nein", None)
    for weight in (None, Decimal("0"), Decimal("20"), Decimal("20.5"))
    for marks in ((), ("blind",), ("rettung", "blind"))
    for more in ([], [{"call": "Rex"}])
]


@pytest.mark.judge
@pytest.mark.parametrize("rows", [COMPOSED, COMPOSED[:3]])
def test_the_table_gives_the_amount_that_the_product_reckons(rows: tuple[Any, ...]) -> None:
    file, derived, _, view = table(*rows)

    amounts = decided(file, derived, view, CASES)

    expected = [evaluate(view, FeeAmount(fee="tax"), case) for case in CASES]
    assert amounts == [float(amount) for amount in expected]


def test_an_unanswered_choice_is_not_the_chosen_one() -> None:
    file, _, _, view = table(
        (Chosen(field="danger", option="yes"), 600, "rate"), (None, 60, "rate")
    )

    assert evaluate(view, FeeAmount(fee="tax"), {}) == Decimal(60)
    assert cells(file) == [['"ja"', "600"], ["", "60"]]
