"""Does the bar ask for what is meant, by mouse and by key?"""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from widgets.play import PlayBar, Said

K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
DAY = date(2026, 3, 2)


@pytest.fixture
def bar(qtbot: QtBot) -> PlayBar:
    bar = PlayBar()
    qtbot.addWidget(bar)
    bar.say(Said("Probelauf", "Der Fall wartet.", today=DAY, can_back=True, due=True))
    bar.resize(900, 120)
    bar.show()
    bar.setFocus()
    return bar


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (K.Key_Space, "forward"),
        (K.Key_Backspace, "back"),
        (K.Key_Home, "restart"),
        (K.Key_A, "auto"),
        (K.Key_Escape, "leave"),
    ],
)
def test_its_keys_ask_for_what_they_say(bar: PlayBar, key: Qt.Key, wish: str) -> None:
    asked: list[str] = []
    bar.wanted.connect(asked.append)

    QTest.keyClick(bar, key)

    assert asked == [wish]


def test_shift_and_space_go_back_and_other_keys_stay_with_the_window(bar: PlayBar) -> None:
    asked: list[str] = []
    bar.wanted.connect(asked.append)

    QTest.keyClick(bar, K.Key_Space, SHIFT)
    QTest.keyClick(bar, K.Key_S)

    assert asked == ["back"]


def test_another_day_is_told_once_and_showing_a_day_tells_nothing(bar: PlayBar) -> None:
    days: list[date] = []
    bar.dated.connect(days.append)

    bar.say(Said("Probelauf", "", today=date(2026, 4, 1)))
    assert days == []
    bar.day.setDate(bar.day.date().addDays(1))

    assert days == [date(2026, 4, 2)]


def test_what_cannot_be_done_is_no_button_to_press(bar: PlayBar) -> None:
    bar.say(Said("Probelauf", "Ende", can_go=False, can_back=False, due=False, today=DAY))

    assert not bar.forward.isEnabled()
    assert not bar.back.isEnabled()
    assert not bar.aid("due").isEnabled()
    assert bar.aid("leave").isEnabled()


def test_a_screen_reader_hears_where_the_case_stands_and_what_is_missing(bar: PlayBar) -> None:
    bar.say(Said("Probelauf", "Seite 1", ("warning", "Es fehlt der Name."), today=DAY))

    assert bar.accessibleName() == "Probelauf: Seite 1"
    assert bar.accessibleDescription() == "Es fehlt der Name."
    assert bar.day.accessibleName()
    assert bar.pace.accessibleName()
