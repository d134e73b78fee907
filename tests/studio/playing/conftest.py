"""A furnished window and a person at it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.helpers.desk import Hand, open_desk


@pytest.fixture
def hand(qtbot: QtBot, qapp: object, tmp_path: Path) -> Hand:
    return Hand(qtbot, open_desk(qtbot, tmp_path))


@pytest.fixture
def dogs(hand: Hand) -> Hand:
    """The Hundesteuer is open."""
    hand.desk.filing.open_sample("hundesteuer")
    hand.settle()
    return hand
