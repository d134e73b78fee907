"""Does a condition ask the question under which its answer stands now?"""

from __future__ import annotations

import pytest

from model.commands import move_row, set_condition
from model.records import AnyOf, Chosen, Membership, Not
from model.records.expression import OptionRef
from tests.helpers.building import Bench


def both(field: str, *options: str) -> Membership:
    return Membership(field=field, options=tuple(OptionRef(option=o) for o in options))


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_conditions_follow_an_answer_to_its_new_question(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Hund")
    old, new = (bench.field("choice", page.id, name) for name in ("Rasse", "Art"))
    first, second = (option.id for option in bench.options(old))
    seen = bench.field("text", page.id, "Mehr")
    way = bench.after(page.id, "page", "Erlaubnis", option=first)
    bench.do(set_condition, seen.id, Not(part=both(old.id, first, second)))

    bench.do(move_row, first, new.id)

    stayed = both(old.id, second)
    assert bench.view[seen.id].visible == Not(
        part=AnyOf(parts=(stayed, Chosen(field=new.id, option=first)))
    )
    flow = bench.view.incoming(way.id)[0]
    assert flow.condition == Chosen(field=new.id, option=first)


def test_a_list_of_one_answer_follows_whole(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Hund")
    old, new = (bench.field("choice", page.id, name) for name in ("Rasse", "Art"))
    option = bench.options(old)[0].id
    seen = bench.field("text", page.id, "Mehr")
    bench.do(set_condition, seen.id, both(old.id, option))

    bench.do(move_row, option, new.id)

    assert bench.view[seen.id].visible == both(new.id, option)


def test_an_answer_moved_within_its_question_changes_nothing(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Hund")
    field = bench.field("choice", page.id, "Rasse")
    first, second = (option.id for option in bench.options(field))
    seen = bench.field("text", page.id, "Mehr")
    bench.do(set_condition, seen.id, Chosen(field=field.id, option=second))
    before = bench.view[seen.id]

    bench.do(move_row, second, field.id, before=first)

    assert bench.view[seen.id] == before
