"""Ways are led elsewhere, led on and parted, and keep what they say."""

from __future__ import annotations

import pytest

from model.commands import (
    append_node,
    connect_steps,
    insert_on_flow,
    reconnect,
    remove_and_reconnect,
    set_condition,
)
from model.document import Snapshot
from model.errors import NotAllowed
from model.records import Flow, Node, Not, Option, Placement
from tests.helpers.building import Bench


def _asking() -> tuple[Bench, Node, Option]:
    """A page with a yes-no question; "sonst" leads on."""
    bench = Bench()
    page = bench.after(bench.start, "page", "Ihr Hund")
    question = bench.field("yesno", page.id, "Gefährlich?")
    bench.after(page.id, "page", "Zahlung")
    return bench, page, bench.options(question)[0]


def _ways(view: Snapshot, source: str) -> list[tuple[str, bool]]:
    """Target and "has a condition" of each way, the default first."""
    return [(flow.target, flow.condition is not None) for flow in view.outgoing(source)]


def test_delete_and_reconnect_leads_a_conditional_way_on_beside_the_default() -> None:
    bench, page, yes = _asking()
    permit = bench.after(page.id, "page", "Erlaubnis", option=yes.id)
    after = bench.after(permit.id, "page", "Danach")
    default = bench.view.outgoing(page.id)[0]

    bench.do(remove_and_reconnect, [permit.id])

    assert _ways(bench.view, page.id) == [(default.target, False), (after.id, True)]


def test_delete_and_reconnect_keeps_sonst_where_an_answer_leads_to_the_same_step() -> None:
    bench, page, yes = _asking()
    decision = bench.after(bench.view.outgoing(page.id)[0].target, "decision", "Gefährlich?")
    usual = bench.after(decision.id, "page", "Üblich")
    end = bench.after(decision.id, "end", "Ende", option=yes.id)
    bench.do(connect_steps, usual.id, end.id)

    bench.do(remove_and_reconnect, [usual.id])

    assert _ways(bench.view, decision.id) == [(end.id, False), (end.id, True)]
    assert bench.view.outgoing(decision.id)[0].default


def test_delete_and_reconnect_of_two_in_a_row_closes_the_gap_with_the_first_way() -> None:
    bench = Bench()
    first = bench.after(bench.start, "page", "Eins")
    second = bench.after(first.id, "page", "Zwei")
    end = bench.after(second.id, "end", "Ende")
    way = bench.view.outgoing(bench.start)[0]

    bench.do(remove_and_reconnect, [first.id, second.id])

    assert bench.view.of(Flow) == [way.replaced(target=end.id)]


def test_a_way_with_any_condition_can_be_led_elsewhere() -> None:
    bench, page, yes = _asking()
    permit = bench.after(page.id, "page", "Erlaubnis", option=yes.id)
    other = bench.after(permit.id, "page", "Andere")
    way = next(flow for flow in bench.view.outgoing(page.id) if flow.condition)
    assert way.condition is not None
    bench.do(set_condition, way.id, Not(part=way.condition))

    bench.do(reconnect, way.id, target=other.id)

    moved = bench.view.the(way.id, Flow)
    assert (moved.target, moved.condition) == (other.id, Not(part=way.condition))


def test_bends_made_by_hand_leave_when_the_way_leads_elsewhere() -> None:
    bench = Bench()
    first = bench.after(bench.start, "page", "Eins")
    second = bench.after(first.id, "page", "Zwei")
    end = bench.after(second.id, "end", "Ende")
    way = bench.view.outgoing(first.id)[0]
    bench.do(lambda tx: tx.add(Placement(id="course", about=way.id, bends=((500, 20),))))

    bench.do(reconnect, way.id, target=end.id)

    assert bench.view.placement(way.id) is None


def test_no_start_can_be_put_on_a_way() -> None:
    bench = Bench()
    first = bench.after(bench.start, "page", "Eins")
    before = bench.view

    with pytest.raises(NotAllowed):
        bench.do(insert_on_flow, "start", bench.view.incoming(first.id)[0].id)

    assert bench.view == before


def test_bends_behind_a_newcomer_make_room_too() -> None:
    bench = Bench()
    first = bench.after(bench.start, "page", "Eins")
    second = bench.after(first.id, "page", "Zwei")
    bench.after(second.id, "end", "Ende")
    behind = bench.view.outgoing(second.id)[0]
    place = bench.view.placement(second.id)
    assert place is not None
    bend = (place.box.right + 20, place.y)
    bench.do(lambda tx: tx.add(Placement(id="course", about=behind.id, bends=(bend,))))

    bench.do(insert_on_flow, "page", bench.view.outgoing(first.id)[0].id)

    moved, course = bench.view.placement(second.id), bench.view.placement(behind.id)
    assert moved is not None
    assert course is not None
    assert course.bends == ((bend[0] + moved.x - place.x, bend[1]),)


def test_inside_a_sub_process_newcomers_stand_inside_too() -> None:
    bench = Bench()
    frame = bench.after(bench.start, "subprocess", "Prüfung")
    inner = bench.after(frame.id, "office", "Sichten", role=bench.office)
    bench.do(lambda tx: tx.remove(tx.incoming(inner.id)[0].id))
    bench.do(lambda tx: tx.alter(inner.id, parent=frame.id))

    last = bench.do(append_node, "end", inner.id, name="Fertig")
    middle = bench.do(insert_on_flow, "office", bench.view.outgoing(inner.id)[0].id)

    assert [bench.view.the(i, Node).parent for i in (last.id, middle.id)] == [frame.id, frame.id]
    assert _ways(bench.view, middle.id) == [(last.id, False)]
