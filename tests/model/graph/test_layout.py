"""Tidying up: nobody stands on anybody, lanes are kept, what is pinned stands still."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.document import Snapshot
from model.geometry import Rect
from model.graph import routes, starts, tidied
from model.graph.bands import PAD
from model.graph.layers import columns
from model.records import (
    Annotation,
    Flow,
    Frame,
    Node,
    Placement,
    Role,
    Start,
    Step,
    SubProcess,
    Timer,
)
from tests.bench.tidy import generated, overlaps, ways_through_cards

SERVICES = st.builds(
    generated,
    st.integers(1, 60),
    st.integers(1, 3),
    st.sampled_from([0.0, 0.2, 0.6]),
    st.integers(0, 10_000),
    st.sampled_from([3, 12, 60]),
)


def _after(view: Snapshot) -> Snapshot:
    new = tidied(view).boxes
    records = []
    for record in view:
        if isinstance(record, Placement) and record.about in new:
            x, y, width, height = new[record.about]
            record = record.replaced(x=x, y=y, width=width, height=height)
        records.append(record)
    return Snapshot.of_records(records)


@given(SERVICES)
@settings(max_examples=40, deadline=None)
def test_no_two_cards_overlap_and_each_stands_in_its_lane(records: list) -> None:  # type: ignore[type-arg]
    view = _after(Snapshot.of_records(records))

    assert overlaps(view) == []
    for node in view.of(Node):
        lane, place = view.placement(node.role), view.placement(node.id)
        assert lane is not None
        assert place is not None
        assert lane.y <= place.y
        assert place.box.bottom <= lane.box.bottom
        assert place.box.right <= lane.box.right


@given(SERVICES)
@settings(max_examples=40, deadline=None)
def test_lanes_stand_on_each_other_and_are_equally_wide(records: list) -> None:  # type: ignore[type-arg]
    view = _after(Snapshot.of_records(records))

    lanes = sorted(p.box for role in view.of(Role) if (p := view.placement(role.id)))
    lanes.sort(key=lambda box: box.y)
    for upper, lower in pairwise(lanes):
        assert upper.bottom == lower.y
        assert (upper.x, upper.width) == (lower.x, lower.width)


@given(SERVICES)
@settings(max_examples=25, deadline=None)
def test_no_way_runs_through_a_card_of_a_tidied_service(records: list) -> None:  # type: ignore[type-arg]
    view = _after(Snapshot.of_records(records))

    assert list(ways_through_cards(view, routes(view))) == []


@given(SERVICES, st.lists(st.integers(0, 59), max_size=4))
@settings(max_examples=40, deadline=None)
def test_what_is_pinned_stands_still_and_nobody_stands_on_it(
    records: list,  # type: ignore[type-arg]
    numbers: list[int],
) -> None:
    spread = [r.replaced(x=r.x * 3) if isinstance(r, Placement) else r for r in records]
    view = _after(Snapshot.of_records(spread))  # first a drawing without overlap
    held = {f"n{number:05}" for number in numbers if f"n{number:05}" in view}
    records = [
        r.replaced(pinned=True) if isinstance(r, Placement) and r.about in held else r for r in view
    ]
    before = Snapshot.of_records(records)

    after = _after(before)

    for node in held:
        assert after.placement(node) == before.placement(node)
    assert overlaps(after) == []


def test_the_same_service_is_always_tidied_the_same_way() -> None:
    records = generated(80, 3, 0.3, 7, 20)

    first = tidied(Snapshot.of_records(records))
    second = tidied(Snapshot.of_records(list(reversed(records))))

    assert first == second


def test_tidying_up_twice_changes_nothing_more() -> None:
    once = _after(Snapshot.of_records(generated(60, 2, 0.2, 5, 8)))

    assert tidied(once).boxes == {}


def test_without_the_library_the_service_is_tidied_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "fast_sugiyama", None)

    view = _after(Snapshot.of_records(generated(60, 2, 0.3, 5, 8)))

    assert overlaps(view) == []


def test_the_library_is_not_asked_where_it_might_take_long() -> None:
    from model.graph.net import Knot, Link, woven

    knots = [Knot(50, 50, 25)] * 500
    chain = [Link(n, n + 1) for n in range(499)]
    far = [Link(n, 499 - n) for n in range(0, 200, 3)]

    assert starts.layered_elsewhere(woven(knots, [*chain, *far])) == []


def test_jumps_back_do_not_decide_who_stands_left() -> None:
    pairs = [(0, 1), (1, 2), (2, 3), (3, 1), (2, 0)]

    found = columns(4, pairs)

    assert found.column == [0, 1, 2, 3]
    assert found.back == [False, False, False, True, True]


def test_a_circle_without_a_beginning_is_laid_out_too() -> None:
    found = columns(3, [(0, 1), (1, 2), (2, 0), (1, 1)])

    assert found.column == [0, 1, 2]
    assert found.back == [False, False, True, True]


def test_five_thousand_nodes_with_jumps_back_take_two_seconds_at_most() -> None:
    view = Snapshot.of_records(generated(5000, 3, 0.2, 1, 5000))
    start = time.process_time()

    boxes = tidied(view).boxes

    assert len(boxes) > 5000
    assert time.process_time() - start < 2.0


def _house() -> list:  # type: ignore[type-arg]
    """A lane with a start, a step with a deadline at its edge, and an open sub-process."""
    nodes = [
        Start(id="start", role="lane", order="a0"),
        Step(id="step", role="lane", order="a1", name="Prüfen"),
        Timer(id="late", role="lane", order="a2", attached_to="step"),
        SubProcess(id="frame", role="lane", order="a3", expanded=True),
        Step(id="one", role="lane", parent="frame", order="a4"),
        Step(id="two", role="lane", parent="frame", order="a5"),
    ]
    ways = [("start", "step", ""), ("step", "frame", ""), ("late", "frame", "")]
    ways.append(("one", "two", "frame"))
    boxes = {
        "lane": Rect(0, 0, 900, 200),
        "start": Rect(700, 10, 36, 36),
        "step": Rect(300, 60, 232, 64),
        "late": Rect(500, 106, 36, 36),
        "frame": Rect(100, 60, 90, 50),
        "one": Rect(120, 70, 232, 64),
        "two": Rect(110, 80, 232, 64),
    }
    return [
        Role(id="lane"),
        *nodes,
        *(Flow(id=f"{a}>{b}", source=a, target=b, parent=p) for a, b, p in ways),
        *(_placed(about, box) for about, box in boxes.items()),
    ]


def _placed(about: str, box: Rect, **fields: object) -> Placement:
    x, y, width, height = box
    return Placement(id=f"p_{about}", about=about, x=x, y=y, width=width, height=height, **fields)  # type: ignore[arg-type]


def _box(view: Snapshot, about: str) -> Rect:
    place = view.placement(about)
    assert place is not None
    return place.box


def test_an_exception_stays_at_the_edge_of_its_step() -> None:
    before = Snapshot.of_records(_house())

    after = _after(before)

    step, late = _box(after, "step"), _box(after, "late")
    assert step != _box(before, "step")
    assert (late.x - step.x, late.center.y) == (200, step.bottom)


def test_an_open_sub_process_is_laid_out_from_the_inside() -> None:
    after = _after(Snapshot.of_records(_house()))

    frame, one, two = (_box(after, name) for name in ("frame", "one", "two"))
    assert one.right < two.x
    assert frame.x < one.x
    assert two.right < frame.right
    assert frame.y < one.y
    assert max(one.bottom, two.bottom) < frame.bottom
    assert _box(after, "step").right < frame.x


def test_a_step_pinned_inside_keeps_the_whole_sub_process_in_place() -> None:
    records = [
        r.replaced(pinned=True) if isinstance(r, Placement) and r.about == "two" else r
        for r in _house()
    ]
    before = Snapshot.of_records(records)

    after = _after(before)

    for name in ("frame", "one", "two"):
        assert _box(after, name) == _box(before, name)
    assert _box(after, "start") != _box(before, "start")


def test_a_note_keeps_its_distance_and_a_frame_what_it_held() -> None:
    records = [
        *_house(),
        Annotation(id="note", about="step", text="Achtung"),
        Frame(id="group", name="Eingang"),
        _placed("note", Rect(320, 140, 120, 30)),
        _placed("group", Rect(280, 40, 272, 110)),
    ]
    before = Snapshot.of_records(records)

    after = _after(before)

    step, note, group = (_box(after, name) for name in ("step", "note", "group"))
    assert (note.x - step.x, note.y - step.y) == (20, 80)
    assert (group.x, group.y, group.right) == (step.x - 20, step.y - 20, step.right + 20)


def test_parts_that_nothing_joins_stand_below_each_other() -> None:
    nodes = [Step(id=name, role="lane", order=f"a{name}") for name in "abcd"]
    ways = [Flow(id="1", source="a", target="b"), Flow(id="2", source="c", target="d")]
    places = [_placed(name, Rect(0, 0, 232, 64)) for name in "abcd"]
    lane = [Role(id="lane"), _placed("lane", Rect(0, 0, 900, 200))]

    after = _after(Snapshot.of_records([*nodes, *ways, *places, *lane]))

    a, b, c, d = (_box(after, name) for name in "abcd")
    assert a.y == b.y < c.y == d.y
    assert (a.x, b.x) == (c.x, d.x)
    assert _box(after, "lane").height == d.bottom + PAD - _box(after, "lane").y
