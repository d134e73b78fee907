"""Do the keys reach every place?"""

from __future__ import annotations

from model.records import Node
from tests.helpers.parking import parking
from tests.helpers.pointer import BareStage
from widgets.tools.walk import first, in_order, nearest, neighbour, rows_of, way_at


def boxes_of(stage: BareStage) -> dict[str, object]:
    nodes = stage.document.snapshot().of(Node)
    return {node.id: stage.box(node.id) for node in nodes}


def test_right_and_left_follow_the_ways() -> None:
    service = parking()
    stage = BareStage(service.document)
    view, boxes = service.document.snapshot(), boxes_of(stage)

    walked = [service.start]
    for _ in range(4):
        walked.append(neighbour(view, boxes, walked[-1], "right"))

    assert walked == [service.start, service.details, service.vehicle, service.check, service.end]
    assert neighbour(view, boxes, service.check, "left") == service.vehicle


def test_up_and_down_go_through_the_rows_and_left_leaves_them() -> None:
    service = parking()
    stage = BareStage(service.document)
    view, boxes = service.document.snapshot(), boxes_of(stage)

    assert rows_of(view, service.vehicle) == [service.holder, service.yes, service.no]
    assert neighbour(view, boxes, service.holder, "down") == service.yes
    assert neighbour(view, boxes, service.holder, "up") == service.vehicle
    assert neighbour(view, boxes, service.no, "left") == service.vehicle


def test_tab_reaches_every_node_once_and_then_leaves_the_canvas() -> None:
    service = parking()
    stage = BareStage(service.document)
    view, boxes = service.document.snapshot(), boxes_of(stage)

    reached = [first(view, boxes)]
    while following := in_order(view, boxes, reached[-1], 1):
        reached.append(following)

    assert sorted(reached) == sorted(boxes)
    assert in_order(view, boxes, reached[0], -1) == ""


def test_shift_and_an_arrow_step_onto_a_way() -> None:
    service = parking()
    view = service.document.snapshot()

    way = way_at(view, service.check, "right")

    assert way == view.outgoing(service.check)[0].id
    assert neighbour(view, boxes_of(BareStage(service.document)), way, "right") == service.end


def test_nearest_prefers_what_lies_straight_ahead() -> None:
    service = parking()
    boxes = boxes_of(BareStage(service.document))

    assert nearest(boxes, service.details, "right") == service.vehicle
    assert nearest(boxes, service.check, "up") == service.vehicle
