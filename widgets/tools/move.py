"""How are cards, notes and frames moved, or copied by dragging?"""

from __future__ import annotations

from collections.abc import Iterable

from model.commands import lane_at, move, move_asides
from model.commands.asides import held_by, is_aside
from model.commands.between import put_between
from model.commands.copying import duplicate
from model.geometry import Point, Rect, united
from model.grammar import kind_title, title
from model.grammar.connect import may_stand_between
from model.language import Message, say
from model.records import Flow, Frame, Node, Role
from widgets.tools.pointer import Pointer
from widgets.tools.preview import Ghost
from widgets.tools.select import click
from widgets.tools.snap import Rest, snapped
from widgets.tools.stage import Gesture, Stage, has_moved

AROUND = 600.0
"""Neighbours within this distance pull."""


def press_node(stage: Stage, start: Pointer) -> Gesture:
    """A click chooses, a drag moves: all that is chosen goes along, in one step at the release.

    Ctrl while dragging copies instead; Alt: no snap, and a frame goes without what lies in it.
    """
    clicked = start.hit.id
    on_chosen = clicked in stage.selected
    if start.held("shift") or not (on_chosen or start.held("ctrl")):
        click(stage, start)
    taken: dict[bool, list[str]] = {}
    rest = Rest(0, 0)
    try:
        pointer = yield
        while pointer.phase == "move":
            if not taken and has_moved(stage, start.point, pointer.point):
                if clicked not in stage.selected:
                    stage.select((clicked,), clicked)
                taken = {alone: movable(stage, alone=alone) for alone in (False, True)}
            things = taken.get(pointer.held("alt"))
            if things:
                rest = _rest(stage, things, start.point, pointer)
                stage.preview(_ghost(stage, things, rest, pointer))
            pointer = yield
        if taken and (rest.dx or rest.dy):
            _carry_out(stage, taken[pointer.held("alt")], rest, pointer)
        elif not taken and (start.held("ctrl") or (on_chosen and not start.keys)):
            click(stage, start)
    finally:
        stage.preview(None)


def _carry_out(stage: Stage, things: list[str], rest: Rest, pointer: Pointer) -> None:
    flow = _way_below(stage, things, rest, pointer)
    if pointer.held("ctrl"):
        copy_by(stage, things, rest.dx, rest.dy)
    elif flow:
        with stage.document.transaction(say("quick.undo.between"), "canvas") as tx:
            put_between(tx, things[0], flow, rest.dx, rest.dy)
    else:
        move_by(stage, things, rest.dx, rest.dy)


def move_by(stage: Stage, things: list[str], dx: float, dy: float, origin: str = "canvas") -> None:
    """Move nodes, notes and frames in one transaction."""
    if things and (dx or dy):
        with stage.document.transaction(say("canvas.undo.move", n=len(things)), origin) as tx:
            move(tx, things, dx, dy)
            move_asides(tx, things, dx, dy)


def copy_by(stage: Stage, things: list[str], dx: float, dy: float) -> None:
    """Put copies of what is chosen elsewhere; they are chosen then."""
    with stage.document.transaction(say("tools.undo.copy", n=len(things)), "canvas") as tx:
        made = duplicate(tx, things, dx, dy)
    stage.select(made)


def movable(stage: Stage, *, alone: bool = False) -> list[str]:
    """What of the selection stands somewhere; with a frame, what lies in it (``alone``: not)."""
    view = stage.document.snapshot()
    chosen = [one for one in stage.selected if view.get(one, Node) or is_aside(view.get(one))]
    inside = [
        other
        for one in chosen
        if not alone and view.get(one, Frame)
        for other in held_by(view, one)
    ]
    return [one for one in dict.fromkeys((*chosen, *inside)) if stage.box(one) is not None]


def _rest(stage: Stage, things: list[str], start: Point, pointer: Pointer) -> Rest:
    dx, dy = pointer.point.x - start.x, pointer.point.y - start.y
    if pointer.held("alt"):
        return Rest(round(dx), round(dy))
    around = _box(stage, things)
    others = {} if stage.grid else stage.boxes_near(around.moved(dx, dy).grown(AROUND))
    return snapped(around, dx, dy, (box for one, box in others.items() if one not in things))


def _box(stage: Stage, things: Iterable[str]) -> Rect:
    return united(box for one in things if (box := stage.box(one)) is not None)


def _way_below(stage: Stage, things: list[str], rest: Rest, pointer: Pointer) -> str:
    """The way into which a card that no way touches would be put; "" for none (Alt: never)."""
    box = stage.box(things[0]) if len(things) == 1 else None
    if box is None or pointer.held("alt") or pointer.held("ctrl"):
        return ""
    middle = box.moved(rest.dx, rest.dy).center
    flow = stage.flow_near(pointer.point) or stage.flow_near(middle)
    view = stage.document.snapshot()
    return flow if flow in view and may_stand_between(view, things[0], flow).allowed else ""


def _into_way(stage: Stage, flow: str) -> tuple[Message, ...]:
    view = stage.document.snapshot()
    way = view.the(flow, Flow)
    names = [title(view[end]) or str(kind_title(view[end])) for end in (way.source, way.target)]
    return (say("quick.place.between", source=names[0], target=names[1]),)


def _ghost(stage: Stage, things: list[str], rest: Rest, pointer: Pointer) -> Ghost:
    flow = _way_below(stage, things, rest, pointer)
    if flow:
        return Ghost(
            moved=frozenset(things),
            by=Point(rest.dx, rest.dy),
            flow=flow,
            words=_into_way(stage, flow),
            at=pointer.point,
        )
    copies = pointer.held("ctrl")
    return Ghost(
        moved=frozenset(things),
        by=Point(rest.dx, rest.dy),
        guides=rest.guides,
        words=(say("tools.move.copy"),) if copies else _new_lane(stage, things, rest),
        at=pointer.point,
    )


def _new_lane(stage: Stage, things: list[str], rest: Rest) -> tuple[Message, ...]:
    """Says who will do it, when a single card enters another lane."""
    box = stage.box(things[0])
    if len(things) != 1 or box is None:
        return ()
    view = stage.document.snapshot()
    role = lane_at(view, box.moved(rest.dx, rest.dy).center)
    node = view.get(things[0], Node)
    if role is None or node is None or role.id == node.role:
        return ()
    old = view.get(node.role, Role)
    return (say("canvas.move.lane", role=role.name),) if old is not None else ()
