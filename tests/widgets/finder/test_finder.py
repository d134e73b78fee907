"""Can a line be found and taken by keys alone, and by mouse alone?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from model.language import say, use
from resources import texts
from widgets.finder import Finder, Line
from widgets.look import theme

K = Qt.Key
LINES = [Line(n, f"Zeile {n}", note="darunter" if n % 2 else "", right="F3") for n in range(12)]


@pytest.fixture
def room(qtbot: QtBot, qapp: object) -> Iterator[QWidget]:
    use("de", texts("de"))
    theme.apply(qapp, "light")  # type: ignore[arg-type]
    window = QWidget()
    window.resize(900, 600)
    column = QVBoxLayout(window)
    column.addWidget(QLineEdit(window))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    use("de", {})


def opened(room: QWidget, *, corner: bool = False, transient: bool = True) -> Finder:
    finder = Finder(
        room,
        say("finder.search"),
        say("finder.how.search"),
        corner=corner,
        transient=transient,
    )
    finder.asked.connect(lambda words: finder.show_lines([] if words == "nichts" else LINES))
    finder.open(lambda: room.findChild(QLineEdit).setFocus(), "")
    return finder


def test_arrows_choose_enter_takes_and_escape_gives_the_focus_back(room: QWidget) -> None:
    other = room.findChild(QLineEdit)
    finder = opened(room)
    taken: list[object] = []
    finder.taken.connect(taken.append)

    for key in (K.Key_Down, K.Key_Down, K.Key_Up, K.Key_Return):
        QTest.keyClick(finder.line, key)
    QTest.keyClick(finder.line, K.Key_Up)
    QTest.keyClick(finder.line, K.Key_Up)
    QTest.keyClick(finder.line, K.Key_Return)
    QTest.keyClick(finder.line, K.Key_Escape)

    assert taken == [1, 11]
    assert finder.isHidden()
    assert other.hasFocus()


def test_enter_again_goes_to_the_next_hit_of_a_search_and_shift_back(room: QWidget) -> None:
    finder = opened(room, corner=True)
    taken: list[object] = []
    finder.taken.connect(taken.append)

    for held in (Qt.KeyboardModifier.NoModifier,) * 3 + (Qt.KeyboardModifier.ShiftModifier,):
        QTest.keyClick(finder.line, K.Key_Return, held)

    assert taken == [0, 1, 2, 1]


def test_a_click_takes_a_line(room: QWidget) -> None:
    finder = opened(room)
    taken: list[object] = []
    finder.taken.connect(taken.append)

    place = finder.list.visualRect(finder.lines.index(2)).center()
    QTest.mouseClick(finder.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert taken == [2]


def test_it_goes_when_the_focus_goes_elsewhere_but_a_search_stays(room: QWidget) -> None:
    other = room.findChild(QLineEdit)
    passing, staying = opened(room), opened(room, corner=True, transient=False)

    other.setFocus()

    assert passing.isHidden()
    assert staying.isVisible()


def test_it_stands_inside_its_parent_whatever_its_size(room: QWidget) -> None:
    for corner in (True, False):
        finder = opened(room, corner=corner, transient=False)
        for wide, high in ((900, 600), (260, 200)):
            room.resize(wide, high)
            assert room.rect().contains(finder.geometry())
        finder.line.setText("nichts")
        assert finder.height() < 80


def test_a_screen_reader_hears_all_parts_of_a_line(room: QWidget) -> None:
    finder = opened(room)

    list_ = QAccessible.queryAccessibleInterface(finder.list)

    assert list_.text(QAccessible.Text.Name) == "Treffer"
    assert list_.child(1).text(QAccessible.Text.Name) == "Zeile 1, darunter, F3"
    assert finder.line.accessibleName() == "In der ganzen Leistung suchen"
