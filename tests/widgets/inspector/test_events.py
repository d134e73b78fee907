"""Are events, repetitions and data objects shown and changed in words?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from model.commands import attach_new, place_data
from model.geometry import Point
from model.language import say
from model.records import DataObject, End, Event, Start, Step
from tests.widgets.inspector.desk import Desk, type_over
from widgets.inspector.more import MoreSection
from widgets.look.expert import show_expert


@pytest.fixture
def expert() -> Iterator[None]:
    show_expert(True)
    yield
    show_expert(False)


def hung(desk: Desk, key: str = "error") -> Event:
    step = desk.the(Step, form="office")
    with desk.document.transaction(say("canvas.undo.attach")) as tx:
        made = attach_new(tx, key, step.id)
    assert isinstance(made, Event)
    return made


def open_more(desk: Desk) -> None:
    desk.inspector.findChildren(MoreSection)[0].open()


def pick(desk: Desk, field: str, value: str) -> None:
    box = desk.editor(field).box  # type: ignore[attr-defined]
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def offered(desk: Desk, field: str) -> list[object]:
    box = desk.editor(field).box  # type: ignore[attr-defined]
    return [box.itemData(row) for row in range(box.count())]


def test_a_start_begins_by_a_signal_that_has_a_name(desk: Desk) -> None:
    start = desk.the(Start)
    desk.show(start)
    assert not desk.editor("event_name").wanted

    pick(desk, "trigger", "signal")
    type_over(desk.editor("event_name").line, "Alarm")  # type: ignore[attr-defined]

    assert (desk.now(start).trigger, desk.now(start).event_name) == ("signal", "Alarm")
    assert "error" not in offered(desk, "trigger")


def test_an_end_reports_an_error_with_its_code(desk: Desk) -> None:
    end = desk.the(End)
    desk.show(end)

    pick(desk, "result", "error")
    open_more(desk)
    type_over(desk.editor("error_code").line, "E7")  # type: ignore[attr-defined]

    assert (desk.now(end).result, desk.now(end).error_code) == ("error", "E7")


def test_what_hangs_at_a_step_is_only_awaited_and_may_let_it_go_on(desk: Desk) -> None:
    event = hung(desk)
    desk.show(event)
    open_more(desk)

    assert not desk.editor("direction").wanted
    assert {"none", "link"}.isdisjoint(offered(desk, "trigger"))
    desk.editor("interrupting").box.click()  # type: ignore[attr-defined]

    assert desk.now(event).interrupting is False


def test_names_of_the_same_sort_are_offered_again(desk: Desk) -> None:
    with desk.document.transaction(say("undo.new")) as tx:
        tx.add(Event(id="e1", trigger="signal", event_name="Alarm"))
        tx.add(Event(id="e2", trigger="error", event_name="Absturz"))
        tx.add(Event(id="e3", trigger="signal"))

    desk.show(desk.the(Event, id="e3"))

    assert desk.editor("event_name").known == ("Alarm",)  # type: ignore[attr-defined]


def test_a_repetition_is_picked_and_taken_back_in_one_step(desk: Desk) -> None:
    step = desk.the(Step, form="office")
    desk.show(step)
    open_more(desk)

    pick(desk, "repeats", "parallel")
    repeated = desk.now(step).repeats
    desk.undo()

    assert repeated == "parallel"
    assert desk.now(step).repeats == ""


def test_a_document_has_a_state_and_becomes_a_store(desk: Desk) -> None:
    with desk.document.transaction(say("undo.new")) as tx:
        data = place_data(tx, "data_object", Point(0, 0), "Akte")
    desk.show(data)

    type_over(desk.editor("state").line, "neu")  # type: ignore[attr-defined]
    pick(desk, "form", "store")

    now = desk.document.snapshot().the(data.id, DataObject)
    assert (now.state, now.form) == ("neu", "store")


def test_only_the_expert_sees_the_name_in_bpmn(desk: Desk, expert: None) -> None:
    event = hung(desk, "signal_receive")
    desk.show(event)

    line = desk.editor("id").line  # type: ignore[attr-defined]
    assert line.text() == "bpmn:BoundaryEvent · bpmn:SignalEventDefinition"
    assert line.isReadOnly()


def test_nobody_else_does(desk: Desk) -> None:
    desk.show(desk.the(Step, form="office"))

    with pytest.raises(StopIteration):
        desk.editor("id")
