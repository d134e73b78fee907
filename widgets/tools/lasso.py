"""How are several things chosen at once?"""

from __future__ import annotations

from model.geometry import Point, Rect
from widgets.tools.pointer import Pointer
from widgets.tools.preview import Ghost
from widgets.tools.stage import Gesture, Stage, follow, has_moved


def lasso(stage: Stage, start: Pointer) -> Gesture:
    """Drag a frame on empty ground: whatever lies wholly in it is chosen; Shift adds, Ctrl turns. A
    click chooses nothing.
    """
    return _lasso(stage, start, waits=False)


def armed_lasso(stage: Stage, start: Pointer) -> Gesture:
    """The same wherever it begins; a click makes the first corner, the next click the other."""
    return _lasso(stage, start, waits=True)


def _lasso(stage: Stage, start: Pointer, *, waits: bool) -> Gesture:
    before = stage.selected if start.held("shift") or start.held("ctrl") else ()
    drawn = False
    pressed_at: Point | None = start.point
    try:
        pointer = yield
        while pointer.phase == "move" or (waits and follow(stage, pressed_at, pointer)):
            if pointer.phase == "release":
                pressed_at = None
            else:
                drawn = drawn or has_moved(stage, start.point, pointer.point)
            if drawn:
                area = between(start.point, pointer.point)
                stage.preview(Ghost(area=area))
                stage.select(_joined(before, _inside(stage, area), toggle=start.held("ctrl")))
            pointer = yield
        if not drawn:
            stage.select(before)
    finally:
        stage.preview(None)


def between(one: Point, other: Point) -> Rect:
    """The upright box of two corners."""
    left, top = min(one.x, other.x), min(one.y, other.y)
    return Rect(left, top, abs(one.x - other.x), abs(one.y - other.y))


def _inside(stage: Stage, area: Rect) -> list[str]:
    return [node for node, box in stage.boxes_near(area).items() if _holds(area, box)]


def _holds(area: Rect, box: Rect) -> bool:
    return area.contains(Point(box.x, box.y)) and area.contains(Point(box.right, box.bottom))


def _joined(before: tuple[str, ...], found: list[str], *, toggle: bool) -> tuple[str, ...]:
    if toggle:
        kept = tuple(one for one in before if one not in found)
        return (*kept, *(one for one in found if one not in before))
    return (*before, *(one for one in found if one not in before))
