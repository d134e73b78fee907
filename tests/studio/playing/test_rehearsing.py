"""Can a service be played from wherever somebody asks?"""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu

from model.checks import Finding
from model.errors import FachwerkError
from model.language import say
from model.play import play, typed
from model.records import (
    Flow,
    Role,
    Start,
)
from tests.helpers.desk import Hand
from tests.helpers.playing import case_named, playing_of, rehearsal_of


def test_an_example_citizen_goes_step_by_step_to_the_end_that_is_expected(dogs: Hand) -> None:
    case = case_named(dogs, "Ein Rottweiler mit Erlaubnis")
    rehearsal_of(dogs).play_case(dogs.sheet, case.id)
    playing = playing_of(dogs)
    assert playing.run.applied == case.applied
    assert case.name in playing.bar.title.text()

    while playing.forward():
        pass

    walk = rehearsal_of(dogs).walk_of(dogs.sheet)
    assert tuple(walk.now.trace) == play(dogs.sheet.view, case).trace
    taken = rehearsal_of(dogs).case_of(dogs.sheet, "Noch einmal")
    assert (taken.name, taken.expected_end) == ("Noch einmal", case.expected_end)


def test_until_a_card_it_goes_at_once_and_says_when_it_never_comes_there(dogs: Hand) -> None:
    case = case_named(dogs, "Ein Dackel aus dem Tierheim")
    answers = typed(dogs.sheet.view, case.answers)
    reached, never = dogs.named("Anmeldung formell prüfen").id, dogs.named("Erlaubnis prüfen").id

    assert rehearsal_of(dogs).play_until(dogs.sheet, reached, answers)
    assert [token.at for token in playing_of(dogs).run.walk.now.tokens] == [reached]
    assert not rehearsal_of(dogs).play_until(dogs.sheet, never, answers)

    assert "Erlaubnis prüfen" in playing_of(dogs).bar.judged.words.text()


def test_from_the_middle_it_begins_where_the_menu_was_opened(dogs: Hand) -> None:
    step = dogs.named("Anmeldung formell prüfen").id
    dogs.canvas.show_element(step)
    dogs.settle()
    dogs.menus.show_context(dogs.canvas.mapToGlobal(dogs.where(step)))
    menu = next(one for one in dogs.desk.window.findChildren(QMenu) if one.isVisible())

    entry = next(one for one in menu.actions() if one.objectName() == "play.here")
    entry.trigger()
    menu.close()

    assert [token.at for token in playing_of(dogs).run.walk.now.tokens] == [step]
    with pytest.raises(FachwerkError):
        rehearsal_of(dogs).case_of(dogs.sheet, "Lauf")


def test_what_is_no_place_to_begin_is_refused_with_a_reason(dogs: Hand) -> None:
    lane = dogs.sheet.view.of(Role)[0].id

    with pytest.raises(FachwerkError) as refused:
        rehearsal_of(dogs).start_at(dogs.sheet, lane)

    assert refused.value.todo is not None
    assert rehearsal_of(dogs).running(dogs.sheet) is None


def test_answers_of_a_finding_are_played_as_a_citizen(dogs: Hand) -> None:
    case = case_named(dogs, "Ein Dackel aus dem Tierheim")
    answers = typed(dogs.sheet.view, case.answers)

    rehearsal_of(dogs).play_answers(dogs.sheet, {**answers, "today": case.applied})
    playing = playing_of(dogs)
    while playing.forward():
        pass

    assert tuple(playing.run.walk.now.trace) == play(dogs.sheet.view, case).trace


def test_the_path_of_a_finding_is_walked_from_the_findings_and_back(dogs: Hand) -> None:
    flows = dogs.sheet.view.of(Flow)
    first = dogs.sheet.view.of(Start)[0].id
    way = next(flow for flow in flows if flow.source == first)
    words = say("checks.title")
    finding = Finding("x", way.target, words, words, "error", path=(first, way.id, way.target))
    plain = Finding("y", way.target, words, words, "hint")
    dogs.desk.panes.findings.show_findings([finding, plain])
    dogs.settle()
    lines = dogs.desk.panes.findings.lines()

    dogs.press(dogs.button(lines[0], "Im Bild abspielen"))
    playing = playing_of(dogs)
    assert playing.trail.sight.stands == (first,)
    playing.bar.setFocus()
    dogs.key("Space")
    assert playing.trail.sight.stands == (way.target,)
    assert playing.trail.sight.ways == {way.id}
    dogs.key("Backspace")

    assert playing.trail.sight.stands == (first,)
    assert not any(lines[1].findChildren(type(lines[0].ask_why), "play"))
    assert not lines[1].plays
