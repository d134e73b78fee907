"""Does a way that is bent by hand stay orthogonal, and lose the bends that are in line?"""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from model.geometry import Point, Rect
from widgets.tools.bends import SHORTEST, Ends, in_line, middle_piece, pull
from widgets.tools.grips import grips

SOURCE, TARGET = Rect(0, 0, 200, 100), Rect(400, 200, 200, 100)
COURSE = (Point(200, 50), Point(300, 50), Point(300, 250), Point(400, 250))
ENDS = Ends(SOURCE, TARGET)


def test_a_piece_moves_sideways_and_its_neighbours_follow() -> None:
    pulled = pull(COURSE, ENDS, "piece", 1, 42, 5)

    assert pulled == (Point(200, 50), Point(340, 50), Point(340, 250), Point(400, 250))


def test_a_bend_moves_both_pieces_beside_it() -> None:
    pulled = pull(COURSE, ENDS, "bend", 1, 30, 20)

    assert pulled == (Point(200, 70), Point(330, 70), Point(330, 250), Point(400, 250))


def test_the_first_piece_leaves_its_card_by_an_elbow_when_it_goes_beyond_it() -> None:
    pulled = pull(COURSE, ENDS, "piece", 0, 0, 90)

    assert pulled[:4] == (Point(200, 50), Point(220, 50), Point(220, 140), Point(300, 140))


def test_a_way_from_an_answer_still_begins_at_its_answer() -> None:
    fixed = Ends(SOURCE, TARGET, fixed=True)

    pulled = pull(COURSE, fixed, "piece", 0, 0, 30)

    assert pulled[:3] == (Point(200, 50), Point(220, 50), Point(220, 80))


def test_a_straight_way_is_bowed() -> None:
    straight = (Point(200, 50), Point(400, 50))

    pulled = pull(straight, ENDS, "piece", 0, 0, 40)

    assert pulled == (
        *(Point(200, 50), Point(220, 50), Point(220, 90)),
        *(Point(380, 90), Point(380, 50), Point(400, 50)),
    )


def test_a_piece_pulled_in_line_loses_its_grips() -> None:
    bowed = pull((Point(200, 50), Point(400, 50)), ENDS, "piece", 0, 0, 40)

    back = pull(bowed, ENDS, "piece", 2, 0, -36)

    assert back == (Point(200, 50), Point(400, 50))
    assert [grip.kind for grip in grips(back)] == ["piece"]


def test_a_short_step_by_key_jumps_over_what_would_be_too_short() -> None:
    straight = (Point(200, 50), Point(400, 50))
    bowed = pull(straight, ENDS, "piece", 0, 0, SHORTEST, step=1, onward=True)

    away = pull(bowed, ENDS, "piece", 2, 0, 10, step=1, onward=True)
    home = pull(bowed, ENDS, "piece", 2, 0, -10, step=1, onward=True)

    assert away[2].y == 80
    assert home == straight


def test_a_slanting_piece_of_a_foreign_file_gets_a_bend() -> None:
    slanting = (Point(200, 50), Point(400, 250))

    pulled = pull(slanting, ENDS, "piece", 0, 20, -40)

    assert pulled == (Point(200, 50), Point(320, 110), Point(400, 250))


@pytest.mark.parametrize("seed", range(30))
def test_however_often_a_way_is_pulled_it_stays_orthogonal(seed: int) -> None:
    dice = random.Random(seed)
    course = COURSE

    for _ in range(60):
        grip = dice.choice(list(grips(course)))
        far = dice.randint(-150, 150), dice.randint(-150, 150)
        course = pull(course, ENDS, grip.kind, grip.number, *far, step=dice.choice((1.0, 10.0)))

        assert all(a.x == b.x or a.y == b.y for a, b in pairwise(course))
        assert in_line(course) == course
        assert course[0].x in (SOURCE.x, SOURCE.right) or course[0].y in (0, 100)
        assert course[-1].x in (TARGET.x, TARGET.right) or course[-1].y in (200, 300)


def test_the_middle_piece_is_the_one_nearest_to_half_the_way() -> None:
    assert middle_piece(COURSE, lying=False) == 1
    assert middle_piece(COURSE, lying=True) in (0, 2)
    assert middle_piece((Point(0, 0), Point(90, 0)), lying=False) is None
