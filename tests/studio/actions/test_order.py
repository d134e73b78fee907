"""Does the menu Anordnen bring the canvas into order, and say why where it cannot?"""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from model.records import Placement, Role, Step
from tests.bench.tidy import overlaps
from tests.helpers.desk import Hand, open_desk


@pytest.fixture
def hand(qtbot: QtBot, qapp: object, tmp_path: Path) -> Hand:
    made = Hand(qtbot, open_desk(qtbot, tmp_path))
    made.desk.filing.open_sample("hundesteuer")
    made.settle()
    return made


def _choose(hand: Hand, *ids: str) -> None:
    hand.canvas.select(ids, ids[-1] if ids else "")
    hand.settle()
    hand.menus.refresh()


def test_tidying_up_is_one_step_that_can_be_undone(hand: Hand) -> None:
    before = hand.sheet.view.of(Placement)
    _choose(hand)

    hand.key("Ctrl+Shift+L")
    tidied = hand.sheet.view
    hand.key("Ctrl+Z")

    assert tidied.of(Placement) != before
    assert overlaps(tidied) == []
    assert hand.sheet.view.of(Placement) == before


def test_with_several_cards_chosen_only_they_are_tidied(hand: Hand) -> None:
    steps = [step.id for step in hand.sheet.view.of(Step)[:3]]
    entry = hand.menus.actions["arrange.tidy"]

    _choose(hand, *steps)
    several = entry.text()
    _choose(hand)

    assert several.startswith("Auswahl aufräumen")
    assert entry.text().startswith("Aufräumen")


def test_pages_are_aligned_from_the_menu_and_a_single_card_cannot_be(hand: Hand) -> None:
    pages = [step.id for step in hand.sheet.view.of(Step) if step.form == "page"][:3]
    entry = hand.menus.actions["arrange.align_top"]

    _choose(hand, pages[0])
    alone = entry.isEnabled()
    _choose(hand, *pages)
    entry.trigger()

    places = [hand.sheet.view.placement(page) for page in pages]
    assert not alone
    assert len({place.y for place in places if place is not None}) == 1


def test_what_is_held_stays_when_everything_is_tidied(hand: Hand) -> None:
    step = hand.sheet.view.of(Step)[0].id
    entry = hand.menus.actions["arrange.pin"]
    _choose(hand, step)

    entry.trigger()
    hand.menus.refresh()
    held = hand.sheet.view.placement(step)
    _choose(hand)
    hand.key("Ctrl+Shift+L")

    assert entry.isCheckable()
    assert held is not None
    assert held.pinned
    assert hand.sheet.view.placement(step) == held


def test_a_lane_goes_down_until_it_is_the_last(hand: Hand) -> None:
    lane = hand.sheet.view.ordered(Role)[-2].id
    entry = hand.menus.actions["arrange.move_lane_down"]
    _choose(hand, lane)
    could = entry.isEnabled()

    entry.trigger()
    _choose(hand, lane)

    assert could
    assert hand.sheet.view.ordered(Role)[-1].id == lane
    assert not entry.isEnabled()


def test_the_course_of_a_bent_way_is_reset(hand: Hand) -> None:
    view = hand.sheet.view
    bent = next(place.about for place in view.of(Placement) if place.bends)
    _choose(hand, bent)

    hand.menus.actions["arrange.reset_course"].trigger()

    assert hand.sheet.view.placement(bent) is None
