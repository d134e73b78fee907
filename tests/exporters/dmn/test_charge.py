"""Does an engine come to the cent the product explains, with units, months, bounds, rounding?"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from exporters.dmn import DecisionFile, decisions_of
from exporters.expressions import Derived, Names
from exporters.report import ExportReport
from model.document import Snapshot
from model.expressions.evaluate import evaluate
from model.play import read, typed
from model.records import (
    Answer,
    Arithmetic,
    Count,
    ExampleCase,
    Expression,
    Fee,
    FeeAmount,
    Field,
    FieldGroup,
    Record,
    Sum,
)
from model.storage import from_bytes
from tests.exporters.dmn.deciding import decided
from tests.exporters.platforms.dogs import DANGEROUS, MORE_DOGS, dogs, number, tariff

WEIGHT, DOGS, AGES = Answer(field="weight"), Count(group="more"), Sum(field="age")
WITHOUT_THE_FIRST = Arithmetic(operation="subtract", parts=(DOGS, number(1)))


def rows(*told: tuple[Any, ...]) -> list[Record]:
    """Rows of (when, amount, effect[, times[, percent]])."""
    made = tariff(*((when, amount, effect) for when, amount, effect, *_ in told))
    more = [{**dict(zip(("times", "percent"), one[3:], strict=False))} for one in told]
    return [row.replaced(**fields) for row, fields in zip(made, more, strict=True)]


def charged(fee: dict[str, Any], *told: tuple[Any, ...]) -> tuple[DecisionFile, Derived, Snapshot]:
    values: dict[str, Any] = {"form": "table", **fee}
    tax = Fee(id="tax", parent="service", name="Steuersatz", **values)
    view = dogs(tax, *rows(*told), without="tariff_row")
    derived, report = Derived(Names(view)), ExportReport()
    (file,) = decisions_of(view, derived.names, derived, report)
    assert not report.of("failed")
    return file, derived, view


def formula(fee: dict[str, Any], *told: tuple[Any, ...]) -> str:
    return charged(fee, *told)[0].decisions[0].formula


FEES: list[tuple[dict[str, Any], tuple[tuple[Any, ...], ...]]] = [
    ({"form": "fixed", "amount": Decimal(25), "times": WEIGHT}, ()),
    ({"form": "fixed", "amount": Decimal(25), "times": DOGS, "maximum": Decimal(40)}, ()),
    ({"form": "fixed", "amount": Decimal(25), "times": DOGS, "minimum": Decimal(10)}, ()),
    ({"form": "fixed", "amount": Decimal(100), "months": WEIGHT}, ()),
    ({"form": "fixed", "amount": Decimal(100), "months": WEIGHT, "rounding": "down"}, ()),
    (
        {
            "form": "fixed",
            "amount": Decimal(100),
            "months": WEIGHT,
            "round_to": Decimal(1),
            "rounding": "up",
        },
        (),
    ),
    ({"round_to": Decimal("0.5")}, ((DANGEROUS, "10.25", "rate"), (None, "10.20", "rate"))),
    ({"maximum": Decimal(50)}, ((DANGEROUS, 60, "rate"), (None, 30, "rate"))),
    ({"minimum": Decimal(20)}, ((DANGEROUS, 0, "rate"), (None, 10, "rate"))),
    ({"minimum": Decimal(20)}, ((DANGEROUS, 0, "exemption"), (None, 10, "rate"))),
    ({}, ((DANGEROUS, 15, "rate", AGES), (None, 10, "rate", WEIGHT))),
    ({}, ((None, 90, "rate"), (MORE_DOGS, 140, "surcharge", WITHOUT_THE_FIRST))),
    ({}, ((None, 90, "rate"), (DANGEROUS, 12, "surcharge", None, True))),
    ({}, ((None, "90.50", "rate"), (DANGEROUS, 33, "reduction", None, True))),
    ({}, ((None, 90, "rate"), (DANGEROUS, 120, "reduction", None, True))),
    ({"times": DOGS}, ((DANGEROUS, 600, "rate"), (None, 60, "rate"), (MORE_DOGS, 5, "surcharge"))),
    (
        {"times": WEIGHT, "months": DOGS, "minimum": Decimal(5), "maximum": Decimal(300)},
        ((DANGEROUS, 50, "rate"), (None, 0, "rate")),
    ),
]
CASES: list[dict[str, Any]] = [
    {"danger": danger, "weight": weight, "more": more}
    for danger in ("ja", "nein")
    for weight in (None, Decimal(0), Decimal("2.5"), Decimal(7), Decimal(20))
    for more in ([], [{"age": Decimal(3)}], [{"age": Decimal(1)}, {}, {"age": Decimal(2)}])
]


@pytest.mark.judge
@pytest.mark.parametrize(("fee", "told"), FEES)
def test_the_engine_comes_to_the_cent_the_product_explains(
    fee: dict[str, Any], told: tuple[tuple[Any, ...], ...]
) -> None:
    file, derived, view = charged(fee, *told)

    amounts = decided(file, derived, view, CASES)

    expected = [evaluate(view, FeeAmount(fee="tax"), case) for case in CASES]
    wanted = [None if due is None else pytest.approx(float(due), abs=0.001) for due in expected]
    assert any(expected)
    assert amounts == wanted


def test_a_number_that_is_not_answered_leaves_no_amount_instead_of_nothing_to_pay() -> None:
    file, _, _ = charged({"form": "fixed", "amount": Decimal(25), "times": WEIGHT})

    # A function like max would take null for 0, and the citizen would pay nothing.
    texts = [decision.formula for decision in file.decisions]
    assert "25 * (if gewicht < 0 then 0 else gewicht)" in texts


def test_a_question_that_is_gone_fails_and_makes_no_table() -> None:
    gone = Answer(field="nobody")
    tax = Fee(id="tax", parent="service", name="Steuersatz", amount=Decimal(25), months=gone)
    view, report = dogs(tax, without="tariff_row"), ExportReport()

    assert decisions_of(view, Names(view), Derived(Names(view)), report) == []
    assert [entry.code for entry in report.of("failed")] == ["C08"]


def test_rows_that_stay_within_the_bounds_need_no_formula() -> None:
    bounds = {"minimum": Decimal("10.20"), "maximum": Decimal("30.70")}

    assert formula(bounds, (DANGEROUS, "30.70", "rate"), (None, "10.20", "rate")) == ""
    assert formula(bounds, (DANGEROUS, "30.80", "rate"), (None, "10.20", "rate")) == (
        "if steuersatz_tarif = 0 then 0 else if steuersatz_tarif < 10.2 then 10.2 "
        "else if steuersatz_tarif > 30.7 then 30.7 else steuersatz_tarif"
    )


def test_a_number_inside_a_list_cannot_multiply_a_fee() -> None:
    inside: Expression = Answer(field="age")
    tax = Fee(id="tax", parent="service", name="Steuersatz", amount=Decimal(25), times=inside)
    view, report = dogs(tax, without="tariff_row"), ExportReport()

    assert decisions_of(view, Names(view), Derived(Names(view)), report) == []
    assert [entry.message.key for entry in report.of("failed")] == [
        "platforms.expression.inside_list"
    ]


def test_every_variable_of_a_formula_and_of_a_result_is_handed_over() -> None:
    file, _, _ = charged({"months": WEIGHT}, (DANGEROUS, 15, "rate", AGES), (None, 10, "rate"))

    assert file.inputs == ("alter_summe", "gefaehrlicher_hund", "gewicht")


@pytest.mark.judge
@pytest.mark.parametrize("name", ["hundesteuer", "liegenschaftskarte", "bewohnerparkausweis"])
def test_the_tables_of_the_samples_give_what_their_citizens_expect(name: str) -> None:
    data = (Path(__file__).parents[3] / f"resources/samples/{name}.fachwerk").read_bytes()
    view = Snapshot.of_records(from_bytes(data).records)
    derived, report = Derived(Names(view)), ExportReport()
    files = decisions_of(view, derived.names, derived, report)
    cases = [
        {**read(view, typed(view, case.answers), case.applied), "today": case.applied}
        for case in view.of(ExampleCase)
        if case.applied is not None
    ]
    numbered = {key for case in cases for key in case} & {f.id for f in view.of(Field)}
    groups = {group.id for group in view.of(FieldGroup)}
    shown = [{k: v for k, v in case.items() if k in numbered | groups} for case in cases]

    for file in files:
        amounts = decided(file, derived, view, shown)
        expected = [evaluate(view, FeeAmount(fee=file.fee), case) for case in cases]
        wanted = [None if due is None else pytest.approx(float(due)) for due in expected]
        assert (file.key, amounts) == (file.key, wanted)
    assert files and len(cases) >= 12
