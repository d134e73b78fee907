"""Contradictions are shown by a citizen's answers; "never" is said only where all was tried."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from model.document import Document
from model.expressions import evaluate
from model.play.proof import Contradiction, contradictions
from model.records import (
    AllOf,
    Answer,
    Arithmetic,
    Chosen,
    Comparison,
    Decision,
    End,
    Expression,
    Fee,
    Field,
    Flow,
    Not,
    Option,
    Record,
    Rule,
    Start,
    Step,
    TariffRow,
    Value,
)

BASE: tuple[Record, ...] = (
    Start(id="start"),
    Step(id="page", form="page", name="Angaben"),
    Field(id="dog", parent="page", label="Hund?", field_kind="select", minimum=1),
    Option(id="yes", parent="dog", label="Ja", code="ja", order="a"),
    Option(id="no", parent="dog", label="Nein", code="nein", order="b"),
    Field(id="age", parent="page", label="Alter", data_type="num_int", min_value=Decimal(0)),
    Decision(id="which"),
    Step(id="old", name="Alt"),
    Step(id="young", name="Jung"),
    End(id="end"),
    Flow(id="w1", source="start", target="page"),
    Flow(id="w2", source="page", target="which"),
    Flow(id="w3", source="old", target="end"),
    Flow(id="w4", source="young", target="end"),
)


def _age(relation: str, limit: int) -> Expression:
    return Comparison(
        relation=relation,  # type: ignore[arg-type]
        left=Answer(field="age"),
        right=Value(number=Decimal(limit)),
    )


def _found(*more: Record) -> dict[str, Contradiction]:
    view = Document([*BASE, *more]).snapshot()
    return {one.kind: one for one in contradictions(view)}


def _ways(old: Expression, young: Expression | None) -> tuple[Flow, ...]:
    return (
        Flow(id="c1", source="which", target="old", condition=old, order="a"),
        Flow(id="c2", source="which", target="young", condition=young, order="b"),
    )


def test_two_ways_that_hold_for_the_same_answers_are_shown_by_that_citizen() -> None:
    ways = _ways(_age("ge", 60), _age("le", 60))

    found = _found(*ways)

    overlap = found["overlap"]
    view = Document([*BASE, *ways]).snapshot()
    assert overlap.at == "which"
    assert overlap.answers["age"] == Decimal(60)
    assert all(evaluate(view, way.condition, overlap.answers) for way in ways if way.condition)


def test_answers_for_which_no_way_is_open_are_shown() -> None:
    found = _found(*_ways(_age("gt", 60), _age("lt", 60)))

    missing = found["missing"]
    assert missing.at == "which"
    assert missing.answers.get("age") in (None, Decimal(60))


def test_with_sonst_and_separate_conditions_nothing_is_found() -> None:
    assert _found(*_ways(_age("ge", 60), None)) == {}


def test_a_way_is_never_taken_when_an_earlier_decision_forbids_its_condition() -> None:
    """Only people under 18 come to the decision that asks whether they are over 60."""
    before = (
        Decision(id="first"),
        Step(id="aside", name="Erwachsene"),
        Flow(id="f0", source="page", target="first"),
        Flow(id="f1", source="first", target="aside", condition=_age("ge", 18), order="a"),
        Flow(id="f2", source="first", target="which", order="b", default=True),
        Flow(id="f3", source="aside", target="end"),
    )
    records = [record for record in BASE if record.id != "w2"]
    view = Document([*records, *before, *_ways(_age("gt", 60), None)]).snapshot()

    found = list(contradictions(view))

    assert [(one.kind, one.at) for one in found] == [("never", "c1")]
    assert found[0].tried > 0


def test_nothing_is_called_impossible_where_a_condition_calculates() -> None:
    twice = Comparison(
        relation="gt",
        left=Arithmetic(
            operation="multiply", parts=(Answer(field="age"), Value(number=Decimal(2)))
        ),
        right=Value(number=Decimal(1000)),
    )

    assert "never" not in _found(*_ways(twice, None))


def test_a_question_whose_condition_contradicts_itself_is_never_asked() -> None:
    both = AllOf(
        parts=(Chosen(field="dog", option="yes"), Not(part=Chosen(field="dog", option="yes")))
    )

    found = _found(Field(id="name", parent="page", label="Rufname", visible=both))

    assert found["unasked"].at == "name"


def test_a_question_behind_a_question_that_is_never_asked_is_never_asked() -> None:
    young_and_old = AllOf(parts=(_age("lt", 18), _age("gt", 60)))
    first = Field(id="first", parent="page", label="A", data_type="bool", visible=young_and_old)
    second = Field(
        id="second",
        parent="page",
        label="B",
        visible=Comparison(relation="eq", left=Answer(field="first"), right=Value(truth=True)),
    )
    view = Document([*BASE, first, second]).snapshot()

    assert {one.at for one in contradictions(view) if one.kind == "unasked"} == {"first", "second"}


def test_a_question_that_is_required_while_it_is_hidden_is_shown_by_a_citizen() -> None:
    name = Field(
        id="name", parent="page", label="Rufname", visible=Chosen(field="dog", option="yes")
    )
    rule = Rule(
        id="must", parent="name", purpose="required", expression=Chosen(field="dog", option="no")
    )

    shown = _found(name, rule)["asked_but_hidden"]

    assert shown.at == "must"
    assert shown.answers["dog"] == "nein"


def test_two_rates_for_one_citizen_are_shown() -> None:
    fee = Fee(id="fee", form="table", name="Steuer")
    rows = (
        TariffRow(id="r1", parent="fee", when=_age("ge", 18), amount=Decimal(50), order="a"),
        TariffRow(id="r2", parent="fee", when=_age("ge", 65), amount=Decimal(20), order="b"),
    )

    shown = _found(fee, *rows)["two_rates"]

    assert shown.at == "fee"
    assert shown.ids == ("r1", "r2")
    assert shown.answers["age"] >= 65


def test_two_rates_with_the_same_amount_may_still_come_to_different_sums() -> None:
    fee = Fee(id="fee", form="table", name="Steuer")
    one = TariffRow(id="r1", parent="fee", when=_age("ge", 18), amount=Decimal(50), order="a")
    two = one.replaced(id="r2", when=_age("ge", 65), order="b")

    many = _found(fee, one, two.replaced(times=Answer(field="age")))
    same = _found(fee, one, two)

    assert many["two_rates"].ids == ("r1", "r2")
    assert "two_rates" not in same


def test_two_rates_that_never_hold_on_the_same_day_do_not_contradict() -> None:
    fee = Fee(id="fee", form="table", name="Steuer")
    old = TariffRow(id="r1", parent="fee", when=_age("ge", 18), amount=Decimal(50), order="a")
    old = old.replaced(valid_until=date(2026, 12, 31))
    new = old.replaced(
        id="r2", amount=Decimal(60), order="b", valid_from=date(2027, 1, 1), valid_until=None
    )
    early = new.replaced(valid_from=date(2026, 12, 1))

    assert "two_rates" not in _found(fee, old, new)
    assert _found(fee, old, early)["two_rates"].ids == ("r1", "r2")
