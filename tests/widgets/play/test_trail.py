"""Is a run seen on the canvas, without touching it?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from model.records import Flow
from tests.helpers.building import Bench
from widgets.canvas import Canvas
from widgets.play import Sight, Trail
from widgets.play.notes import note_place


@pytest.fixture
def built(qtbot: QtBot) -> tuple[Canvas, Trail, list[str]]:
    """A start, two pages and the ways between them, with glass over it."""
    building = Bench()
    start = building.start
    first = building.after(start, "page", "Eins").id
    second = building.after(first, "page", "Zwei").id
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(900, 500)
    canvas.open(building.document)
    canvas.show()
    return canvas, Trail(canvas), [start, first, second]


def _way(canvas: Canvas, source: str, target: str) -> str:
    flows = canvas.graph.view_of.of(Flow)
    return next(flow.id for flow in flows if (flow.source, flow.target) == (source, target))


def test_the_folder_goes_along_the_way_and_can_be_there_at_once(
    built: tuple[Canvas, Trail, list[str]],
) -> None:
    canvas, trail, (_, first, second) = built
    trail.moving = lambda: True
    trail.show_sight(Sight(stands=(first,)))
    rested = trail.folders()

    trail.show_sight(Sight(stands=(second,), travels=((_way(canvas, first, second),),)))
    assert trail.busy
    under_way = trail.folders()
    trail.finish()

    assert not trail.busy
    assert trail.folders() != under_way
    assert trail.folders()[0].x() > rested[0].x()


def test_without_movement_it_is_there_at_once(built: tuple[Canvas, Trail, list[str]]) -> None:
    canvas, trail, (_, first, second) = built
    trail.moving = lambda: False

    trail.show_sight(Sight(stands=(second,), travels=((_way(canvas, first, second),),)))

    assert not trail.busy
    assert len(trail.folders()) == 1


def test_there_is_one_folder_for_each_place_beside_each_other_on_one_card(
    built: tuple[Canvas, Trail, list[str]],
) -> None:
    _, trail, (_, first, second) = built

    trail.show_sight(Sight(stands=(first, second, second)))

    places = trail.folders()
    assert len(places) == 3
    assert len({(place.x(), place.y()) for place in places}) == 3


def test_what_was_passed_is_tinted_and_the_rest_stays_plain(
    built: tuple[Canvas, Trail, list[str]],
) -> None:
    canvas, trail, (_, first, second) = built
    canvas.fit()
    plain = canvas.grab().toImage()

    trail.show_sight(Sight(nodes=frozenset([first])))
    seen = canvas.grab().toImage()

    def middle(node: str):  # type: ignore[no-untyped-def]
        box = canvas.graph.nodes[node].box
        at = canvas.mapFromScene(box.center().x(), box.bottom() - 4)
        return canvas.viewport().mapTo(canvas, at)

    assert seen.pixelColor(middle(first)) != plain.pixelColor(middle(first))
    assert seen.pixelColor(middle(second)) == plain.pixelColor(middle(second))


def test_the_glass_lets_the_hand_through(built: tuple[Canvas, Trail, list[str]]) -> None:
    canvas, trail, (_, first, _) = built
    trail.show_sight(Sight(stands=(first,)))
    at = canvas.mapFromScene(canvas.graph.nodes[first].box.center())

    assert canvas.childAt(at) is not trail
    assert trail.geometry() == canvas.viewport().geometry()
    canvas.resize(700, 400)
    assert trail.geometry() == canvas.viewport().geometry()


def test_a_deleted_element_is_left_out(built: tuple[Canvas, Trail, list[str]]) -> None:
    _, trail, (_, first, _) = built

    trail.show_sight(Sight(stands=("gone", first), nodes=frozenset(["gone"]), troubles=("gone",)))

    assert len(trail.folders()) == 1
    assert not trail.grab().isNull()


def test_a_note_stays_in_sight_and_off_its_card() -> None:
    area, card = QRectF(0, 0, 400, 300), QRectF(350, 240, 40, 40)

    place = note_place(card, area, 120, 50, 10)

    assert area.contains(place)
    assert not place.intersects(card)
