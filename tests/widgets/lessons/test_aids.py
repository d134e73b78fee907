"""Do light, keys and black screen help without getting in the way?"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPushButton
from pytestqt.qtbot import QtBot

from widgets.lessons import KeyStrokes, LessonBar, Said, Spotlight


def _window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_the_rest_is_dark_what_is_lit_is_not_and_clicks_go_through(qtbot: QtBot) -> None:
    window = _window(qtbot)
    button = QPushButton(window)
    window.setCentralWidget(button)
    button.show()
    light = Spotlight(window)
    plain = window.grab().toImage()

    light.light(lambda: [QRect(200, 100, 100, 100)])
    seen = window.grab().toImage()

    assert seen.pixelColor(20, 20).lightness() < plain.pixelColor(20, 20).lightness()
    assert seen.pixelColor(250, 150) == plain.pixelColor(250, 150)
    assert window.childAt(300, 200) is button
    light.light(lambda: [QRect(200, 100, 100, 100)], dim=False)
    assert window.grab().toImage().pixelColor(20, 20) == plain.pixelColor(20, 20)
    window.resize(700, 500)
    assert light.geometry() == window.rect()


def test_chords_are_shown_once_and_typed_text_never(qtbot: QtBot) -> None:
    window = _window(qtbot)
    field, button = QLineEdit(window), QPushButton(window)
    field.show()
    button.show()
    strokes = KeyStrokes(window, lambda words: words.replace("Ctrl", "Strg"))
    strokes.start()

    field.setFocus()
    QTest.keyClicks(field, "geheim")
    assert strokes.last == []
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.keyClick(button, Qt.Key.Key_PageDown)

    assert strokes.last == ["Strg+Z", "Leertaste", "Bild ab"]
    assert strokes.isVisible()
    strokes.stop()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert strokes.last == []
    assert not strokes.isVisible()


def test_the_bar_hears_its_keys_and_only_those_that_are_offered(qtbot: QtBot) -> None:
    bar = LessonBar()
    qtbot.addWidget(bar)
    heard: list[str] = []
    bar.wanted.connect(heard.append)
    bar.say(Said("Titel", "Text", 1, 3, (("etwas", False),), offers=("again", "leave")))
    bar.show()

    for key in (Qt.Key.Key_Space, Qt.Key.Key_PageUp, Qt.Key.Key_B, Qt.Key.Key_R):
        QTest.keyClick(bar, key)

    assert heard == ["forward", "back", "again"]
    assert "etwas" in bar.accessibleName()
    assert not bar.aid("black").isVisible()
