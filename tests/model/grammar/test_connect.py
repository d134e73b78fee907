"""May a way lead from here to there?"""

from __future__ import annotations

import pytest

from model.commands import connect_steps
from model.errors import NotAllowed
from model.grammar import may_connect
from tests.helpers.building import Bench


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_a_refusal_gives_its_reason_and_a_way_out(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Angaben")
    end = bench.after(page.id, "end", "Ende")

    verdict = may_connect(bench.view, end.id, page.id)

    assert not verdict.allowed
    assert verdict.reason is not None and verdict.reason.key == "connect.from_end"
    assert verdict.instead is not None


@pytest.mark.parametrize(
    ("source", "target", "reason"),
    [
        ("page", "page", "connect.itself"),
        ("page", "start", "connect.to_start"),
        ("page", "row", "connect.only_cards"),
        ("start", "page", "connect.twice"),
    ],
)
def test_ways_that_make_no_sense_are_refused(
    bench: Bench, source: str, target: str, reason: str
) -> None:
    page = bench.after(bench.start, "page", "Angaben")
    row = bench.field("text", page.id, "Name")
    ids = {"page": page.id, "start": bench.start, "row": row.id}

    verdict = may_connect(bench.view, ids[source], ids[target])

    assert verdict.reason is not None and verdict.reason.key == reason


def test_a_second_plain_way_from_a_step_is_refused_with_the_answer_as_way_out(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Angaben")
    question = bench.field("yesno", page.id, "Gefährlich?")
    bench.after(page.id, "page", "Zahlung")
    other = bench.after(page.id, "page", "Erlaubnis", option=bench.options(question)[0].id)
    end = bench.after(other.id, "end", "Ende")

    plain = may_connect(bench.view, page.id, end.id)
    answer = may_connect(bench.view, page.id, end.id, bench.options(question)[1].id)

    assert plain.instead is not None and plain.instead.key == "connect.second_plain.answer"
    assert answer.allowed


def test_an_answer_leaves_only_its_own_card(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Angaben")
    question = bench.field("yesno", page.id, "Gefährlich?")
    second = bench.after(page.id, "page", "Zahlung")
    end = bench.after(second.id, "end", "Ende")

    with pytest.raises(NotAllowed):
        bench.do(connect_steps, second.id, end.id, option=bench.options(question)[0].id)

    assert may_connect(bench.view, page.id, end.id, bench.options(question)[0].id).allowed
