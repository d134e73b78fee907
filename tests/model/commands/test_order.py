"""Aligning, distributing, making space and shifting lanes: nobody stands on anybody."""

from __future__ import annotations

import random
from contextlib import suppress
from itertools import pairwise

import pytest

from model.behaviors import open_document
from model.commands import (
    align,
    append_node,
    distribute,
    insert_on_flow,
    make_space,
    move,
    move_lane,
    resize_lane,
    tidy,
)
from model.document import Document, History, Snapshot, numbered_ids
from model.errors import NotAllowed
from model.geometry import Point, Rect
from model.graph import routes
from model.language import say
from model.records import Flow, Node, Placement, Role, Step, SubProcess
from tests.bench.tidy import generated, overlaps, ways_through_cards
from tests.helpers.invariants import overlapping_lanes


def _tidied(nodes: int, lanes: int, seed: int, more: float = 0.1) -> Document:
    document = open_document(generated(nodes, lanes, more, seed), ids=numbered_ids("new_"))
    _do(document, tidy)
    return document


def _do(document: Document, command, *args, **named):  # type: ignore[no-untyped-def]
    with document.transaction(say("undo.test")) as tx:
        return command(tx, *args, **named)


def _box(document: Document, about: str) -> Rect:
    place = document.snapshot().placement(about)
    assert place is not None
    return place.box


def _lanes(view: Snapshot) -> list[Rect]:
    found = [p.box for role in view.of(Role) if (p := view.placement(role.id)) is not None]
    return sorted(found, key=lambda box: box.y)


def _roles(view: Snapshot) -> dict[str, str]:
    return {node.id: node.role for node in view.of(Node)}


def _in_their_lanes(view: Snapshot) -> bool:
    for node in view.of(Node):
        place, lane = view.placement(node.id), view.placement(node.role)
        assert place is not None
        assert lane is not None
        if not (lane.y <= place.y and place.box.bottom <= lane.box.bottom):
            return False
    return True


@pytest.mark.parametrize("edge", ["left", "center", "right", "top", "middle", "bottom"])
def test_aligned_cards_stand_on_one_line_and_on_nobody(edge: str) -> None:
    document = _tidied(30, 2, 3)
    roles = _roles(document.snapshot())
    chosen = [f"n{number:05}" for number in (2, 4, 7, 11)]

    _do(document, align, chosen, edge)
    view = document.snapshot()

    assert overlaps(view) == []
    assert _roles(view) == roles
    assert _in_their_lanes(view)
    boxes = [_box(document, node) for node in chosen]
    if edge == "left":
        assert len({box.x for box in boxes}) == 1
    if edge == "right":
        assert len({box.right for box in boxes}) == 1
    if edge == "center":
        assert len({box.center.x for box in boxes}) == 1


def _row(*xs: float) -> Document:
    records = [Role(id="lane"), Placement(id="p_lane", about="lane", width=2000, height=300)]
    for number, x in enumerate(xs):
        records.append(Step(id=f"s{number}", role="lane"))  # type: ignore[arg-type]
        place = {"x": x, "y": 40.0 + 30 * number, "width": 100.0, "height": 64.0}
        records.append(Placement(id=f"p{number}", about=f"s{number}", **place))  # type: ignore[arg-type]
    return open_document(records, ids=numbered_ids("new_"))


def test_cards_of_one_lane_come_to_one_height() -> None:
    document = _row(60, 300, 700)

    _do(document, align, ["s0", "s1", "s2"], "top")

    assert [_box(document, f"s{n}").y for n in range(3)] == [40, 40, 40]
    assert [_box(document, f"s{n}").x for n in range(3)] == [60, 300, 700]


def test_cards_that_would_stand_on_each_other_go_on_to_the_right() -> None:
    document = _row(60, 90, 120)

    _do(document, align, ["s0", "s1", "s2"], "top")

    boxes = [_box(document, f"s{n}") for n in range(3)]
    assert [box.y for box in boxes] == [40, 40, 40]
    assert all(a.right < b.x for a, b in pairwise(boxes))


def test_distributed_cards_have_equal_gaps_and_the_outer_ones_stay() -> None:
    document = _row(60, 200, 700)

    _do(document, distribute, ["s0", "s1", "s2"], "horizontal")

    assert [_box(document, f"s{n}").x for n in range(3)] == [60, 380, 700]


def test_too_few_cards_are_refused_with_a_reason() -> None:
    document = _row(60, 300, 700)

    with pytest.raises(NotAllowed) as alone:
        _do(document, align, ["s0"], "left")
    with pytest.raises(NotAllowed) as two:
        _do(document, distribute, ["s0", "s1"], "horizontal")

    assert alone.value.what.key == "arrange.align.few"
    assert two.value.what.key == "arrange.distribute.few"


def test_cards_of_different_lanes_are_not_brought_to_one_height() -> None:
    document = _tidied(20, 2, 1)
    view = document.snapshot()
    one = next(n.id for n in view.of(Node) if n.role == "lane0")
    other = next(n.id for n in view.of(Node) if n.role == "lane1")

    with pytest.raises(NotAllowed) as refused:
        _do(document, align, [one, other], "top")

    assert refused.value.what.key == "arrange.align.lanes"


