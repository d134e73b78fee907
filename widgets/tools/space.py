"""How is space made, or a gap closed?"""

from __future__ import annotations

from typing import NamedTuple

from model.commands.beyond import Axis, beyond, room
from model.commands.space import make_space
from model.geometry import GRID, Point, Rect, united
from model.language import say
from model.records import Role
from widgets.tools.pointer import Pointer
from widgets.tools.preview import Ghost
from widgets.tools.stage import Gesture, Stage, follow, has_moved

OVER = 40.0
"""So far the line is drawn beyond the outermost thing."""


class Line(NamedTuple):
    """What a line would move: ids beyond it, how far it can be drawn back, its two ends."""

    moves: frozenset[str]
    back: float
    start: Point
    end: Point


def space(stage: Stage, start: Pointer) -> Gesture:
    """Press and pull to the right or down: everything beyond the line goes along; back: the gap
    becomes smaller. Or click, move, click.
    """
    pressed_at: Point | None = start.point
    lines: dict[Axis, Line] = {}
    by = Point(0, 0)
    try:
        pointer = yield
        while follow(stage, pressed_at, pointer):
            if pointer.phase == "release":
                pressed_at = None
            elif lines or has_moved(stage, start.point, pointer.point):
                axis, far = _way(start.point, pointer)
                if axis not in lines:
                    lines[axis] = _line(stage, axis, start.point)
                far = max(far, -lines[axis].back)
                by = Point(far, 0) if axis == "x" else Point(0, far)
                stage.preview(_ghost(lines[axis], by, pointer.point))
            pointer = yield
        push(stage, start.point, by.x, by.y)
    finally:
        stage.preview(None)


def push(stage: Stage, at: Point, dx: float, dy: float) -> None:
    """Push everything right of (or below) a place aside, or pull it nearer, in one step."""
    if dx or dy:
        words = say("tools.undo.space" if dx + dy > 0 else "tools.undo.close_gap")
        with stage.document.transaction(words, "canvas") as tx:
            make_space(tx, at, dx, dy)


def _way(start: Point, pointer: Pointer) -> tuple[Axis, float]:
    """Sideways or downwards, whichever the hand means; on the grid unless Alt is held."""
    step = 1.0 if pointer.held("alt") else GRID
    dx, dy = pointer.point.x - start.x, pointer.point.y - start.y
    if abs(dx) >= abs(dy):
        return "x", round(dx / step) * step
    return "y", round(dy / step) * step


def _line(stage: Stage, axis: Axis, at: Point) -> Line:
    view = stage.document.snapshot()
    edge = at.x if axis == "x" else at.y
    boxes = [box for role in view.of(Role) if (box := stage.box(role.id)) is not None]
    whole = united(boxes or [Rect(*at, 0, 0)]).grown(OVER)
    ends = Point(at.x, whole.y), Point(at.x, whole.bottom)
    if axis == "y":
        ends = Point(whole.x, at.y), Point(whole.right, at.y)
    return Line(frozenset(beyond(view, axis, edge)), room(view, axis, edge), *ends)


def _ghost(line: Line, by: Point, hand: Point) -> Ghost:
    far = by.x + by.y
    words = () if not far else (say("tools.space.more" if far > 0 else "tools.space.less"),)
    goal = line.start.moved(*by), line.end.moved(*by)
    return Ghost(
        moved=line.moves,
        by=by,
        guides=((line.start, line.end), goal),
        words=words,
        at=hand,
        deed="space",
    )
