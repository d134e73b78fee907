"""Can a person play a service from start to end, keep the run, go back, and change things?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from model.commands import rename
from model.language import say
from model.play import play, typed
from model.records import ExampleCase, Field, Step
from studio.playing.playing import Playing
from tests.helpers.desk import Hand
from tests.helpers.formhand import fill_form

CITIZEN = "Ein Rottweiler mit Erlaubnis"


@pytest.fixture
def at_play(hand: Hand) -> Hand:
    """The Hundesteuer is open, and F5 was pressed on the canvas."""
    hand.desk.filing.open_sample("hundesteuer")
    hand.canvas.setFocus()
    hand.wait_for(lambda: hand.menus.actions["play.start"].isEnabled())
    hand.wait_for(hand.desk.window.isActiveWindow)
    hand.key("F5")
    return hand


def _playing(hand: Hand) -> Playing:
    found: Playing | None = hand.desk.rehearsal.running(hand.sheet)
    assert found is not None
    return found


def _citizen(hand: Hand, name: str = CITIZEN) -> ExampleCase:
    return next(case for case in hand.sheet.view.of(ExampleCase) if case.name == name)


def _go_on(hand: Hand) -> None:
    """The space bar, on the bar above the canvas."""
    _playing(hand).bar.setFocus(Qt.FocusReason.OtherFocusReason)
    hand.key("Space")


def _answers_at(hand: Hand, case: ExampleCase) -> dict[str, object]:
    """What the citizen says here: the usual answers, and those of this visit."""
    playing = _playing(hand)
    given = typed(hand.sheet.view, case.answers)
    for turn in case.turns:
        if turn.at == playing.form.card and turn.happens == "done":
            given |= typed(hand.sheet.view, turn.answers)
    return given


def _play_to_the_end(hand: Hand, case: ExampleCase) -> None:
    playing = _playing(hand)
    for _ in range(40):
        if playing.run.walk.now.finished:
            return
        if playing.form.card:
            fill_form(hand, _answers_at(hand, case))
        before = len(playing.run.walk)
        _go_on(hand)
        assert len(playing.run.walk) == before + 1, playing.bar.judged.words.text()
    raise AssertionError("no end")


def test_the_dog_tax_is_played_by_typing_choosing_and_the_space_bar(at_play: Hand) -> None:
    case = _citizen(at_play)
    playing = _playing(at_play)

    _play_to_the_end(at_play, case)

    by_itself = play(at_play.sheet.view, case)
    done = [one.node for one in playing.run.walk.now.trace]
    assert sorted(done) == sorted(one.node for one in by_itself.trace)
    assert "zu Ende" in playing.bar.where.text()
    assert at_play.desk.panes.play.log.rows.rowCount() >= len(playing.run.walk)
    assert not playing.bar.forward.isEnabled()


def test_the_run_is_kept_as_a_case_that_goes_the_same_way_in_one_step(at_play: Hand) -> None:
    _play_to_the_end(at_play, _citizen(at_play))
    playing = _playing(at_play)
    before = len(at_play.sheet.view.of(ExampleCase))

    at_play.press(playing.bar.aid("save"))

    cases = at_play.sheet.view.of(ExampleCase)
    assert len(cases) == before + 1
    kept = next(one for one in cases if one.name.startswith("Hund angemeldet"))
    again = play(at_play.sheet.view, kept)
    assert again.trace == tuple(playing.run.walk.now.trace)
    assert (again.end, again.fee) == (kept.expected_end, kept.expected_fee)
    assert again.verdict == "agrees"
    at_play.desk.undo()
    assert len(at_play.sheet.view.of(ExampleCase)) == before


def test_a_missing_answer_stops_the_case_and_says_which(at_play: Hand) -> None:
    playing = _playing(at_play)

    _go_on(at_play)

    assert len(playing.run.walk) == 0
    words = playing.bar.judged.words.text()
    form = at_play.desk.panes.preview.form
    assert form is not None
    missing = form.problems()[0]
    assert missing.words in words
    held = form.focused()
    assert held is not None
    assert held[0] == missing.field


def test_from_an_earlier_line_another_answer_takes_another_way(at_play: Hand) -> None:
    case = _citizen(at_play)
    playing = _playing(at_play)
    for _ in range(3):
        fill_form(at_play, _answers_at(at_play, case))
        _go_on(at_play)
    with_dog = playing.run.walk.now.tokens[0].at
    log = at_play.desk.panes.play.log

    line = next(n for n, one in enumerate(log.rows.lines) if one.step == 2)
    log.scrollTo(log.rows.index(line))
    at = log.visualRect(log.rows.index(line)).center()
    QTest.mouseClick(log.viewport(), Qt.MouseButton.LeftButton, pos=at)
    log.setFocus()
    at_play.key("Return")
    assert len(playing.run.walk) == 2
    dachshund = next(
        one
        for one in at_play.sheet.view.of(ExampleCase)
        if one.name == "Ein Dackel aus dem Tierheim"
    )
    fill_form(at_play, typed(at_play.sheet.view, dachshund.answers))
    _go_on(at_play)

    assert len(playing.run.walk) == 3
    assert playing.run.walk.now.tokens[0].at != with_dog


def test_going_back_and_on_goes_the_same_way_with_the_same_answers(at_play: Hand) -> None:
    case = _citizen(at_play)
    playing = _playing(at_play)
    for _ in range(4):
        fill_form(at_play, _answers_at(at_play, case))
        _go_on(at_play)
    there = playing.run.walk.now

    for key in ("Backspace", "Backspace", "Shift+Space"):
        playing.bar.setFocus()
        at_play.key(key)
    assert len(playing.run.walk) == 1
    for _ in range(3):
        _go_on(at_play)

    assert playing.run.walk.now == there


def test_editing_goes_on_while_playing_and_the_run_follows(at_play: Hand) -> None:
    case = _citizen(at_play)
    playing = _playing(at_play)
    for _ in range(2):
        fill_form(at_play, _answers_at(at_play, case))
        _go_on(at_play)
    card = at_play.sheet.view.the(playing.run.walk.now.tokens[0].at, Step)
    document = at_play.sheet.session.document

    with document.transaction(say("undo.edit")) as tx:
        rename(tx, card.id, "Alle Ihre Hunde")
    at_play.settle()
    assert "Alle Ihre Hunde" in playing.bar.where.text()
    assert len(playing.run.walk) == 2

    first = playing.run.walk.moves[0].at
    with document.transaction(say("undo.edit")) as tx:
        for flow in tx.outgoing(first):
            tx.remove(flow.id)
    at_play.settle()

    assert "passt der Lauf nur bis hierher" in playing.bar.judged.words.text()
    assert len(playing.run.walk) == 1
    at_play.desk.undo()
    at_play.settle()
    _go_on(at_play)
    assert len(playing.run.walk) == 2


def test_escape_ends_it_and_nothing_of_the_service_has_changed(at_play: Hand) -> None:
    playing = _playing(at_play)
    before = tuple(at_play.sheet.view)
    assert at_play.desk.docks.is_shown("play")
    playing.bar.setFocus()

    at_play.key("Escape")

    assert at_play.desk.rehearsal.running(at_play.sheet) is None
    assert not at_play.desk.docks.is_shown("play")
    assert tuple(at_play.sheet.view) == before
    assert at_play.canvas.hasFocus()
    assert [one for one in at_play.sheet.view.of(Field) if not one.label] == []
