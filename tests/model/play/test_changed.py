"""What became of all citizens is played only where a change may matter, and told in sentences."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

import model.play.changed as changed
from model.document import Document, Snapshot
from model.language import say
from model.play import Played, play
from model.play.changed import cases_of, rehearse, rehearsed, treated_differently
from model.play.judged import (
    aspects,
    beside,
    differently_answered,
    unreached_words,
    went_otherwise,
)
from model.play.walk import untouched
from model.records import ExampleAnswer, ExampleCase, Fee, Record
from model.storage.read import from_bytes
from studio.samples import sample_bytes, sample_names
from tests.model.play.making import DAY, choice, service

pytestmark = pytest.mark.usefixtures("german")


def answered(case: str, colour: str, **fields: Any) -> ExampleCase:
    answers = (ExampleAnswer(field="colour", value=colour),)
    values = {"id": case, "name": case, "applied": DAY, "answers": answers, **fields}
    return ExampleCase.model_validate(values)


def colours(*cases: Record) -> Document:
    """A page asks, a decision parts, one way costs something."""
    view = service(
        "start > page > x, x > a ?colour=red, x > b*, a > end, b > end2",
        *choice("colour", "page", "red", "blue"),
        Fee(id="fee", form="fixed", amount=Decimal("12.50")),
        *cases,
        a={"fee": "fee"},
    )
    return Document(view)


def altered(document: Document, record: str, **values: Any) -> Snapshot:
    with document.transaction(say("undo.test"), "test") as tx:
        tx.alter(record, **values)
    return document.snapshot()


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whoever is played, in order."""
    who: list[str] = []

    def counting(view: Any, case: ExampleCase) -> Any:
        who.append(case.id)
        return play(view, case)

    monkeypatch.setattr(changed, "play", counting)
    return who


RED = answered("case_1", "red", expected_fee="12.50")
BLUE = answered("case_2", "blue", expected_end="end2")


def test_cases_stand_in_the_order_of_their_numbers_and_then_of_their_names() -> None:
    many = [answered(f"case_{n}", "red") for n in ("q7", 10, "x3", 2)]
    many[0] = many[0].replaced(name="Zebra")

    found = [one.id for one in cases_of(colours(*many).snapshot())]

    assert found == ["case_2", "case_10", "case_x3", "case_q7"]


def test_texts_of_help_and_names_of_cases_play_nobody_again(counted: list[str]) -> None:
    document = colours(RED, BLUE)
    known = rehearse(document.snapshot())
    counted.clear()

    again = rehearse(altered(document, "colour", help="Bitte wählen."), known)

    assert counted == []
    assert again is known


def test_another_expectation_plays_only_that_case_again(counted: list[str]) -> None:
    document = colours(RED, BLUE)
    known = rehearse(document.snapshot())
    counted.clear()

    again = rehearse(altered(document, "case_2", expected_end="end"), known)

    assert counted == ["case_2"]
    assert [one.verdict for one in again.played] == ["agrees", "differs"]


def test_a_change_of_the_way_plays_everybody_again(counted: list[str]) -> None:
    document = colours(RED, BLUE)
    known = rehearse(document.snapshot())
    counted.clear()

    rehearse(altered(document, "fee", amount=Decimal(13)), known)

    assert counted == ["case_1", "case_2"]


def test_whoever_asks_second_gets_it_from_memory(counted: list[str]) -> None:
    document = colours(RED, BLUE)

    first = rehearsed(document.snapshot())
    counted.clear()
    second = rehearsed(document.snapshot())

    assert second is first
    assert counted == []


def test_a_dearer_fee_is_told_to_those_who_pay_it_with_before_and_after() -> None:
    document = colours(RED, BLUE)
    before = document.snapshot()

    turned = treated_differently(before, altered(document, "fee", amount=Decimal(20)))

    assert [one.case for one in turned] == ["case_1"]
    assert [str(one) for one in turned[0].how] == ["Gebühr: bisher 12,50 Euro, jetzt 20,00 Euro."]


def test_another_way_to_the_same_result_is_no_other_treatment() -> None:
    document = colours(RED, BLUE)
    before = document.snapshot()

    after = altered(document, "b", name="Anders genannt")

    assert treated_differently(before, after) == []


