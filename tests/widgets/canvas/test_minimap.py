"""Does the small map help without being in the way?"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.helpers.parking import Parking
from widgets.canvas import Canvas
from widgets.canvas.minimap import CLOSE

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def near(canvas: Canvas, service: Parking, at: QPoint) -> None:
    """A card stands at a place of the window."""
    canvas.zoom_to(1.5)
    card = canvas.graph.nodes[service.check].box.center()
    canvas.centerOn(card)
    off = canvas.mapFromScene(card) - at
    canvas.pan(off.x(), off.y())
    canvas.minimap.stand()


def test_it_goes_to_a_corner_without_cards(canvas: Canvas, service: Parking) -> None:
    room = canvas.viewport().rect()
    near(canvas, service, QPoint(room.width() - 100, room.height() - 70))

    assert canvas.minimap.isVisible()
    place = canvas.minimap.geometry()
    card = canvas.graph.nodes[service.check].box
    assert not place.contains(canvas.mapFromScene(card.center()))


def test_its_cross_says_that_it_is_not_wanted(canvas: Canvas, service: Parking) -> None:
    near(canvas, service, QPoint(300, 300))
    told: list[bool] = []
    canvas.minimap.dismissed.connect(lambda: told.append(True))

    QTest.mouseClick(canvas.minimap, LEFT, NO_KEY, CLOSE.center().toPoint())
    canvas.minimap.set_wanted(False)

    assert told == [True]
    assert not canvas.minimap.isVisible()


def test_a_press_on_it_looks_elsewhere(canvas: Canvas, service: Parking) -> None:
    near(canvas, service, QPoint(300, 300))
    before = canvas.mapToScene(QPoint(0, 0))

    QTest.mouseClick(canvas.minimap, LEFT, NO_KEY, QPoint(150, 60))

    assert canvas.mapToScene(QPoint(0, 0)) != before
