"""What usually comes next, and is it counted from the samples that are here?"""

from __future__ import annotations

import pytest

from model.commands import add_option, connect_steps, place_field
from model.grammar.followers import Habits, beginnings, count, followers, next_nodes, next_rows
from resources import open_resource
from studio.examples.catalogue import EXAMPLES, build
from tests.helpers.building import Bench


@pytest.fixture(scope="module")
def habits() -> Habits:
    return Habits.read(open_resource("catalogues/followers.json"))


def test_the_counts_are_those_of_the_samples() -> None:
    written = open_resource("catalogues/followers.json")

    counted = count(build(name) for name in EXAMPLES).written()

    assert counted == written, "run: python -m studio.examples"


def test_a_page_follows_the_start_and_a_page_a_page(habits: Habits) -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Angaben")

    assert followers(bench.view, bench.start, habits, 4)[0] == "page"
    assert next_nodes(bench.view, page.id, habits)[0] == "page"


def test_an_empty_page_wants_rows_first_and_then_what_follows_it(habits: Habits) -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Angaben")
    empty = followers(bench.view, page.id, habits, 40)

    bench.field("text", page.id, "Name")
    filled = followers(bench.view, page.id, habits, 40)

    assert empty[0] in next_rows(bench.view, page.id, habits)
    assert filled[0] == "page"
    assert "text" in filled


def test_below_a_row_come_rows_first(habits: Habits) -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Angaben")
    name = bench.field("text", page.id, "Name")
    question = bench.field("yesno", page.id, "Halter?")
    answer = bench.options(question)[0]

    assert followers(bench.view, name.id, habits, 1) == ["text"]
    assert next_rows(bench.view, answer.id, habits) == next_rows(bench.view, question.id, habits)


def test_nothing_follows_an_end_and_no_row_stands_in_an_automatic_step(habits: Habits) -> None:
    bench = Bench()
    payment = bench.after(bench.start, "payment", "Zahlung", role=bench.system)
    end = bench.after(payment.id, "end", "Ende")

    assert followers(bench.view, end.id, habits, 4) == []
    assert next_rows(bench.view, payment.id, habits) == []


def test_an_end_is_not_inserted_into_a_way(habits: Habits) -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Angaben")
    way = bench.view.outgoing(bench.start)[0]

    assert "end" in next_nodes(bench.view, page.id, habits)
    assert "end" not in next_nodes(bench.view, way.id, habits)


def test_what_was_never_seen_falls_back_to_the_general(habits: Habits) -> None:
    bench = Bench()
    call = bench.after(bench.start, "call", "Andere Leistung", role=bench.office)

    offered = next_nodes(bench.view, call.id, habits)

    assert offered[:2] == list(habits.ranked(["next:*@office"]))[:2]


def test_a_lane_says_what_stands_in_it(habits: Habits) -> None:
    bench = Bench()

    assert beginnings(bench.view, bench.applicant, habits)[0] == "page"
    assert beginnings(bench.view, bench.office, habits)[0] == "office"
    assert "page" not in beginnings(bench.view, bench.system, habits)


def test_where_ways_only_meet_is_looked_through() -> None:
    bench = Bench()
    one = bench.after(bench.start, "decision", "Klar?", role=bench.office)
    left = bench.after(one.id, "office", "Links")
    meeting = bench.after(left.id, "decision", "")
    last = bench.after(meeting.id, "document", "Bescheid", role=bench.system)
    bench.do(connect_steps, one.id, meeting.id)

    counted = count([bench.view]).counts

    assert counted["next:office@office"] == {"document": 1}
    assert counted["next:decision@office"] == {"office": 1, "document": 1}
    assert last.name == "Bescheid"


def test_a_choice_of_many_answers_is_no_yes_or_no() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Angaben")
    bench.field("yesno", page.id, "Halter?")
    choice = bench.field("choice", page.id, "Rasse")
    bench.do(add_option, choice.id, "Mops")
    bench.do(place_field, "date", page.id, label="Seit")

    counted = count([bench.view]).counts

    assert counted["after:yesno"] == {"choice": 1}
    assert counted["after:choice"] == {"date": 1}
