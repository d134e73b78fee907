"""Are notes and frames drawn, found and told like everything else on the canvas?"""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible

from model.commands import move, rename
from model.commands.asides import place_frame, place_note
from model.geometry import Point, Rect
from model.language import say
from tests.helpers.parking import Parking
from widgets.canvas import Canvas
from widgets.canvas.access import list_of
from widgets.canvas.picture import Picture
from widgets.items.item import rect


@pytest.fixture
def note(canvas: Canvas, service: Parking) -> str:
    with service.document.transaction(say("undo.x")) as tx:
        made = place_note(tx, "Nur mit Kennzeichen", Point(500, 480), service.check)
    return made.id


@pytest.fixture
def frame(canvas: Canvas, service: Parking) -> str:
    with service.document.transaction(say("undo.x")) as tx:
        made = place_frame(tx, Rect(100, 60, 500, 300), "Angaben")
    return made.id


def test_a_note_is_drawn_and_tied_to_what_it_is_about(
    canvas: Canvas, service: Parking, note: str
) -> None:
    item = canvas.graph.notes[note]

    assert item.look.text == "Nur mit Kennzeichen"
    assert item.look.tied == canvas.graph.nodes[service.check].box
    assert item.boundingRect().contains(canvas.graph.nodes[service.check].box)


def test_the_tie_follows_the_card_that_moves(canvas: Canvas, service: Parking, note: str) -> None:
    item = canvas.graph.notes[note]
    assert item.look.tied is not None
    before = item.look.tied.left()

    with service.document.transaction(say("undo.x")) as tx:
        move(tx, [service.check], 40, 0)

    assert item.look.tied.left() == before + 40


def test_words_and_place_of_both_keep_in_step(
    canvas: Canvas, service: Parking, note: str, frame: str
) -> None:
    with service.document.transaction(say("undo.x")) as tx:
        rename(tx, note, "Anders")
        rename(tx, frame, "Anfang")
        move(tx, [note], 30, 20)

    assert canvas.graph.notes[note].look.text == "Anders"
    assert canvas.graph.frames[frame].look.title == "Anfang"
    place = service.document.snapshot().placement(note)
    assert place is not None
    assert rect(canvas.graph.notes[note].box) == place.box


def test_undo_takes_them_off_the_canvas(canvas: Canvas, note: str) -> None:
    assert canvas.history is not None

    canvas.history.undo()

    assert note not in canvas.graph.notes


def test_a_screen_reader_finds_both_at_the_end_of_the_list(
    canvas: Canvas, note: str, frame: str
) -> None:
    listing = list_of(canvas)
    listing.forget_order()

    assert listing.order[-2:] == [note, frame]
    told = [listing.part(one).text(QAccessible.Text.Name) for one in (note, frame)]
    assert told[0].startswith("Nur mit Kennzeichen")
    assert told[1].startswith("Angaben")


@pytest.mark.parametrize("zoom", [0.1, 0.3, 0.7, 1.7])
def test_both_are_seen_at_every_distance(
    canvas: Canvas, service: Parking, zoom: float, frame: str
) -> None:
    canvas.zoom_to(zoom)
    canvas.centerOn(500, 300)
    without_note = canvas.grab().toImage()

    with service.document.transaction(say("undo.x")) as tx:
        place_note(tx, "Hier fehlt noch etwas", Point(640, 420))
    with_note = canvas.grab().toImage()
    canvas.graph.frames[frame].hide()
    canvas.graph.far.drop(frame)
    canvas.graph.frames.pop(frame)

    assert with_note != without_note
    assert canvas.grab().toImage() != with_note


def test_the_picture_for_paper_has_them_too(canvas: Canvas, note: str, frame: str) -> None:
    picture = Picture(canvas.document.snapshot())

    for item in (canvas.graph.notes[note], canvas.graph.frames[frame]):
        assert picture.extent().contains(rect(item.box).center)
        assert picture.extent().right >= item.box.right()
