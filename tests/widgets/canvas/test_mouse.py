"""Does the real mouse reach the tools?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from model.records import Chosen, Field, FieldUse, Step
from tests.helpers.parking import Parking
from widgets.canvas import TEMPLATE_MIME, Canvas
from widgets.canvas.foreground import place_of
from widgets.canvas.hitting import handle_point

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def at(canvas: Canvas, x: float, y: float) -> QPoint:
    return canvas.mapFromScene(QPointF(x, y))


def middle(canvas: Canvas, record_id: str) -> QPoint:
    """A place on the title of a card, or the middle of a row."""
    place = place_of(canvas.graph, record_id)
    assert place is not None
    y = place.top() + 18 if place.height() > 60 else place.center().y()
    return at(canvas, place.center().x(), y)


def drag(canvas: Canvas, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    port = canvas.viewport()
    QTest.mouseMove(port, start)
    QTest.mousePress(port, LEFT, keys, start)
    for part in (0.2, 0.6, 1.0):
        here = start + (end - start) * part
        event_move(canvas, here, keys)
    QTest.mouseRelease(port, LEFT, keys, end)


def event_move(canvas: Canvas, here: QPoint, keys: Qt.KeyboardModifier) -> None:
    """A move with a button held (QTest.mouseMove sends none)."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    port = canvas.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(here),
        QPointF(port.mapToGlobal(here)),
        Qt.MouseButton.NoButton,
        LEFT,
        keys,
    )
    QApplication.sendEvent(port, event)


