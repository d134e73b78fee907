"""Rows, answers and their numbers stay in order."""

from __future__ import annotations

import pytest

from model.commands import (
    add_option,
    change_field_type,
    cite,
    deadline_for,
    move_row,
    remove,
    set_required,
    use_field,
)
from model.errors import NotAllowed, UnknownRecord
from model.records import CodeList, Deadline, Field, Timer
from tests.helpers.building import Bench


@pytest.fixture
def bench() -> Bench:
    bench = Bench()
    bench.after(bench.start, "page", "Eins")
    return bench


def _page(bench: Bench) -> str:
    return str(bench.view.outgoing(bench.start)[0].target)


def test_an_answer_can_be_moved_before_another(bench: Bench) -> None:
    question = bench.field("choice", _page(bench), "Farbe")
    blue = bench.do(add_option, question.id, "Blau")
    red = bench.do(add_option, question.id, "Rot")

    bench.do(move_row, red.id, question.id, before=blue.id)
    first = bench.options(question)[0]
    bench.do(move_row, first.id, question.id)

    assert [o.label for o in bench.options(question)][1:] == ["Rot", "Blau", first.label]


def test_only_a_choice_or_a_list_gets_answers(bench: Bench) -> None:
    text = bench.field("text", _page(bench), "Name")
    bench.do(lambda tx: tx.add(CodeList(id="cities", name="Orte")))

    with pytest.raises(NotAllowed):
        bench.do(add_option, text.id, "Bonn")
    bench.do(add_option, "cities", "Bonn")

    assert [option.label for option in bench.view.options("cities")] == ["Bonn"]


def test_a_choice_from_a_list_that_allows_several_keeps_its_list(bench: Bench) -> None:
    question = bench.field("choice", _page(bench), "Orte")
    bench.do(lambda tx: tx.add(CodeList(id="cities", name="Orte")))
    bench.do(remove, [option.id for option in bench.options(question)])
    bench.do(add_option, "cities", "Bonn")
    bench.do(lambda tx: tx.alter(question.id, code_list="cities"))

    bench.do(change_field_type, question.id, "multi")

    changed = bench.view.the(question.id, Field)
    assert (changed.choices, changed.code_list) == ("many", "cities")
    assert [option.label for option in bench.options(question)] == ["Bonn"]


def test_a_field_of_another_type_is_asked_no_more_often_than_it_may(bench: Bench) -> None:
    field = bench.field("text", _page(bench), "Namen")
    bench.do(lambda tx: tx.alter(field.id, minimum=2, maximum=5))

    bench.do(change_field_type, field.id, "date")

    changed = bench.view.the(field.id, Field)
    assert (changed.minimum, changed.maximum) == (1, 1)


def test_who_must_be_answered_twice_stays_so_when_it_is_required(bench: Bench) -> None:
    field = bench.field("text", _page(bench), "Namen")
    bench.do(lambda tx: tx.alter(field.id, minimum=2, maximum=5))

    bench.do(set_required, field.id, True)

    assert bench.view.the(field.id, Field).minimum == 2


def test_a_deadline_is_changed_where_the_timer_finds_it(bench: Bench) -> None:
    timer = bench.after(_page(bench), "timer", "Anhörung")
    own = bench.view.the(timer.id, Timer).deadline
    shared = Deadline(id="shared", parent=bench.view.service.id, length=3)
    bench.do(lambda tx: (tx.add(shared), tx.alter(timer.id, deadline="shared"), tx.remove(own)))

    bench.do(deadline_for, timer.id, 14)

    assert [(d.id, d.length) for d in bench.view.of(Deadline)] == [("shared", 14)]


def test_who_is_not_there_can_neither_be_used_nor_cited(bench: Bench) -> None:
    with pytest.raises(UnknownRecord):
        bench.do(use_field, _page(bench), "nobody")
    with pytest.raises(UnknownRecord):
        bench.do(cite, _page(bench), "nobody")
