"""Is the window whole in both languages, in longer words and in large type?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from model.graph import reading_order
from model.language import current_language
from model.records import Field, Step
from studio.language.load import load
from tests.conftest import Bar
from tests.helpers.desk import Hand
from tests.helpers.longer import clipped, speak_longer
from widgets.look import theme


@pytest.fixture(autouse=True)
def _small_again() -> Iterator[None]:
    yield
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.scale_text(app, 1.0)


def still_clipped(hand: Hand) -> list[str]:
    """What is cut when everything has found its place."""
    if hand.desk.sheet is not None:
        hand.wait_for_check()
    for _ in range(4):
        hand.settle()
    return clipped(hand.desk.window)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_U12_a_third_longer_words_are_cut_nowhere(
    hand: Hand, language: str, scale: float, bar: Bar
) -> None:
    desk = hand.desk
    desk.window.resize(1800, 1100)
    desk.scale_text(scale)
    speak_longer(language)
    for again in desk.on_retranslate:
        again()
    desk.refresh()
    assert still_clipped(hand) == []

    desk.filing.open_sample("hundesteuer")
    hand.settle()
    view = hand.sheet.view
    page = next(n for n in reading_order(view) if view.get(n, Step))
    for chosen in ("", page, view.of(Field)[0].id, view.outgoing(page)[0].id):
        hand.canvas.select([chosen] if chosen else [], chosen)
        assert still_clipped(hand) == [], chosen
    bar("U12", f"0 words cut, a third longer, {scale:.0%}, {language}", 0)


def test_U12_the_language_changes_in_the_living_window_and_back(hand: Hand) -> None:
    desk = hand.desk
    desk.filing.open_sample("hundesteuer")
    german = {a.text() for a in hand.menus.actions.values()}

    desk.speak("en")
    hand.settle()
    english = {a.text() for a in hand.menus.actions.values()}
    assert current_language() == "en"
    assert len(german & english) < len(german) / 4

    desk.speak("de")
    hand.settle()
    assert {a.text() for a in hand.menus.actions.values()} == german
    load("de")