def drop(canvas: Canvas, template: str, here: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
    data = QMimeData()
    data.setData(TEMPLATE_MIME, QByteArray(template.encode()))
    copy = Qt.DropAction.CopyAction
    port = canvas.viewport()
    QApplication.sendEvent(port, QDragEnterEvent(here, copy, data, LEFT, keys))
    QApplication.sendEvent(port, QDragMoveEvent(here, copy, data, LEFT, keys))
    QApplication.sendEvent(port, QDropEvent(QPointF(here), copy, data, LEFT, keys))


def test_a_click_chooses_a_card_and_a_row(canvas: Canvas, service: Parking) -> None:
    QTest.mouseClick(canvas.viewport(), LEFT, NONE, middle(canvas, service.details))
    assert canvas.selection.ids == (service.details,)

    QTest.mouseClick(canvas.viewport(), LEFT, NONE, middle(canvas, service.holder))

    assert canvas.selection.ids == (service.holder,)
    assert canvas.selection.focus == service.holder


def test_a_card_is_dragged_into_another_lane(canvas: Canvas, service: Parking) -> None:
    start = middle(canvas, service.proof)

    drag(canvas, start, start + QPoint(0, 290))

    assert service.document.snapshot().the(service.proof, Step).role == service.office
    assert canvas.history is not None
    assert len(canvas.history.done) == 1


def test_a_way_is_dragged_from_the_handle(canvas: Canvas, service: Parking) -> None:
    point = handle_point(canvas.graph.nodes[service.proof])

    drag(canvas, at(canvas, point.x + 2, point.y), middle(canvas, service.check))

    flows = service.document.snapshot().outgoing(service.proof)
    assert [flow.target for flow in flows] == [service.check]


def test_a_drag_from_an_answer_makes_the_condition(canvas: Canvas, service: Parking) -> None:
    row = place_of(canvas.graph, service.no)
    assert row is not None

    drag(canvas, at(canvas, row.right() + 1, row.center().y()), middle(canvas, service.proof))

    view = service.document.snapshot()
    ways = {flow.target: flow for flow in view.outgoing(service.vehicle)}
    assert ways[service.proof].condition == Chosen(field=service.holder, option=service.no)
    assert ways[service.check].default
    assert canvas.graph.flows[ways[service.proof].id].look.label == "wenn Nein"
    assert canvas.graph.flows[ways[service.check].id].look.label == "sonst"


def test_a_row_is_dragged_onto_a_step_that_then_reads_it(canvas: Canvas, service: Parking) -> None:
    drag(canvas, middle(canvas, service.name), middle(canvas, service.check))

    uses = service.document.snapshot().children(service.check, FieldUse)
    assert [use.field for use in uses] == [service.street, service.name]


def test_a_template_is_dropped_on_a_lane(canvas: Canvas, service: Parking) -> None:
    drop(canvas, "office", at(canvas, 1200, 400))

    made = service.document.snapshot().the(canvas.selection.focus, Step)
    assert made.role == service.office
    assert made.id in canvas.graph.nodes
    assert canvas.above.ghost is None


def test_a_template_is_dropped_on_a_way(canvas: Canvas, service: Parking) -> None:
    drop(canvas, "office", at(canvas, 780, 400))

    view = service.document.snapshot()
    made = canvas.selection.focus
    assert [flow.target for flow in view.outgoing(service.check)] == [made]
    assert [flow.target for flow in view.outgoing(made)] == [service.end]


def test_a_field_is_dropped_on_a_card(canvas: Canvas, service: Parking) -> None:
    drop(canvas, "email", middle(canvas, service.street))

    view = service.document.snapshot()
    made = view.the(canvas.selection.focus, Field)
    assert made.parent == service.details
    assert canvas.graph.nodes[service.details].look.count == "3 Felder"


def test_a_drag_that_leaves_the_canvas_leaves_nothing(canvas: Canvas, service: Parking) -> None:
    data = QMimeData()
    data.setData(TEMPLATE_MIME, QByteArray(b"office"))
    here, copy = at(canvas, 1200, 400), Qt.DropAction.CopyAction
    port = canvas.viewport()
    QApplication.sendEvent(port, QDragEnterEvent(here, copy, data, LEFT, NONE))
    QApplication.sendEvent(port, QDragMoveEvent(here, copy, data, LEFT, NONE))
    assert canvas.above.ghost is not None
    assert canvas.tool.busy

    from PySide6.QtGui import QDragLeaveEvent

    QApplication.sendEvent(port, QDragLeaveEvent())

    assert canvas.above.ghost is None
    assert not canvas.tool.busy


def test_foreign_things_are_not_dropped(canvas: Canvas, service: Parking) -> None:
    data = QMimeData()
    data.setText("office")
    event = QDragEnterEvent(at(canvas, 1200, 400), Qt.DropAction.CopyAction, data, LEFT, NONE)

    QApplication.sendEvent(canvas.viewport(), event)

    assert not event.isAccepted()
    assert not canvas.tool.busy


def test_an_armed_template_waits_for_the_next_click(canvas: Canvas, service: Parking) -> None:
    canvas.select(())
    canvas.place_template("office")
    assert canvas.tool.busy

    QTest.mouseClick(canvas.viewport(), LEFT, NONE, at(canvas, 1200, 400))

    assert service.document.snapshot().the(canvas.selection.focus, Step).form == "office"
    assert not canvas.tool.busy


def test_the_wheel_zooms_at_the_hand(canvas: Canvas, service: Parking) -> None:
    here = middle(canvas, service.check)
    before = canvas.mapToScene(here)
    event = QWheelEvent(
        QPointF(here),
        QPointF(canvas.viewport().mapToGlobal(here)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

    QApplication.sendEvent(canvas.viewport(), event)

    after = canvas.mapToScene(here)
    assert canvas.zoom == pytest.approx(1.2)
    assert abs(after.x() - before.x()) < 2
    assert abs(after.y() - before.y()) < 2


def test_the_middle_button_pans(canvas: Canvas, service: Parking) -> None:
    start = at(canvas, 1200, 100)
    before = canvas.mapToScene(start)
    port = canvas.viewport()

    QTest.mousePress(port, Qt.MouseButton.MiddleButton, NONE, start)
    event_move(canvas, start + QPoint(-60, 40), NONE)
    QTest.mouseRelease(port, Qt.MouseButton.MiddleButton, NONE, start)

    after = canvas.mapToScene(start)
    assert (after.x() - before.x(), after.y() - before.y()) == (60, -40)


def test_a_double_click_opens_the_line_for_the_name(
    canvas: Canvas, service: Parking, qtbot: QtBot
) -> None:
    QTest.mouseDClick(canvas.viewport(), LEFT, NONE, middle(canvas, service.details))
    assert canvas.name_line.is_open

    canvas.name_line.setText("Angaben zur Person")
    QTest.keyClick(canvas.name_line, Qt.Key.Key_Return)

    assert service.document.snapshot().the(service.details, Step).name == "Angaben zur Person"
    assert canvas.graph.nodes[service.details].look.title == "1 Angaben zur Person"


def test_targets_are_at_least_24_pixels(canvas: Canvas, service: Parking) -> None:
    point = handle_point(canvas.graph.nodes[service.check])

    for zoom in (0.5, 1.0, 2.0):
        canvas.zoom_to(zoom)
        reach = 11.5 / zoom
        for dy in (-reach, 0, reach):
            hit = canvas.stage.hit(type(point)(point.x + reach, point.y + dy))
            assert hit.kind == "handle", zoom
