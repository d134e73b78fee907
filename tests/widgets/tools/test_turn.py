"""Are both ends of a way led elsewhere, and refused where the grammar refuses?"""

from __future__ import annotations

from model.records import Flow
from tests.helpers.parking import Parking
from tests.helpers.pointer import BareStage, carry, drag, pointer
from widgets.tools.pointer import Hit
from widgets.tools.tool import Tool
from widgets.tools.turn import turn


def way(stage: BareStage, source: str) -> Flow:
    return stage.document.snapshot().outgoing(source)[0]


def test_the_beginning_of_a_way_is_dragged_to_another_card(
    service: Parking, stage: BareStage
) -> None:
    flow = way(stage, service.details)
    course = stage.course(flow.id)

    drag(stage, course[0], stage.centre(service.proof), hit=Hit("flow_start", flow.id))

    after = stage.document.snapshot().the(flow.id, Flow)
    assert (after.source, after.target) == (service.proof, service.vehicle)
    assert stage.selected == (flow.id,)
    assert stage.cleared


def test_an_armed_end_follows_the_hand_and_the_next_click_leads_it(
    service: Parking, stage: BareStage
) -> None:
    flow = way(stage, service.details)

    carry(stage, turn(stage, flow.id, "target"), stage.centre(service.proof))

    assert stage.document.snapshot().the(flow.id, Flow).target == service.proof
    assert stage.hints[0] is not None
    assert stage.hints[-1] is None


def test_a_refused_end_says_why_before_and_after(service: Parking, stage: BareStage) -> None:
    flow = way(stage, service.details)

    carry(stage, turn(stage, flow.id, "target"), stage.centre(service.start))

    assert not stage.last_ghost.allowed
    assert stage.last_ghost.words
    assert stage.document.snapshot().the(flow.id, Flow) == flow
    assert len(stage.refused) == 1


def test_a_click_on_an_end_only_chooses_the_way(service: Parking, stage: BareStage) -> None:
    flow = way(stage, service.details)
    at = stage.course(flow.id)[-1]
    tool = Tool(stage)

    tool.send(pointer(stage, "press", at, hit=Hit("flow_end", flow.id)))
    tool.send(pointer(stage, "release", at))

    assert not tool.busy
    assert not stage.history.done
    assert stage.selected == (flow.id,)


def test_letting_an_end_go_on_empty_ground_changes_nothing(
    service: Parking, stage: BareStage
) -> None:
    flow = way(stage, service.details)
    course = stage.course(flow.id)

    drag(stage, course[-1], course[-1].moved(900, 900), hit=Hit("flow_end", flow.id))

    assert not stage.history.done
    assert stage.cleared