@pytest.mark.parametrize("seed", range(4))
def test_space_that_was_made_and_closed_again_leaves_no_trace(seed: int) -> None:
    document = _tidied(30, 2, seed)
    before = document.snapshot()
    at = Point(900, 150)

    _do(document, make_space, at, 200, 0)
    wide = document.snapshot()
    _do(document, make_space, at, -200, 0)

    moved = [n.id for n in before.of(Node) if _x(wide, n.id) != _x(before, n.id)]
    assert all(_x(wide, n) == _x(before, n) + 200 for n in moved)
    assert {n.id for n in before.of(Node) if _x(before, n.id) >= 900} == set(moved)
    assert [_x(document.snapshot(), n.id) for n in before.of(Node)] == [
        _x(before, n.id) for n in before.of(Node)
    ]


def _x(view: Snapshot, node: str) -> float:
    place = view.placement(node)
    assert place is not None
    return place.x


@pytest.mark.parametrize("seed", range(6))
def test_closing_a_gap_never_pushes_cards_onto_each_other(seed: int) -> None:
    document = _tidied(30, 3, seed)
    chance = random.Random(seed)
    for _ in range(12):
        at = Point(chance.randrange(3000), chance.randrange(700))
        dx, dy = chance.choice([(-500, 0), (0, -300), (120, 0), (0, 70)])
        went = _do(document, make_space, at, dx, dy)

        assert abs(went.x) <= abs(dx)
        assert abs(went.y) <= abs(dy)
        assert overlaps(document.snapshot()) == []
        assert overlapping_lanes(document.snapshot()) == []
        assert _in_their_lanes(document.snapshot())


def test_a_lane_becomes_taller_and_the_lanes_below_move_with_their_cards() -> None:
    document = _tidied(20, 3, 2)
    before = document.snapshot()

    _do(document, resize_lane, "lane0", "bottom", 90)
    after = document.snapshot()

    assert _box(document, "lane0").height == before.placement("lane0").box.height + 90
    for node in before.of(Node):
        old, new = before.placement(node.id), after.placement(node.id)
        assert new.y - old.y == (0 if node.role == "lane0" else 90)


def test_a_lane_is_never_lower_than_its_cards_need() -> None:
    document = _tidied(20, 3, 2)

    for lane in ("lane0", "lane1", "lane2"):
        _do(document, resize_lane, lane, "bottom", -5000)
        _do(document, resize_lane, lane, "top", 5000)

    view = document.snapshot()
    assert _in_their_lanes(view)
    assert all(a.bottom == b.y for a, b in pairwise(_lanes(view)))


def test_a_lane_moves_above_another_with_everything_in_it() -> None:
    document = _tidied(20, 3, 2)
    before = document.snapshot()

    _do(document, move_lane, "lane2", "lane0")
    view = document.snapshot()

    top = _box(document, "lane2")
    assert top.y == before.placement("lane0").y
    assert [role.id for role in view.ordered(Role)] == ["lane2", "lane0", "lane1"]
    assert _in_their_lanes(view)
    assert overlapping_lanes(view) == []
    assert all(a.bottom == b.y for a, b in pairwise(_lanes(view)))


@pytest.mark.parametrize("seed", range(3))
def test_inserting_and_appending_never_put_a_card_on_another(seed: int) -> None:
    document = _tidied(25, 2, seed)
    chance = random.Random(seed)
    for _ in range(25):
        view = document.snapshot()
        flow = chance.choice(view.of(Flow))
        with suppress(NotAllowed):  # a step leads on once only
            if chance.random() < 0.5:
                _do(document, insert_on_flow, "office", flow.id)
            else:
                _do(document, append_node, "office", flow.source)

        assert overlaps(document.snapshot()) == []


def test_what_is_appended_in_an_open_sub_process_stays_in_it() -> None:
    records = [
        Role(id="lane"),
        Placement(id="p_lane", about="lane", width=1200, height=300),
        SubProcess(id="frame", role="lane", expanded=True),
        Step(id="in", role="lane", parent="frame"),
        Step(id="out", role="lane"),
        Placement(id="p_frame", about="frame", x=100, y=40, width=300, height=150),
        Placement(id="p_in", about="in", x=130, y=90, width=232, height=64),
        Placement(id="p_out", about="out", x=450, y=60, width=232, height=64),
    ]
    document = open_document(records, ids=numbered_ids("new_"))

    new = _do(document, append_node, "office", "in")

    frame, inside, out = (_box(document, i) for i in ("frame", new.id, "out"))
    assert frame.x < inside.x
    assert inside.right < frame.right < out.x
    assert _box(document, "in").right < inside.x


def test_no_way_runs_through_a_card_while_cards_are_moved_about() -> None:
    document = _tidied(14, 2, 5)
    history = History(document)
    chance = random.Random(5)
    moved = 0
    for _ in range(300):
        node = chance.choice(document.snapshot().of(Node)).id
        _do(document, move, [node], chance.randrange(-300, 300), chance.randrange(-120, 120))
        view = document.snapshot()
        if not _apart(view):
            history.undo()
            continue
        moved += 1
        assert list(ways_through_cards(view, routes(view))) == []
    assert moved > 100


def _apart(view: Snapshot) -> bool:
    """Only where no two cards come too near to each other must each way be free."""
    boxes = [p.box for node in view.of(Node) if (p := view.placement(node.id)) is not None]
    return not any(a.grown(24).intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])
