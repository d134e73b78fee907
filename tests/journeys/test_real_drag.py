"""Does a building block really travel by mouse from the palette onto a lane, on a real X server?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest

from model.records import Step
from tests.helpers.desk import Hand

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
STEPS = 8


@pytest.mark.xwindow
def test_a_block_is_dragged_from_the_palette_onto_a_lane(hand: Hand) -> None:
    hand.desk.filing.new()
    hand.settle()
    blocks, canvas = hand.desk.panes.palette.list, hand.canvas
    start = blocks.viewport().mapToGlobal(blocks.visualRect(blocks.index_of("page")).center())
    lane = next(iter(canvas.graph.lanes.values())).box.center()
    end = canvas.viewport().mapToGlobal(canvas.mapFromScene(lane))
    window = hand.desk.window.windowHandle()

    def at(point: QPoint) -> QPoint:
        return window.mapFromGlobal(QPointF(point)).toPoint()

    def move(number: int) -> None:
        place = start + (end - start) * number / STEPS
        QCursor.setPos(place)
        QTest.mouseMove(window, at(place))

    # QDrag.exec blocks until the release, inside the first move; a timer does not fire again while
    # its own slot is running, so each step has a timer of its own.
    for number in range(1, STEPS + 1):
        QTimer.singleShot(60 * number, lambda n=number: move(n))
    release = 60 * (STEPS + 2)
    QTimer.singleShot(release, lambda: QTest.mouseRelease(window, LEFT, NO_KEY, at(end)))
    QCursor.setPos(start)
    QTest.mousePress(window, LEFT, NO_KEY, at(start))
    hand.wait_for(lambda: bool(hand.sheet.view.of(Step)))

    step = hand.sheet.view.of(Step)[0]
    assert step.form == "page"
    assert hand.sheet.view.role_of(step.id).side == "applicant"  # type: ignore[union-attr]
    assert hand.canvas.selection.ids == (step.id,)
