"""Which way leads around everything, when none of the beautiful ones is free?

A search (A*) on the few lines that run beside boxes: what is short and has few bends wins. Slow
against a beautiful course (a millisecond or more), so only where all of those cross a card.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from model.geometry import HEADER, Point, Rect

_AIRS = (14.0, 6.0)
"""Distance to the boxes; the smaller where the larger finds nothing."""
_WALL = 4.0
_BEND = 40.0
_MOST_BOXES, _MOST_TURNS, _MOST_STATES = 30, 8, 2000
"""A pile of cards has no free way; the search for one must end soon."""
_STEPS = ((1, 0), (0, 1), (-1, 0), (0, -1))
"""To the right, down, to the left, up."""


_State = tuple[int, int, int]
"""Column and row of the grid, and the direction in which the way runs."""


class _Port(NamedTuple):
    """A place on a border, and the direction that leads away from the box."""

    at: Point
    away: int

    def stub(self, air: float) -> Point:
        dx, dy = _STEPS[self.away]
        return Point(self.at.x + dx * air, self.at.y + dy * air)


def detour(
    source: Rect, target: Rect, obstacles: Sequence[Rect], start_y: float | None = None
) -> tuple[Point, ...]:
    """A free course from border to border; empty when none is found.

    Only boxes that stand in the way are looked at: first none, then those that the last course ran
    through, too.
    """
    walls = [(box, box.grown(_WALL)) for box in obstacles]
    for air in _AIRS:
        known: dict[Rect, None] = {}
        starts = _free(_ports(source, start_y, leaving=True), walls, air)
        goals = _free(_ports(target, None, leaving=False), walls, air)
        for _ in range(_MOST_TURNS if starts and goals else 0):
            course = _Search(source, target, list(known), starts, goals, air).course()
            hit = [box for box, wall in walls if box not in known and _meets(course, wall)]
            if not course or len(known) + len(hit) > _MOST_BOXES:
                break
            if not hit:
                return course
            known |= dict.fromkeys(hit)
    return ()


def _free(ports: Iterable[_Port], walls: Sequence[tuple[Rect, Rect]], air: float) -> list[_Port]:
    """The ports before which no box stands."""
    return [p for p in ports if not any(_meets((p.at, p.stub(air)), wall) for _, wall in walls)]


def _meets(course: Sequence[Point], box: Rect) -> bool:
    left, top, right, bottom = box.x, box.y, box.right, box.bottom
    return any(
        (a.x if a.x < b.x else b.x) < right
        and (a.x if a.x > b.x else b.x) > left
        and (a.y if a.y < b.y else b.y) < bottom
        and (a.y if a.y > b.y else b.y) > top
        for a, b in pairwise(course)
    )


class _Search:
    """One search, with one distance to all boxes."""

    def __init__(
        self,
        source: Rect,
        target: Rect,
        obstacles: Sequence[Rect],
        starts: list[_Port],
        goals: list[_Port],
        air: float,
    ) -> None:
        self._air = air
        self._queue: list[tuple[float, int, float, _State, _State | _Port]] = []
        self._pushed = 0
        self._starts, self._goals = starts, goals
        points = [port.stub(air) for port in (*self._starts, *self._goals)]
        boxes = [source, target, *obstacles]
        around = [x for b in boxes for x in (b.x - air, b.right + air)]
        self._xs = sorted({*around, *(p.x for p in points)})
        around = [y for b in boxes for y in (b.y - air, b.bottom + air)]
        self._ys = sorted({*around, *(p.y for p in points)})
        self._along = [bytearray(len(self._xs)) for _ in self._ys]
        self._down = [bytearray(len(self._xs)) for _ in self._ys]
        for box in boxes:
            self._wall(box.grown(_WALL))

    def _wall(self, box: Rect) -> None:
        """No step of the grid may touch the inside of a box."""
        xs, ys = self._xs, self._ys
        left, right = bisect_left(xs, box.x), bisect_left(xs, box.right)
        top, bottom = bisect_left(ys, box.y), bisect_left(ys, box.bottom)
        columns = [i for i in range(left, right) if xs[i] > box.x]
        for j in range(top, bottom):
            if ys[j] > box.y:
                for i in range(max(0, left - 1), right):
                    self._along[j][i] |= i + 1 < len(xs) and xs[i + 1] > box.x
        for j in range(max(0, top - 1), bottom):
            if j + 1 < len(ys) and ys[j + 1] > box.y:
                for i in columns:
                    self._down[j][i] = 1

    def course(self) -> tuple[Point, ...]:
        """The cheapest course, or an empty one."""
        goals = {(*self._cell(p.stub(self._air)), (p.away + 2) % 4): p for p in self._goals}
        seen: dict[_State, _State | _Port] = {}
        for port in self._starts:
            state = (*self._cell(port.stub(self._air)), port.away)
            self._push(0.0 if port.away == 0 else _BEND / 4, state, port)
        while self._queue and len(seen) < _MOST_STATES:
            _, _, price, state, before = heappop(self._queue)
            if state in seen:
                continue
            seen[state] = before
            if state in goals:
                return self._told(state, goals[state], seen)
            for more, after in self._after(state):
                if after not in seen:
                    self._push(price + more, after, state)
        return ()

    def _push(self, price: float, state: _State, before: _State | _Port) -> None:
        self._pushed += 1
        x, y = self._xs[state[0]], self._ys[state[1]]
        still = min(abs(p.at.x - x) + abs(p.at.y - y) for p in self._goals) - 2 * self._air
        heappush(self._queue, (price + max(0.0, still), self._pushed, price, state, before))

    def _after(self, state: _State) -> Iterator[tuple[float, _State]]:
        """One step on in the same direction, or a turn on the spot."""
        i, j, way = state
        yield _BEND, (i, j, (way + 1) % 4)
        yield _BEND, (i, j, (way + 3) % 4)
        dx, dy = _STEPS[way]
        x, y = i + dx, j + dy
        if 0 <= x < len(self._xs) and 0 <= y < len(self._ys):
            walls = self._along if dx else self._down
            if not walls[min(j, y)][min(i, x)]:
                length = abs(self._xs[i] - self._xs[x]) + abs(self._ys[j] - self._ys[y])
                yield length, (x, y, way)

    def _cell(self, point: Point) -> tuple[int, int]:
        return bisect_left(self._xs, point.x), bisect_left(self._ys, point.y)

    def _told(
        self,
        last: _State,
        goal: _Port,
        seen: dict[_State, _State | _Port],
    ) -> tuple[Point, ...]:
        points = [goal.at]
        here: _State | _Port = last
        while not isinstance(here, _Port):
            points.append(Point(self._xs[here[0]], self._ys[here[1]]))
            here = seen[here]
        points.append(here.at)
        return tuple(reversed(points))


def _ports(box: Rect, start_y: float | None, *, leaving: bool) -> Iterator[_Port]:
    """Where a way may leave or enter: at the answer's row, else at all four sides."""
    side = box.center.y if box.height <= 60 else box.y + HEADER / 2
    if start_y is not None:
        yield _Port(Point(box.right, start_y), 0)
        yield _Port(Point(box.x, start_y), 2)
        return
    yield _Port(Point(box.right, side), 0) if leaving else _Port(Point(box.x, side), 2)
    yield _Port(Point(box.center.x, box.bottom), 1)
    yield _Port(Point(box.center.x, box.y), 3)
    yield _Port(Point(box.x, side), 2) if leaving else _Port(Point(box.right, side), 0)
