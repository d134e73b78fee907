"""Does every lesson of the house hold, in both languages, with real hands?"""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.language import use
from model.storage import to_bytes
from resources import open_resource
from studio.lessons import begin, shipped_books
from studio.lessons.book import shipped_names
from studio.lessons.tales import TALES, tell
from tests.helpers.desk import Hand, open_desk
from tests.helpers.lessons import Learner


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", TALES)
def test_a_learner_can_do_every_stop_of_the_lesson(
    qtbot: QtBot, tmp_path: Path, name: str, language: str
) -> None:
    hand = Hand(qtbot, open_desk(qtbot, tmp_path, language=language))
    lesson = begin(hand.desk, name)
    start = to_bytes(hand.sheet.view)

    Learner(hand, lesson).play()

    states = [mark.state for mark in lesson.marks if mark.state]
    assert set(states) <= {"alone", "done"}
    assert states.count("alone") == sum(bool(stop.goals) for stop in lesson.book.stops)
    hand.key("Ctrl+Shift+F5")
    assert lesson.place == 0
    assert to_bytes(hand.sheet.view) == start


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", TALES)
def test_the_solution_that_is_shown_solves_every_question(
    qtbot: QtBot, tmp_path: Path, name: str, language: str
) -> None:
    lesson = begin(open_desk(qtbot, tmp_path, language=language), name)

    for place in range(len(lesson.marks)):
        lesson.go(place)
        lesson.show_solution()

        goals = range(len(lesson.stop.goals))
        assert [n for n in goals if not lesson.is_reached(place, n)] == [], lesson.stop.name


@pytest.mark.parametrize("name", TALES)
def test_the_file_among_the_resources_is_the_tale(name: str) -> None:
    assert open_resource(f"lessons/{name}.drehbuch") == to_bytes(tell(name))
    use("de", {})


def test_the_menu_offers_exactly_the_lessons_there_are() -> None:
    from studio.actions.present import LESSONS

    assert list(LESSONS) == shipped_names()
    assert all(book.stops for book in shipped_books())
