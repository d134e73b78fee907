"""How is the course of a way bent by hand?

A chosen way has a grip on each bend and on the middle of each piece. What is pulled stays
orthogonal: a piece moves sideways, its neighbours follow; at the ends a new bend is made when the
way would leave its card otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from model.commands.course import reset_course, set_bends
from model.errors import FachwerkError
from model.geometry import GRID, Point, Rect
from model.language import say
from model.records import Chosen, Flow
from widgets.tools.pointer import Pointer
from widgets.tools.preview import Ghost
from widgets.tools.stage import Gesture, Stage, follow, has_moved

SHORTEST = 20.0
"""No piece that a hand has made is shorter; what would be comes in line."""
SMALL = 60.0
"""Ways stay at the middle of a side that is not longer."""
Course = tuple[Point, ...]
Direction = Literal["lying", "standing", "slanting"]


class Ends(NamedTuple):
    """The boxes a way leads from and to; ``fixed``: it leaves the row of an answer."""

    source: Rect
    target: Rect
    fixed: bool = False


def bend(stage: Stage, start: Pointer) -> Gesture:
    """Pull a grip, or click it and then the place it shall go to; Alt: off the grid."""
    flow = stage.document.snapshot().get(start.hit.id, Flow)
    course = stage.course(start.hit.id)
    number = int(start.hit.part or 0)
    ends = _ends(stage, flow)
    if flow is None or ends is None or not 0 <= number < len(course):
        return
    stage.hint(say("tools.hint.bend"))
    pulled: Course | None = None
    pressed_at: Point | None = start.point
    try:
        pointer = yield
        while follow(stage, pressed_at, pointer):
            if pointer.phase == "release":
                pressed_at = None
            elif pulled is not None or has_moved(stage, start.point, pointer.point):
                dx, dy = pointer.point.x - start.point.x, pointer.point.y - start.point.y
                step = 1.0 if pointer.held("alt") else GRID
                pulled = pull(course, ends, start.hit.kind, number, dx, dy, step=step)
                stage.preview(Ghost(way=pulled, flow=flow.id, at=pointer.point, deed="bend"))
            pointer = yield
        if pulled is not None:
            _keep(stage, flow.id, pulled)
    finally:
        stage.preview(None)
        stage.hint(None)


def pull(
    course: Course,
    ends: Ends,
    kind: str,
    number: int,
    dx: float,
    dy: float,
    *,
    step: float = GRID,
    onward: bool = False,
) -> Course:
    """The course after a grip was pulled.

    ``onward``: a short piece is jumped over in the direction of the pull (by key), else it comes to
    what is nearer.
    """
    if kind == "bend":
        first, second = (_direction(course, one) for one in (number - 1, number))
        after = _shifted(course, ends, number, second, dx, dy, step, onward=onward)
        return in_line(_shifted(after, ends, number - 1, first, dx, dy, step, onward=onward))
    a, b = course[number], course[number + 1]
    if a.x != b.x and a.y != b.y:
        middle = Point(_on(a.x + (b.x - a.x) / 2 + dx, step), _on(a.y + (b.y - a.y) / 2 + dy, step))
        return in_line((*course[: number + 1], middle, *course[number + 1 :]))
    direction = _direction(course, number)
    return in_line(_shifted(course, ends, number, direction, dx, dy, step, onward=onward))


def _direction(course: Course, number: int) -> Direction:
    a, b = course[number], course[number + 1]
    if a.x != b.x and a.y != b.y:
        return "slanting"
    return "lying" if a.y == b.y else "standing"


def in_line(course: Sequence[Point]) -> Course:
    """Without the points that lie on a straight piece."""
    kept: list[Point] = []
    for point in course:
        if kept and point == kept[-1]:
            continue
        while len(kept) > 1 and _straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _straight(a: Point, b: Point, c: Point) -> bool:
    return (a.x == b.x == c.x) or (a.y == b.y == c.y)


def _shifted(
    course: Course,
    ends: Ends,
    number: int,
    direction: Direction,
    dx: float,
    dy: float,
    step: float,
    *,
    onward: bool,
) -> Course:
    """One piece moved sideways; the two pieces beside it become longer or shorter."""
    if direction == "slanting":
        return course
    a, b = course[number], course[number + 1]
    lying = direction == "lying"
    old = a.y if lying else a.x
    by = dy if lying else dx
    wish = _on(old + by, step)
    leaves, arrives = _elbows(course, ends, number, wish)
    lines = [*_lines(course, number, lying=lying), *([old] if leaves or arrives else [])]
    goal = _settled(wish, lines, by if onward else 0.0)
    goal = _outside(course, number, goal, lying=lying)
    if goal == old:
        return course
    before, after = course[:number], course[number + 2 :]
    new_a, new_b = _across(a, goal, lying), _across(b, goal, lying)
    if leaves:
        elbow = _stub(a, b)
        before, new_a = (a, elbow), _across(elbow, goal, lying)
    if arrives:
        elbow = _stub(b, a)
        after, new_b = (elbow, b), _across(elbow, goal, lying)
    return (*before, new_a, new_b, *after)


def _elbows(course: Course, ends: Ends, number: int, goal: float) -> tuple[bool, bool]:
    """Whether a piece needs an elbow at its beginning and at its end: where it would no longer
    touch the card, leaves the row of an answer, or is the whole way.
    """
    a, b, alone = course[number], course[number + 1], len(course) == 2
    leaves = alone or ends.fixed or not _within(ends.source, a, b, goal)
    arrives = alone or not _within(ends.target, b, a, goal)
    return number == 0 and leaves, number == len(course) - 2 and arrives


def _outside(course: Course, number: int, goal: float, *, lying: bool) -> float:
    """The first and the last piece keep their direction and the shortest length: no way turns back
    into its card.
    """
    for inner, outer, start in ((1, 0, 0), (len(course) - 3, len(course) - 2, len(course) - 1)):
        if number != inner or len(course) < 3 or _direction(course, outer) == "slanting":
            continue
        end = course[start].y if lying else course[start].x
        now = (course[number].y if lying else course[number].x) - end
        if now > 0:
            goal = max(goal, end + SHORTEST)
        elif now < 0:
            goal = min(goal, end - SHORTEST)
    return goal


def _across(point: Point, goal: float, lying: bool) -> Point:
    return Point(point.x, goal) if lying else Point(goal, point.y)


def _within(box: Rect, at: Point, other: Point, goal: float) -> bool:
    """True when the card's edge is long enough to move the end along it."""
    low, high = (box.y, box.bottom) if at.y == other.y else (box.x, box.right)
    edge = min(8.0, (high - low) / 4)
    return high - low > SMALL and low + edge <= goal <= high - edge


