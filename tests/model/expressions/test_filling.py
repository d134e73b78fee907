"""Does the form refuse what is wrong, and lead to the page that comes next?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.behaviors import new_document, open_document
from model.commands import (
    add_option,
    append_node,
    connect_steps,
    place_field,
    place_node,
    set_condition,
    set_required,
)
from model.document import Document, Snapshot
from model.expressions import first_page, next_page, pages_ahead, problems
from model.expressions.filling import is_seen, notices, taken
from model.expressions.typed import day_in, is_iban, number_in
from model.geometry import Point
from model.language import say
from model.play import read as read_in_play
from model.records import (
    Answer,
    Arithmetic,
    Chosen,
    Comparison,
    Count,
    Field,
    FieldGroup,
    Present,
    Role,
    Rule,
    Service,
    Start,
    Step,
    Value,
)
from model.storage import from_bytes
from resources import open_resource
from tests.helpers.speaking import speaking

LABEL = say("undo.edit", what="x")


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    with speaking("de"):
        yield


def page_with(template: str, **values: Any) -> tuple[Document, str, str]:
    """A document, its page and a required field of a template."""
    document = new_document("Probe")
    with document.transaction(LABEL) as tx:
        page = append_node(tx, "page", tx.of(Start)[0].id, name="Angaben")
        field = place_field(tx, template, page.id, label="Frage")
        set_required(tx, field.id, True)
        if values:
            tx.alter(field.id, **values)
    return document, page.id, field.id


def words(view: Snapshot, page: str, answers: dict[str, Any]) -> list[str]:
    return [problem.words for problem in problems(view, page, answers)]


@pytest.mark.parametrize(
    ("template", "values", "wrong", "right", "said"),
    [
        ("number", {}, "viel", "12,5", "Zahl"),
        ("integer", {}, "1,5", "1.200", "ganze Zahl"),
        ("amount", {}, "1,234", "1.234,50", "zwei Stellen"),
        ("number", {"min_value": Decimal(1), "max_value": Decimal(9)}, "10", "9", "von 1 bis 9"),
        ("date", {}, "31.2.2026", "28.02.2026", "Datum"),
        ("email", {}, "name@", "name@beispiel.de", "E-Mail"),
        ("phone", {}, "null", "+49 30 1234", "Telefonnummer"),
        ("iban", {}, "DE02 1203 0000 0000 2020 52", "DE02 1203 0000 0000 2020 51", "IBAN"),
        ("text", {"layout": "postcode"}, "1234", "01067", "fünf Ziffern"),
        ("text", {"layout": "plate"}, "12-AB", "MS-AB 123E", "Kennzeichen"),
        ("text", {"max_length": 3}, "lang", "gut", "höchstens 3"),
        ("text", {"min_length": 3}, "ab", "gut", "mindestens 3"),
        ("text", {"pattern": "A-[0-9]{5}"}, "A-1", "A-12345", "Form"),
        ("text", {"pattern": "A.", "error_text": "So nicht."}, "B1", "A1", "So nicht."),
    ],
)
def test_a_wrong_answer_is_refused_in_words_and_a_right_one_taken(
    template: str, values: dict[str, Any], wrong: str, right: str, said: str
) -> None:
    document, page, field = page_with(template, **values)
    view = document.snapshot()

    (sentence,) = words(view, page, {field: wrong})

    assert said in sentence
    assert words(view, page, {field: right}) == []


@pytest.mark.parametrize("empty", [None, "", "  ", ()])
def test_a_required_answer_is_missed_and_a_free_one_is_not(empty: object) -> None:
    document, page, field = page_with("text")

    assert "„Frage“" in words(document.snapshot(), page, {field: empty})[0]
    with document.transaction(LABEL) as tx:
        set_required(tx, field, False)
    assert words(document.snapshot(), page, {field: empty}) == []


def test_a_choice_is_missed_in_other_words() -> None:
    document, page, _field = page_with("choice")

    assert "wählen" in words(document.snapshot(), page, {})[0]


def test_what_is_not_shown_is_not_missed() -> None:
    document, page, field = page_with("text")
    with document.transaction(LABEL) as tx:
        other = place_field(tx, "text", page, label="Nur dann")
        set_required(tx, other.id, True)
        set_condition(tx, other.id, Present(field=field))
    view = document.snapshot()

    assert not is_seen(view, view[other.id], taken(view, {}))
    assert [p.field for p in problems(view, page, {})] == [field]
    assert [p.field for p in problems(view, page, {field: "da"})] == [other.id]


def test_the_service_refuses_in_its_own_words() -> None:
    document, page, field = page_with("number")
    rule = Comparison(relation="ge", left=Answer(field=field), right=Value(number=Decimal(18)))
    with document.transaction(LABEL) as tx:
        tx.add(
            Rule(
                id="rule",
                parent=field,
                purpose="validation",
                expression=rule,
                message="Sie müssen volljährig sein.",
            )
        )

    assert words(document.snapshot(), page, {field: "17"}) == ["Sie müssen volljährig sein."]
    assert words(document.snapshot(), page, {field: "18"}) == []


def test_a_rule_may_ask_for_an_answer_and_another_may_tell_something() -> None:
    document, page, field = page_with("text")
    with document.transaction(LABEL) as tx:
        other = place_field(tx, "text", page, label="Grund")
        there = Present(field=field)
        tx.add(Rule(id="r1", parent=other.id, purpose="required", expression=there))
        tx.add(Rule(id="r2", parent=page, purpose="notice", expression=there, message="Gut."))
    view = document.snapshot()

    assert "„Grund“" in words(view, page, {field: "x"})[0]
    assert notices(view, page, taken(view, {field: "x"})) == ["Gut."]
    assert notices(view, page, taken(view, {})) == []


def test_each_entry_of_a_list_is_judged_by_itself() -> None:
    document, page, _field = page_with("note")
    with document.transaction(LABEL) as tx:
        group = place_field(tx, "repeated", page, label="Hunde")
        tx.alter(group.id, minimum=1)
        name = place_field(tx, "text", group.id, label="Rufname")
        set_required(tx, name.id, True)
    view = document.snapshot()

    found = problems(view, page, {group.id: [{name.id: "Rex"}, {}]})

    assert [(p.field, p.entry) for p in found] == [(name.id, 1)]
    assert "Hunde" in words(view, page, {})[0]


def test_what_is_calculated_is_known_to_conditions() -> None:
    document, page, _field = page_with("note")
    with document.transaction(LABEL) as tx:
        group = place_field(tx, "repeated", page, label="Hunde")
        tax = place_field(tx, "amount", page, label="Steuer")
        parts = (Count(group=group.id), Value(number=Decimal(60)))
        tx.alter(tax.id, value=Arithmetic(operation="multiply", parts=parts))
    view = document.snapshot()

    assert taken(view, {group.id: [{}, {}]})[tax.id] == 120


@pytest.fixture
def branching() -> tuple[Document, dict[str, str]]:
    """Start, A with a choice: Ja leads to B, sonst to C; both lead to the office."""
    document = new_document("Wege")
    with document.transaction(LABEL) as tx:
        office = next(role.id for role in tx.of(Role) if role.side == "office")
        applicant = next(role.id for role in tx.of(Role) if role.side == "applicant")
        a = append_node(tx, "page", tx.of(Start)[0].id, name="A")
        choice = place_field(tx, "yesno", a.id, label="B nötig?")
        c = append_node(tx, "page", a.id, name="C")
        b = place_node(tx, "page", applicant, Point(900, 300), name="B")
        connect_steps(tx, a.id, b.id, option=tx.options(choice.id)[0].id)
        connect_steps(tx, b.id, c.id)
        check = append_node(tx, "office", c.id, role=office, name="Prüfen")
        append_node(tx, "page", check.id, role=applicant, name="Später")
    return document, {"a": a.id, "b": b.id, "c": c.id, "choice": choice.id}


def test_the_way_through_the_pages_follows_the_answers(
    branching: tuple[Document, dict[str, str]],
) -> None:
    document, ids = branching
    view = document.snapshot()

    assert first_page(view, {}) == ids["a"]
    assert next_page(view, ids["a"], {ids["choice"]: "ja"}) == ids["b"]
    assert next_page(view, ids["a"], {ids["choice"]: "nein"}) == ids["c"]
    assert pages_ahead(view, {ids["choice"]: "ja"}) == [ids["a"], ids["b"], ids["c"]]


def test_what_an_office_does_ends_the_form(branching: tuple[Document, dict[str, str]]) -> None:
    document, ids = branching

    assert next_page(document.snapshot(), ids["c"], {}) == ""


def test_a_condition_on_a_choice_reads_the_code() -> None:
    document, page, field = page_with("choice")
    with document.transaction(LABEL) as tx:
        option = add_option(tx, field, "Dogge", code="dogge")
        extra = place_field(tx, "text", page, label="Mehr")
        set_condition(tx, extra.id, Chosen(field=field, option=option.id))
    view = document.snapshot()

    assert is_seen(view, view[extra.id], taken(view, {field: "dogge"}))
    assert not is_seen(view, view[extra.id], taken(view, {field: "1"}))


@pytest.mark.parametrize("name", ["hundesteuer", "bewohnerparkausweis", "liegenschaftskarte"])
def test_every_page_of_the_samples_can_be_judged_empty(name: str) -> None:
    view = open_document(from_bytes(open_resource(f"samples/{name}.fachwerk")).records).snapshot()
    answers = {"today": date(2026, 11, 25)}

    ahead = pages_ahead(view, answers)

    pages = [step for step in view.of(Step) if step.form == "page"]
    found = [problem for page in pages for problem in problems(view, page.id, answers)]
    assert len(ahead) > 1
    assert found
    assert all(isinstance(view[p.field], Field | FieldGroup | Step) for p in found)


@given(st.text(max_size=40))
def test_any_typed_text_is_read_or_refused(text: str) -> None:
    number, day = number_in(text), day_in(text)

    assert number is None or number.is_finite()
    assert day is None or isinstance(day, date)
    assert is_iban(text) in (True, False)


def test_a_pattern_that_could_take_years_is_left_to_the_platform() -> None:
    document, page, field = page_with("text", pattern="(a+)+$")

    assert words(document.snapshot(), page, {field: "a" * 40 + "!"}) == []


# ------------------------------------------------------------------------- what is calculated


def calculating(**group: Any) -> Snapshot:
    """A price, and its double in a group; behind it the double of the double."""
    twice = Arithmetic(
        operation="multiply", parts=(Answer(field="price"), Value(number=Decimal(2)))
    )
    again = Arithmetic(
        operation="multiply", parts=(Answer(field="double"), Value(number=Decimal(2)))
    )
    price = Field(id="price", parent="page", label="Preis", data_type="num", order="a")
    return Snapshot.of_records(
        [
            Service(id="service", name="Probe"),
            Step(id="page", form="page", name="Seite"),
            price.replaced(parent="group") if group.get("maximum", 1) is None else price,
            Field(id="more", parent="page", label="Mehr", data_type="bool", order="b"),
            FieldGroup(id="group", parent="page", label="Gruppe", order="c", **group),
            Field(id="quadruple", parent="group", data_type="num", value=again, order="a"),
            Field(id="double", parent="group", data_type="num", value=twice, order="b"),
        ]
    )


def test_a_hidden_group_calculates_nothing() -> None:
    view = calculating(visible=Present(field="more"))

    hidden = taken(view, {"price": "5"})
    shown = taken(view, {"price": "5", "more": True})

    assert "double" not in hidden
    assert shown["double"] == Decimal(10)
    assert shown["quadruple"] == Decimal(20)


def test_each_entry_of_a_list_calculates_for_itself() -> None:
    view = calculating(maximum=None)

    read = taken(view, {"group": [{"price": "5"}, {"price": "7"}]})

    assert [entry["double"] for entry in read["group"]] == [Decimal(10), Decimal(14)]
    assert "double" not in read


def test_the_rehearsal_reads_answers_as_the_form_does() -> None:
    view = calculating(visible=Present(field="more"))
    answers = {"price": "5", "more": True}
    day = date(2026, 11, 25)

    assert read_in_play(view, answers, day) == taken(view, {**answers, "today": day})


def test_only_what_must_be_answered_counts_as_missing() -> None:
    document, page, field = page_with("text", max_length=3)

    (empty,) = problems(document.snapshot(), page, {})
    (long,) = problems(document.snapshot(), page, {field: "zu lang"})

    assert empty.missing
    assert not long.missing
