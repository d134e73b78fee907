"""What leaves takes along what cannot stay, and nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from model.commands import (
    add_option,
    change_field_type,
    cite,
    reconnect,
    remove,
    remove_and_reconnect,
    set_condition,
)
from model.document import Transaction
from model.expressions import evaluate
from model.records import (
    AllOf,
    Chosen,
    Citation,
    CodeList,
    Comparison,
    Deadline,
    ExampleAnswer,
    ExampleCase,
    ExampleTurn,
    Fee,
    FeeAmount,
    Field,
    Flow,
    Norm,
    Present,
    Service,
    TariffRow,
    Timer,
    Value,
)
from tests.helpers.building import Bench

DEAR = Comparison(relation="gt", left=FeeAmount(fee="fee"), right=Value(number=Decimal(100)))


@pytest.fixture
def bench() -> Bench:
    return Bench()


def _fee(tx: Transaction, form: str = "fixed") -> None:
    tx.add(Fee(id="fee", parent=tx.service.id, form=form))  # type: ignore[arg-type]


def _listed(bench: Bench, name: str) -> Field:
    """A choice that takes its answers from the list "cities"."""
    field = bench.field("choice", bench.view.of(Flow)[0].target, name)
    for option in bench.options(field):
        bench.do(remove, [option.id])
    bench.do(lambda tx: tx.alter(field.id, code_list="cities"))
    return field


def test_a_condition_forgets_a_fee_that_is_gone_and_its_way_leaves(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Angaben")
    hint = bench.field("note", page.id, "Hinweis")
    decision = bench.after(page.id, "decision", "Teuer?")
    bench.after(decision.id, "page", "Sonst")
    bench.after(decision.id, "page", "Raten")
    dear = next(flow for flow in bench.view.outgoing(decision.id) if not flow.default)
    bench.do(_fee)
    bench.do(set_condition, dear.id, AllOf(parts=(DEAR, Present(field=hint.id))))
    bench.do(set_condition, hint.id, DEAR)

    bench.do(remove, ["fee"])

    assert bench.view.the(dear.id, Flow).condition == Present(field=hint.id)
    assert bench.view.the(hint.id, Field).visible is None


def test_a_row_of_a_fee_table_leaves_with_the_answer_it_was_for(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Ihr Hund")
    yes = bench.options(bench.field("yesno", page.id, "Gefährlich?"))[0]
    dangerous = Chosen(field=yes.parent, option=yes.id)
    bench.do(_fee, "table")
    rows = (
        TariffRow(id="dear", parent="fee", order="a0", when=dangerous, amount=Decimal(600)),
        TariffRow(id="usual", parent="fee", order="a1", amount=Decimal(120)),
    )
    bench.do(lambda tx: [tx.add(row) for row in rows])

    bench.do(remove, [yes.id])

    assert evaluate(bench.view, FeeAmount(fee="fee"), {}) == 120


def test_a_choice_that_becomes_a_text_takes_its_answers_out_of_conditions(bench: Bench) -> None:
    bench.after(bench.start, "page", "Angaben")
    bench.do(lambda tx: tx.add(CodeList(id="cities", name="Orte")))
    city = bench.do(add_option, "cities", "Bonn")
    home, work = _listed(bench, "Wohnort"), _listed(bench, "Arbeitsort")
    shown = bench.field("text", home.parent, "Straße")
    here = [Chosen(field=field.id, option=city.id) for field in (home, work)]
    bench.do(set_condition, shown.id, AllOf(parts=tuple(here)))

    bench.do(change_field_type, home.id, "text")

    assert bench.view.the(shown.id, Field).visible == here[1]
    assert city.id in bench.view


def test_an_answer_of_an_example_citizen_leaves_with_the_option_it_chose(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Ihr Hund")
    question = bench.field("yesno", page.id, "Gefährlich?")
    yes, no = bench.options(question)
    answers = tuple(ExampleAnswer(field=question.id, value=o.code) for o in (yes, no))
    bench.do(lambda tx: tx.add(ExampleCase(id="case", answers=answers)))

    bench.do(remove, [yes.id])

    assert bench.view.the("case", ExampleCase).answers == answers[1:]


def test_a_turn_of_an_example_citizen_leaves_with_its_step_and_forgets_what_was_asked(
    bench: Bench,
) -> None:
    page = bench.after(bench.start, "page", "Ihr Hund")
    question = bench.field("yesno", page.id, "Gefährlich?")
    step = bench.after(page.id, "office", "Prüfen")
    asked = (ExampleAnswer(field=question.id, value="ja"),)
    turns = (ExampleTurn(at=page.id, answers=asked), ExampleTurn(at=step.id, happens="fails"))
    bench.do(lambda tx: tx.add(ExampleCase(id="case", turns=turns)))

    bench.do(remove, [question.id])
    without_answer = bench.view.the("case", ExampleCase).turns
    bench.do(remove, [step.id])

    assert without_answer == (ExampleTurn(at=page.id), turns[1])
    assert bench.view.the("case", ExampleCase).turns == (ExampleTurn(at=page.id),)


def test_a_timer_whose_deadline_went_gets_one_to_fill_in(bench: Bench) -> None:
    timer = bench.after(bench.start, "timer", "Zwei Wochen")
    old = bench.view.the(timer.id, Timer).deadline

    bench.do(remove, [old])

    new = bench.view.the(bench.view.the(timer.id, Timer).deadline, Deadline)
    assert new.id != old
    assert (new.parent, new.length) == (timer.id, None)


@pytest.mark.parametrize("command", ["reconnect", "remove_and_reconnect"])
def test_a_way_that_is_led_elsewhere_keeps_its_citations(bench: Bench, command: str) -> None:
    first = bench.after(bench.start, "page", "Eins")
    second = bench.after(first.id, "page", "Zwei")
    end = bench.after(second.id, "end", "Ende")
    way = bench.view.outgoing(first.id)[0]
    bench.do(lambda tx: tx.add(Norm(id="n", law="VwVfG", paragraph="§ 22")))
    bench.do(cite, way.id, "n")

    if command == "reconnect":
        bench.do(reconnect, way.id, target=end.id)
    else:
        bench.do(remove_and_reconnect, [second.id])

    assert bench.view.the(way.id, Flow).target == end.id
    assert [citation.parent for citation in bench.view.of(Citation)] == [way.id]


def test_what_is_taken_out_and_put_back_in_one_gesture_loses_nothing(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Eins")
    bench.field("yesno", page.id, "Ja?")
    before = bench.view

    bench.do(lambda tx: (tx.remove(page.id), tx.add(before[page.id])))

    assert bench.view == before


def test_lane_and_cards_leave_together_in_whatever_order_they_were_chosen(bench: Bench) -> None:
    step = bench.after(bench.start, "office", "Prüfen", role=bench.office)

    bench.do(remove, [bench.office, step.id])

    assert bench.office not in bench.view
    assert step.id not in bench.view


def test_the_service_itself_always_stays(bench: Bench) -> None:
    bench.do(remove, [bench.view.service.id])

    assert len(bench.view.of(Service)) == 1
