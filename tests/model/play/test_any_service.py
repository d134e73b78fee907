"""Does every walk through any service end or say why not, and is it the same each time?"""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from model.document import Snapshot
from model.play import (
    World,
    begin,
    covering,
    days_later,
    make,
    play,
    possible,
    set_out,
    steps,
    untouched,
)
from model.records import KINDS, ExampleCase, Flow, Node, Record
from model.storage import to_bytes
from tests.helpers.records import records
from tests.model.play.blocks import DAY, grown

MOVES = 60
NODES = [kind for kind in KINDS.values() if issubclass(kind, Node)]
SEEDS = st.integers(0, 10**6)


def walked(view: Snapshot, seed: int, moves: int = MOVES) -> list[object]:
    """All states of a walk that chooses at random."""
    dice = random.Random(seed)
    states = [begin(view, DAY)]
    for _ in range(moves):
        offered = possible(view, states[-1])
        if not offered:
            break
        move = dice.choice(offered) if dice.random() < 0.9 else days_later(states[-1], 30)
        states.append(make(view, states[-1], move))
    return list(states)


@given(SEEDS, SEEDS)
@settings(max_examples=60)
def test_a_walk_through_blocks_ends_or_reports_and_is_the_same_again(one: int, two: int) -> None:
    view, _ = grown(one)
    before = to_bytes(view)

    states = walked(view, two)

    last = states[-1]
    assert last.finished or last.incidents or possible(view, last)
    assert states == walked(view, two)
    assert len(last.tokens) <= 200
    assert to_bytes(view) == before


@st.composite
def any_service(draw: st.DrawFn) -> Snapshot:
    """Nodes of every kind, joined at random, with anything in their fields."""
    found: list[Record] = []
    count = draw(st.integers(1, 9))
    ids = [f"id_{n}" for n in range(count)]
    for node in ids:
        made = draw(records(*NODES))
        parent = draw(st.sampled_from(["", "", "", *ids]))
        found.append(made.replaced(id=node, of="", parent=parent))
    ends = st.sampled_from(ids)
    for number in range(draw(st.integers(0, 14))):
        way = Flow(id=f"f{number}", source=draw(ends), target=draw(ends), order=f"a{number:03}")
        found.append(way)
    return Snapshot.of_records(found)


@given(any_service(), SEEDS)
@settings(max_examples=30)
def test_a_walk_through_anything_never_breaks(view: Snapshot, seed: int) -> None:
    states = walked(view, seed, 7)

    assert states == walked(view, seed, 7)
    assert all(len(one.tokens) < 2_000 for one in states)
    assert states[-1].finished or states[-1].incidents or possible(view, states[-1])


@given(any_service())
@settings(max_examples=60)
def test_a_case_in_anything_comes_to_a_verdict(view: Snapshot) -> None:
    got = play(view, ExampleCase(id="case", applied=DAY), world=World("BY"))

    assert got.verdict in ("agrees", "stuck")
    assert bool(got.state.finished) or got.incidents


@given(SEEDS)
@settings(max_examples=15)
def test_generated_cases_never_differ_from_themselves(seed: int) -> None:
    view, _ = grown(seed, 10)

    made = covering(view, DAY)

    assert made == covering(view, DAY)
    assert {play(view, one).verdict for one in made} <= {"agrees"}
    assert untouched(view, [play(view, one).trace for one in made]).nodes == ()


@given(SEEDS)
@settings(max_examples=30)
def test_going_back_and_on_again_comes_to_the_same_state(seed: int) -> None:
    view, case = grown(seed)
    walk = set_out(view, DAY)
    for move, _ in list(steps(view, case))[1:]:
        walk = walk.go(view, move)

    half = walk.back(len(walk) // 2)
    for move in walk.moves[len(half) :]:
        half = half.go(view, move)

    assert half == walk
