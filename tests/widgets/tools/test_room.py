"""Do lanes grow, change places, and is space made and taken back, by hand?"""

from __future__ import annotations

from model.geometry import Point, Rect
from model.records import Role
from tests.helpers.parking import Parking
from tests.helpers.pointer import BareStage, drag, pointer
from widgets.tools.lanes import place_between, shift
from widgets.tools.pointer import Hit
from widgets.tools.space import space
from widgets.tools.tool import Tool


def box(stage: BareStage, one: str) -> Rect:
    found = stage.box(one)
    assert found is not None
    return found


def lanes(stage: BareStage) -> list[str]:
    """The names of the lanes from top to bottom."""
    view = stage.document.snapshot()
    return [role.name for role in sorted(view.of(Role), key=lambda r: box(stage, r.id).y)]


# ----------------------------------------------------------------------------------------- lanes


def test_the_lower_edge_of_a_lane_takes_the_lanes_below_along(
    service: Parking, stage: BareStage
) -> None:
    before, below = box(stage, service.applicant), box(stage, service.office)
    edge = Point(300, before.bottom)

    drag(stage, edge, edge.moved(0, 48), hit=Hit("lane_edge", service.applicant, part="bottom"))

    assert box(stage, service.applicant).height == before.height + 50
    assert box(stage, service.office) == below.moved(0, 50)
    assert stage.last_ghost.insertion is not None
    assert stage.cleared


def test_a_lane_never_becomes_lower_than_its_cards_and_the_line_shows_it(
    service: Parking, stage: BareStage
) -> None:
    before = box(stage, service.applicant)
    edge = Point(300, before.bottom)

    drag(stage, edge, edge.moved(0, -900), hit=Hit("lane_edge", service.applicant, part="bottom"))

    lane = box(stage, service.applicant)
    lowest = max(box(stage, one).bottom for one in (service.details, service.vehicle))
    assert lowest < lane.bottom <= before.bottom
    assert stage.last_ghost.insertion is not None
    assert stage.last_ghost.insertion[0].y == lane.bottom


def test_a_lane_is_dragged_between_others_with_its_cards(
    service: Parking, stage: BareStage
) -> None:
    names, start = lanes(stage), Point(10, box(stage, service.applicant).center.y)
    page = box(stage, service.details)
    end = Point(10, box(stage, service.office).bottom - 10)

    drag(stage, start, end, hit=Hit("lane", service.applicant))

    assert lanes(stage) == [names[1], names[0], names[2]]
    assert box(stage, service.details).y > page.y
    assert len(stage.history.done) == 1


def test_a_lane_let_go_where_it_was_stays(service: Parking, stage: BareStage) -> None:
    middle = box(stage, service.office).center.y

    drag(stage, Point(10, middle), Point(10, middle + 30), hit=Hit("lane", service.office))

    assert not stage.history.done
    assert place_between(stage, service.office, middle) is None


def test_by_key_a_lane_goes_one_place_and_stops_at_the_ends(
    service: Parking, stage: BareStage
) -> None:
    first = lanes(stage)[0]

    assert not shift(stage, service.applicant, -1)
    assert shift(stage, service.applicant, 1)
    assert shift(stage, service.applicant, 1)
    assert not shift(stage, service.applicant, 1)

    assert lanes(stage)[-1] == first


# ----------------------------------------------------------------------------------------- space


def make(stage: BareStage, start: Point, end: Point, *keys: str) -> None:
    """Press, move, release with the tool for space."""
    tool = Tool(stage)
    tool.instead = space
    drag(stage, start, end, *keys, tool=tool)


def test_what_is_beyond_the_line_goes_along_and_nothing_else(
    service: Parking, stage: BareStage
) -> None:
    details, vehicle, check = (
        box(stage, one) for one in (service.details, service.vehicle, service.check)
    )

    make(stage, Point(420, 300), Point(483, 290))

    assert box(stage, service.details) == details
    assert box(stage, service.vehicle) == vehicle.moved(60, 0)
    assert box(stage, service.check) == check.moved(60, 0)
    assert service.vehicle in stage.last_ghost.moved
    assert service.details not in stage.last_ghost.moved
    assert stage.cleared


def test_downwards_the_lanes_below_go_along(service: Parking, stage: BareStage) -> None:
    office = box(stage, service.office)

    make(stage, Point(420, office.y), Point(430, office.y + 40))

    assert box(stage, service.office) == office.moved(0, 40)


def test_a_gap_is_closed_at_most_until_cards_would_touch(
    service: Parking, stage: BareStage
) -> None:
    make(stage, Point(420, 300), Point(-900, 300))

    details, vehicle = box(stage, service.details), box(stage, service.vehicle)
    assert 0 < vehicle.x - details.right < 50
    assert stage.last_ghost.by.x == vehicle.x - 444


def test_space_goes_by_two_clicks_and_escape_leaves_no_trace(
    service: Parking, stage: BareStage
) -> None:
    tool = Tool(stage)
    tool.instead = space
    for phase in ("press", "release"):
        tool.send(pointer(stage, phase, Point(420, 300)))  # type: ignore[arg-type]
    assert tool.busy
    tool.send(pointer(stage, "move", Point(460, 300)))
    assert tool.cancel()
    assert not stage.history.done

    for phase in ("press", "release"):
        tool.send(pointer(stage, phase, Point(420, 300)))  # type: ignore[arg-type]
    tool.send(pointer(stage, "move", Point(460, 300)))
    tool.send(pointer(stage, "press", Point(460, 300)))

    assert not tool.busy
    assert len(stage.history.done) == 1
