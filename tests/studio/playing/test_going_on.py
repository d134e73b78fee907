"""Does the window say how a run goes, and do its keys and buttons lead it?"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.helpers.desk import Hand
from tests.helpers.playing import case_named, form_of, playing_of, rehearsal_of


def test_decisions_say_their_sentence_and_their_value_in_bar_log_and_picture(dogs: Hand) -> None:
    rehearsal_of(dogs).play_case(dogs.sheet, case_named(dogs, "Ein Dackel aus dem Tierheim").id)
    playing = playing_of(dogs)

    while not playing.trail.sight.notes:
        playing.forward()

    at, words = playing.trail.sight.notes[0]
    assert words in playing.bar.judged.words.text()
    assert any(line.at == at and line.more == words for line in dogs.desk.panes.play.log.rows.lines)
    assert playing.trail.item_of(at) is not None


def test_parallel_ways_have_one_folder_each(dogs: Hand) -> None:
    rehearsal_of(dogs).play_case(dogs.sheet, case_named(dogs, "Ein Rottweiler mit Erlaubnis").id)
    playing = playing_of(dogs)

    while len(playing.run.walk.now.tokens) < 2:
        assert playing.forward()
    playing.trail.finish()

    assert len(playing.trail.folders()) == 2
    assert len(dogs.desk.panes.play.stands.parts) == 2


def test_what_may_happen_is_a_button_and_a_failed_service_is_said(dogs: Hand) -> None:
    rehearsal_of(dogs).play_case(dogs.sheet, case_named(dogs, "Ein Dackel aus dem Tierheim").id)
    playing = playing_of(dogs)
    pane = dogs.desk.panes.play

    while not any("scheitern" in one.accessibleName() for one in pane.buttons()):
        assert playing.forward()
    at = playing.run.walk.now.tokens[0].at
    dogs.press(next(one for one in pane.buttons() if "scheitern" in one.accessibleName()))

    assert playing.run.walk.moves[-1].kind == "fail"
    assert playing.run.walk.now.incidents
    assert playing.trail.sight.troubles == (at,)
    assert pane.troubles.parts
    assert playing.bar.judged.sign == "warning"
    dogs.desk.rehearsal.do("back")  # type: ignore[attr-defined]
    assert not playing.run.walk.now.incidents


def test_time_goes_to_the_next_deadline_and_never_back(dogs: Hand) -> None:
    case = case_named(dogs, "Angaben fehlen, niemand antwortet")
    rehearsal_of(dogs).play_case(dogs.sheet, case.id)
    playing = playing_of(dogs)
    while playing.next_due() is None:
        assert playing.forward()
    due, before = playing.next_due(), len(playing.run.walk)
    assert due is not None

    dogs.press(playing.bar.aid("due"))

    assert playing.run.today == due.date()
    assert len(playing.run.walk) == before + 1
    playing.set_day(date(2000, 1, 1))
    assert playing.run.today == due.date()
    assert "vorwärts" in playing.bar.judged.words.text()
    dogs.press(playing.bar.aid("days"))
    assert (playing.run.today - due.date()).days == 14


def test_at_the_beginning_the_day_is_that_of_the_application(dogs: Hand) -> None:
    rehearsal_of(dogs).start(dogs.sheet)
    playing = playing_of(dogs)

    playing.bar.day.setDate(playing.bar.day.date().fromString("01.03.2027", "dd.MM.yyyy"))

    assert playing.run.applied == date(2027, 3, 1)
    assert len(playing.run.walk) == 0


def test_by_itself_it_goes_until_somebody_must_answer(dogs: Hand) -> None:
    rehearsal_of(dogs).start(dogs.sheet)
    playing = playing_of(dogs)
    dogs.press(playing.bar.auto)
    assert playing.itself.on
    playing.itself.tick()
    assert not playing.itself.on
    assert not playing.bar.auto.isChecked()
    assert playing.bar.judged.sign == "warning"

    rehearsal_of(dogs).play_case(dogs.sheet, case_named(dogs, "Ein Dackel aus dem Tierheim").id)
    dogs.press(playing.bar.auto)
    while playing.itself.on:
        playing.itself.tick()

    assert playing.run.walk.now.finished


def test_the_buttons_of_the_form_play_while_something_is_played(dogs: Hand) -> None:
    rehearsal_of(dogs).play_case(dogs.sheet, case_named(dogs, "Ein Dackel aus dem Tierheim").id)
    playing = playing_of(dogs)

    form_of(dogs).turned.emit(1)
    assert len(playing.run.walk) == 1
    assert form_of(dogs).page.id == playing.run.walk.now.tokens[0].at
    playing.end()
    dogs.settle()
    form_of(dogs).turned.emit(-1)

    assert rehearsal_of(dogs).running(dogs.sheet) is None


def test_the_answers_of_a_citizen_do_not_mix_with_those_somebody_typed(dogs: Hand) -> None:
    own, citizen = "hundesteuer_field_2", case_named(dogs, "Ein Dackel aus dem Tierheim")
    dogs.desk.panes.preview.fill({own: "Zoe"})

    rehearsal_of(dogs).play_case(dogs.sheet, citizen.id)
    assert dogs.desk.panes.preview.answers[own] == "Mira"
    rehearsal_of(dogs).leave(dogs.sheet)
    assert dogs.desk.panes.preview.answers[own] == "Zoe"
    rehearsal_of(dogs).start(dogs.sheet)

    assert dogs.desk.panes.preview.answers[own] == "Zoe"
    assert not form_of(dogs).blame(on=False)


def test_the_space_bar_on_the_canvas_goes_on_and_shift_goes_back(dogs: Hand) -> None:
    rehearsal_of(dogs).play_case(dogs.sheet, case_named(dogs, "Ein Dackel aus dem Tierheim").id)
    playing = playing_of(dogs)
    dogs.canvas.setFocus()

    QTest.keyClick(dogs.canvas, Qt.Key.Key_Space)
    QTest.keyClick(dogs.canvas, Qt.Key.Key_Space)
    assert len(playing.run.walk) == 2
    QTest.keyClick(dogs.canvas, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert len(playing.run.walk) == 1
    QTest.keyPress(dogs.canvas, Qt.Key.Key_Space)
    QTest.mousePress(dogs.canvas.viewport(), Qt.MouseButton.LeftButton)
    QTest.mouseRelease(dogs.canvas.viewport(), Qt.MouseButton.LeftButton)
    QTest.keyRelease(dogs.canvas, Qt.Key.Key_Space)

    assert len(playing.run.walk) == 1
