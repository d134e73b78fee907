"""Do exceptions and data objects come, stay and leave with the step they belong to?"""

from __future__ import annotations

import pytest

from model.commands import (
    attach,
    attach_new,
    connect_data,
    detach,
    duplicate,
    move,
    move_asides,
    place_data,
    remove,
)
from model.commands.morph import change_kind
from model.errors import NotAllowed
from model.geometry import Point
from model.records import DataFlow, DataObject, Event, Placement, Timer
from tests.helpers.building import Bench
from tests.helpers.invariants import dangling


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def step(bench: Bench) -> str:
    return bench.after(bench.start, "office", "Prüfen", role=bench.office).id


def test_an_exception_hangs_with_its_middle_on_the_lower_edge(bench: Bench, step: str) -> None:
    made = bench.do(attach_new, "error", step)

    card, place = bench.view.placement(step), bench.view.placement(made.id)
    assert isinstance(made, Event)
    assert (made.trigger, made.attached_to, made.role) == ("error", step, bench.office)
    assert place.box.center.y == card.box.bottom
    assert card.box.x <= place.box.x
    assert place.box.right <= card.box.right


def test_a_second_exception_stands_beside_the_first(bench: Bench, step: str) -> None:
    one = bench.do(attach_new, "error", step)
    other = bench.do(attach_new, "escalation", step)

    assert not bench.view.placement(one.id).box.intersects(bench.view.placement(other.id).box)


def test_it_goes_and_leaves_with_its_step(bench: Bench, step: str) -> None:
    made = bench.do(attach_new, "signal_receive", step)
    before = bench.view.placement(made.id).box

    bench.do(move, [step], 100, 40)
    moved = bench.view.placement(made.id).box
    bench.do(remove, [step])

    assert (moved.x, moved.y) == (before.x + 100, before.y + 40)
    assert made.id not in bench.view
    assert dangling(bench.view) == []


def test_a_sign_without_a_way_may_be_hung_and_taken_off_again(bench: Bench, step: str) -> None:
    timer = bench.after(step, "timer", "Frist")
    with pytest.raises(NotAllowed):
        bench.do(attach, timer.id, step)
    bench.do(lambda tx: [tx.remove(flow.id) for flow in tx.incoming(timer.id)])

    bench.do(attach, timer.id, step)
    hung = bench.view.the(timer.id, Timer)
    bench.do(detach, timer.id)

    assert hung.attached_to == step
    assert bench.view.the(timer.id, Timer).attached_to == ""
    card, place = bench.view.placement(step), bench.view.placement(timer.id)
    assert not card.box.intersects(place.box)


def test_a_hung_timer_becomes_an_error_and_keeps_its_place(bench: Bench, step: str) -> None:
    timer = bench.do(attach_new, "timer", step)
    place = bench.view.placement(timer.id).box

    bench.do(change_kind, timer.id, "error")

    event = bench.view.the(timer.id, Event)
    assert (event.trigger, event.attached_to) == ("error", step)
    assert bench.view.placement(timer.id).box == place


def test_a_step_reads_and_writes_a_data_object_each_once(bench: Bench, step: str) -> None:
    data = bench.do(place_data, "data_object", Point(400, 500), "Akte")

    bench.do(connect_data, step, data.id)
    bench.do(connect_data, data.id, step)
    with pytest.raises(NotAllowed):
        bench.do(connect_data, step, data.id)

    assert len(bench.view.of(DataFlow)) == 2


def test_no_data_leads_to_a_decision_or_to_other_data(bench: Bench, step: str) -> None:
    decision = bench.after(step, "decision", "", role=bench.office)
    one = bench.do(place_data, "data_object", Point(400, 500))
    other = bench.do(place_data, "data_store", Point(500, 500))

    with pytest.raises(NotAllowed) as gateway:
        bench.do(connect_data, decision.id, one.id)
    with pytest.raises(NotAllowed) as data:
        bench.do(connect_data, one.id, other.id)

    assert gateway.value.what.key == "connect.data_gateway"
    assert data.value.what.key == "connect.data_needs_card"


def test_its_lines_leave_with_a_data_object(bench: Bench, step: str) -> None:
    data = bench.do(place_data, "data_store", Point(400, 500), "Register")
    bench.do(connect_data, step, data.id)

    bench.do(remove, [data.id])

    assert bench.view.of(DataFlow) == []
    assert dangling(bench.view) == []


def test_a_copy_brings_the_lines_between_what_is_copied(bench: Bench, step: str) -> None:
    data = bench.do(place_data, "data_object", Point(400, 500), "Akte")
    bench.do(connect_data, data.id, step)

    made = bench.do(duplicate, [step, data.id])

    copies = [flow for flow in bench.view.of(DataFlow) if flow.target in made]
    assert [flow.source in made for flow in copies] == [True]
    assert len(bench.view.of(DataObject)) == 2


def test_a_line_of_data_finds_its_own_course_when_one_end_moves(bench: Bench, step: str) -> None:
    data = bench.do(place_data, "data_object", Point(400, 500), "Akte")
    flow = bench.do(connect_data, data.id, step)
    bent = Placement(id="bent", about=flow.id, bends=((410.0, 300.0),))
    bench.do(lambda tx: tx.add(bent))

    bench.do(move_asides, [data.id], 200, 0)

    assert bench.view.placement(flow.id).bends == ()
