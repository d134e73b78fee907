"""Does the pad find a side where it covers no neighbour?"""

from __future__ import annotations

from model.geometry import Rect
from widgets.quick.beside import AROUND_ROWS, box_beside, stand_beside

ROOM = Rect(0, 0, 1000, 700)
CARD = Rect(300, 300, 232, 120)
LONG, THICK = 240.0, 34.0


def test_above_is_the_usual_side() -> None:
    stand = stand_beside(CARD, LONG, THICK, [CARD], ROOM)

    assert not stand.upright
    assert stand.box.bottom < CARD.y


def test_a_neighbour_above_sends_it_below_and_both_to_the_side() -> None:
    above, below = Rect(280, 200, 250, 90), Rect(280, 430, 250, 90)

    second = stand_beside(CARD, LONG, THICK, [CARD, above], ROOM)
    third = stand_beside(CARD, LONG, THICK, [CARD, above, below], ROOM)

    assert second.box.y > CARD.bottom
    assert third.upright
    assert third.box.x > CARD.right


def test_at_the_edge_of_the_window_it_stays_inside() -> None:
    card = Rect(900, 5, 232, 120)

    stand = stand_beside(card, LONG, THICK, [card], ROOM)

    assert stand.box.y > card.bottom
    assert stand.box.right <= ROOM.right


def test_beside_a_row_it_covers_none_of_the_other_rows() -> None:
    row = Rect(300, 340, 232, 28)

    stand = stand_beside(row, LONG, THICK, [CARD], ROOM, outer=CARD, sides=AROUND_ROWS)

    assert stand.upright
    assert not stand.box.intersects(CARD)


def test_the_box_opens_at_the_right_else_at_the_left_else_below() -> None:
    right = box_beside(CARD, 300, 200, ROOM)
    left = box_beside(CARD.moved(300, 0), 300, 200, ROOM)
    below = box_beside(Rect(100, 100, 800, 60), 300, 200, ROOM)

    assert right.x > CARD.right
    assert left.x + 300 < CARD.x + 300
    assert below.y > 160
