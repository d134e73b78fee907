"""Do names and words of ways find room?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from model.geometry import Point
from widgets.painters.ink import ink
from widgets.painters.looks import FlowLook, NodeLook
from widgets.painters.names import free_side, name_box, sides_of
from widgets.painters.pills import flow_pill
from widgets.painters.room import crossed

BOX = QRectF(200, 200, 50, 50)
TOP = (Point(225, 0), Point(225, 200))
BOTTOM = (Point(225, 250), Point(225, 500))
OVER = (Point(250, 225), Point(270, 225), Point(270, 150), Point(500, 150))
DECISION = NodeLook("n", "decision", "Ist die Fläche groß?")
EVENT = NodeLook("n", "timer", "Frist überschritten")


@pytest.mark.parametrize(
    ("look", "ways", "side"),
    [
        (DECISION, (), "above"),
        (DECISION, (TOP,), "below"),
        (DECISION, (TOP, BOTTOM), "above_left"),
        (EVENT, (), "below"),
        (EVENT, (BOTTOM,), "above"),
        (EVENT, (TOP, BOTTOM), "below_right"),
        (EVENT, (TOP, BOTTOM, OVER), "below_right"),
    ],
)
def test_a_name_stands_where_no_way_runs(
    qapp: QApplication, look: NodeLook, ways: tuple[tuple[Point, ...], ...], side: str
) -> None:
    found = free_side(ink("light"), look, BOX, ways, ())

    assert found == side


def test_a_name_lies_on_no_card(qapp: QApplication) -> None:
    card_below = QRectF(150, 255, 232, 80)

    found = free_side(ink("light"), DECISION, BOX, (TOP,), (card_below,))

    assert found == "above_left"


def test_where_no_side_is_free_the_usual_one_stays(qapp: QApplication) -> None:
    everywhere = QRectF(0, 0, 900, 900)

    assert free_side(ink("light"), DECISION, BOX, (), (everywhere,)) == "above"


@pytest.mark.parametrize("side", sides_of("decision"))
def test_a_name_is_near_its_sign_and_clear_of_the_middle_lines(
    qapp: QApplication, side: str
) -> None:
    look = NodeLook("n", "decision", "Ist die Fläche größer als 50 m²?", side=side)  # type: ignore[arg-type]

    box = name_box(ink("light"), look, BOX)

    assert BOX.adjusted(-112, -52, 112, 52).contains(box)
    assert not crossed(box, (Point(0, 225), Point(900, 225)))
    if "_" in side:
        assert not crossed(box, (*TOP, *BOTTOM))


def test_words_are_nudged_along_their_way(qapp: QApplication) -> None:
    brush = ink("light")
    look = FlowLook("f", (Point(0, 0), Point(400, 0)), "wenn Ja")
    alone = flow_pill(brush, look)

    nudged = flow_pill(brush, look, lambda _: ([alone], ()))

    assert alone.center().x() == 200
    assert not nudged.intersects(alone)
    assert nudged.center().y() == 0
    assert nudged.left() >= 12
    assert nudged.right() <= 388


def test_words_do_not_stand_where_two_ways_run_as_one(qapp: QApplication) -> None:
    first = (Point(0, 0), Point(100, 0), Point(100, 80), Point(400, 80))
    second = (Point(0, 0), Point(100, 0), Point(100, -80), Point(400, -80))

    pill = flow_pill(ink("light"), FlowLook("f", first, "wenn Ja"), lambda _: ((), [second]))

    assert not crossed(pill, second)
    assert crossed(pill, first)


def test_where_nothing_is_free_the_least_is_covered(qapp: QApplication) -> None:
    look = FlowLook("f", (Point(0, 0), Point(60, 0)), "wenn Ja")

    pill = flow_pill(ink("light"), look, lambda _: ([QRectF(-500, -500, 1000, 1000)], ()))

    assert not pill.isEmpty()
