"""Do boxes and rings grow with the words, and can they still be pressed?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from widgets.look import theme
from widgets.panels.flow import FlowLayout
from widgets.panels.ticks import ChoiceRing, TickBox


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    theme.scale_text(qapp, 2.0)
    yield
    theme.scale_text(qapp, 1.0)


@pytest.mark.parametrize("kind", [TickBox, ChoiceRing])
def test_the_sign_is_twice_as_large_with_words_twice_as_large(
    qtbot: QtBot, qapp: QApplication, kind: type[TickBox | ChoiceRing]
) -> None:
    button = kind()
    qtbot.addWidget(button)
    before = button.sizeHint()

    theme.scale_text(qapp, 2.0)
    after = button.sizeHint()
    theme.scale_text(qapp, 1.0)

    assert after.width() >= 1.7 * before.width()
    assert button.sizeHint() == before


@pytest.mark.parametrize("kind", [TickBox, ChoiceRing])
def test_a_click_at_the_edge_of_the_large_sign_counts(
    qtbot: QtBot, large: None, kind: type[TickBox | ChoiceRing]
) -> None:
    button = kind()
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    button.show()
    edge = QPoint(button.width() - 4, button.height() - 4)

    QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=edge)

    assert button.isChecked()


def test_words_and_sign_are_drawn_and_look_different_when_ticked(qtbot: QtBot, large: None) -> None:
    box = TickBox()
    box.setText("Pflicht")
    qtbot.addWidget(box)
    box.resize(box.sizeHint())
    before = box.grab().toImage()

    box.setChecked(True)

    assert box.grab().toImage() != before


def test_what_stands_in_one_line_stands_on_one_middle(qtbot: QtBot) -> None:
    pane = QWidget()
    qtbot.addWidget(pane)
    row = FlowLayout(pane, 4)
    boxes = [QWidget(pane) for _ in range(3)]
    for box, tall in zip(boxes, (20, 30, 40), strict=True):
        box.setFixedSize(QSize(50, tall))
        row.addWidget(box)

    row.setGeometry(QRect(0, 0, 110, 200))

    middles = [box.y() + box.height() / 2 for box in boxes]
    assert middles[0] == middles[1]
    assert middles[2] == 30 + 4 + 20
    assert row.heightForWidth(110) == 30 + 4 + 40
