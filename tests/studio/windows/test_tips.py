"""Does a tip appear once, at its gesture?"""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from model.records import Step
from studio.windows.desk import Desk
from studio.windows.tips import Tips
from tests.helpers.desk import Hand, open_desk
from widgets.basics.bubble import Bubble


@pytest.fixture
def hand(qtbot: QtBot, tmp_path: Path) -> Hand:
    desk = open_desk(qtbot, tmp_path)
    desk.filing.open_sample("hundesteuer")
    return Hand(qtbot, desk)


def tips(hand: Hand) -> Tips:
    found = hand.desk.findChild(Tips)
    assert found is not None
    return found


def title_of(hand: Hand, place: int) -> QPoint:
    """The head of a card."""
    card = hand.sheet.view.ordered(Step)[place].id
    box = hand.canvas.graph.nodes[card].box
    return hand.point(box.left() + 40, box.top() + 14)


def bubbles(desk: Desk) -> list[str]:
    assert desk.sheet is not None
    shown = [b for b in desk.sheet.canvas.findChildren(Bubble) if b.isVisible()]
    return [bubble.accessibleName() for bubble in shown]


def test_the_tip_comes_while_the_hand_moves_and_only_once(hand: Hand) -> None:
    start = title_of(hand, 0)
    assert bubbles(hand.desk) == []

    hand.drag(start, start + QPoint(60, 0))
    assert len(bubbles(hand.desk)) == 1
    assert "Alt" in bubbles(hand.desk)[0]
    tips(hand).clear()
    hand.drag(start + QPoint(60, 0), start)

    assert bubbles(hand.desk) == []


def test_a_new_tip_takes_the_place_of_the_old(hand: Hand) -> None:
    hand.click(hand.sheet.view.ordered(Step)[0].id)
    first = bubbles(hand.desk)
    assert len(first) == 1

    hand.drag(title_of(hand, 0), title_of(hand, 0) + QPoint(60, 0))

    assert len(bubbles(hand.desk)) == 1
    assert bubbles(hand.desk) != first


def test_who_wants_no_tips_gets_none_until_asking_for_them(hand: Hand) -> None:
    step = hand.sheet.view.ordered(Step)[0]
    hand.click(step.id)
    bubble = hand.canvas.findChildren(Bubble)[0]

    hand.press(hand.button(bubble, "Keine Tipps mehr"))
    hand.drag(title_of(hand, 0), title_of(hand, 0) + QPoint(60, 0))
    assert bubbles(hand.desk) == []

    tips(hand).again()
    hand.click(step.id)
    assert len(bubbles(hand.desk)) == 1


def test_a_tip_leaves_the_focus_on_the_canvas(hand: Hand) -> None:
    hand.canvas.setFocus()
    hand.click(hand.sheet.view.ordered(Step)[0].id)

    assert bubbles(hand.desk)
    assert hand.canvas.hasFocus()
