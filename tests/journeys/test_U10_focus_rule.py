"""Does a key act only on what has the focus?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from model.records import Field, Step
from model.storage import to_bytes
from tests.helpers.desk import Hand
from widgets.canvas import Canvas

EDITORS = (QLineEdit, QPlainTextEdit, QTextEdit)


@pytest.fixture
def at_work(hand: Hand) -> Hand:
    hand.desk.filing.open_sample("hundesteuer")
    hand.wait_for_check()
    field = hand.sheet.view.of(Field)[1]
    hand.canvas.select([field.id], field.id)
    hand.settle()
    return hand


def focusable(hand: Hand) -> list[QWidget]:
    """What one can reach with the Tab key, the canvas aside."""
    parts = hand.desk.window.findChildren(QWidget)
    return [
        part
        for part in parts
        if part.isVisible()
        and part.isEnabled()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(part, Canvas)
        and part.focusProxy() is None
    ]


def state(hand: Hand) -> bytes:
    return to_bytes(hand.sheet.view)


def send(part: QWidget, chord: str) -> None:
    QTest.keySequence(part, QKeySequence(chord))
    QApplication.processEvents()


@pytest.mark.parametrize(
    "chord", ["C", "E", "R", "B", "X", "Del", "Backspace", "Ctrl+R", "Ctrl+V", "Ctrl+X", "Ctrl+D"]
)
def test_U10_no_key_in_a_pane_changes_the_service(at_work: Hand, chord: str) -> None:
    before = state(at_work)
    guilty = []
    for part in focusable(at_work):
        if not part.isVisible():
            continue
        part.setFocus()
        if QApplication.focusWidget() is not part:
            continue
        send(part, chord)
        if isinstance(part, EDITORS):
            send(part, "Esc")
        if isinstance(part, QComboBox):
            part.hidePopup()
        if state(at_work) != before:
            guilty.append(f"{type(part).__name__} {part.accessibleName()!r}")
            at_work.sheet.session.undo()

    assert guilty == []


def test_U10_undo_in_a_line_takes_back_what_was_typed_and_then_the_last_step(
    at_work: Hand,
) -> None:
    step = at_work.sheet.view.of(Step)[0]
    at_work.canvas.show_element(step.id)
    at_work.key("F2")
    at_work.type("Anderer Name", over=True)
    at_work.key("Return")
    before = state(at_work)
    at_work.desk.docks.enter("inspector")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)

    at_work.type("xyz")
    at_work.key("Ctrl+Z")
    assert "xyz" not in line.text()
    assert state(at_work) == before

    at_work.key("Ctrl+Z")
    assert at_work.sheet.view.the(step.id, Step).name == step.name


@pytest.mark.parametrize("chord", ["Ctrl+R", "Ctrl+Shift+R", "F5", "Alt+Left"])
def test_U10_keys_that_destroy_elsewhere_destroy_nothing_here(at_work: Hand, chord: str) -> None:
    at_work.canvas.setFocus()
    before = state(at_work)

    send(at_work.canvas, chord)
    if chord == "Alt+Left":  # moves; one step back
        at_work.sheet.session.undo()

    assert state(at_work) == before


def test_U10_typing_a_name_on_the_canvas_is_no_shortcut(at_work: Hand) -> None:
    step = at_work.sheet.view.of(Step)[0]
    at_work.canvas.show_element(step.id)
    number = len(at_work.sheet.view.of(Step))

    at_work.key("F2")
    at_work.type("CERB", over=True)
    at_work.key("Ctrl+A")
    at_work.key("Ctrl+C")
    at_work.key("Return")

    assert at_work.sheet.view.the(step.id, Step).name == "CERB"
    assert len(at_work.sheet.view.of(Step)) == number
    assert QApplication.clipboard().text() == "CERB"
