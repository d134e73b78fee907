"""A furnished window, a person at it, and a small service in front."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.behaviors import open_document
from studio.session import Session
from tests.helpers.desk import Hand, open_desk
from tests.helpers.musterleistung import musterleistung


@pytest.fixture
def hand(qtbot: QtBot, qapp: object, tmp_path: Path) -> Hand:
    """The start page is in front."""
    return Hand(qtbot, open_desk(qtbot, tmp_path))


@pytest.fixture
def at_work(hand: Hand) -> Hand:
    """The model service of the tests is open, not saved anywhere."""
    document = open_document(musterleistung())
    hand.desk.filing.show(Session.new(document, surroundings=hand.desk.surroundings))
    return hand
