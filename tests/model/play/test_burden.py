"""Is counted what a citizen really sees, answers and hands in, and what must be answered told?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from model.document import Snapshot
from model.play import burden_change, burden_told, covering, play, service_span, span, span_told
from model.play.burden import Burden, burden, documents
from model.records import (
    Chosen,
    Evidence,
    ExampleAnswer,
    ExampleCase,
    ExampleTurn,
    Field,
    FieldGroup,
    Option,
    Record,
    Rule,
)
from studio.samples import sample_names
from tests.helpers.speaking import speaking
from tests.model.play.making import DAY, choice, service
from tests.studio.examples.looking import example

RED = Chosen(field="colour", option="colour.red")


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    with speaking("de"):
        yield


def case(*answers: tuple[Any, ...], turns: tuple[ExampleTurn, ...] = ()) -> ExampleCase:
    """Answers as (field, value) or (field, value, entry)."""
    given = tuple(ExampleAnswer(**dict(zip(_ANSWER, one, strict=False))) for one in answers)
    return ExampleCase(id="case", name="Fall", applied=DAY, answers=given, turns=turns)


_ANSWER = ("field", "value", "repetition")


def field(name: str, parent: str = "page", **values: Any) -> Field:
    return Field(id=name, parent=parent, label=name, order=name, **values)


def two_pages(*more: Record) -> Snapshot:
    """A page with a choice; after "red" comes a second page."""
    return service(
        "start > page > x, x > page2 ?colour=red, x > end*, page2 > end",
        *choice("colour", "page", "red", "blue"),
        *more,
    )


def test_pages_and_questions_that_are_not_reached_do_not_count() -> None:
    view = two_pages(field("reason", "page2", minimum=1), field("hint", "page2"))

    red = burden(view, case(("colour", "red"), ("reason", "weil")))
    blue = burden(view, case(("colour", "blue")))

    assert (red.pages, red.questions, red.required) == (2, 3, 1)
    assert (blue.pages, blue.questions, blue.required) == (1, 1, 0)


def test_hidden_and_calculated_questions_ask_nobody() -> None:
    group = FieldGroup(id="more", parent="page", visible=RED)
    view = two_pages(
        group,
        field("inside", "more"),
        field("alone", visible=RED),
        field("sum", data_type="num", value=Chosen(field="colour", option="colour.red")),
        field("secret", field_kind="hidden"),
        field("words", field_kind="label", content="Bitte lesen Sie dies."),
    )

    assert burden(view, case(("colour", "blue"))).questions == 1
    assert burden(view, case(("colour", "red"))).questions == 3


def test_the_questions_of_a_list_count_for_each_entry() -> None:
    dogs = FieldGroup(id="dogs", parent="page", label="Hunde", maximum=None)
    view = service(
        "start > page > end", dogs, field("name", "dogs", minimum=1), field("breed", "dogs")
    )

    two = burden(view, case(("name", "Bello", 0), ("name", "Rex", 1)))
    none = burden(view, case())

    assert (two.questions, two.required) == (4, 2)
    assert (none.questions, none.required) == (2, 1)


def test_a_document_counts_once_and_its_upload_not_as_a_question() -> None:
    proof = Evidence(id="proof", parent="colour", name="Farbnachweis", upload="file", needed=RED)
    passport = Evidence(id="passport", parent="page", name="Ausweis")
    view = two_pages(field("file", data_type="file", visible=RED), proof, passport)

    red, blue = case(("colour", "red"), ("file", "a.pdf")), case(("colour", "blue"))

    assert documents(view, play(view, red)) == ("Ausweis", "Farbnachweis")
    assert documents(view, play(view, blue)) == ("Ausweis",)
    assert burden(view, red).questions == burden(view, blue).questions == 1


def test_a_page_that_comes_back_counts_once() -> None:
    view = service(
        "start > page > a > x, x > page ?ok=no, x > end*",
        *choice("ok", "a", "yes", "no"),
        field("name"),
    )
    again = ExampleTurn(at="a", visit=1, answers=(ExampleAnswer(field="ok", value="no"),))

    found = burden(view, case(("name", "Muster"), ("ok", "yes"), turns=(again,)))

    assert (found.pages, found.questions) == (1, 1)


def test_words_are_those_of_what_is_shown() -> None:
    view = service(
        "start > page > end",
        field("name", help="Wie im Ausweis", visible=None),
        Rule(id="rule", parent="page", purpose="notice", message="Gut so", expression=RED),
        *choice("colour", "page", "red"),
    )

    shown, quiet = burden(view, case(("colour", "red"))), burden(view, case())

    assert quiet.words == 1 + 1 + 3 + 1 + 1
    assert shown.words == quiet.words + 2


def test_several_cases_give_the_least_the_most_and_the_middle() -> None:
    found = span([Burden(14, 9, 5, 2, 80), Burden(9, 9, 4, 2, 100), Burden(10, 8, 4, 2, 90)])

    assert found is not None
    assert (found.least, found.most) == (Burden(9, 8, 4, 2, 80), Burden(14, 9, 5, 2, 100))
    assert found.typical.questions == 10
    assert str(span_told(found)[0]) == (
        "Wer den Antrag stellt, beantwortet 9 bis 14 Fragen auf 4 bis 5 Seiten "
        "und legt 2 Nachweise vor."
    )
    assert span([]) is None


def test_one_case_and_a_change_are_said_in_a_line() -> None:
    before, now = span([Burden(9, 8, 4, 1, 80)]), span([Burden(10, 8, 4, 0, 80)])

    assert before is not None
    assert now is not None
    assert str(burden_told(now.most)) == "10 Fragen (davon 8 Pflicht) auf 4 Seiten, kein Nachweis."
    difference = burden_change(before, now)
    assert (
        str(difference) == "Zuletzt geändert: im längsten Fall 1 Frage mehr und 1 Nachweis weniger."
    )
    assert burden_change(now, now) is None


@pytest.mark.parametrize(
    ("name", "questions", "papers"),
    [
        ("hundesteuer", (32, 72), (0, 1)),
        ("bewohnerparkausweis", (11, 22), (1, 4)),
        ("liegenschaftskarte", (18, 30), (0, 1)),
    ],
)
def test_the_burden_of_a_sample_is_known(
    name: str, questions: tuple[int, int], papers: tuple[int, int]
) -> None:
    found = service_span(example(name))

    assert found is not None
    assert (found.least.questions, found.most.questions) == questions
    assert (found.least.documents, found.most.documents) == papers
    assert found.cases == 12


# ------------------------------------------------------------------------------ missing answers


def test_a_required_answer_that_is_missing_is_told_and_the_case_goes_on() -> None:
    view = two_pages(field("name", minimum=1), field("reason", "page2", minimum=1))

    got = play(view, case(("colour", "red"), ("reason", "weil")))
    whole = play(view, case(("colour", "red"), ("reason", "weil"), ("name", "Muster")))

    assert got.verdict == "differs"
    assert [(one.kind, one.at) for one in got.differences] == [("answer", "name")]
    assert str(got.differences[0].what) == "Pflichtangabe fehlt: „name“ (Seite „PAGE“)."
    assert [one.node for one in got.trace] == [one.node for one in whole.trace]
    assert whole.verdict == "agrees"


def test_what_is_hidden_or_on_a_page_nobody_comes_to_is_not_missing() -> None:
    view = two_pages(field("name", minimum=1, visible=RED), field("reason", "page2", minimum=1))

    assert play(view, case(("colour", "blue"))).verdict == "agrees"


def test_a_missing_answer_in_a_list_names_the_entry() -> None:
    dogs = FieldGroup(id="dogs", parent="page", label="Hunde", maximum=None)
    name = field("name", "dogs", minimum=1)
    view = service("start > page > end", dogs, name, field("breed", "dogs"))

    second = play(view, case(("name", "Bello", 0), ("breed", "Dackel", 1)))
    none = play(view, case())

    assert [str(one.what) for one in second.differences] == [
        "Pflichtangabe fehlt: „name“ (Seite „PAGE“, 2. Eintrag)."
    ]
    assert [one.at for one in none.differences] == ["dogs"]


def test_a_rule_that_demands_an_answer_is_heeded() -> None:
    must = Rule(id="must", parent="why", purpose="required", expression=RED)
    view = two_pages(field("why"), must)

    assert play(view, case(("colour", "blue"))).verdict == "agrees"
    assert [d.at for d in play(view, case(("colour", "red"))).differences] == ["why"]


def test_generated_cases_answer_whatever_they_must() -> None:
    view = two_pages(
        field("name", minimum=1, visible=RED),
        Field(id="sure", parent="page2", label="sure", field_kind="select", minimum=1),
        Option(id="sure.yes", parent="sure", code="yes", label="Ja"),
        field("why", visible=Chosen(field="sure", option="sure.yes"), minimum=1),
        field("number", "page2", data_type="num_int", minimum=1, min_value=Decimal(3)),
        case(("colour", "blue")),
    )

    made = covering(view, DAY)

    assert len(made) == 2
    assert [play(view, one).differences for one in made] == [(), ()]


@pytest.mark.parametrize("name", sample_names())
def test_no_case_of_a_sample_leaves_out_what_must_be_answered(name: str) -> None:
    view = example(name)

    lacking = [d for one in view.of(ExampleCase) for d in play(view, one).differences]

    assert lacking == []