def test_a_case_that_tells_something_else_of_itself_is_left_out() -> None:
    document = colours(RED, BLUE)
    before = document.snapshot()
    blue = (ExampleAnswer(field="colour", value="blue"),)

    assert treated_differently(before, altered(document, "case_1", answers=blue)) == []


def test_what_came_out_stands_beside_what_was_expected() -> None:
    view = colours(answered("case_1", "red", expected_fee="9", expected_end="end")).snapshot()
    case = view.the("case_1", ExampleCase)

    found = {one.kind: (one.stand, str(one.words)) for one in aspects(view, case, play(view, case))}

    assert found["end"] == ("agrees", "Ende: „END“, wie erwartet.")
    assert found["fee"] == ("differs", "Erwartet waren 9,00 Euro, fällig sind 12,50 Euro.")
    assert found["deadline"] == ("open", "Frist: keine Frist (nichts erwartet).")


def test_another_end_is_explained_by_the_last_place_that_could_lead_to_it() -> None:
    view = colours(answered("case_1", "blue", expected_end="end")).snapshot()
    case = view.the("case_1", ExampleCase)

    places = went_otherwise(view, case, play(view, case))

    assert [place.at for place in places] == ["x"]
    assert "keine der Bedingungen" in str(places[0].words)


def test_another_fee_is_explained_by_the_step_that_charges_it() -> None:
    view = colours(answered("case_1", "red", expected_fee="9")).snapshot()
    case = view.the("case_1", ExampleCase)

    places = went_otherwise(view, case, play(view, case))

    assert [place.at for place in places] == ["a"]
    assert "12,50" in str(places[0].words)


def test_two_cases_part_where_they_answer_differently_and_it_says_why() -> None:
    view = colours(RED, BLUE).snapshot()
    one, other = (view.the(case, ExampleCase) for case in ("case_1", "case_2"))

    found = beside(view, play(view, one), play(view, other))

    assert (found.together, found.parting) == (("start", "page"), "x")
    assert (found.only_first, found.only_second) == (("a", "end"), ("b", "end2"))
    assert "denn es gilt" in str(found.reasons[0])
    assert [answers[1:] for answers in differently_answered(view, one, other)] == [("red", "blue")]


def test_what_nobody_reaches_is_told_once_by_its_node() -> None:
    view = colours(RED).snapshot()

    left = untouched(view, [play(view, RED).trace])

    assert [at for at, _ in unreached_words(view, left)] == ["b", "end2"]


def test_a_name_plays_nobody_again_unless_a_sentence_may_speak_it(counted: list[str]) -> None:
    document = colours(RED, BLUE)
    known = rehearse(document.snapshot())
    counted.clear()
    known = rehearse(altered(document, "a", name="Anders"), known)
    assert counted == []

    wrong = rehearse(altered(document, "case_1", expected_fee=Decimal(1)), known)
    counted.clear()
    rehearse(altered(document, "a", name="Noch anders"), wrong)

    assert counted == ["case_1", "case_2"]


@pytest.mark.parametrize("name", sample_names())
def test_what_is_held_to_be_silent_is_silent_in_every_sample(name: str) -> None:
    view = Snapshot.of_records(from_bytes(sample_bytes(name)).records)
    known = rehearse(view)

    other = Snapshot.of_records([silenced(record) for record in view])

    assert other != view
    assert rehearse(other, known) is known
    fresh = rehearse(other)
    assert [outcome(one) for one in fresh.played] == [outcome(one) for one in known.played]


def silenced(record: Record) -> Record:
    """With other words wherever no course may rest on them."""
    names = set(changed._silent(record))
    if isinstance(record, changed._NAMED):
        names |= changed._CALLED
    texts = {name for name in names if isinstance(getattr(record, name, None), str)}
    return record.replaced(**{name: "anders" for name in texts})


def outcome(played: Played) -> tuple[object, ...]:
    trace = [(one.kind, one.node, one.moment, one.ways) for one in played.trace]
    came = (played.verdict, played.ends, played.fee, played.deadlines, played.documents)
    return (*came, trace)
