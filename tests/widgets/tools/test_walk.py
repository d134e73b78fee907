"""Do the keys reach every place?"""

from __future__ import annotations

import pytest

from model.commands import place_frame, place_note
from model.document import Snapshot
from model.geometry import Point, Rect
from model.language import say
from model.records import Annotation, Flow, Frame, MessageFlow, Node, Placement, Role
from model.storage.read import from_bytes
from resources import list_resources, open_resource
from tests.helpers.musterleistung import musterleistung
from tests.helpers.parking import parking
from tests.helpers.pointer import BareStage
from widgets.tools.walk import along, first, in_order, nearest, neighbour, rows_of, way_at


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


def reached_by_arrows(view: Snapshot) -> set[str]:
    """Everything that arrows, arrows with Shift, and Enter lead to from where reading begins."""
    placed = {place.about: place.box for place in view.of(Placement) if place.view == "main"}
    boxes = {node.id: placed[node.id] for node in view.of(Node) if node.id in placed}
    found: set[str] = set()
    waiting = {first(view, boxes)}
    while waiting:
        one = waiting.pop()
        found.add(one)
        steps = {neighbour(view, boxes, one, way) for way in ("left", "right", "up", "down")}
        steps |= {way_at(view, one, way) for way in ("left", "right")}
        steps |= {along(view, boxes, one, step) for step in (-1, 1)}
        steps |= set(rows_of(view, one)[:1]) if one in boxes else set()
        waiting |= steps - found - {""}
    return found


def all_elements(view: Snapshot) -> set[str]:
    """Nodes, rows, answers, ways, lanes, notes and frames that stand on the canvas."""
    placed = {place.about for place in view.of(Placement) if place.view == "main"}
    standing = {r.id for kind in (Node, Role, Annotation, Frame) for r in view.of(kind)} & placed
    nodes = {node.id for node in view.of(Node)} & placed
    rows = {row for node in nodes for row in rows_of(view, node)}
    ways = {w.id for kind in (Flow, MessageFlow) for w in view.of(kind) if w.source in standing}
    return standing | rows | ways


def noted() -> Snapshot:
    service = parking()
    with service.document.transaction(say("undo.new")) as tx:
        place_note(tx, "Lose", Point(1500, 900))
        place_note(tx, "Bitte prüfen", Point(560, 300), service.check)
        place_frame(tx, Rect(0, 0, 300, 200), "Anfang")
    return service.document.snapshot()


def samples() -> list[str]:
    return list_resources("samples", ".fachwerk")


@pytest.mark.parametrize("name", ["noted", "everything", *samples()])
def test_arrows_reach_every_element(name: str) -> None:
    views = {"noted": noted, "everything": musterleistung}
    if name in views:
        view = views[name]()
    else:
        view = Snapshot.of_records(from_bytes(open_resource(f"samples/{name}"), name).records)

    reached = reached_by_arrows(view)

    assert all_elements(view) - reached == set()
    assert len(all_elements(view)) > 10


def test_shift_and_down_goes_through_a_lane_and_on_to_the_next() -> None:
    service = parking()
    view, boxes = service.document.snapshot(), boxes_of(BareStage(service.document))

    walked = [service.applicant]
    for _ in range(6):
        walked.append(along(view, boxes, walked[-1], 1))

    assert walked == [
        *(service.applicant, service.start, service.details, service.vehicle, service.proof),
        *(service.office, service.check),
    ]
    assert along(view, boxes, service.applicant, -1) == ""
    assert along(view, boxes, service.yes, 1) == service.proof
