"""Do the tools of the hand follow the selection, and is the grid remembered?"""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studio.actions.tools import GRID
from tests.helpers.desk import Hand, open_desk


@pytest.fixture
def hand(qtbot: QtBot, qapp: object, tmp_path: Path) -> Hand:
    made = Hand(qtbot, open_desk(qtbot, tmp_path))
    made.desk.filing.open_sample("hundesteuer")
    made.settle()
    return made


def test_the_grid_is_remembered_and_seen_in_every_document(hand: Hand) -> None:
    hand.key("Ctrl+G")
    hand.desk.filing.open_sample("bewohnerparkausweis")
    hand.settle()

    assert hand.desk.settings.value(GRID)
    assert [sheet.canvas.grid for sheet in hand.desk.sheets.all] == [True, True]
    assert hand.menus.actions["view.grid"].isChecked()
    hand.menus.actions["view.grid"].trigger()
    assert [sheet.canvas.grid for sheet in hand.desk.sheets.all] == [False, False]


def test_what_can_be_done_depends_on_what_is_chosen(hand: Hand) -> None:
    view, canvas = hand.sheet.view, hand.canvas
    step = next(one for one in canvas.graph.nodes if view.outgoing(one))
    lane = next(iter(canvas.graph.lanes))
    names = ("tools.turn_end", "tools.lane_taller", "tools.grab")

    def enabled(record_id: str) -> list[bool]:
        canvas.select((record_id,) if record_id else ())
        hand.settle()
        hand.menus.refresh()
        return [hand.menus.actions[name].isEnabled() for name in names]

    assert enabled("") == [False, False, False]
    assert enabled(step) == [False, False, True]
    assert enabled(view.outgoing(step)[0].id) == [True, False, False]
    assert enabled(lane)[0] is False


def test_a_tool_that_is_on_is_checked_in_the_menu_and_its_keys_are_german(hand: Hand) -> None:
    entry = hand.menus.actions["tools.space"]

    entry.trigger()
    hand.menus.refresh()

    assert hand.canvas.mode == "space"
    assert entry.isChecked()
    assert entry.text() == "Platz schaffen\tUmschalt+S"
