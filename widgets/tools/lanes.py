"""How do lanes become taller, and change their order?"""

from __future__ import annotations

from typing import Literal

from model.commands.beyond import MARGIN
from model.commands.lanes import move_lane, resize_lane
from model.document.queries import Queries
from model.geometry import GRID, Point, Rect
from model.language import Message, say
from model.records import Node, Role
from widgets.tools.pointer import Pointer
from widgets.tools.preview import Ghost
from widgets.tools.select import click
from widgets.tools.stage import Gesture, Stage, has_moved

Edge = Literal["top", "bottom"]
LOWEST = 64.0
"""No lane becomes lower (as ``resize_lane`` has it)."""
ABOVE = 8.0
"""Free space that a lane keeps above its cards; below them it is ``MARGIN``."""


def press_edge(stage: Stage, start: Pointer) -> Gesture:
    """Pull the upper or lower edge of a lane; it never becomes lower than its cards need."""
    role, edge = start.hit.id, _edge(start.hit.part)
    free = room(stage, role, edge)
    by = 0.0
    moved = False
    try:
        pointer = yield
        while pointer.phase == "move" and free is not None:
            moved = moved or has_moved(stage, start.point, pointer.point)
            by = _allowed(free, edge, _stepped(pointer.point.y - start.point.y, pointer))
            if moved:
                stage.preview(_edge_ghost(stage, role, edge, by, pointer))
            pointer = yield
        if moved and by:
            resize(stage, role, edge, by)
    finally:
        stage.preview(None)


def resize(stage: Stage, role: str, edge: Edge, dy: float) -> None:
    """Move an edge of a lane in one step, as far as its cards allow."""
    with stage.document.transaction(say("tools.undo.resize_lane"), "canvas") as tx:
        resize_lane(tx, role, edge, dy)


def _edge(part: str) -> Edge:
    return "top" if part == "top" else "bottom"


def _stepped(dy: float, pointer: Pointer) -> float:
    return round(dy) if pointer.held("alt") else round(dy / GRID) * GRID


def room(stage: Stage, role: str, edge: Edge) -> float | None:
    """So far the edge may go inwards."""
    box = stage.box(role)
    if box is None:
        return None
    view = stage.document.snapshot()
    lanes = {role, *_below(view, role)}
    held = [b for node in view.of(Node) if node.role in lanes and (b := stage.box(node.id))]
    if edge == "bottom":
        need = max((b.bottom + MARGIN for b in held), default=box.y + LOWEST)
        return max(0.0, box.bottom - max(need, box.y + LOWEST))
    need = min((b.y - ABOVE for b in held), default=box.bottom - LOWEST)
    return max(0.0, min(need, box.bottom - LOWEST) - box.y)


def _below(view: Queries, role: str) -> list[str]:
    """The lanes inside a lane."""
    found: list[str] = []
    pending = [role]
    while pending:
        inner = [child.id for child in view.children(pending.pop(), Role)]
        found += inner
        pending += inner
    return found


def _allowed(free: float, edge: Edge, dy: float) -> float:
    return max(dy, -free) if edge == "bottom" else min(dy, free)


def _edge_ghost(stage: Stage, role: str, edge: Edge, by: float, pointer: Pointer) -> Ghost:
    box = stage.box(role)
    assert box is not None
    y = (box.bottom if edge == "bottom" else box.y) + by
    line = Point(box.x, y), Point(box.right, y)
    return Ghost(insertion=line, at=pointer.point, deed="stretch")


def press_lane(stage: Stage, start: Pointer) -> Gesture:
    """A click on the strip with the name chooses the lane; a drag puts it between others."""
    click(stage, start)
    role = start.hit.id
    moved = False
    try:
        pointer = yield
        while pointer.phase == "move":
            moved = moved or has_moved(stage, start.point, pointer.point)
            if moved:
                stage.preview(_order_ghost(stage, role, pointer))
            pointer = yield
        before = place_between(stage, role, pointer.point.y) if moved else None
        if before is not None:
            put_before(stage, role, before)
    finally:
        stage.preview(None)


def put_before(stage: Stage, role: str, before: str) -> None:
    """Put a lane before another one, or last ("")."""
    with stage.document.transaction(say("undo.move_lane"), "canvas") as tx:
        move_lane(tx, role, before)


def place_between(stage: Stage, role: str, y: float) -> str | None:
    """The lane before which a lane would stand at a height ("" = last); None: where it is now."""
    lanes = _siblings(stage, role)
    if not lanes:
        return None
    order = [one for one, _ in lanes]
    before = next((one for one, box in lanes if y < box.center.y), "")
    here = order.index(role)
    following = order[here + 1] if here + 1 < len(order) else ""
    return None if before in (role, following) else before


def shift(stage: Stage, role: str, step: int) -> bool:
    """One place up (-1) or down (+1), by key; False at the ends."""
    order = [one for one, _ in _siblings(stage, role)]
    goal = order.index(role) + step if role in order else -1
    if not 0 <= goal < len(order):
        return False
    after = goal + 1 if step > 0 else goal
    put_before(stage, role, order[after] if after < len(order) else "")
    return True


def _siblings(stage: Stage, role: str) -> list[tuple[str, Rect]]:
    """The lanes of the same pool or outer lane, from top to bottom."""
    view = stage.document.snapshot()
    record = view.get(role, Role)
    if record is None:
        return []
    lanes = [r.id for r in view.ordered(Role) if r.parent == record.parent]
    placed = [(one, box) for one in lanes if (box := stage.box(one)) is not None]
    return sorted(placed, key=lambda pair: pair[1].y)


def _order_ghost(stage: Stage, role: str, pointer: Pointer) -> Ghost:
    box = stage.box(role)
    if box is None:
        return Ghost()
    before = place_between(stage, role, pointer.point.y)
    record = stage.document.snapshot().the(role, Role)
    name: Message | str = record.name
    shadow = Rect(pointer.point.x + 10, pointer.point.y + 8, 200, 28)
    if before is None:
        return Ghost((shadow,), "lane", name, at=pointer.point, deed="order")
    lanes = _siblings(stage, role)
    y = next((b.y for one, b in lanes if one == before), lanes[-1][1].bottom)
    line = Point(box.x, y), Point(box.right, y)
    return Ghost((shadow,), "lane", name, insertion=line, at=pointer.point, deed="order")
