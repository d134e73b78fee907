"""How are cards moved?"""

from __future__ import annotations

from model.commands import lane_at, move
from model.geometry import Point, Rect, united
from model.language import Message, say
from model.records import Node, Role
from widgets.tools.pointer import Pointer
from widgets.tools.preview import Ghost
from widgets.tools.select import click
from widgets.tools.snap import Rest, snapped
from widgets.tools.stage import Gesture, Stage, has_moved

AROUND = 600.0
"""Neighbours within this distance pull."""


def press_node(stage: Stage, start: Pointer) -> Gesture:
    """A click chooses, a drag moves: all that is chosen goes along, in one step at the release."""
    clicked = start.hit.id
    on_chosen = clicked in stage.selected
    if not on_chosen or start.held("ctrl") or start.held("shift"):
        click(stage, start)
    moved = False
    rest = Rest(0, 0)
    try:
        pointer = yield
        while pointer.phase == "move":
            moved = moved or has_moved(stage, start.point, pointer.point)
            nodes = _movable(stage)
            if moved and nodes:
                rest = _rest(stage, nodes, start.point, pointer)
                stage.preview(_ghost(stage, nodes, rest, pointer))
            pointer = yield
        if moved and (rest.dx or rest.dy):
            move_by(stage, _movable(stage), rest.dx, rest.dy)
        elif not moved and on_chosen and not start.keys:
            click(stage, start)
    finally:
        stage.preview(None)


def move_by(stage: Stage, nodes: list[str], dx: float, dy: float, origin: str = "canvas") -> None:
    """Move nodes in one transaction."""
    if nodes and (dx or dy):
        with stage.document.transaction(say("canvas.undo.move", n=len(nodes)), origin) as tx:
            move(tx, nodes, dx, dy)


def _movable(stage: Stage) -> list[str]:
    view = stage.document.snapshot()
    return [one for one in stage.selected if view.get(one, Node) and stage.box(one) is not None]


def _rest(stage: Stage, nodes: list[str], start: Point, pointer: Pointer) -> Rest:
    dx, dy = pointer.point.x - start.x, pointer.point.y - start.y
    if pointer.held("alt"):
        return Rest(round(dx), round(dy))
    around = _box(stage, nodes)
    others = stage.boxes_near(around.moved(dx, dy).grown(AROUND))
    return snapped(around, dx, dy, (box for one, box in others.items() if one not in nodes))


def _box(stage: Stage, nodes: list[str]) -> Rect:
    return united(box for one in nodes if (box := stage.box(one)) is not None)


def _ghost(stage: Stage, nodes: list[str], rest: Rest, pointer: Pointer) -> Ghost:
    return Ghost(
        moved=frozenset(nodes),
        by=Point(rest.dx, rest.dy),
        guides=rest.guides,
        words=_new_lane(stage, nodes, rest),
        at=pointer.point,
    )


def _new_lane(stage: Stage, nodes: list[str], rest: Rest) -> tuple[Message, ...]:
    """Says who will do it, when a single card enters another lane."""
    box = stage.box(nodes[0])
    if len(nodes) != 1 or box is None:
        return ()
    view = stage.document.snapshot()
    role = lane_at(view, box.moved(rest.dx, rest.dy).center)
    node = view.get(nodes[0], Node)
    if role is None or node is None or role.id == node.role:
        return ()
    old = view.get(node.role, Role)
    return (say("canvas.move.lane", role=role.name),) if old is not None else ()
