"""Which course does a way take between two cards?

Orthogonal, from border to border. Hand-made bend points are kept. Otherwise a few shapes are tried
in order of beauty (straight, one bend, two bends, around), and the first that crosses no other card
wins. When all cross one, a detour is searched; where there is none either, the one with the fewest
crossings and bends is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from model.document.queries import Queries
from model.geometry import GAP, Point, Rect, united
from model.graph.card import card_rows, shows_rows
from model.graph.detour import detour
from model.graph.obstacles import Obstacles
from model.records import Chosen, Flow

Course = tuple[Point, ...]
_STUB = 20.0
_NEAR = 120.0
_SIGN = 60.0
"""Up to this size a box is a sign, with ways at its four corners; above it, a card."""


def routes(view: Queries) -> dict[str, Course]:
    """The courses of all flows whose ends are placed."""
    obstacles = Obstacles(view)
    courses = ((flow.id, route(view, flow, obstacles)) for flow in view.of(Flow))
    return {flow: course for flow, course in courses if course}


def route(view: Queries, flow: Flow, obstacles: Obstacles | Iterable[Rect] | None = None) -> Course:
    """The course of a flow from border to border; empty when one of its ends is not placed.

    It starts at the row of the answer when the condition is one. ``obstacles``: what to avoid, by
    area or as boxes; None = all other nodes (slow for many flows: then use ``routes``).
    """
    source, target = view.placement(flow.source), view.placement(flow.target)
    if source is None or target is None:
        return ()
    own = view.placement(flow.id)
    if own is not None and own.bends:
        return _through(source.box, own.points, target.box)
    joins = _is_sign(target.box) and len(view.outgoing(flow.source)) < 2
    start_y = _start_height(view, flow)
    if obstacles is None:
        obstacles = Obstacles(view)
    if not isinstance(obstacles, Obstacles):
        return route_between(source.box, target.box, tuple(obstacles), start_y, joins=joins)
    ends, found = (flow.source, flow.target), obstacles
    return _seen_whole(
        lambda near: route_between(source.box, target.box, near, start_y, joins=joins),
        lambda area: found.near(area, flow.parent, ends),
        united([source.box, target.box]).grown(_NEAR),
    )


def _seen_whole(
    course: Callable[[Sequence[Rect]], Course], near: Callable[[Rect], list[Rect]], area: Rect
) -> Course:
    """A course that knows all boxes of the area it runs through: the area grows until it does."""
    for _ in range(4):
        found = course(near(area))
        box = united(Rect(*point, 0, 0) for point in found)
        both = united([area, box])
        if both == area:
            break
        area = both.grown(_NEAR)
    return found


def _start_height(view: Queries, flow: Flow) -> float | None:
    """The y of the answer's row on the canvas, or None when the way leaves the card as a whole."""
    condition, placement = flow.condition, view.placement(flow.source)
    if not isinstance(condition, Chosen) or placement is None or not shows_rows(view, flow.source):
        return None
    rows = card_rows(view, flow.source)
    return next((placement.y + r.middle for r in rows if r.id == condition.option), None)


def _through(source: Rect, bends: Sequence[Point], target: Rect) -> Course:
    """Bends made by hand stay; the ends are joined to them at right angles."""
    first, last = _border(source, bends[0]), _border(target, bends[-1])
    into, out = Point(bends[0].x, first.y), Point(bends[-1].x, last.y)
    return simplified((first, into, *bends, out, last))


def _border(box: Rect, towards: Point) -> Point:
    """The point on the border that faces a bend: straight across where possible."""
    if box.x <= towards.x <= box.right:
        return Point(towards.x, box.bottom if towards.y > box.center.y else box.y)
    if box.y <= towards.y <= box.bottom:
        return Point(box.right if towards.x > box.center.x else box.x, towards.y)
    return Point(box.right if towards.x > box.center.x else box.x, box.center.y)


