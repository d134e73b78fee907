"""Example citizens are made, copied, answered for and corrected, one undo step each."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from model.commands import (
    add_entry,
    answer_case,
    duplicate_case,
    entries,
    expect,
    make_case,
    remove_entry,
)
from model.records import ExampleAnswer, ExampleCase, FieldGroup
from tests.helpers.building import Bench

pytestmark = pytest.mark.usefixtures("german")


@pytest.fixture
def bench() -> Bench:
    """A page with a question and a list of dogs."""
    bench = Bench()
    page = bench.after(bench.start, "page", "Hund")
    bench.name = bench.field("text", page.id, "Name").id  # type: ignore[attr-defined]
    group = bench.field("repeated", page.id, "Hunde").id
    bench.group = group  # type: ignore[attr-defined]
    bench.breed = bench.field("text", group, "Rasse").id  # type: ignore[attr-defined]
    return bench


def made(bench: Bench, **fields: object) -> ExampleCase:
    case: ExampleCase = bench.do(make_case, None, "Fall")
    bench.do(lambda tx: tx.alter(case.id, **fields))
    return bench.view.the(case.id, ExampleCase)


def test_two_cases_never_share_a_name(bench: Bench) -> None:
    first, second = bench.do(make_case, None, "Fall"), bench.do(make_case, None, "Fall")

    assert (first.name, second.name) == ("Fall", "Fall (2)")
    assert bench.do(duplicate_case, first.id).name == "Fall (Kopie)"


def test_an_answer_keeps_its_place_and_nothing_takes_it_away(bench: Bench) -> None:
    case = made(bench)
    for value in ("Waldi", "Bello"):
        bench.do(answer_case, case.id, bench.name, (value,), 0)  # type: ignore[attr-defined]

    assert [a.value for a in bench.view.the(case.id, ExampleCase).answers] == ["Bello"]

    bench.do(answer_case, case.id, bench.name, (), 0)  # type: ignore[attr-defined]
    assert bench.view.the(case.id, ExampleCase).answers == ()


def test_an_entry_is_added_like_the_last_one_and_those_behind_move_up(bench: Bench) -> None:
    breed, group = bench.breed, bench.group  # type: ignore[attr-defined]
    assert isinstance(bench.view[group], FieldGroup)
    case = made(bench, answers=(ExampleAnswer(field=breed, value="Dackel"),))

    number = bench.do(add_entry, case.id, group)
    bench.do(answer_case, case.id, breed, ("Mops",), number)
    assert entries(bench.view, bench.view.the(case.id, ExampleCase), group) == 2

    bench.do(remove_entry, case.id, group, 0)
    left = bench.view.the(case.id, ExampleCase).answers
    assert [(a.value, a.repetition) for a in left] == [("Mops", 0)]


def test_taking_over_asks_for_no_more_than_was_expected_before(bench: Bench) -> None:
    plain = made(bench)
    strict = made(bench, expected_deadline=date(2026, 1, 1), documents=("Bescheid",))
    day, papers = date(2026, 2, 2), ("Marke",)

    for case in (plain.id, strict.id):
        bench.do(expect, case, end="end", fee=None, deadline=day, documents=papers)

    first, second = (bench.view.the(case.id, ExampleCase) for case in (plain, strict))
    assert (first.expected_end, first.expected_fee) == ("end", Decimal(0))
    assert (first.expected_deadline, first.documents) == (None, ())
    assert (second.expected_deadline, second.documents) == (date(2026, 2, 2), ("Marke",))
