"""Can a trainer make a lesson of an example, show it, change the service live, and begin again?"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from model.records import Field, Start, Step, Stop
from model.storage import to_bytes
from studio.lessons import Lesson
from tests.conftest import Bar
from tests.helpers.desk import Hand
from tests.helpers.lessons import Learner

GOAL, STOPS = 25, 6


def test_U15_six_stops_played_changed_live_and_reset(hand: Hand, bar: Bar) -> None:
    hand.desk.filing.open_sample("hundesteuer")
    hand.settle()
    own, before = hand.sheet, to_bytes(hand.sheet.view)
    hand.actions = 0

    record(hand)
    recorded = hand.actions
    lesson = play(hand)
    changed = change_a_step_live(hand)
    hand.key("Ctrl+Shift+F5")

    assert to_bytes(hand.sheet.view) == to_bytes(lesson.start)
    assert hand.sheet.view.the(changed, Step).name != "Live geändert"
    assert lesson.place == 0
    assert hand.actions <= GOAL, "\n".join(hand.log)
    bar("U15", f"{hand.actions} actions for a lesson ({recorded} to record it)", f"<= {GOAL}")
    lesson.leave()  # nobody is asked
    assert QApplication.activeModalWidget() is None
    hand.settle()
    assert hand.sheet is own
    assert before != to_bytes(own.view)  # the stops are kept, and nothing else has changed
    stops = {r.id for r in own.view if r.kind in ("script", "stop")}
    assert to_bytes(r for r in own.view if r.id not in stops) == before


def record(hand: Hand) -> None:
    """Select what is shown, set a stop; six times."""
    for _ in range(STOPS):
        hand.key("Tab")  # in the order of reading
        hand.key("Ctrl+F5")
    stops = hand.sheet.view.ordered(Stop)
    assert len(stops) == STOPS
    assert all(stop.lit and stop.name for stop in stops)
    assert len({stop.lit for stop in stops}) == STOPS


def play(hand: Hand) -> Lesson:
    """Show the first stops as a presenter would."""
    hand.key("Shift+F5")
    lesson = hand.sheet.findChild(Lesson)
    assert lesson is not None
    assert hand.sheet.practice
    hand.wait_for(lambda: "Übung" in hand.desk.window.windowTitle())
    for _ in range(3):
        hand.key("Space")
    assert lesson.place == 3
    assert lesson.stage.strokes.last[-1] == "Leertaste"
    assert lesson.stage.spotlight.lit
    return lesson


def change_a_step_live(hand: Hand) -> str:
    """In the middle of the talk a step gets another name."""
    step = hand.sheet.findChild(Lesson).stop.lit[0]  # type: ignore[union-attr]
    hand.click(step)  # one of its answers lies there
    hand.key("Esc")  # from the answer to the card
    hand.key("F2")
    hand.type("Live geändert")
    hand.key("Return")
    assert hand.sheet.view.the(step, Step).name == "Live geändert"
    return step


@pytest.fixture
def recorded(hand: Hand, tmp_path: Path) -> Path:
    """A service with a script of one task, recorded by showing it once."""
    hand.desk.filing.new()
    hand.settle()
    hand.key("Ctrl+F5")
    hand.desk.teach("record")
    show_the_task(hand)
    hand.desk.teach("recorded")
    assert not hand.sheet.view.of(Field)  # taken back
    path = tmp_path / "mit_drehbuch.fachwerk"
    path.write_bytes(to_bytes(hand.sheet.view))
    return path


@pytest.mark.parametrize("language", ["de", "en"])
def test_U15_the_recorded_script_passes_as_a_test_in_both_languages(
    hand: Hand, recorded: Path, language: str
) -> None:
    hand.desk.speak(language)
    hand.desk.filing.open(recorded)
    hand.settle()

    hand.key("Shift+F5")
    lesson = hand.sheet.findChild(Lesson)
    assert lesson is not None
    start = to_bytes(hand.sheet.view)
    Learner(hand, lesson).play()

    assert [mark.state for mark in lesson.marks] == ["alone"]
    hand.key("Ctrl+Shift+F5")
    assert to_bytes(hand.sheet.view) == start


def show_the_task(hand: Hand) -> None:
    """A page with a question, as a trainer would draw it."""
    hand.click(hand.sheet.view.of(Start)[0].id)
    hand.place("page", "Aufgenommene Seite")
    hand.key("Return")
    hand.place("text", "Vorname")
    hand.key("Return")
