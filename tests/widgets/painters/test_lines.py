"""Do lines of messages and data begin and end at the borders, where the other program put them?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from model.geometry import Point, Rect
from widgets.painters.data import data_name_box
from widgets.painters.flows import led
from widgets.painters.ink import ink
from widgets.painters.looks import DataLook, FlowLook
from widgets.painters.pills import flow_pill

CARD, SHEET = Rect(0, 0, 100, 80), Rect(200, 200, 36, 50)


def test_a_line_without_bends_leads_from_middle_to_middle_and_stops_at_the_borders() -> None:
    start, end = led(CARD, SHEET, (), direct=True)

    assert start.y == pytest.approx(CARD.bottom)
    assert end.x == pytest.approx(SHEET.x)
    slope = (SHEET.center.y - CARD.center.y) / (SHEET.center.x - CARD.center.x)
    assert (end.y - start.y) / (end.x - start.x) == pytest.approx(slope)


def test_outer_bends_at_a_border_or_inside_a_box_are_its_ends() -> None:
    bends = (Point(100, 40), Point(218, 40), Point(218, 200))
    inside = (Point(60, 40), Point(218, 40), Point(218, 230))

    assert led(CARD, SHEET, bends) == bends
    assert led(CARD, SHEET, inside) == inside


def test_inner_bends_are_joined_straight_to_the_borders() -> None:
    assert led(CARD, SHEET, (Point(218, 40),)) == (
        Point(100, 40),
        Point(218, 40),
        Point(218, 200),
    )


def test_what_is_not_drawn_has_no_line() -> None:
    assert led(None, SHEET, ()) == ()


def test_words_that_fit_nowhere_on_a_short_way_stand_beside_it(qapp: QApplication) -> None:
    gateway, task = QRectF(0, 0, 50, 50), QRectF(110, 0, 100, 50)
    way = FlowLook("way", (Point(50, 25), Point(110, 25)), "Conditional Sequence Flow")

    place = flow_pill(ink("light"), way, lambda _box: ([gateway, task], []))

    assert not place.intersects(gateway)
    assert not place.intersects(task)


def test_the_name_of_a_document_stands_below_it(qapp: QApplication) -> None:
    box = QRectF(200, 200, 36, 50)

    place = data_name_box(ink("light"), DataLook("d", "Akte"), box)

    assert place.top() >= box.bottom()
    assert place.center().x() == pytest.approx(box.center().x())
    assert data_name_box(ink("light"), DataLook("d"), box).isEmpty()
