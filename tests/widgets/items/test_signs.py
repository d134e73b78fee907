"""Does every kind of event, repetition and border have its sign?"""

from __future__ import annotations

from typing import get_args

import pytest

from model.document import Snapshot
from model.grammar import icon_of
from model.records import (
    DataObject,
    End,
    Event,
    ForeignFile,
    ForeignNode,
    Node,
    Placement,
    Record,
    ServiceCall,
    Start,
    Step,
    SubProcess,
)
from widgets.items.looking import data_look, node_look
from widgets.items.signs import is_frame, shape_of
from widgets.look import icons
from widgets.painters.looks import NodeLook
from widgets.painters.table import PAINTERS


def look(node: Node, *others: Record) -> NodeLook:
    return node_look(Snapshot.of_records((node, *others)), node, {})


def small(node: Node) -> Placement:
    return Placement(id="place", about=node.id, width=100, height=80)


EVENTS: list[Start | End | Event] = [
    *(Start(id="e", trigger=t) for t in get_args(Start.model_fields["trigger"].annotation)),
    *(End(id="e", result=r) for r in get_args(End.model_fields["result"].annotation)),
    *(
        Event(id="e", trigger=t, direction=d)
        for t in get_args(Event.model_fields["trigger"].annotation)
        for d in ("receive", "send")
    ),
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda e: f"{e.kind}-{icon_of(e)}")
def test_every_event_has_a_sign_that_is_drawn(event: Start | End | Event) -> None:
    found = look(event)

    assert found.shape in PAINTERS
    assert not found.icon or found.icon in icons.names()
    assert icon_of(event) in icons.names()


@pytest.mark.parametrize("trigger", ["signal", "escalation", "link", "compensation", "cancel"])
def test_who_sends_has_the_filled_sign(trigger: str) -> None:
    waits = look(Event(id="e", trigger=trigger, direction="receive")).icon
    sends = look(Event(id="e", trigger=trigger, direction="send")).icon

    assert icons.glyph(waits)[1].isEmpty()
    assert not icons.glyph(sends)[1].isEmpty()


def test_what_lets_the_work_go_on_is_dashed() -> None:
    assert look(Event(id="e", trigger="signal", attached_to="s", interrupting=False)).dashed
    assert not look(Event(id="e", trigger="signal", attached_to="s")).dashed


@pytest.mark.parametrize(
    ("repeats", "marker"),
    [("loop", "mark_loop"), ("parallel", "mark_parallel"), ("sequential", "mark_sequential")],
)
def test_a_repetition_has_its_marker(repeats: str, marker: str) -> None:
    assert look(Step(id="s", repeats=repeats)).markers == (marker,)
    assert look(ServiceCall(id="c", repeats=repeats)).markers == (marker,)
    assert look(SubProcess(id="p", repeats=repeats)).markers == (marker, "mark_closed")


def test_borders_tell_a_sub_process_at_an_event_and_a_transaction() -> None:
    transaction = SubProcess(id="p", extras=(("tag", "transaction"),))

    assert look(SubProcess(id="p", by_event=True)).edge == "dotted"
    assert look(transaction).edge == "double"
    assert look(SubProcess(id="p")).edge == ""


def test_a_small_imported_card_shows_its_whole_name_and_nothing_idle() -> None:
    file = ForeignFile(id="f", media_type="application/bpmn+xml")
    part = SubProcess(id="p", name="Collapsed Sub-Process")
    found = look(part, small(part), file)

    assert (found.title, found.count, found.counts_only) == ("Collapsed Sub-Process", "", True)


def test_imported_tasks_show_their_sort_and_our_own_do_not() -> None:
    file = ForeignFile(id="f", media_type="application/bpmn+xml")

    assert look(Step(id="s"), file).sort == "task_user"
    assert look(Step(id="s", form="automatic"), file).sort == "task_service"
    assert look(Step(id="s", task="abstract"), file).sort == ""
    assert look(Step(id="s")).sort == ""
    assert look(Step(id="s", task="manual")).sort == "task_manual"


def test_a_call_of_another_service_that_is_drawn_open_is_a_ground_for_others() -> None:
    call = ServiceCall(id="c")
    tall = Placement(id="place", about="c", width=600, height=200)

    assert is_frame(Snapshot.of_records((call, tall)), call)
    assert not is_frame(Snapshot.of_records((call, small(call))), call)


def test_a_kept_event_is_round_and_a_kept_block_says_what_it_is() -> None:
    event = ForeignNode(id="k", tag="intermediateCatchEvent", extras=(("event", "multiple"),))
    block = ForeignNode(id="k", tag="choreographyTask")

    assert (shape_of(event), look(event).icon) == ("foreign_event", "multiple")
    assert shape_of(block) == "foreign_node"
    assert look(block).title


def test_a_document_says_its_state_in_brackets() -> None:
    data = DataObject(id="d", name="Akte", state="geprüft", form="input", many=True)

    found = data_look(data)

    assert (found.title, found.form, found.many) == ("Akte [geprüft]", "input", True)
