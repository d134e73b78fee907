"""A furnished window with the dog tax in front, its cases played."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.desk import Hand, open_desk


@pytest.fixture
def hand(qtbot: QtBot, qapp: object, tmp_path: Path) -> Hand:
    """The start page is in front."""
    return Hand(qtbot, open_desk(qtbot, tmp_path))


@pytest.fixture
def at_cases(hand: Hand) -> Hand:
    """The pane of the cases is open and says what became of them."""
    hand.desk.filing.open_sample("hundesteuer")
    hand.wait_for_check()
    hand.desk.docks.toggle("cases")
    hand.wait_for(lambda: hand.desk.panes.cases.known is not None)
    return hand
