"""Does a card dropped on a way go into it, visibly before and only when it is meant?"""

from __future__ import annotations

from model.geometry import Point
from model.graph import route
from model.records import Flow
from tests.helpers.parking import Parking
from tests.helpers.pointer import BareStage, drag, pointer
from widgets.tools.tool import Tool


def _way_on(service: Parking) -> tuple[str, Point]:
    """The way from the details to the vehicle, and its middle."""
    view = service.document.snapshot()
    way = next(f for f in view.outgoing(service.details))
    points = route(view, way)
    return way.id, Point((points[0].x + points[1].x) / 2, points[0].y)


def test_a_loose_card_on_a_way_goes_into_it(service: Parking, stage: BareStage) -> None:
    way, middle = _way_on(service)

    drag(stage, stage.centre(service.proof), middle)

    view = service.document.snapshot()
    assert view.the(way, Flow).target == service.proof
    assert [f.target for f in view.outgoing(service.proof)] == [service.vehicle]
    assert len(stage.history.done) == 1
    assert stage.last_ghost.flow == way
    assert str(stage.last_ghost.words[0]).startswith("quick.place.between")


def test_alt_only_moves_it(service: Parking, stage: BareStage) -> None:
    way, middle = _way_on(service)

    drag(stage, stage.centre(service.proof), middle, "alt")

    assert service.document.snapshot().the(way, Flow).target == service.vehicle
    assert stage.last_ghost.flow == ""


def test_a_connected_card_is_only_moved(service: Parking, stage: BareStage) -> None:
    way, middle = _way_on(service)

    drag(stage, stage.centre(service.check), middle)

    view = service.document.snapshot()
    assert view.the(way, Flow).target == service.vehicle
    assert [f.source for f in view.incoming(service.check)] == [service.vehicle]


def test_escape_leaves_no_trace(service: Parking, stage: BareStage) -> None:
    before = service.document.snapshot()
    _, middle = _way_on(service)
    tool = Tool(stage)
    tool.send(pointer(stage, "press", stage.centre(service.proof)))
    tool.send(pointer(stage, "move", middle))

    tool.cancel()

    assert service.document.snapshot() is before
    assert stage.cleared
