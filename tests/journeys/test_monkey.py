"""Does any sequence of gestures leave the service sound, and the way back open?"""

from __future__ import annotations

import random
import sys
from types import TracebackType

import pytest

from model.storage import to_bytes
from tests.helpers.desk import Hand
from tests.helpers.invariants import (
    choices_without_default,
    dangling,
    overlapping_lanes,
    placed_twice,
    ways_from_nowhere,
)
from tests.helpers.monkey import Monkey, dialogs_answered

LOOKS = 25
"""So many gestures lie between two looks at the invariants."""


def play(hand: Hand, seed: int, gestures: int, monkeypatch: pytest.MonkeyPatch) -> None:
    faults: list[str] = []

    def hook(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        faults.append(f"{kind.__name__}: {error}")

    hand.desk.filing.open_sample("hundesteuer")
    hand.settle()
    session = hand.sheet.session
    start = to_bytes(session.document.snapshot())
    monkey = Monkey(hand, seed)
    monkeypatch.setattr(sys, "excepthook", hook)
    with dialogs_answered(random.Random(seed)):
        for number in range(1, gestures + 1):
            monkey.act()
            assert not faults, (number, faults, monkey.log)
            if number % LOOKS == 0:
                look(hand, monkey, number)
    hand.canvas.give_up()
    steps = len(session.history.done)
    while session.undo():
        pass
    assert steps > gestures / 20, "this monkey only looks"
    assert to_bytes(session.document.snapshot()) == start, monkey.log


def look(hand: Hand, monkey: Monkey, number: int) -> None:
    view = hand.sheet.view
    told = (number, monkey.log)
    assert dangling(view) == [], told
    assert choices_without_default(view) == [], told
    assert ways_from_nowhere(view) == [], told
    assert placed_twice(view) == [], told
    assert overlapping_lanes(view) == [], told
    drawn = hand.canvas.graph.nodes.keys()
    assert all(one in view for one in drawn), told


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_gestures_do_no_harm_and_can_all_be_undone(
    hand: Hand, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(hand, seed, 400, monkeypatch)


@pytest.mark.long
@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
@pytest.mark.parametrize("seed", range(100, 120))
def test_twenty_times_a_thousand_random_gestures_do_no_harm(
    hand: Hand, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(hand, seed, 1000, monkeypatch)
