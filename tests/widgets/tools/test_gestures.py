"""Do gestures do what they promise, in one step, and nothing before the release?"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from model.geometry import Point
from model.records import Chosen, Field, FieldUse, Flow, Node, Step
from tests.helpers.parking import Parking
from tests.helpers.pointer import BareStage, carry, click, drag, pointer
from widgets.tools.connect import connect
from widgets.tools.place import place
from widgets.tools.pointer import Hit
from widgets.tools.rows import shift_row
from widgets.tools.tool import Tool

EMPTY = Point(1500, 60)


def one_step(stage: BareStage, count: int = 1) -> bool:
    return len(stage.history.done) == count and stage.cleared


# ----------------------------------------------------------------------------------- choosing


def test_a_click_chooses_and_ctrl_turns_and_shift_adds(service: Parking, stage: BareStage) -> None:
    click(stage, stage.centre(service.details))
    assert stage.selected == (service.details,)

    click(stage, stage.centre(service.vehicle), "shift")
    click(stage, stage.centre(service.details), "ctrl")

    assert stage.selected == (service.vehicle,)
    assert not stage.history.done


def test_a_click_on_empty_ground_chooses_nothing(service: Parking, stage: BareStage) -> None:
    stage.select([service.details])

    click(stage, EMPTY)

    assert stage.selected == ()


def test_a_lasso_chooses_what_lies_wholly_in_it(service: Parking, stage: BareStage) -> None:
    drag(stage, Point(125, 5), Point(700, 300))
    assert set(stage.selected) == {service.details, service.vehicle}

    drag(stage, Point(420, 360), Point(1000, 470), "shift")

    assert {service.details, service.vehicle, service.check} <= set(stage.selected)
    assert stage.cleared


# ------------------------------------------------------------------------------------- moving


def test_a_drag_moves_all_that_is_chosen_in_one_step(service: Parking, stage: BareStage) -> None:
    stage.select([service.details, service.vehicle])
    before = [stage.box(service.details), stage.box(service.vehicle)]
    start = stage.centre(service.details)

    drag(stage, start, start.moved(43, 61), "alt")

    after = [stage.box(service.details), stage.box(service.vehicle)]
    assert [a.x - b.x for a, b in zip(after, before, strict=True)] == [43, 43]
    assert one_step(stage)


def test_a_moved_card_rests_on_the_grid_or_in_line_with_a_neighbour(
    service: Parking, stage: BareStage
) -> None:
    start = stage.centre(service.proof)

    drag(stage, start, start.moved(203, 4))

    moved, neighbour = stage.box(service.proof), stage.box(service.vehicle)
    assert moved is not None
    assert neighbour is not None
    assert moved.x % 10 == 0 or stage.last_ghost.guides
    assert stage.last_ghost.guides  # its upper edge or middle is in line with the pages


def test_a_card_carried_into_another_lane_is_done_by_that_role(
    service: Parking, stage: BareStage
) -> None:
    start = stage.centre(service.proof)
    words: list[str] = []

    drag(stage, start, Point(start.x, 420))
    words = [message.key for message in stage.last_ghost.words]

    step = service.document.snapshot().the(service.proof, Step)
    assert step.role == service.office
    assert step.form == "office"
    assert words == ["canvas.move.lane"]


def test_a_trembling_hand_does_not_move(service: Parking, stage: BareStage) -> None:
    start = stage.centre(service.details)

    drag(stage, start, start.moved(3, 2))

    assert not stage.history.done


def test_escape_leaves_no_trace(service: Parking, stage: BareStage) -> None:
    start = stage.centre(service.details)
    tool = Tool(stage)
    tool.send(pointer(stage, "press", start))
    tool.send(pointer(stage, "move", start.moved(90, 0)))
    assert stage.ghosts[-1] is not None

    assert tool.cancel()

    assert not stage.history.done
    assert stage.cleared
    assert not tool.busy


# --------------------------------------------------------------------------------- connecting


def handle(service_part: str, card: str = "") -> Hit:
    return Hit("handle", service_part, card or service_part)


def test_a_way_is_drawn_from_the_handle_to_a_card(service: Parking, stage: BareStage) -> None:
    edge = Point(1016, 110)

    drag(stage, edge, stage.centre(service.check), hit=handle(service.proof))

    flows = service.document.snapshot().outgoing(service.proof)
    assert [flow.target for flow in flows] == [service.check]
    assert stage.selected == (flows[0].id,)
    assert one_step(stage)


def test_a_way_drawn_from_an_answer_carries_its_condition(
    service: Parking, stage: BareStage
) -> None:
    edge = Point(676, 150)

    drag(stage, edge, stage.centre(service.proof), hit=handle(service.no, service.vehicle))

    flow = next(f for f in service.document.snapshot().outgoing(service.vehicle) if f.condition)
    assert flow.target == service.proof
    assert flow.condition == Chosen(field=service.holder, option=service.no)


def test_a_forbidden_target_says_why_and_nothing_happens(
    service: Parking, stage: BareStage
) -> None:
    drag(stage, Point(1016, 110), stage.centre(service.start), hit=handle(service.proof))

    assert not stage.last_ghost.allowed
    assert stage.last_ghost.words[0].key == "connect.to_start"
    assert [error.what.key for error in stage.refused] == ["connect.to_start"]
    assert not stage.history.done
    assert stage.cleared


def test_a_way_into_empty_ground_makes_the_next_step(service: Parking, stage: BareStage) -> None:
    drag(stage, Point(1016, 110), Point(1200, 120), hit=handle(service.proof))

    view = service.document.snapshot()
    made = view.the(view.outgoing(service.proof)[0].target, Step)
    assert made.form == "page"
    assert made.role == service.applicant
    assert stage.renamed == [made.id]
    assert one_step(stage)


def test_a_clicked_handle_waits_for_a_click_on_the_target(
    service: Parking, stage: BareStage
) -> None:
    tool = Tool(stage)
    edge = Point(1016, 110)
    tool.send(pointer(stage, "press", edge, hit=handle(service.proof)))
    tool.send(pointer(stage, "release", edge, hit=handle(service.proof)))
    assert tool.busy

    there = stage.centre(service.check)
    tool.send(pointer(stage, "move", there))
    tool.send(pointer(stage, "press", there))
    tool.send(pointer(stage, "release", there))

    assert [f.target for f in service.document.snapshot().outgoing(service.proof)] == [
        service.check
    ]
    assert not tool.busy


def test_connecting_by_key_is_the_same_gesture(service: Parking, stage: BareStage) -> None:
    carry(stage, connect(stage, service.proof), stage.centre(service.check))

    assert [f.target for f in service.document.snapshot().outgoing(service.proof)] == [
        service.check
    ]
    assert stage.hints[0] is not None
    assert stage.hints[-1] is None


def test_the_end_of_a_chosen_way_can_be_led_elsewhere(service: Parking, stage: BareStage) -> None:
    flow = service.document.snapshot().outgoing(service.check)[0]

    drag(stage, Point(880, 400), stage.centre(service.proof), hit=Hit("flow_end", flow.id))

    assert service.document.snapshot().the(flow.id, Flow).target == service.proof
    assert one_step(stage)


# --------------------------------------------------------------------------------------- rows


def test_a_row_is_carried_to_another_place_of_its_card(service: Parking, stage: BareStage) -> None:
    start = stage.centre(service.street)

    drag(stage, start, stage.centre(service.name).moved(0, -8))

    rows = [row.id for row in service.document.snapshot().rows(service.details)]
    assert rows == [service.street, service.name]
    assert stage.last_ghost.insertion is not None
    assert one_step(stage)


def test_a_row_is_carried_to_another_page(service: Parking, stage: BareStage) -> None:
    drag(stage, stage.centre(service.street), stage.centre(service.holder).moved(0, -8))

    rows = [row.id for row in service.document.snapshot().rows(service.vehicle)]
    assert rows == [service.street, service.holder]


def test_a_row_dropped_on_a_step_of_the_office_is_read_there(
    service: Parking, stage: BareStage
) -> None:
    drag(stage, stage.centre(service.name), stage.centre(service.check))

    view = service.document.snapshot()
    uses = [use.field for use in view.children(service.check, FieldUse)]
    assert uses == [service.street, service.name]
    assert view.the(service.name, Field).parent == service.details


def test_keys_carry_a_row_as_the_hand_does(service: Parking, stage: BareStage) -> None:
    assert shift_row(stage, service.street, -1)
    assert not shift_row(stage, service.street, -1)  # it is the first already

    rows = [row.id for row in service.document.snapshot().rows(service.details)]
    assert rows == [service.street, service.name]


GESTURES: dict[str, Callable[[Parking, BareStage], None]] = {
    "move": lambda s, t: drag(t, t.centre(s.proof), Point(1300, 110)) and None,
    "row": lambda s, t: drag(t, t.centre(s.street), t.centre(s.name).moved(0, -8)) and None,
    "place": lambda _s, t: carry(t, place(t, "office"), Point(1200, 400)),
    "connect": lambda s, t: carry(t, connect(t, s.proof), t.centre(s.check)),
}


@pytest.mark.parametrize("name", GESTURES)
def test_one_undo_takes_a_gesture_back(name: str, service: Parking, stage: BareStage) -> None:
    before = service.document.snapshot()

    GESTURES[name](service, stage)
    assert service.document.snapshot() != before
    stage.history.undo()

    assert service.document.snapshot() == before


def test_nodes_are_found_in_the_document(service: Parking) -> None:
    assert len(service.document.snapshot().of(Node)) == 6
