"""Does every drag also go by clicks and by keys, with the same result (WCAG 2.5.7)?

Each test does one gesture by all its ways on the same service, takes it back each time, and
compares what has become of the document.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from model.geometry import Rect
from model.records import Role
from studio.actions.table import ACTIONS
from tests.conftest import Bar
from tests.helpers.desk import Hand
from tests.helpers.table import Table
from widgets.canvas.arranging import BEGINS, MODES
from widgets.tools.grips import Grip, grips
from widgets.tools.registry import CLICKS, GESTURES, ONLY_CHOSEN
from widgets.tools.tool import BEGINNINGS

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
Way = Callable[[], object]


@pytest.fixture
def table(hand: Hand, tmp_path: Path) -> Table:
    return Table(hand, tmp_path)


# --------------------------------------------------------------------------------- the registry


def test_U11_every_beginning_and_every_mode_is_in_the_registry(bar: Bar) -> None:
    listed = {kind for gesture in GESTURES for kind in gesture.begins}

    assert listed | set(ONLY_CHOSEN) == set(BEGINNINGS)
    assert {f"tools.{mode}" for mode in MODES if mode} <= {gesture.clicks for gesture in GESTURES}
    assert set(BEGINS) < set(MODES)
    bar("U11", f"{len(GESTURES)} gestures by drag, by clicks and by keys alike", "all")


@pytest.mark.parametrize("gesture", GESTURES, ids=lambda gesture: gesture.name)
def test_U11_every_gesture_has_its_twins(gesture) -> None:  # type: ignore[no-untyped-def]
    assert gesture.clicks == CLICKS or gesture.clicks in ACTIONS
    assert "+" in gesture.keys or gesture.keys in ACTIONS
    assert hasattr(sys.modules[__name__], gesture.test)


# --------------------------------------------------------------------------------- the gestures


def test_a_block_is_placed(table: Table) -> None:
    def by_menu() -> None:
        table.do("insert.page")
        table.click(table.at(1060, 240))

    def by_keys() -> None:
        table.do("insert.page")
        table.hand.canvas.aim_by(1060 - table.hand.canvas._last.x, 240 - table.hand.canvas._last.y)
        table.keys("Return")

    table.same(lambda: table.hand.drop("page", table.at(1060, 240)), by_menu, by_keys)


def test_several_are_chosen(table: Table) -> None:
    canvas, parts = table.hand.canvas, table.parts
    box = united_box(table, parts.details, parts.vehicle)
    start, end = table.at(box.x - 8, box.y - 8), table.at(box.right + 8, box.bottom + 8)
    chosen: list[set[str]] = []

    table.drag(start, end)
    chosen.append(set(canvas.selection.ids))
    table.do("tools.lasso")
    table.clicks(start, end)
    chosen.append(set(canvas.selection.ids))
    table.keys("Escape")
    table.choose(parts.details)
    table.keys("Shift+L", *["Shift+Right"] * 4, *["Down"] * 4, "Return", "Escape")
    chosen.append(set(canvas.selection.ids))

    assert chosen == [{parts.details, parts.vehicle}] * 3


def test_a_card_is_moved(table: Table) -> None:
    proof = table.parts.proof
    start = table.title(proof)
    end = start + table.at(40, 0) - table.at(0, 0)

    def by_menu() -> None:
        table.choose(proof)
        table.do("tools.grab")
        box = table.hand.canvas.graph.nodes[proof].box
        table.click(table.at(box.left() + 60, box.top() + 18))

    def by_keys() -> None:
        table.choose(proof)
        table.keys(*["Alt+Right"] * 4)

    table.same(lambda: table.drag(start, end), by_menu, by_keys)


def test_a_card_is_copied(table: Table) -> None:
    proof = table.parts.proof
    start = table.title(proof)
    end = start + table.at(40, 0) - table.at(0, 0)

    table.drag(start, end, Qt.KeyboardModifier.ControlModifier)
    dragged = len(table.view)
    table.hand.sheet.session.undo()
    table.choose(proof)
    table.do("edit.duplicate")

    assert len(table.view) == dragged


def test_a_row_is_carried(table: Table) -> None:
    parts = table.parts
    street = table.hand.where(parts.street)
    above = table.hand.where(parts.name) - QPoint(0, 6)

    def by_menu() -> None:
        table.choose(parts.street)
        table.do("tools.grab")
        table.click(above)

    def by_keys() -> None:
        table.choose(parts.street)
        table.keys("Alt+Up")

    table.same(lambda: table.drag(street, above), by_menu, by_keys)


def test_a_way_is_drawn(table: Table) -> None:
    parts = table.parts
    handle, goal = table.hand.handle(parts.proof), table.title(parts.check)

    def by_keys() -> None:
        table.choose(parts.proof)
        table.do("arrange.connect")
        table.hand.canvas.aim_at(parts.check)
        table.keys("Return")

    table.same(lambda: table.drag(handle, goal), lambda: table.clicks(handle, goal), by_keys)


def flow_between(table: Table, source: str, target: str) -> str:
    return next(flow.id for flow in table.view.outgoing(source) if flow.target == target)


def test_a_way_is_led(table: Table) -> None:
    parts = table.parts
    flow = flow_between(table, parts.details, parts.vehicle)
    goal = table.title(parts.proof)

    def by_drag() -> None:
        table.choose(flow)
        last = table.hand.canvas.stage.course(flow)[-1]
        table.drag(table.at(last.x - 14, last.y), goal)

    def by_menu() -> None:
        table.choose(flow)
        table.do("tools.turn_end")
        table.click(goal)

    def by_keys() -> None:
        table.choose(flow)
        table.keys("C")
        table.hand.canvas.aim_at(parts.proof)
        table.keys("Return")

    table.same(by_drag, by_menu, by_keys)


def test_a_way_begins(table: Table) -> None:
    parts = table.parts
    flow = flow_between(table, parts.details, parts.vehicle)
    goal = table.title(parts.proof)

    def by_drag() -> None:
        table.choose(flow)
        first = table.hand.canvas.stage.course(flow)[0]
        table.drag(table.at(first.x + 20, first.y), goal)

    def by_menu() -> None:
        table.choose(flow)
        table.do("tools.turn_start")
        table.click(goal)

    def by_keys() -> None:
        table.choose(flow)
        table.keys("Alt+Home")
        table.hand.canvas.aim_at(parts.proof)
        table.keys("Return")

    table.same(by_drag, by_menu, by_keys)


def middle_grip(table: Table, flow: str) -> Grip:
    """The grip of a piece in the middle of a way."""
    pieces = [
        g
        for g in grips(table.hand.canvas.stage.course(flow), table.hand.canvas.zoom)
        if g.kind == "piece"
    ]
    return pieces[len(pieces) // 2]


def test_a_way_is_bent(table: Table) -> None:
    flow = flow_between(table, table.parts.check, table.parts.end)
    table.choose(flow)
    grip = middle_grip(table, flow)
    start, end = table.at(*grip.at), table.at(grip.at.x, grip.at.y + 40)

    def by_drag() -> None:
        table.choose(flow)
        table.drag(start, end)

    def by_clicks() -> None:
        table.choose(flow)
        table.clicks(start, end)

    def by_keys() -> None:
        table.choose(flow)
        table.keys("Alt+Down", "Alt+Down", "Alt+Down")

    table.same(by_drag, by_clicks, by_keys)


def test_lanes_change_places(table: Table) -> None:
    lanes = [role.id for role in table.view.ordered(Role)]
    boxes = [table.hand.canvas.graph.lanes[one].box for one in lanes]
    start = table.at(boxes[0].left() + 10, boxes[0].center().y())
    end = table.at(boxes[0].left() + 10, boxes[1].bottom() - 20)

    def by_menu() -> None:
        table.choose(lanes[0])
        table.do("tools.grab")
        table.click(end)

    def by_keys() -> None:
        table.choose(lanes[0])
        table.keys("Alt+Down")

    table.same(lambda: table.drag(start, end), by_menu, by_keys)


def test_a_lane_grows(table: Table) -> None:
    lane = table.parts.applicant
    box = table.hand.canvas.graph.lanes[lane].box
    start = table.at(box.left() + 10, box.bottom())
    end = table.at(box.left() + 10, box.bottom() + 20)

    def by_menu() -> None:
        table.choose(lane)
        table.do("tools.lane_taller")
        table.do("tools.lane_taller")

    def by_keys() -> None:
        table.choose(lane)
        table.keys("Alt+Shift+Down", "Alt+Shift+Down")

    table.same(lambda: table.drag(start, end), by_menu, by_keys)


def test_a_frame_grows(table: Table) -> None:
    frame = table.frame.id
    start, end = table.at(1060, 560), table.at(1080, 560)

    def by_drag() -> None:
        table.choose(frame)
        table.drag(start, end)

    def by_clicks() -> None:
        table.choose(frame)
        table.clicks(start, end)

    def by_keys() -> None:
        table.choose(frame)
        table.keys("Alt+Shift+Right", "Alt+Shift+Right")

    table.same(by_drag, by_clicks, by_keys)


def test_a_note_is_tied(table: Table) -> None:
    note, check = table.note.id, table.parts.check
    box = table.view.placement(note).box
    start, goal = table.at(box.x, box.center.y), table.title(check)

    def by_drag() -> None:
        table.choose(note)
        table.drag(start, goal)

    def by_clicks() -> None:
        table.choose(note)
        table.clicks(start, goal)

    def by_keys() -> None:
        table.choose(note)
        table.keys("C")
        table.hand.canvas.aim_at(check)
        table.keys("Return")

    table.same(by_drag, by_clicks, by_keys)


def test_space_is_made(table: Table) -> None:
    vehicle = table.parts.vehicle
    box = table.view.placement(vehicle).box
    start, end = table.at(box.x, box.y - 20), table.at(box.x + 40, box.y - 20)

    def by_drag() -> None:
        table.do("tools.space")
        table.drag(start, end)
        table.keys("Escape")

    def by_clicks() -> None:
        table.do("tools.space")
        table.clicks(start, end)
        table.keys("Escape")

    def by_keys() -> None:
        table.choose(vehicle)
        table.keys("Shift+S", *["Right"] * 4, "Return", "Escape")

    table.same(by_drag, by_clicks, by_keys)


def test_the_paper_is_moved(table: Table) -> None:
    canvas = table.hand.canvas
    bar = canvas.horizontalScrollBar()
    before = bar.value()

    table.do("tools.hand")
    table.drag(table.at(600, 300), table.at(600, 300) - QPoint(50, 0))
    by_hand = bar.value()
    table.keys("Escape")
    bar.setValue(before)
    table.keys("Ctrl+Right")

    assert by_hand == bar.value() == before + 50
    assert not table.hand.sheet.session.history.done


def united_box(table: Table, *nodes: str) -> Rect:
    from model.geometry import united

    return united(table.view.placement(one).box for one in nodes)
