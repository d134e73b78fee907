"""Does something new come where the hand lets it go?"""

from __future__ import annotations

import pytest

from model.commands import place_field
from model.geometry import Point
from model.language import say
from model.records import Deadline, Field, Node, Step
from tests.helpers.parking import Parking
from tests.helpers.pointer import BareStage, carry
from widgets.tools.place import place, place_beside


def one_step(stage: BareStage, count: int = 1) -> bool:
    return len(stage.history.done) == count and stage.cleared


def test_a_card_dropped_on_a_lane_stands_there(service: Parking, stage: BareStage) -> None:
    carry(stage, place(stage, "office"), Point(1200, 400))

    view = service.document.snapshot()
    node = view.the(stage.selected[0], Step)
    assert node.role == service.office
    assert one_step(stage)


def test_a_card_dropped_on_a_way_is_inserted(service: Parking, stage: BareStage) -> None:
    way = service.document.snapshot().outgoing(service.check)[0]
    here = Point(780, 400)
    assert stage.flow_near(here) == way.id

    carry(stage, place(stage, "office"), here)

    view = service.document.snapshot()
    made = stage.selected[0]
    assert [flow.target for flow in view.outgoing(service.check)] == [made]
    assert [flow.target for flow in view.outgoing(made)] == [service.end]
    assert stage.last_ghost.flow == way.id


def test_alt_does_not_insert(service: Parking, stage: BareStage) -> None:
    carry(stage, place(stage, "decision"), Point(780, 400), "alt")

    view = service.document.snapshot()
    assert [flow.target for flow in view.outgoing(service.check)] == [service.end]
    assert not view.outgoing(stage.selected[0])


def test_a_field_dropped_on_a_card_becomes_a_row_at_that_place(
    service: Parking, stage: BareStage
) -> None:
    carry(stage, place(stage, "date"), stage.centre(service.street).moved(0, -6))

    view = service.document.snapshot()
    rows = [row.id for row in view.rows(service.details)]
    assert rows == [service.name, stage.selected[0], service.street]
    assert view.the(stage.selected[0], Field).data_type == "date"


def test_a_field_dropped_on_empty_ground_becomes_a_page(service: Parking, stage: BareStage) -> None:
    carry(stage, place(stage, "text"), Point(1300, 120))

    view = service.document.snapshot()
    field = view.the(stage.selected[0], Field)
    page = view.the(field.parent, Step)
    assert page.form == "page"
    assert page.role == service.applicant
    assert one_step(stage)


def test_a_field_cannot_stand_in_the_lane_of_the_system(service: Parking, stage: BareStage) -> None:
    system = service.document.snapshot().placement(service.system)
    assert system is not None

    carry(stage, place(stage, "text"), system.box.center)

    assert not stage.history.done
    assert not stage.last_ghost.allowed


@pytest.mark.parametrize(
    ("template", "count"), [("office", 1), ("payment", 1), ("end", 1), ("text", 1)]
)
def test_enter_in_the_palette_places_beside_what_is_chosen(
    service: Parking, stage: BareStage, template: str, count: int
) -> None:
    stage.select([service.proof])

    made = place_beside(stage, template)

    view = service.document.snapshot()
    assert made
    if template != "text":
        assert [flow.target for flow in view.outgoing(service.proof)] == [made]
    assert one_step(stage, count)


def test_enter_in_the_palette_inserts_when_a_way_leads_on(
    service: Parking, stage: BareStage
) -> None:
    stage.select([service.check])

    made = place_beside(stage, "office")

    view = service.document.snapshot()
    assert [flow.target for flow in view.outgoing(made)] == [service.end]


def test_nothing_chosen_means_it_must_be_armed(service: Parking, stage: BareStage) -> None:
    assert place_beside(stage, "office") == ""
    assert not stage.history.done


def test_what_is_dropped_is_named_by_typing_on(service: Parking, stage: BareStage) -> None:
    carry(stage, place(stage, "office"), Point(1200, 400))
    carry(stage, place(stage, "parallel"), Point(1300, 400))

    assert len(stage.renamed) == 1
    assert service.document.snapshot().the(stage.renamed[0], Step).form == "office"


def test_a_field_finds_its_place_in_and_after_a_group(service: Parking, stage: BareStage) -> None:
    with service.document.transaction(say("x")) as tx:
        group = place_field(tx, "repeated", service.details).id
        last = place_field(tx, "text", service.details).id

    carry(stage, place(stage, "text"), stage.centre(group).moved(0, 8))
    first_inside = stage.selected[0]
    carry(stage, place(stage, "date"), stage.centre(first_inside).moved(0, 8))
    second_inside = stage.selected[0]
    carry(stage, place(stage, "email"), stage.centre(last).moved(0, -8))

    view = service.document.snapshot()
    assert [row.id for row in view.rows(group)] == [first_inside, second_inside]
    rows = [row.id for row in view.rows(service.details)]
    assert rows[-3:] == [group, stage.selected[0], last]


def test_a_field_dropped_just_below_a_card_becomes_its_last_row(
    service: Parking, stage: BareStage
) -> None:
    box = stage.box(service.details)
    assert box is not None

    carry(stage, place(stage, "text"), Point(box.center.x, box.bottom + 12))

    view = service.document.snapshot()
    assert view.rows(service.details)[-1].id == stage.selected[0]
    assert one_step(stage)


def test_a_card_dropped_on_another_stands_beside_it(service: Parking, stage: BareStage) -> None:
    box = stage.box(service.check)
    assert box is not None

    carry(stage, place(stage, "office"), box.center)

    made = stage.box(stage.selected[0])
    assert made is not None
    nodes = service.document.snapshot().of(Node)
    others = [stage.box(node.id) for node in nodes if node.id != stage.selected[0]]
    assert not any(other is not None and made.intersects(other) for other in others)


def test_a_deadline_dropped_on_a_step_becomes_the_deadline_of_that_step(
    service: Parking, stage: BareStage
) -> None:
    carry(stage, place(stage, "timer"), stage.centre(service.check))

    found = service.document.snapshot().children(service.check, Deadline)
    assert [(one.length, one.unit) for one in found] == [(14, "day")]
    assert stage.selected == (service.check,)
    assert stage.renamed == []
    assert one_step(stage)


def test_a_step_takes_only_one_deadline(service: Parking, stage: BareStage) -> None:
    carry(stage, place(stage, "timer"), stage.centre(service.check))
    carry(stage, place(stage, "timer"), stage.centre(service.check))

    assert len(service.document.snapshot().children(service.check, Deadline)) == 1
    assert not stage.last_ghost.allowed
    assert one_step(stage)
