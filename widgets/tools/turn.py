"""How is one end of a way led to another card?"""

from __future__ import annotations

from typing import Literal

from model.commands import reconnect
from model.document.queries import Queries
from model.geometry import Rect
from model.grammar import Verdict, may_lead
from model.graph import route_between
from model.language import say
from model.records import Flow
from widgets.tools.connect import refusal, target_of
from widgets.tools.pointer import Pointer
from widgets.tools.preview import Ghost
from widgets.tools.select import click
from widgets.tools.stage import Gesture, Stage, follow, has_moved

End = Literal["source", "target"]


def turn_way(stage: Stage, start: Pointer) -> Gesture:
    """Pull the first or last stretch of a chosen way to another card; a click only chooses it."""
    click(stage, start)
    end: End = "source" if start.hit.kind == "flow_start" else "target"
    flow = stage.document.snapshot().get(start.hit.id, Flow)
    moved = False
    try:
        pointer = yield
        while pointer.phase == "move" and flow is not None:
            moved = moved or has_moved(stage, start.point, pointer.point)
            if moved:
                stage.preview(_ghost(stage, flow, end, pointer))
            pointer = yield
        if flow is not None and moved:
            _lead(stage, flow, end, target_of(pointer.hit))
    finally:
        stage.preview(None)


def turn(stage: Stage, flow_id: str, end: End) -> Gesture:
    """Armed by a menu or a key: the next click, or Enter, says where the way leads (or begins)."""
    flow = stage.document.snapshot().the(flow_id, Flow)
    stage.hint(say("tools.hint.turn_start" if end == "source" else "tools.hint.turn_end"))
    try:
        pointer = yield
        while follow(stage, None, pointer):
            stage.preview(_ghost(stage, flow, end, pointer))
            pointer = yield
        _lead(stage, flow, end, target_of(pointer.hit))
    finally:
        stage.preview(None)
        stage.hint(None)


def lead_to(stage: Stage, flow_id: str, end: End, node: str) -> None:
    """Lead an end of a way to a node. Refused by the grammar: a FachwerkError with the reason."""
    with stage.document.transaction(say("canvas.undo.reconnect"), "canvas") as tx:
        if end == "target":
            reconnect(tx, flow_id, target=node)
        else:
            reconnect(tx, flow_id, source=node)
    stage.select((flow_id,), flow_id)


def _lead(stage: Stage, flow: Flow, end: End, node: str) -> None:
    if node and node != _now(flow, end):
        lead_to(stage, flow.id, end, node)


def _now(flow: Flow, end: End) -> str:
    return flow.target if end == "target" else flow.source


def _ghost(stage: Stage, flow: Flow, end: End, pointer: Pointer) -> Ghost:
    view = stage.document.snapshot()
    node = target_of(pointer.hit)
    hand = Rect(pointer.point.x, pointer.point.y, 1, 1)
    led = (stage.box(node) if node else None) or hand
    fixed = stage.box(flow.source if end == "target" else flow.target)
    if fixed is None:
        return Ghost()
    way = route_between(fixed, led) if end == "target" else route_between(led, fixed)
    if not node or node == _now(flow, end):
        return Ghost(way=way, flow=flow.id, target=node, deed="turn")
    verdict = _verdict(view, flow, end, node)
    return Ghost(
        way=way,
        flow=flow.id,
        target=node,
        allowed=verdict.allowed,
        words=refusal(verdict),
        at=pointer.point,
        deed="turn",
    )


def _verdict(view: Queries, flow: Flow, end: End, node: str) -> Verdict:
    if end == "target":
        return may_lead(view, flow.id, target=node)
    return may_lead(view, flow.id, source=node)
