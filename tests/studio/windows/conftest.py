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


@pytest.fixture
def in_hand(at_work: Hand) -> Hand:
    """The same, as soon as the window hears keys: the panes stand, the menus know what can be done,
    the canvas has the focus.
    """
    desk = at_work.desk
    at_work.wait_for(lambda: not desk.docks._first_time.waiting)
    at_work.wait_for(lambda: at_work.menus.actions["edit.find"].isEnabled())
    desk.window.activateWindow()
    at_work.canvas.setFocus()
    at_work.wait_for(lambda: at_work.canvas.hasFocus() and desk.window.isActiveWindow())
    return at_work
