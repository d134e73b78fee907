"""Are conditions, rules and calculations said, named and taken back as one thing?"""

from __future__ import annotations

from decimal import Decimal

import pytest

from model.commands import (
    add_rule,
    add_validation,
    dissolve_condition,
    name_condition,
    named_conditions,
    remove,
    same_conditions,
    set_condition,
    set_value,
)
from model.errors import NotAllowed
from model.records import (
    AllOf,
    Answer,
    Arithmetic,
    Chosen,
    Comparison,
    Count,
    DateShift,
    Evidence,
    Expression,
    Fee,
    FeeAmount,
    Field,
    FieldGroup,
    Flow,
    Named,
    Not,
    Present,
    Rule,
    Service,
    TariffRow,
    Today,
    Value,
)
from tests.helpers.building import Bench

SIXTY = Value(number=Decimal(60))


class Form:
    """A page with a choice, a number, a text and a date."""

    def __init__(self) -> None:
        self.bench = Bench()
        page = self.bench.after(self.bench.start, "page", "Angaben")
        self.page = page.id
        self.dog = self.bench.field("yesno", page.id, "Gefährlich?")
        self.weight = self.bench.field("number", page.id, "Gewicht")
        self.name = self.bench.field("text", page.id, "Name")
        self.born = self.bench.field("date", page.id, "Geburtsdatum")
        self.dogs = self.bench.field("repeated", page.id, "Hunde").id
        self.yes = Chosen(field=self.dog.id, option=self.bench.options(self.dog)[0].id)

    def now(self, record) -> Field:  # type: ignore[no-untyped-def]
        return self.bench.view[record.id]


@pytest.fixture
def form() -> Form:
    return Form()


def test_every_record_that_can_carry_a_condition_takes_one(form: Form) -> None:
    bench = form.bench
    bench.do(lambda tx: tx.add(Fee(id="fee", parent=tx.service.id, form="table")))
    bench.do(lambda tx: tx.add(TariffRow(id="row", parent="fee")))
    bench.do(lambda tx: tx.add(Evidence(id="proof", parent=form.name.id)))
    bench.do(lambda tx: tx.add(Rule(id="rule", parent=form.name.id)))
    places = {form.name.id: "visible", "row": "when", "proof": "needed", "rule": "expression"}

    for record in places:
        bench.do(set_condition, record, form.yes)

    assert all(getattr(bench.view[i], field) == form.yes for i, field in places.items())


def test_what_can_carry_no_condition_says_so(form: Form) -> None:
    with pytest.raises(NotAllowed):
        form.bench.do(set_condition, form.page, form.yes)


def test_a_named_condition_replaces_the_same_words_everywhere(form: Form) -> None:
    bench = form.bench
    both = AllOf(parts=(form.yes, Present(field=form.weight.id)))
    bench.do(set_condition, form.name.id, form.yes)
    bench.do(set_condition, form.born.id, both)

    rule = bench.do(name_condition, form.yes, "Hund ist gefährlich", everywhere=True)

    assert rule.parent == bench.view.service.id
    assert form.now(form.name).visible == Named(rule=rule.id)
    assert form.now(form.born).visible == AllOf(
        parts=(Named(rule=rule.id), Present(field=form.weight.id))
    )
    assert bench.view.the(rule.id, Rule).expression == form.yes


def test_who_says_the_same_is_found_also_inside_longer_conditions(form: Form) -> None:
    bench = form.bench
    bench.do(set_condition, form.name.id, Not(part=form.yes))
    bench.do(set_condition, form.born.id, Present(field=form.dog.id))

    found = same_conditions(bench.view, form.yes)

    assert [record.id for record in found] == [form.name.id]


def test_what_was_deleted_meanwhile_is_not_named(form: Form) -> None:
    form.bench.do(remove, [form.dog.id])
    before = form.bench.view

    for command in (set_condition, set_value):
        with pytest.raises(NotAllowed):
            form.bench.do(command, form.name.id, form.yes)

    assert form.bench.view == before


def test_a_second_name_for_the_same_renames_the_first(form: Form) -> None:
    first = form.bench.do(name_condition, form.yes, "Hund ist gefährlich")

    second = form.bench.do(name_condition, form.yes, "Erlaubnis nötig")

    assert second.id == first.id
    assert [rule.name for rule in named_conditions(form.bench.view)] == ["Erlaubnis nötig"]


@pytest.mark.parametrize("name", ["", "  ", "Schwerer Hund"])
def test_a_missing_or_taken_name_is_refused(form: Form, name: str) -> None:
    form.bench.do(name_condition, Present(field=form.weight.id), "Schwerer Hund")
    before = form.bench.view

    with pytest.raises(NotAllowed):
        form.bench.do(name_condition, form.yes, name)

    assert form.bench.view == before


def test_a_name_that_is_given_up_leaves_its_meaning_behind(form: Form) -> None:
    bench = form.bench
    bench.do(set_condition, form.name.id, form.yes)
    before = bench.view
    rule = bench.do(name_condition, form.yes, "Hund ist gefährlich", everywhere=True)

    bench.do(dissolve_condition, rule.id)

    assert bench.view == before