def _stub(at: Point, other: Point) -> Point:
    """A point a little way along the piece."""
    if at.y == other.y:
        return Point(at.x + (SHORTEST if other.x > at.x else -SHORTEST), at.y)
    return Point(at.x, at.y + (SHORTEST if other.y > at.y else -SHORTEST))


def _lines(course: Course, number: int, *, lying: bool) -> list[float]:
    """Where the piece would be in line with the next piece of its direction, before and after."""
    found = []
    for other in (number - 2, number + 2):
        if 0 <= other < len(course) - 1:
            found.append(course[other].y if lying else course[other].x)
    return found


def _settled(goal: float, lines: Sequence[float], onward: float) -> float:
    """In line, or at least the shortest piece away from it."""
    for line in lines:
        off = goal - line
        if abs(off) >= SHORTEST:
            continue
        if onward and off:
            away = (off > 0) == (onward > 0)
            return line + (SHORTEST if off > 0 else -SHORTEST) if away else line
        if not onward:
            far = abs(off) > SHORTEST / 2
            return line + (SHORTEST if off > 0 else -SHORTEST) if far else line
    return goal


def _on(value: float, step: float) -> float:
    return round(value / step) * step


def _ends(stage: Stage, flow: Flow | None) -> Ends | None:
    if flow is None:
        return None
    source, target = stage.box(flow.source), stage.box(flow.target)
    if source is None or target is None:
        return None
    return Ends(source, target, isinstance(flow.condition, Chosen))


def _keep(stage: Stage, flow: str, course: Course) -> None:
    if course == in_line(stage.course(flow)):
        return
    with stage.document.transaction(say("tools.undo.bend"), "canvas") as tx:
        if len(course) > 2:
            set_bends(tx, flow, course[1:-1])
        else:
            reset_course(tx, flow)


def nudge(stage: Stage, flow: str, dx: float, dy: float) -> None:
    """The keyboard's twin: move the piece in the middle that lies across the arrow.

    Raises:
        FachwerkError: no piece lies across.
    """
    record = stage.document.snapshot().get(flow, Flow)
    course, ends = stage.course(flow), _ends(stage, record)
    number = middle_piece(course, lying=bool(dy))
    if record is None or ends is None or number is None:
        key = "tools.bend.none_lying" if dy else "tools.bend.none_standing"
        raise FachwerkError(say(key), todo=say("tools.bend.other_arrow"))
    _keep(stage, flow, pull(course, ends, "piece", number, dx, dy, step=1.0, onward=True))


def middle_piece(course: Sequence[Point], *, lying: bool) -> int | None:
    """The number of the piece of that direction that is nearest to the middle of the way."""
    pieces = list(pairwise(course))
    whole = sum(_length(a, b) for a, b in pieces)
    best: tuple[float, int] | None = None
    run = 0.0
    for number, (a, b) in enumerate(pieces):
        middle = run + _length(a, b) / 2
        run += _length(a, b)
        fits = a.y == b.y if lying else a.x == b.x
        if fits and a != b and (best is None or abs(middle - whole / 2) < best[0]):
            best = (abs(middle - whole / 2), number)
    return best[1] if best is not None else None


def _length(a: Point, b: Point) -> float:
    return abs(a.x - b.x) + abs(a.y - b.y)


def reset(stage: Stage, flow: str) -> None:
    """Let the way find its own course again."""
    with stage.document.transaction(say("undo.reset_course"), "canvas") as tx:
        reset_course(tx, flow)