def route_between(
    source: Rect,
    target: Rect,
    obstacles: Sequence[Rect] = (),
    start_y: float | None = None,
    *,
    joins: bool = False,
) -> Course:
    """The best course between two boxes.

    ``start_y``: leave the right (or left) side at this height. ``joins``: it is the only way that
    leaves, so rather the goal than the source is met from above or below.
    """
    walls = [_edges(box.grown(4)) for box in obstacles]
    walls += [_edges(source.grown(-1)), _edges(target.grown(-1))]
    best: Course = ()
    best_cost = float("inf")
    for course in _candidates(source, target, obstacles, start_y, joins=joins):
        neat = simplified(course)
        cost = _cost(neat, walls)
        if cost < best_cost:
            best, best_cost = neat, cost
        if cost < _CROSSED:
            return best
    return simplified(detour(source, target, obstacles, start_y)) or best


_CROSSED = 1000.0
"""What it costs to run through a box; bends and length cost far less."""
Edges = tuple[float, float, float, float]


def _edges(box: Rect) -> Edges:
    """Left, top, right, bottom."""
    return box.x, box.y, box.x + box.width, box.y + box.height


def _cost(course: Course, walls: Sequence[Edges]) -> float:
    """A thousand for each box that a piece runs through, a little for each bend and for length."""
    cost = 10.0 * len(course)
    for a, b in pairwise(course):
        low_x, high_x = (a.x, b.x) if a.x < b.x else (b.x, a.x)
        low_y, high_y = (a.y, b.y) if a.y < b.y else (b.y, a.y)
        cost += (high_x - low_x + high_y - low_y) / 1000.0
        for left, top, right, bottom in walls:
            if low_x < right and high_x > left and low_y < bottom and high_y > top:
                cost += _CROSSED
    return cost


def _candidates(
    source: Rect,
    target: Rect,
    obstacles: Sequence[Rect],
    start_y: float | None,
    *,
    joins: bool,
) -> Iterator[Course]:
    """Courses from plain to roundabout."""
    from_card = start_y is None
    y = _facing_height(source, target) if from_card else start_y
    assert y is not None
    right, left = Point(source.right, y), Point(source.x, y)
    ahead = target.x >= source.right + 2
    if from_card:
        corners = (_onto(source, target, y), _off(source, target))
        for corner in corners if joins else reversed(corners):
            yield from corner
    if ahead:
        yield from _to_the_right(right, target, obstacles)
        if from_card:
            yield from _leaving_below(source, target)
    if from_card:
        yield from _up_and_down(source, target)
        yield from _over(source, target)
    yield from _around(source, right, target, obstacles)
    if not ahead and target.right <= source.x - 2:
        for x in _lanes(target.right, source.x, obstacles):
            yield (
                left,
                Point(x, y),
                Point(x, target.center.y),
                Point(target.right, target.center.y),
            )
    yield (right, Point(right.x + _STUB, y), Point(right.x + _STUB, target.center.y), target.center)


def _off(source: Rect, target: Rect) -> Iterator[Course]:
    """From the upper or lower corner of a sign straight to the left side of the target."""
    y, middle = _entry_height(target, source.center.y), source.center
    if _is_sign(source) and target.x >= middle.x + _STUB and _apart(source, y):
        edge = source.bottom if y > middle.y else source.y
        yield (Point(middle.x, edge), Point(middle.x, y), Point(target.x, y))


def _onto(source: Rect, target: Rect, y: float) -> Iterator[Course]:
    """Straight along to the right, then onto a sign from above or below."""
    middle = target.center
    if _is_sign(target) and middle.x >= source.right + _STUB and _apart(target, y):
        edge = target.bottom if y > middle.y else target.y
        yield (Point(source.right, y), Point(middle.x, y), Point(middle.x, edge))


def _is_sign(box: Rect) -> bool:
    return box.height <= _SIGN and box.width <= _SIGN


def _apart(sign: Rect, y: float) -> bool:
    return abs(y - sign.center.y) >= sign.height / 2 + _STUB


def _facing_height(source: Rect, target: Rect) -> float:
    """Leave a sign at its middle; a card at title height, or where it makes the way straight."""
    if source.height <= _SIGN:
        return source.center.y
    aim = target.center.y if target.height <= _SIGN else target.y + 18
    low, high = source.y + 10, source.bottom - 10
    if low <= aim <= high:
        return aim
    return source.center.y if source.height <= 90 else source.y + 18


def _entry_height(target: Rect, y: float) -> float:
    """Enter straight when the height fits, else at the middle of a sign or the title of a card."""
    if target.y + 10 <= y <= target.bottom - 10:
        return y
    return target.center.y if target.height <= 90 else target.y + 18


