"""How far is it from the first start to a running example?"""

from __future__ import annotations

import time

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from model.records import Field
from tests.conftest import Bar
from tests.helpers.desk import Hand
from widgets.panels.buttons import FlatButton

CLICKS, SECONDS = 2, 5.0


@pytest.mark.parametrize("place", range(3))
def test_U3_one_click_from_the_first_start_shows_an_example_with_its_form(
    hand: Hand, place: int, bar: Bar
) -> None:
    page = hand.desk.sheets.start
    begun = time.monotonic()

    hand.press(page.samples[place])  # type: ignore[attr-defined]
    hand.settle()

    assert hand.actions <= CLICKS
    assert time.monotonic() - begun < SECONDS
    assert QApplication.activeModalWidget() is None
    assert not hand.desk.notice.isVisible()
    assert hand.sheet.view.of(Field)
    assert len(asked(hand)) >= 2
    bar("U3", f"{hand.actions} click, no dialog, the form shown", f"<= {CLICKS}, {SECONDS:.0f} s")


def asked(hand: Hand) -> list[QWidget]:
    """The controls of the form that a citizen would fill in."""
    parts = hand.desk.panes.preview.findChildren(QWidget)
    return [
        part
        for part in parts
        if part.isVisible() and part.accessibleName() and not isinstance(part, FlatButton)
    ]
