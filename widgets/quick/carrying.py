"""How is a follower carried from the pad onto the canvas?"""

from __future__ import annotations

from dataclasses import replace

from model.commands import connect_steps, place_node
from model.document.queries import Queries
from model.errors import NotAllowed
from model.geometry import Rect
from model.grammar import TEMPLATES, is_field_template
from model.graph import route_between
from model.language import say
from model.records import Node, Option
from widgets.tools.place import NAMELESS, Plan, carry_out, plan
from widgets.tools.pointer import Pointer
from widgets.tools.stage import Gesture, Stage


def carry_follower(stage: Stage, template: str, source: str) -> Gesture:
    """As when a block is placed; on free ground a way leads there from what it was dragged from."""
    stage.hint(say("canvas.hint.place", what=TEMPLATES[template].title))
    try:
        pointer = yield
        while pointer.phase != "release":
            stage.preview(_planned(stage, template, source, pointer).ghost)
            pointer = yield
        made = _finish(stage, template, source, _planned(stage, template, source, pointer))
        if made and TEMPLATES[template].kind not in NAMELESS:
            stage.rename(made)
    finally:
        stage.preview(None)
        stage.hint(None)


def _planned(stage: Stage, template: str, source: str, pointer: Pointer) -> Plan:
    found = plan(stage, template, pointer)
    box = stage.box(_card(stage.document.snapshot(), source))
    if found.outcome != "node" or box is None or is_field_template(template):
        return found
    goal = found.ghost.boxes[0] if found.ghost.boxes else Rect(*found.at, 1, 1)
    return replace(found, ghost=replace(found.ghost, way=route_between(box, goal)))


def _finish(stage: Stage, template: str, source: str, planned: Plan) -> str:
    view = stage.document.snapshot()
    start = _card(view, source)
    if planned.outcome != "node" or not start:
        return carry_out(stage, template, planned)
    option = source if isinstance(view.get(source), Option) else ""
    label = say("canvas.undo.append")
    try:
        with stage.document.transaction(label, "canvas") as tx:
            node = place_node(tx, template, planned.parent, planned.at)
            node = tx.replace(node.replaced(parent=tx.the(start, Node).parent))
            connect_steps(tx, start, node.id, option=option)
    except NotAllowed:  # a way leads on from there already: it stands alone
        return carry_out(stage, template, planned)
    stage.select((node.id,), node.id)
    return node.id


def _card(view: Queries, source: str) -> str:
    """The node a way would leave from; "" for a way itself."""
    card = view.card_of(source)
    return card.id if isinstance(card, Node) else ""
