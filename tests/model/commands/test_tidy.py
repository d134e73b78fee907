"""Tidying up is one undo step and changes nothing but places."""

from __future__ import annotations

from itertools import pairwise

import pytest

from model.behaviors import open_document
from model.commands import pin, remove, reset_course, set_bends, tidy
from model.document import Document, History, Snapshot, numbered_ids
from model.geometry import Point
from model.graph import route, routes
from model.language import say
from model.records import Flow, Node, Placement
from model.storage.read import from_bytes
from resources import open_resource
from studio.examples.catalogue import EXAMPLES
from tests.bench.tidy import generated, overlaps, ways_through_cards
from tests.helpers.invariants import overlapping_lanes, placed_twice


def _sample(name: str) -> Document:
    records = from_bytes(open_resource(f"samples/{name}.fachwerk")).records
    return open_document(records, ids=numbered_ids("new_"))


def _tidy(document: Document, ids: list[str] | None = None) -> None:
    with document.transaction(say("undo.tidy")) as tx:
        tidy(tx, ids)


def _facts(view: Snapshot) -> list[object]:
    return [record for record in view if not isinstance(record, Placement)]


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_tidying_up_a_sample_changes_places_only_and_is_one_undo_step(name: str) -> None:
    document = _sample(name)
    history = History(document)
    before = document.snapshot()

    _tidy(document)
    after = document.snapshot()
    history.undo()

    assert _facts(after) == _facts(before)
    assert after != before
    assert document.snapshot() == before


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_a_tidied_sample_looks_orderly(name: str) -> None:
    document = _sample(name)

    _tidy(document)
    view = document.snapshot()

    assert overlaps(view) == []
    assert overlapping_lanes(view) == []
    assert placed_twice(view) == []
    assert list(ways_through_cards(view, routes(view))) == []
    for course in routes(view).values():
        assert all(a.x == b.x or a.y == b.y for a, b in pairwise(course))


def test_behaviours_have_nothing_to_correct_after_tidying_up() -> None:
    document = open_document(generated(50, 3, 0.3, 2, 10))

    with document.transaction(say("undo.tidy")) as tx:
        tidy(tx)
        planned = tx.of(Placement)
    done = document.snapshot().of(Placement)

    assert planned == done


def test_ways_lose_their_bends_but_for_those_bent_by_hand() -> None:
    document = open_document(generated(12, 1, 0.0, 1), ids=numbered_ids("new_"))
    first, second = (flow.id for flow in document.snapshot().of(Flow)[:2])
    with document.transaction(say("undo.bend")) as tx:
        set_bends(tx, first, [Point(10, 20), Point(10, 90)])
        set_bends(tx, second, [Point(30, 20)])
        pin(tx, [second], False)

    _tidy(document)
    view = document.snapshot()

    kept = view.placement(first)
    assert kept is not None
    assert kept.bends == ((10, 20), (10, 90))
    assert view.placement(second) is None


def test_only_the_chosen_nodes_move_and_stay_where_they_were_together() -> None:
    document = open_document(generated(40, 1, 0.1, 4), ids=numbered_ids("new_"))
    _tidy(document)
    before = document.snapshot()
    chosen = [f"n{number:05}" for number in range(10, 20)]
    with document.transaction(say("undo.move")) as tx:
        for number, node in enumerate(chosen):
            place = tx.placement(node)
            assert place is not None
            tx.replace(place.replaced(y=place.y + 3 * (number % 3)))

    _tidy(document, chosen)
    after = document.snapshot()

    others = {n.id for n in after.of(Node)} - set(chosen)
    assert all(after.placement(n) == before.placement(n) for n in others)
    assert overlaps(after) == []


def test_a_pinned_card_stays_when_all_others_are_tidied() -> None:
    document = _sample("hundesteuer")
    step = next(n.id for n in document.snapshot().of(Node) if n.kind == "step")
    with document.transaction(say("undo.pin")) as tx:
        pin(tx, [step], True)
    before = document.snapshot().placement(step)

    _tidy(document)

    assert document.snapshot().placement(step) == before
    assert overlaps(document.snapshot()) == []


def test_a_service_without_anything_is_tidied_without_a_word() -> None:
    document = open_document([])

    _tidy(document)

    assert len(document.snapshot()) == 0


def test_a_reset_way_takes_its_own_course_again() -> None:
    document = open_document(generated(5, 1, 0.0, 1), ids=numbered_ids("new_"))
    flow = document.snapshot().of(Flow)[0]
    own = route(document.snapshot(), flow)
    with document.transaction(say("undo.bend")) as tx:
        set_bends(tx, flow.id, [Point(-40, -60), Point(2500, -60)])
    bent = route(document.snapshot(), flow)

    with document.transaction(say("undo.reset_course")) as tx:
        reset_course(tx, flow.id)

    assert Point(-40, -60) in bent
    assert route(document.snapshot(), flow) == own
    assert document.snapshot().placement(flow.id) is None


def test_a_pinned_way_keeps_the_course_it_has() -> None:
    document = _sample("bewohnerparkausweis")
    _tidy(document)
    view = document.snapshot()
    flow = next(f for f in view.of(Flow) if not view.placement(f.id) and len(route(view, f)) > 2)
    course = route(view, flow)

    with document.transaction(say("undo.pin")) as tx:
        pin(tx, [flow.id], True)

    place = document.snapshot().placement(flow.id)
    assert place is not None
    assert place.pinned
    assert place.points == course[1:-1]


def test_bends_of_a_card_that_was_moved_stay_and_the_ends_are_joined_at_right_angles() -> None:
    document = open_document(generated(2, 1, 0.0, 1), ids=numbered_ids("new_"))
    flow = document.snapshot().of(Flow)[0]
    with document.transaction(say("undo.bend")) as tx:
        set_bends(tx, flow.id, [Point(700, -300), Point(1500, -300)])
    for target, dx, dy in ((flow.source, 37.0, 11.0), (flow.target, -23.0, 80.0)):
        with document.transaction(say("undo.move")) as tx:
            place = tx.placement(target)
            assert place is not None
            tx.replace(place.replaced(x=place.x + dx, y=place.y + dy))

    course = route(document.snapshot(), flow)

    assert {Point(700, -300), Point(1500, -300)} <= set(course)
    assert all(a.x == b.x or a.y == b.y for a, b in pairwise(course))


def test_the_bends_of_a_removed_way_leave_with_it() -> None:
    document = open_document(generated(3, 1, 0.0, 1), ids=numbered_ids("new_"))
    flow = document.snapshot().of(Flow)[0].id
    with document.transaction(say("undo.bend")) as tx:
        set_bends(tx, flow, [Point(1, 2)])

    with document.transaction(say("undo.remove")) as tx:
        remove(tx, [flow])

    assert document.snapshot().placement(flow) is None
