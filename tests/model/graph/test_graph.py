"""Order of reading, inner geometry of cards, course of ways."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from model.commands import connect_steps, place_field
from model.document import Snapshot
from model.geometry import Point, Rect
from model.graph import card_rows, page_numbers, reading_order, route, route_between, routes
from model.records import (
    Decision,
    End,
    Flow,
    Node,
    Placement,
    Present,
    Start,
    Step,
    SubProcess,
)
from tests.helpers.building import Bench


def test_a_join_is_read_after_both_ways_to_it() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Hund")
    question = bench.field("yesno", page.id, "Gefährlich?")
    payment = bench.after(page.id, "page", "Zahlung")
    permit = bench.after(page.id, "page", "Erlaubnis", option=bench.options(question)[0].id)
    bench.do(connect_steps, permit.id, payment.id)

    assert reading_order(bench.view) == [bench.start, page.id, permit.id, payment.id]
    assert page_numbers(bench.view) == {page.id: 1, permit.id: 2, payment.id: 3}


def test_ways_back_and_loose_parts_are_read_too() -> None:
    records = [Start(id="s"), *(Step(id=i) for i in "abc")]
    records += [
        Flow(id="1", source="s", target="a"),
        Flow(id="2", source="a", target="b"),
        Flow(id="3", source="b", target="a"),
    ]

    assert reading_order(Snapshot.of_records(records)) == ["s", "a", "b", "c"]


def test_a_chain_of_ten_thousand_steps_is_read_without_recursion() -> None:
    records: list = [Start(id="n0")]  # type: ignore[type-arg]
    for number in range(1, 10_001):
        records.append(Step(id=f"n{number}"))
        records.append(Flow(id=f"f{number}", source=f"n{number - 1}", target=f"n{number}"))

    order = reading_order(Snapshot.of_records(records))

    assert order == [f"n{number}" for number in range(10_001)]


def test_rows_of_groups_are_indented_and_options_stand_below_their_question() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Hund")
    group = bench.field("repeated", page.id, "Hunde")
    name = bench.do(place_field, "text", group.id, label="Rufname")
    question = bench.field("yesno", page.id, "Gefährlich?")

    rows = card_rows(bench.view, page.id)

    assert [(r.id, r.depth) for r in rows] == [
        (group.id, 0),
        (name.id, 1),
        (question.id, 0),
        *((option.id, 1) for option in bench.options(question)),
    ]
    assert all(a.top + a.height == b.top for a, b in itertools.pairwise(rows))


def test_a_way_from_an_answer_starts_at_its_row() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Hund")
    question = bench.field("yesno", page.id, "Gefährlich?")
    option = bench.options(question)[0]
    bench.after(page.id, "page", "Erlaubnis", option=option.id)
    flow = bench.view.outgoing(page.id)[0]
    card = bench.view.placement(page.id)
    row = next(r for r in card_rows(bench.view, page.id) if r.id == option.id)

    course = route(bench.view, flow)

    assert card is not None
    assert course[0] == Point(card.box.right, card.y + row.middle)


BOX = st.builds(
    Rect,
    st.integers(0, 900),
    st.integers(0, 600),
    st.sampled_from([36, 50, 232]),
    st.sampled_from([36, 64, 180]),
)


@given(BOX, BOX)
def test_every_course_is_orthogonal_and_joins_the_borders(source: Rect, target: Rect) -> None:
    course = route_between(source, target)

    assert len(course) >= 2 or source.intersects(target)
    for a, b in itertools.pairwise(course):
        assert a.x == b.x or a.y == b.y
    if course and not source.grown(60).intersects(target):
        assert source.grown(0.1).contains(course[0])
        assert target.grown(0.1).contains(course[-1])


def test_a_way_does_not_run_through_a_card_that_stands_between() -> None:
    source, target = Rect(0, 100, 232, 64), Rect(700, 100, 232, 64)
    between = Rect(350, 80, 232, 120)

    course = route_between(source, target, [between])

    for a, b in itertools.pairwise(course):
        piece = Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x) or 0.1, abs(a.y - b.y) or 0.1)
        assert not piece.intersects(between)


def test_bends_set_by_hand_are_kept() -> None:
    view = Snapshot.of_records(
        [
            Step(id="a"),
            Step(id="b"),
            Flow(id="w", source="a", target="b"),
            Placement(id="pa", about="a", x=0, y=0, width=100, height=60),
            Placement(id="pb", about="b", x=300, y=200, width=100, height=60),
            Placement(id="pw", about="w", bends=((50, 230),), pinned=True),
        ]
    )

    assert route(view, view.the("w", Flow)) == (Point(50, 60), Point(50, 230), Point(300, 230))


def test_all_routes_at_once_equal_each_alone() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Eins")
    second = bench.after(page.id, "page", "Zwei")
    bench.after(second.id, "office", "Prüfen", role=bench.office)

    together = routes(bench.view)

    assert len(bench.view.of(Node)) == 4
    assert together == {flow.id: route(bench.view, flow) for flow in bench.view.of(Flow)}


def test_a_join_that_two_ways_of_one_decision_lead_to_still_waits_for_the_third() -> None:
    records: list = [Start(id="s"), Decision(id="g"), Step(id="a"), Step(id="j")]  # type: ignore[type-arg]
    records += [
        Flow(id="0", source="s", target="g"),
        Flow(id="1", source="g", target="j", order="a0", condition=Present(field="x")),
        Flow(id="2", source="g", target="j", order="a1", condition=Present(field="y")),
        Flow(id="3", source="g", target="a", default=True),
        Flow(id="4", source="a", target="j"),
    ]

    assert reading_order(Snapshot.of_records(records)) == ["s", "g", "a", "j"]


def test_a_sub_process_is_read_from_its_own_start() -> None:
    records: list = [Start(id="s"), SubProcess(id="u"), End(id="e")]  # type: ignore[type-arg]
    records += [Start(id="z", parent="u"), Step(id="y", parent="u"), End(id="x", parent="u")]
    records += [
        Flow(id="0", source="s", target="u"),
        Flow(id="1", source="u", target="e"),
        Flow(id="2", source="z", target="y", parent="u"),
        Flow(id="3", source="y", target="x", parent="u"),
    ]

    order = reading_order(Snapshot.of_records(records))

    assert [i for i in order if i in "xyz"] == ["z", "y", "x"]
    assert order.index("u") < order.index("z")