def test_a_deleted_name_leaves_no_condition_behind(form: Form) -> None:
    bench = form.bench
    rule = bench.do(name_condition, form.yes, "Hund ist gefährlich")
    bench.do(set_condition, form.name.id, Named(rule=rule.id))

    bench.do(remove, [rule.id])

    assert form.now(form.name).visible is None


def test_a_rule_leaves_with_the_answer_it_asked_for(form: Form) -> None:
    bench = form.bench
    rule = bench.do(add_rule, form.name.id, "required", form.yes)
    told = bench.do(lambda tx: tx.add(Rule(id="told", description="Nur bei gefährlichen Hunden")))
    bench.do(set_condition, told.id, form.yes)

    bench.do(remove, [form.dog.id])

    assert rule.id not in bench.view
    assert bench.view.the("told", Rule).expression is None


def test_a_check_needs_words_for_the_person_who_typed(form: Form) -> None:
    heavy = Comparison(relation="le", left=Answer(field=form.weight.id), right=SIXTY)
    with pytest.raises(NotAllowed):
        form.bench.do(add_validation, form.weight.id, heavy, " ")

    rule = form.bench.do(add_validation, form.weight.id, heavy, "So schwer ist kein Hund.")

    assert (rule.purpose, rule.message) == ("validation", "So schwer ist kein Hund.")


def test_rules_stand_in_the_order_they_were_made(form: Form) -> None:
    for purpose in ("validation", "notice", "required"):
        form.bench.do(add_rule, form.name.id, purpose, form.yes)

    found = form.bench.view.children(form.name.id, Rule)
    assert [rule.purpose for rule in found] == ["validation", "notice", "required"]


def test_a_named_condition_never_needs_itself(form: Form) -> None:
    first = form.bench.do(name_condition, form.yes, "Hund ist gefährlich")
    second = form.bench.do(name_condition, Named(rule=first.id), "Erlaubnis nötig")

    for said in (Named(rule=first.id), Not(part=Named(rule=second.id))):
        with pytest.raises(NotAllowed):
            form.bench.do(set_condition, first.id, said)


# ----------------------------------------------------------------------------------- calculation


def times_sixty(of: Expression) -> Arithmetic:
    return Arithmetic(operation="multiply", parts=(of, SIXTY))


def test_a_calculated_field_is_locked_and_becomes_a_number(form: Form) -> None:
    value = times_sixty(Answer(field=form.weight.id))

    form.bench.do(set_value, form.name.id, value)

    now = form.now(form.name)
    assert (now.field_kind, now.data_type, now.value) == ("locked", "num", value)


def test_a_choice_that_is_calculated_has_no_answers_left(form: Form) -> None:
    form.bench.do(set_value, form.dog.id, Count(group=form.dogs))

    assert form.bench.options(form.dog) == []
    assert form.now(form.dog).field_kind == "locked"


def test_a_field_that_is_no_longer_calculated_is_asked_again(form: Form) -> None:
    form.bench.do(set_value, form.weight.id, times_sixty(SIXTY))

    form.bench.do(set_value, form.weight.id, None)

    assert form.now(form.weight) == form.weight


def test_a_hidden_field_stays_hidden(form: Form) -> None:
    form.bench.do(lambda tx: tx.alter(form.name.id, field_kind="hidden"))

    form.bench.do(set_value, form.name.id, Answer(field=form.weight.id))

    assert form.now(form.name).field_kind == "hidden"


@pytest.mark.parametrize(
    ("value", "data_type"),
    [
        (Today(), "date"),
        (DateShift(base=Today(), length=1, unit="year"), "date"),
        (Value(text="Musterstadt"), "text"),
        (Count(group="dogs"), "num"),
        (FeeAmount(fee="fee"), "num_currency"),
    ],
)
def test_the_type_fits_what_comes_out(form: Form, value: Expression, data_type: str) -> None:
    form.bench.do(lambda tx: tx.add(Fee(id="fee", parent=tx.service.id)))
    form.bench.do(lambda tx: tx.add(FieldGroup(id="dogs", parent=form.page, maximum=None)))

    form.bench.do(set_value, form.name.id, value)

    assert form.now(form.name).data_type == data_type


def test_nothing_is_calculated_from_itself_even_in_a_circle(form: Form) -> None:
    form.bench.do(set_value, form.name.id, times_sixty(Answer(field=form.weight.id)))
    before = form.bench.view

    for value in (Answer(field=form.weight.id), Answer(field=form.name.id)):
        with pytest.raises(NotAllowed):
            form.bench.do(set_value, form.weight.id, value)

    assert form.bench.view == before


def test_the_service_itself_can_have_rules(form: Form) -> None:
    service = form.bench.view.of(Service)[0]

    rule = form.bench.do(add_rule, service.id, "eligibility", form.yes, message="Nur für Hunde.")

    assert form.bench.view.children(service.id, Rule) == [rule]
    assert form.bench.view.of(Flow)
