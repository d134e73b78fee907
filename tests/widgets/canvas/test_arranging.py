"""Do the tools for what stands there already work on the real canvas?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from model.commands import place_frame, place_note
from model.geometry import Point, Rect
from model.language import say
from model.records import Node
from tests.helpers.parking import Parking
from tests.widgets.canvas.test_keyboard import press
from tests.widgets.canvas.test_mouse import at, drag, middle
from widgets.canvas import Canvas, deeds

K = Qt.Key
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def noted(service: Parking) -> tuple[str, str]:
    """A note and a frame beside the way."""
    with service.document.transaction(say("undo.new")) as tx:
        note = place_note(tx, "Bitte prüfen", Point(1100, 300))
        frame = place_frame(tx, Rect(880, 330, 240, 160), "Später")
    return note.id, frame.id


# ----------------------------------------------------------------------------------------- modes


def test_a_mode_stays_until_escape_and_says_so(canvas: Canvas) -> None:
    hints: list[object] = []
    canvas.hinted.connect(hints.append)

    press(canvas, K.Key_S, held=SHIFT)
    assert canvas.mode == "space"
    assert str(hints[-1]).startswith("Platz schaffen")

    press(canvas, K.Key_Escape)

    assert canvas.mode == ""
    assert hints[-1] is None
    press(canvas, K.Key_L, K.Key_L, held=SHIFT)  # the same key twice: on and off
    assert canvas.mode == ""


def test_the_hand_moves_the_paper_and_no_card(canvas: Canvas, service: Parking) -> None:
    bar = canvas.horizontalScrollBar()
    before = bar.value(), service.document.snapshot()
    start = middle(canvas, service.details)

    press(canvas, K.Key_H, held=SHIFT)
    drag(canvas, start, start - QPoint(60, 0))

    assert bar.value() == before[0] + 60
    assert service.document.snapshot() == before[1]
    assert canvas.mode == "hand"


def test_the_lasso_may_begin_on_a_card(canvas: Canvas, service: Parking) -> None:
    box = canvas.graph.nodes[service.details].box
    far = canvas.graph.nodes[service.vehicle].box

    press(canvas, K.Key_L, held=SHIFT)
    drag(
        canvas,
        at(canvas, box.left() - 6, box.top() - 6),
        at(canvas, far.right() + 6, far.bottom() + 6),
    )

    assert set(canvas.selection.ids) == {service.details, service.vehicle}
    assert len(canvas.history.done) == 0  # type: ignore[union-attr]


def test_a_hint_of_a_mode_comes_back_after_a_gesture(canvas: Canvas) -> None:
    press(canvas, K.Key_L, held=SHIFT)
    hints: list[object] = []
    canvas.hinted.connect(hints.append)

    canvas.stage.hint(None)

    assert str(hints[-1]).startswith("Auswahlrahmen")


# ------------------------------------------------------------------------------- notes and frames


def test_a_note_and_a_frame_are_hit_but_not_the_inside_of_the_frame(
    canvas: Canvas, service: Parking
) -> None:
    note, frame = noted(service)

    assert canvas.stage.hit(Point(1100, 300)).id == note
    assert canvas.stage.hit(Point(880, 420)).kind == "frame"
    assert canvas.stage.hit(Point(1060, 440)).kind == "empty"
    canvas.select((frame,), frame)
    assert canvas.stage.hit(Point(1120, 490)).part == "se"
    canvas.select((note,), note)
    box = canvas.stage.box(note)
    assert box is not None
    assert canvas.stage.hit(Point(box.x, box.center.y)).kind == "tie"


def test_a_frame_takes_along_what_lies_in_it_and_alt_leaves_it(
    canvas: Canvas, service: Parking
) -> None:
    _, frame = noted(service)
    end, line = canvas.stage.box(service.end), at(canvas, 880, 430)
    assert end is not None

    drag(canvas, line, line + QPoint(40, 0))
    moved = canvas.stage.box(service.end)
    assert moved == end.moved(40, 0)
    line += QPoint(40, 0)
    drag(canvas, line, line + QPoint(30, 0), ALT)

    assert canvas.stage.box(service.end) == moved
    assert canvas.stage.box(frame) == Rect(950, 330, 240, 160)


def test_a_note_can_be_moved_renamed_and_deleted(canvas: Canvas, service: Parking) -> None:
    note, _ = noted(service)
    before = canvas.stage.box(note)
    assert before is not None
    canvas.select((note,), note)

    press(canvas, K.Key_Right, held=ALT)
    assert canvas.stage.box(note) == before.moved(10, 0)
    press(canvas, K.Key_F2)
    canvas.name_line.setText("Bitte mit allen Unterlagen prüfen und danach weiterleiten. " * 2)
    canvas.name_line.close_line(keep=True)
    grown = canvas.stage.box(note)
    assert grown is not None
    assert grown.height > before.height
    press(canvas, K.Key_Delete)

    assert note not in service.document.snapshot()
    assert canvas.stage.box(note) is None


def test_all_that_is_chosen_at_once_are_notes_and_frames_too(
    canvas: Canvas, service: Parking
) -> None:
    note, frame = noted(service)

    press(canvas, K.Key_A, held=CTRL)

    nodes = {node.id for node in service.document.snapshot().of(Node)}
    assert set(canvas.selection.ids) == nodes | {note, frame}


# ------------------------------------------------------------------------------------- the rest


def test_ctrl_and_drag_copies_and_a_click_with_ctrl_still_turns(
    canvas: Canvas, service: Parking
) -> None:
    before = len(service.document.snapshot().of(Node))
    start = middle(canvas, service.proof)

    drag(canvas, start, start + QPoint(0, 290), CTRL)

    view = service.document.snapshot()
    assert len(view.of(Node)) == before + 1
    assert len(canvas.history.done) == 1  # type: ignore[union-attr]
    (copy,) = canvas.selection.ids
    assert view[copy].name == view[service.proof].name  # type: ignore[attr-defined]
    assert view[copy].role == service.office  # type: ignore[attr-defined]
    QTest.mouseClick(canvas.viewport(), LEFT, CTRL, middle(canvas, service.details))
    assert set(canvas.selection.ids) == {copy, service.details}
    QTest.mouseClick(canvas.viewport(), LEFT, CTRL, middle(canvas, service.details))
    assert canvas.selection.ids == (copy,)


def test_a_double_click_on_the_border_of_a_card_zooms_into_it(
    canvas: Canvas, service: Parking
) -> None:
    box = canvas.graph.nodes[service.vehicle].box

    place = at(canvas, box.left() + 3, box.bottom() - 20)
    QTest.mouseDClick(canvas.viewport(), LEFT, NONE, place)

    assert canvas.zoom > 1.2
    assert not canvas.name_line.is_open


def test_a_lane_with_cards_in_a_mixed_selection_stays_and_it_is_said_why(
    canvas: Canvas, service: Parking
) -> None:
    told: list[str] = []
    canvas.refused.connect(lambda error: told.append(str(error)))
    canvas.select((service.proof, service.office), service.proof)

    canvas.delete_selection()

    view = service.document.snapshot()
    assert service.proof not in view
    assert service.office in view
    assert "Amt" in told[-1]
    assert "Karten" in told[-1]


def test_the_grid_is_seen_below_the_cards_and_things_rest_on_it(
    canvas: Canvas, service: Parking
) -> None:
    without = canvas.grab().toImage()

    canvas.show_grid(True)
    dotted = canvas.grab().toImage()
    start = middle(canvas, service.proof)
    drag(canvas, start, start + QPoint(33, 3))

    assert dotted != without
    box = canvas.stage.box(service.proof)
    assert box is not None
    assert (box.x % 10, box.y % 10) == (0, 0)
    canvas.open(service.document, canvas.history)
    assert canvas.grid
    canvas.show_grid(False)
    assert not canvas.grid


def test_grips_are_felt_and_drawn_for_the_one_way_that_is_chosen(
    canvas: Canvas, service: Parking
) -> None:
    flow = service.document.snapshot().outgoing(service.check)[0].id
    middle_of_way = Point(780, canvas.stage.course(flow)[0].y)
    canvas.above.has_focus = False

    assert canvas.stage.hit(middle_of_way).kind == "flow"
    canvas.select((flow,), flow)
    assert canvas.stage.hit(middle_of_way).kind == "piece"
    alone = canvas.grab().toImage()
    canvas.select((flow, service.details), flow)

    assert canvas.stage.hit(middle_of_way).kind == "flow"
    place = at(canvas, middle_of_way.x, middle_of_way.y)
    several = canvas.grab().toImage()
    around = [QPoint(x, y) for x in (-3, 0, 3) for y in (-3, 3)]
    assert any(alone.pixelColor(place + off) != several.pixelColor(place + off) for off in around)


def test_a_double_click_on_a_grip_gives_the_way_its_own_course_back(
    canvas: Canvas, service: Parking
) -> None:
    flow = service.document.snapshot().outgoing(service.check)[0].id
    before = canvas.stage.course(flow)
    canvas.select((flow,), flow)
    grip = at(canvas, 780, before[0].y)

    drag(canvas, grip, grip + QPoint(0, 60))
    bent = canvas.stage.course(flow)
    assert max(point.y for point in bent) == before[0].y + 60
    QTest.mouseDClick(canvas.viewport(), LEFT, NONE, grip + QPoint(0, 60))

    assert canvas.stage.course(flow) == before
    assert not canvas.tool.busy


def test_what_a_key_cannot_bend_is_said(canvas: Canvas, service: Parking) -> None:
    flow = service.document.snapshot().outgoing(service.check)[0].id
    canvas.select((flow,), flow)
    told: list[str] = []
    canvas.refused.connect(lambda error: told.append(str(error)))

    press(canvas, K.Key_Right, held=ALT)
    canvas.select((service.applicant,), service.applicant)
    press(canvas, K.Key_Up, held=ALT)

    assert "senkrechtes Stück" in told[0]
    assert "oberste" in told[1]
    assert not canvas.history.done  # type: ignore[union-attr]


def test_the_edge_of_a_lane_is_felt_but_not_on_a_card(canvas: Canvas, service: Parking) -> None:
    lane = canvas.graph.lanes[service.applicant].box

    assert canvas.stage.hit(Point(1200, lane.bottom())).part == "bottom"
    assert canvas.stage.hit(Point(lane.left() + 8, lane.bottom() - 10)).kind == "lane_edge"
    assert canvas.stage.hit(Point(lane.left() + 8, lane.center().y())).kind == "lane"
    assert canvas.stage.hit(Point(1200, lane.top())).part == "top"


def test_a_card_with_a_note_is_deleted_without_a_question(
    canvas: Canvas, service: Parking, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(deeds, "ask", lambda *words: bool(asked.append(words)))
    with service.document.transaction(say("undo.new")) as tx:
        note = place_note(tx, "Bitte prüfen", Point(1100, 300), service.proof).id
    canvas.select((service.proof,), service.proof)

    canvas.delete_selection()

    assert not asked
    assert service.document.snapshot()[note].about == ""  # type: ignore[attr-defined]
    canvas.select((note,), note)
    canvas.delete_selection()
    assert note not in service.document.snapshot()
