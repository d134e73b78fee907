"""Are notes and frames placed, tied and resized by hand, and by keys alone?"""

from __future__ import annotations

from model.commands import place_frame, place_note
from model.geometry import Point, Rect
from model.language import say
from model.records import Annotation, Frame
from tests.helpers.parking import Parking
from tests.helpers.pointer import BareStage, carry, drag, pointer
from widgets.tools.asides import grow, tie
from widgets.tools.place import place, place_beside
from widgets.tools.pointer import Hit
from widgets.tools.tool import Tool

EMPTY = Point(1500, 60)


def notes(stage: BareStage) -> list[Annotation]:
    return stage.document.snapshot().of(Annotation)


def noted(stage: BareStage) -> str:
    with stage.document.transaction(say("undo.new")) as tx:
        return place_note(tx, "Bitte prüfen", Point(1300, 60)).id


def framed(stage: BareStage) -> str:
    with stage.document.transaction(say("undo.new")) as tx:
        return place_frame(tx, Rect(1200, 300, 200, 100)).id


def test_a_note_let_go_on_a_card_is_tied_to_it_and_named(
    service: Parking, stage: BareStage
) -> None:
    carry(stage, place(stage, "annotation"), stage.centre(service.check))

    (note,) = notes(stage)
    assert note.about == service.check
    assert stage.renamed == [note.id]
    box, card = stage.box(note.id), stage.box(service.check)
    assert box is not None
    assert card is not None
    assert not box.intersects(card)


def test_with_alt_a_note_stands_just_here_and_is_tied_to_nothing(
    service: Parking, stage: BareStage
) -> None:
    where = stage.centre(service.check)

    carry(stage, place(stage, "annotation"), where, "alt")

    (note,) = notes(stage)
    box = stage.box(note.id)
    assert box is not None
    assert (note.about, box.center) == ("", where)


def test_a_frame_is_laid_around_all_that_is_chosen(service: Parking, stage: BareStage) -> None:
    stage.select([service.details, service.vehicle])

    made = place_beside(stage, "frame")

    frame = stage.box(made)
    assert frame is not None
    for card in (service.details, service.vehicle):
        box = stage.box(card)
        assert box is not None
        assert frame.contains(Point(box.x, box.y))
        assert frame.contains(Point(box.right, box.bottom))


def test_a_note_by_key_stands_beside_the_way_it_is_about(
    service: Parking, stage: BareStage
) -> None:
    flow = stage.document.snapshot().outgoing(service.details)[0].id
    stage.select([flow])

    made = place_beside(stage, "annotation")

    assert stage.document.snapshot()[made].about == flow  # type: ignore[attr-defined]


def test_a_note_is_tied_to_a_row_and_untied_on_empty_ground(
    service: Parking, stage: BareStage
) -> None:
    note = noted(stage)
    handle = Hit("tie", note)

    drag(stage, Point(1210, 60), stage.centre(service.street), hit=handle)
    assert notes(stage)[0].about == service.street
    carry(stage, tie(stage, note), EMPTY)

    assert notes(stage)[0].about == ""
    assert [str(step.label.key) for step in stage.history.done[-2:]] == [
        "tools.undo.tie",
        "tools.undo.untie",
    ]


def test_a_note_is_never_tied_to_itself_or_to_another_note(stage: BareStage) -> None:
    note, other = noted(stage), noted(stage)
    tool = Tool(stage)

    tool.start(tie(stage, note))
    tool.send(pointer(stage, "release", EMPTY, hit=Hit("note", other, other)))

    assert notes(stage)[0].about == ""


def test_a_corner_is_pulled_on_the_grid_and_off_it_with_alt(stage: BareStage) -> None:
    frame = framed(stage)
    corner = Hit("frame_corner", frame, part="se")

    drag(stage, Point(1400, 400), Point(1443, 388), hit=corner)
    assert stage.box(frame) == Rect(1200, 300, 240, 90)
    drag(stage, Point(1440, 390), Point(1447, 384), "alt", hit=corner)

    assert stage.box(frame) == Rect(1200, 300, 247, 84)


def test_the_opposite_corner_stays_however_far_one_pulls(stage: BareStage) -> None:
    frame = framed(stage)

    drag(stage, Point(1200, 300), Point(1900, 900), hit=Hit("frame_corner", frame, part="nw"))

    assert stage.box(frame) == Rect(1340, 340, 60, 60)
    grow(stage, frame, 10, -50)
    assert stage.box(frame) == Rect(1340, 340, 70, 60)
    assert isinstance(stage.document.snapshot()[frame], Frame)
