"""How is a way drawn?"""

from __future__ import annotations

from model.commands import connect_data, connect_steps, place_node, reads_or_writes
from model.commands.arrange import nearest_lane
from model.document import Transaction
from model.document.queries import Queries
from model.geometry import Point, Rect
from model.grammar import TEMPLATES, Verdict, may_connect
from model.graph import card_rows, route_between
from model.language import Message, say
from model.records import DataFlow, DataObject, End, Flow, Node, Option, Role
from widgets.tools.pointer import Hit, Pointer
from widgets.tools.preview import Ghost
from widgets.tools.stage import Gesture, Stage, has_moved

FOLLOWERS = {"applicant": "page", "office": "office", "system": "automatic"}
"""What a way drawn into empty ground most likely leads to, by the lane it ends in."""


def draw_way(stage: Stage, start: Pointer) -> Gesture:
    """From a handle: drag to a card, or click the handle and then the card."""
    option = start.hit.id if start.hit.id != start.hit.node else ""
    return connect(stage, start.hit.node, option, pressed_at=start.point)


def connect(
    stage: Stage, source: str, option: str = "", *, pressed_at: Point | None = None
) -> Gesture:
    """A way from ``source`` (from one of its answers) to whatever is hit; on empty ground a next
    step is made with it.

    ``pressed_at``: a drag; a release at the same place goes on as click-click.
    """
    stage.hint(say("canvas.hint.connect"))
    try:
        pointer = yield
        while not _ends(stage, pointer, pressed_at):
            if pointer.phase == "release":
                pressed_at = None
            stage.preview(_ghost(stage, source, option, pointer))
            pointer = yield
        _finish(stage, source, option, pointer)
    finally:
        stage.preview(None)
        stage.hint(None)


def _ends(stage: Stage, pointer: Pointer, pressed_at: Point | None) -> bool:
    if pointer.phase != "release":
        return False
    return pressed_at is None or has_moved(stage, pressed_at, pointer.point)


def target_of(hit: Hit) -> str:
    """The node a way would lead to."""
    return hit.node or (hit.id if hit.kind == "node" else "")


def _ghost(stage: Stage, source: str, option: str, pointer: Pointer) -> Ghost:
    view = stage.document.snapshot()
    box = stage.box(source)
    if box is None:
        return Ghost()
    target = target_of(pointer.hit)
    start_y = _option_height(view, source, option, box)
    goal = stage.box(target) if target and target != source else None
    end = goal or Rect(pointer.point.x, pointer.point.y, 1, 1)
    way = route_between(box, end, (), start_y)
    if target and reads_or_writes(view, source, target):
        way = (box.center, end.center)
    if target and target != source:
        verdict = may_connect(view, source, target, option)
        return Ghost(
            way=way,
            target=target,
            allowed=verdict.allowed,
            words=refusal(verdict),
            at=pointer.point,
        )
    if target == source:
        return Ghost(way=(), at=pointer.point)
    return _new_step_ghost(view, source, way, pointer)


def _new_step_ghost(view: Queries, source: str, way: tuple[Point, ...], pointer: Pointer) -> Ghost:
    role = nearest_lane(view, pointer.point)
    if role is None or isinstance(view.get(source), End):
        return Ghost(way=way, at=pointer.point, allowed=not isinstance(view.get(source), End))
    template = TEMPLATES[FOLLOWERS[role.side]]
    box = _box_at(template.width, 64, pointer.point)
    words = (say("canvas.connect.new", what=template.title),)
    return Ghost((box,), template.icon, template.title, way=way, words=words, at=pointer.point)


def _box_at(width: float, height: float, left_middle: Point) -> Rect:
    return Rect(left_middle.x, left_middle.y - height / 2, width, height)


def _option_height(view: Queries, source: str, option: str, box: Rect) -> float | None:
    rows = card_rows(view, source) if option else ()
    return next((box.y + row.middle for row in rows if row.id == option), None)


def refusal(verdict: Verdict) -> tuple[Message, ...]:
    """The words of a refusal: reason and way out."""
    if verdict.allowed:
        return ()
    return tuple(words for words in (verdict.reason, verdict.instead) if words is not None)


def _finish(stage: Stage, source: str, option: str, pointer: Pointer) -> None:
    target = target_of(pointer.hit)
    if target == source:
        return
    if target:
        connect_to(stage, source, target, option)
        return
    view = stage.document.snapshot()
    role = nearest_lane(view, pointer.point)
    if role is not None:
        _connect_to_new(stage, source, option, role, pointer.point)


def connect_to(stage: Stage, source: str, target: str, option: str = "") -> str:
    """Draw a way; the way then has the focus. Refused by the grammar: a FachwerkError with the
    reason.
    """
    data = reads_or_writes(stage.document.snapshot(), source, target)
    words = say("canvas.undo.connect_data" if data else "canvas.undo.connect")
    with stage.document.transaction(words, "canvas") as tx:
        flow = _join(tx, source, target, option)
    stage.select((flow.id,), flow.id)
    return flow.id


def _join(tx: Transaction, source: str, target: str, option: str) -> Flow | DataFlow:
    """A way from card to card, or one of data."""
    if reads_or_writes(tx, source, target):
        return connect_data(tx, source, target)
    return connect_steps(tx, source, target, option=option)


def _connect_to_new(stage: Stage, source: str, option: str, role: Role, point: Point) -> None:
    template = FOLLOWERS[role.side]
    centre = Point(point.x + TEMPLATES[template].width / 2, point.y)
    with stage.document.transaction(say("canvas.undo.append"), "canvas") as tx:
        node = place_node(tx, template, role.id, centre)
        _join(tx, source, node.id, option)
    stage.select((node.id,), node.id)
    stage.rename(node.id)


def source_of(view: Queries, chosen: str) -> tuple[str, str]:
    """The node a way would leave from when this is chosen, and the answer it leaves; ("", "") when
    none can.
    """
    if view.get(chosen, DataObject) is not None:
        return chosen, ""
    card = view.card_of(chosen)
    if not isinstance(card, Node):
        return "", ""
    return card.id, chosen if isinstance(view.get(chosen), Option) else ""
