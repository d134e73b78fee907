"""Conditions are spoken, evaluated and repaired."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from model.document import Snapshot
from model.expressions import evaluate, flow_label, sentence, without
from model.expressions.evaluate import shifted
from model.records import (
    AllOf,
    Answer,
    AnyOf,
    Arithmetic,
    Chosen,
    Comparison,
    Count,
    DateShift,
    Fee,
    FeeAmount,
    Field,
    FieldGroup,
    Flow,
    Membership,
    Named,
    Not,
    Option,
    Present,
    Rule,
    Sum,
    TariffRow,
    Today,
    Value,
)
from model.records.expression import OptionRef

MARRIED = Chosen(field="status", option="married")
HEAVY = Comparison(relation="ge", left=Answer(field="weight"), right=Value(number=Decimal(20)))
RECORDS = [
    Field(id="status", label="Familienstand", field_kind="select"),
    Option(id="married", parent="status", label="verheiratet", code="vh", order="a0"),
    Option(id="single", parent="status", label="ledig", code="l", order="a1"),
    Field(id="weight", label="Gewicht", data_type="num", unit="kg"),
    FieldGroup(id="dogs", label="Hunde", maximum=None),
    Field(id="each", parent="dogs", label="Wert", data_type="num"),
    Rule(id="named", name="großer Hund", expression=HEAVY),
    Rule(id="circle", name="Kreis", expression=Named(rule="circle")),
    Fee(id="fee", name="Steuer", form="table"),
    TariffRow(id="r1", parent="fee", order="a0", when=HEAVY, amount=Decimal(200)),
    TariffRow(id="r2", parent="fee", order="a1", amount=Decimal(90)),
    TariffRow(
        id="r3", parent="fee", order="a2", when=MARRIED, amount=Decimal(5), effect="surcharge"
    ),
    TariffRow(id="r4", parent="fee", order="a3", when=Present(field="each"), effect="exemption"),
]
VIEW = Snapshot.of_records(RECORDS)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (MARRIED, "Familienstand = verheiratet"),
        (Not(part=MARRIED), "Familienstand ≠ verheiratet"),
        (HEAVY, "Gewicht ≥ 20 kg"),
        (AllOf(parts=(MARRIED, HEAVY)), "Familienstand = verheiratet und Gewicht ≥ 20 kg"),
        (
            AllOf(parts=(AnyOf(parts=(MARRIED, HEAVY)), Present(field="weight"))),
            "(Familienstand = verheiratet oder Gewicht ≥ 20 kg) und Gewicht ist ausgefüllt",
        ),
        (Named(rule="named"), "großer Hund"),
        (
            Comparison(relation="gt", left=Count(group="dogs"), right=Value(number=Decimal(1))),
            "Anzahl Hunde > 1",
        ),
        (DateShift(base=Today(), length=14, unit="day"), "Tag des Antrags + 14 Tage"),
        (Chosen(field="status", option="gone"), "Familienstand = (gelöscht)"),
    ],
)
def test_a_condition_reads_as_a_sentence(expression, words) -> None:  # type: ignore[no-untyped-def]
    assert sentence(VIEW, expression) == words


@pytest.mark.usefixtures("german")
def test_a_way_from_an_answer_says_just_the_answer() -> None:
    way = Flow(id="w", source="a", target="b", condition=MARRIED)

    assert flow_label(VIEW, way) == "wenn verheiratet"
    assert flow_label(VIEW, way.replaced(condition=None, default=True)) == "sonst"


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (MARRIED, True),
        (Not(part=MARRIED), False),
        (Membership(field="status", options=(OptionRef(option="single"),)), False),
        (HEAVY, True),
        (Present(field="nothing"), False),
        (AnyOf(parts=(Present(field="nothing"), HEAVY)), True),
        (Named(rule="named"), True),
        (Named(rule="circle"), False),
        (Count(group="dogs"), Decimal(2)),
        (Sum(field="each"), Decimal(30)),
        (
            Arithmetic(operation="multiply", parts=(Sum(field="each"), Value(number=Decimal(2)))),
            Decimal(60),
        ),
        (
            Arithmetic(
                operation="divide", parts=(Value(number=Decimal(2)), Value(number=Decimal(0)))
            ),
            None,
        ),
        (FeeAmount(fee="fee"), Decimal(205)),
        (DateShift(base=Today(), length=1, unit="month"), date(2026, 2, 28)),
        (
            Comparison(relation="lt", left=Answer(field="nothing"), right=Value(number=Decimal(1))),
            False,
        ),
        (
            Comparison(relation="lt", left=Answer(field="status"), right=Value(number=Decimal(1))),
            False,
        ),
    ],
)
def test_an_expression_comes_to_its_value(expression, value) -> None:  # type: ignore[no-untyped-def]
    answers = {
        "status": "vh",
        "weight": Decimal(20),
        "dogs": [{"each": 10}, {"each": "20"}],
        "today": date(2026, 1, 31),
    }

    assert evaluate(VIEW, expression, answers) == value


def test_a_reduction_never_raises_a_fee_and_an_exemption_ends_it() -> None:
    exempt = evaluate(VIEW, FeeAmount(fee="fee"), {"each": 1})
    ordinary = evaluate(VIEW, FeeAmount(fee="fee"), {})

    assert (exempt, ordinary) == (Decimal(0), Decimal(90))


def test_a_month_that_lacks_the_day_ends_on_its_last() -> None:
    assert shifted(date(2028, 2, 29), 1, "year") == date(2029, 2, 28)
    assert shifted(date(2026, 3, 31), -1, "month") == date(2026, 2, 28)


def test_what_names_a_gone_answer_leaves_the_condition() -> None:
    both = AllOf(parts=(MARRIED, HEAVY))

    assert without(both, {"married"}) == HEAVY
    assert without(both, {"status", "weight"}) is None
    assert without(Not(part=MARRIED), {"married"}) is None
    assert without(both, {"somebody"}) == both


def test_answers_shared_with_another_field_stay_in_its_conditions() -> None:
    other = Chosen(field="other", option="married")

    assert without(AllOf(parts=(MARRIED, other)), {"married"}, of="status") == other


@pytest.mark.usefixtures("german")
def test_a_calculation_inside_another_stands_in_brackets() -> None:
    one, two, three = (Value(number=Decimal(n)) for n in (1, 2, 3))
    together = Arithmetic(operation="add", parts=(one, two))

    spoken = sentence(VIEW, Arithmetic(operation="multiply", parts=(together, three)))

    assert spoken == "(1 + 2) × 3"


@pytest.mark.parametrize("text", ["nan", "Infinity", "-inf", "zwölf", ""])
def test_a_text_that_is_no_number_is_neither_less_nor_more_than_one(text: str) -> None:
    one = Value(number=Decimal(1))

    for relation in ("lt", "gt"):
        compared = Comparison(relation=relation, left=Answer(field="x"), right=one)  # type: ignore[arg-type]
        assert evaluate(VIEW, compared, {"x": text}) is False
    added = Arithmetic(operation="add", parts=(Answer(field="x"), one))
    assert evaluate(VIEW, added, {"x": text}) is None


def test_two_texts_are_compared_as_texts_and_a_number_as_a_number() -> None:
    postcode = Comparison(relation="eq", left=Answer(field="x"), right=Value(text="1067"))
    weight = Comparison(relation="ge", left=Answer(field="x"), right=Value(number=Decimal(9)))

    assert evaluate(VIEW, postcode, {"x": "01067"}) is False
    assert evaluate(VIEW, weight, {"x": "10"}) is True


def test_a_missing_answer_only_differs_from_one_that_is_there() -> None:
    def compared(relation: str) -> Comparison:
        there = Value(number=Decimal(1))
        return Comparison(relation=relation, left=Answer(field="x"), right=there)  # type: ignore[arg-type]

    held = [r for r in ("eq", "ne", "lt", "le", "gt", "ge") if evaluate(VIEW, compared(r), {})]

    assert held == ["ne"]


def test_a_list_without_entries_is_no_answer() -> None:
    assert evaluate(VIEW, Present(field="dogs"), {"dogs": []}) is False


def test_a_fee_that_depends_on_itself_comes_to_nothing() -> None:
    dear = Comparison(relation="gt", left=FeeAmount(fee="f"), right=Value(number=Decimal(1)))
    view = Snapshot.of_records(
        [Fee(id="f", form="table"), TariffRow(id="t", parent="f", when=dear)]
    )

    assert evaluate(view, FeeAmount(fee="f"), {}) is None


def test_a_day_beyond_the_calendar_is_its_last_or_first() -> None:
    assert shifted(date(2026, 1, 1), 10**9, "day") == date.max
    assert shifted(date(2026, 1, 1), 9000, "year") == date.max
    assert shifted(date(2026, 1, 1), -(10**5), "month") == date.min


def test_an_answer_that_is_no_longer_offered_was_not_given_by_saying_nothing() -> None:
    gone = Chosen(field="status", option="widowed")
    among = Membership(field="status", options=(OptionRef(option="widowed"),))

    assert not evaluate(VIEW, gone, {})
    assert not evaluate(VIEW, among, {"status": None})
