"""Does the exercise see what was done, whichever way it was done?"""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.commands import insert_on_flow, set_required
from model.language import say
from model.records import Field, Step
from studio.exercise import Exercise, begin
from studio.windows.desk import Desk
from tests.helpers.desk import Hand, open_desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return open_desk(qtbot, tmp_path)


@pytest.fixture
def exercise(desk: Desk) -> Exercise:
    begun = begin(desk)
    assert begun is not None
    return begun


def _append(exercise: Exercise) -> None:
    view = exercise.sheet.view
    step = next(s for s in view.ordered(Step) if s.form == "office")
    with exercise.sheet.session.document.transaction(say("undo.edit")) as tx:
        insert_on_flow(tx, "office", view.outgoing(step.id)[0].id)


def _require(exercise: Exercise) -> None:
    free = next(f for f in exercise.sheet.view.ordered(Field) if not f.required)
    with exercise.sheet.session.document.transaction(say("undo.edit")) as tx:
        set_required(tx, free.id, True)


def test_it_asks_for_one_thing_after_the_other(exercise: Exercise) -> None:
    assert exercise.task is not None
    assert exercise.task.key == "append"

    _append(exercise)
    assert exercise.task.key == "required"
    _require(exercise)
    assert exercise.task.key == "export"
    exercise.desk.exported.emit(exercise.sheet)

    assert exercise.task is None
    assert "Geschafft" in exercise.bar.words.text()


def test_what_was_done_early_counts_when_its_turn_comes(exercise: Exercise) -> None:
    _require(exercise)
    assert exercise.place == 0

    _append(exercise)

    assert exercise.place == 2


def test_an_export_of_another_document_does_not_count(desk: Desk, exercise: Exercise) -> None:
    _append(exercise)
    _require(exercise)
    other = desk.filing.new()

    desk.exported.emit(other)

    assert exercise.place == 2


def test_where_leads_to_an_element_at_which_it_can_be_done(exercise: Exercise) -> None:
    exercise.show_how()
    chosen = exercise.sheet.canvas.selection.focus
    assert exercise.sheet.view.the(chosen, Step).form == "office"

    _append(exercise)
    exercise.show_how()
    chosen = exercise.sheet.canvas.selection.focus
    assert not exercise.sheet.view.the(chosen, Field).required


def test_nobody_asks_to_save_an_exercise(qtbot: QtBot, desk: Desk, exercise: Exercise) -> None:
    hand = Hand(qtbot, desk)
    _append(exercise)
    assert exercise.sheet.session.dirty
    assert desk.sheets.tabs.tabText(0).startswith("Übung: ")

    hand.key("Ctrl+W")  # a question would stop here for ever

    assert desk.sheet is None


def test_who_leaves_the_exercise_keeps_an_ordinary_service(exercise: Exercise) -> None:
    _append(exercise)
    sheet = exercise.sheet

    exercise.bar.leave_button.click()

    assert not sheet.practice
    assert sheet.session.dirty
    assert not exercise.bar.isVisible()


def test_again_begins_on_a_fresh_copy(desk: Desk, exercise: Exercise) -> None:
    _append(exercise)
    before = exercise.start

    exercise.again()

    assert desk.sheet is not None
    assert len(desk.sheets.all) == 1
    assert len(desk.sheet.view) == len(before)