def _to_the_right(start: Point, target: Rect, obstacles: Sequence[Rect]) -> Iterator[Course]:
    y = _entry_height(target, start.y)
    end = Point(target.x, y)
    if y == start.y:
        yield (start, end)
    for x in _lanes(start.x, target.x, obstacles):
        yield (start, Point(x, start.y), Point(x, y), end)


def _leaving_below(source: Rect, target: Rect) -> Iterator[Course]:
    """Down or up first, then to the left side of the target; or along, then down onto it."""
    middle = source.center.x
    edge = source.bottom if target.center.y > source.center.y else source.y
    if not source.y <= target.center.y <= source.bottom:
        yield (
            Point(middle, edge),
            Point(middle, target.center.y),
            Point(target.x, target.center.y),
        )
    top = target.y if target.y > source.center.y else target.bottom
    y = source.center.y
    yield (Point(source.right, y), Point(target.center.x, y), Point(target.center.x, top))


def _up_and_down(source: Rect, target: Rect) -> Iterator[Course]:
    """The target stands above or below."""
    below = target.y >= source.bottom + 2
    if not below and target.bottom > source.y - 2:
        return
    out = source.bottom if below else source.y
    into = target.y if below else target.bottom
    left, right = max(source.x, target.x) + 10, min(source.right, target.right) - 10
    if left <= right:
        x = target.center.x if left <= target.center.x <= right else source.center.x
        x = x if left <= x <= right else (left + right) / 2
        yield (Point(x, out), Point(x, into))
    middle = (out + into) / 2
    for y in (middle, out + (_STUB if below else -_STUB), into - (_STUB if below else -_STUB)):
        yield (
            Point(source.center.x, out),
            Point(source.center.x, y),
            Point(target.center.x, y),
            Point(target.center.x, into),
        )


def _over(source: Rect, target: Rect) -> Iterator[Course]:
    """Up, along, and down onto the target; or the same from below."""
    pair = united([source, target])
    for edge, other, y in (
        (source.y, target.y, pair.y - _STUB),
        (source.bottom, target.bottom, pair.bottom + _STUB),
    ):
        one, two = source.center.x, target.center.x
        yield (Point(one, edge), Point(one, y), Point(two, y), Point(two, other))


def _around(
    source: Rect, start: Point, target: Rect, obstacles: Sequence[Rect]
) -> Iterator[Course]:
    """Out to the right, over or under everything near, and in from the left, above or below."""
    everything = united([source, target, *obstacles])
    pair = united([source, target])
    for y in (
        pair.y - _STUB,
        pair.bottom + _STUB,
        (source.bottom + target.y) / 2,
        (source.y + target.bottom) / 2,
        everything.y - _STUB,
        everything.bottom + _STUB,
    ):
        out = Point(start.x + _STUB, start.y)
        into = Point(target.x - _STUB, target.center.y)
        edge = target.y if y < target.y else target.bottom
        if not target.y <= y <= target.bottom:
            over = target.center.x
            yield (start, out, Point(out.x, y), Point(over, y), Point(over, edge))
        yield (
            start,
            out,
            Point(out.x, y),
            Point(into.x, y),
            into,
            Point(target.x, target.center.y),
        )


def _lanes(left: float, right: float, obstacles: Sequence[Rect]) -> list[float]:
    """Places for a vertical piece between two x.

    The middle, near the start, near the end, beside each box in between.
    """
    low, high = left + 8, right - 8
    wished = [(left + right) / 2, left + GAP / 2, right - GAP / 2]
    wished += [x for box in obstacles for x in (box.x - 14, box.right + 14)]
    fitting = [x for x in dict.fromkeys(wished) if low <= x <= high]
    return fitting or [(left + right) / 2]


def simplified(course: Course) -> Course:
    """Without repeated points and without points in the middle of a straight piece."""
    points: list[Point] = []
    for point in course:
        if points and point == points[-1]:
            continue
        if len(points) > 1 and _in_line(points[-2], points[-1], point):
            points[-1] = point
        else:
            points.append(point)
    return tuple(points)


def _in_line(a: Point, b: Point, c: Point) -> bool:
    return (a.x == b.x == c.x) or (a.y == b.y == c.y)
