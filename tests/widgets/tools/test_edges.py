"""Do exceptions come to the edge of a card and data objects beside it, by hand and by keys?"""

from __future__ import annotations

import pytest

from model.errors import FachwerkError
from model.geometry import Point
from model.records import DataFlow, DataObject, Deadline, Event, Timer
from tests.helpers.parking import Parking
from tests.helpers.pointer import BareStage, carry
from widgets.tools.connect import connect_to
from widgets.tools.place import place, place_beside


def edge_of(stage: BareStage, card: str) -> Point:
    box = stage.box(card)
    assert box is not None
    return Point(box.x + 40, box.bottom - 2)


def test_a_sign_let_go_at_the_edge_hangs_there(service: Parking, stage: BareStage) -> None:
    here = edge_of(stage, service.check)

    carry(stage, place(stage, "signal_receive"), here)

    made = service.document.snapshot().the(stage.selected[0], Event)
    assert made.attached_to == service.check
    assert stage.box(made.id).center.x == here.x
    assert len(stage.history.done) == 1


def test_a_deadline_let_go_inside_is_of_the_step_at_its_edge_an_exception(
    service: Parking, stage: BareStage
) -> None:
    carry(stage, place(stage, "timer"), stage.centre(service.check))
    inside = service.document.snapshot().children(service.check, Deadline)

    carry(stage, place(stage, "timer"), edge_of(stage, service.check))

    timers = service.document.snapshot().of(Timer)
    assert len(inside) == 1
    assert [timer.attached_to for timer in timers] == [service.check]


def test_an_error_hangs_wherever_it_is_let_go_on_the_card(
    service: Parking, stage: BareStage
) -> None:
    carry(stage, place(stage, "error"), stage.centre(service.check))

    assert service.document.snapshot().the(stage.selected[0], Event).attached_to == service.check


def test_an_error_on_free_ground_is_refused_with_the_reason(
    service: Parking, stage: BareStage
) -> None:
    carry(stage, place(stage, "error"), Point(1300, 420))

    assert not service.document.snapshot().of(Event)
    assert not stage.last_ghost.allowed
    assert [words.key for words in stage.last_ghost.words] == [
        "attach.needs_card.error",
        "attach.needs_card.instead",
    ]


@pytest.mark.parametrize("key", ["error", "escalation"])
def test_by_key_an_exception_comes_to_the_chosen_card(
    service: Parking, stage: BareStage, key: str
) -> None:
    stage.select((service.check,))

    made = place_beside(stage, key, "Geht nicht")

    event = service.document.snapshot().the(made, Event)
    assert (event.name, event.attached_to) == ("Geht nicht", service.check)


def test_by_key_a_document_comes_below_the_chosen_card_which_writes_it(
    service: Parking, stage: BareStage
) -> None:
    stage.select((service.check,))

    made = place_beside(stage, "data_object", "Bescheid")

    view = service.document.snapshot()
    assert view.the(made, DataObject).name == "Bescheid"
    assert [(f.source, f.target) for f in view.of(DataFlow)] == [(service.check, made)]
    assert stage.box(made).y > stage.box(service.check).bottom
    assert len(stage.history.done) == 1


def test_the_same_gesture_draws_a_way_and_a_line_of_data(
    service: Parking, stage: BareStage
) -> None:
    stage.select((service.check,))
    made = place_beside(stage, "data_store", "Register")

    connect_to(stage, made, service.check)
    with pytest.raises(FachwerkError):
        connect_to(stage, made, made)

    lines = service.document.snapshot().of(DataFlow)
    assert {(f.source, f.target) for f in lines} == {
        (service.check, made),
        (made, service.check),
    }


def test_a_jump_is_not_put_into_a_way(service: Parking, stage: BareStage) -> None:
    way = service.document.snapshot().outgoing(service.check)[0]
    stage.select((way.id,))

    assert place_beside(stage, "link_send") == ""
    assert place_beside(stage, "event_subprocess") == ""
    assert [f.id for f in service.document.snapshot().outgoing(service.check)] == [way.id]
