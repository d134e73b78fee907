"""Are notes and frames placed, tied and moved beside the way?"""

from __future__ import annotations

import pytest

from model.commands import (
    fit_note,
    move_asides,
    place_frame,
    place_note,
    remove,
    rename,
    resize_frame,
    tie_note,
)
from model.commands.asides import held_by, note_size
from model.errors import UnknownRecord
from model.geometry import Point, Rect
from model.records import Annotation, SubProcess
from tests.helpers.building import Bench


def test_a_note_stands_where_it_was_put_and_knows_what_it_is_about() -> None:
    bench = Bench()

    note = bench.do(place_note, "Bitte prüfen", Point(500, 40), bench.start)

    assert bench.view.placement(note.id).box.center == Point(500, 40)
    assert bench.view[note.id].about == bench.start


def test_a_note_cannot_be_about_nothing_that_is_there() -> None:
    bench = Bench()

    with pytest.raises(UnknownRecord):
        bench.do(place_note, "Bitte prüfen", Point(0, 0), "nobody")

    assert not bench.view.of(Annotation)


def test_a_note_grows_with_its_text_and_never_shrinks() -> None:
    bench = Bench()
    note = bench.do(place_note, "Kurz", Point(500, 40))
    before = bench.view.placement(note.id).box

    bench.do(rename, note.id, "Ein langer Satz, der mehrere Zeilen braucht. " * 4)
    bench.do(fit_note, note.id)
    grown = bench.view.placement(note.id).box
    bench.do(rename, note.id, "Kurz")
    bench.do(fit_note, note.id)

    assert grown.height > before.height
    assert (grown.x, grown.y, grown.width) == (before.x, before.y, before.width)
    assert bench.view.placement(note.id).box == grown
    assert note_size("a\nb\nc")[1] > note_size("a")[1]


def test_a_note_about_a_step_of_a_sub_process_stands_in_it() -> None:
    bench = Bench()
    outer = bench.after(bench.start, "subprocess", "Prüfung")
    inner = bench.after(outer.id, "office", "Innen")
    bench.do(lambda tx: tx.alter(inner.id, parent=outer.id))
    loose = bench.do(place_note, "Lose", Point(-500, -500))

    tied = bench.do(tie_note, loose.id, inner.id)

    assert tied.parent == outer.id


def test_a_note_placed_in_an_open_sub_process_belongs_to_it() -> None:
    bench = Bench()
    outer = bench.after(bench.start, "subprocess", "Prüfung")
    bench.do(lambda tx: tx.alter(outer.id, expanded=True))

    note = bench.do(place_note, "Innen", bench.view.placement(outer.id).box.center)

    assert bench.view.the(outer.id, SubProcess).expanded
    assert bench.view[note.id].parent == outer.id


def test_a_frame_holds_what_lies_wholly_in_it() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Ihre Angaben")
    box = bench.view.placement(page.id).box
    note = bench.do(place_note, "Innen", box.center)

    frame = bench.do(place_frame, box.grown(60), "Antrag")

    assert {page.id, note.id} <= set(held_by(bench.view, frame.id))
    bench.do(resize_frame, frame.id, Rect(box.x, box.y, 10, 10))
    assert bench.view.placement(frame.id).width == 60
    assert held_by(bench.view, frame.id) == []


def test_only_notes_and_frames_are_moved_and_nothing_dangles() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Ihre Angaben")
    note = bench.do(place_note, "Bitte prüfen", Point(500, 40), page.id)
    before = bench.view.placement(page.id)

    bench.do(move_asides, [note.id, page.id], 30, 10)

    assert bench.view.placement(note.id).box.center == Point(530, 50)
    assert bench.view.placement(page.id) == before
    bench.do(remove, [page.id])
    assert bench.view[note.id].about == ""
    bench.do(remove, [note.id])
    assert bench.view.placement(note.id) is None
