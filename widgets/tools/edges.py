"""How do exceptions come to the edge of a card, and data objects beside it?"""

from __future__ import annotations

from model.commands.attach import edge_spot
from model.document.queries import Queries
from model.geometry import Point, Rect
from model.grammar import TEMPLATES, may_attach, may_stand_alone
from model.grammar.attach import CARRIES, can_hang
from model.language import say
from model.records import Record, SubProcess
from widgets.tools.connect import refusal, target_of
from widgets.tools.plans import AROUND, Plan
from widgets.tools.pointer import Pointer
from widgets.tools.preview import Ghost
from widgets.tools.snap import beside, snapped
from widgets.tools.stage import Stage

EDGE = 14.0
"""So near to the edge of a card (on the canvas) an exception is hung at it."""


def plan_data(stage: Stage, template: str, pointer: Pointer) -> Plan:
    """Let go on a card, a data object is written by it and stands below; else it stands here."""
    kind, view = TEMPLATES[template], stage.document.snapshot()
    card = "" if pointer.held("alt") else target_of(pointer.hit)
    holder = stage.box(card) if isinstance(view.get(card), CARRIES) else None
    at = on_grid(stage, pointer, kind.width, kind.height)
    if holder is not None:
        at = _below_card(stage, holder, kind.width, kind.height)
    box = Rect(at.x - kind.width / 2, at.y - kind.height / 2, kind.width, kind.height)
    target = card if holder is not None else ""
    ghost = Ghost((box,), kind.icon, kind.title, target=target, at=pointer.point)
    return Plan("data", ghost, target, at=at)


def _below_card(stage: Stage, card: Rect, width: float, height: float) -> Point:
    wanted = Rect(card.center.x - width / 2, card.bottom + 2 * AROUND, width, height)
    return beside(wanted, stage.boxes_near(wanted.grown(300)).values()).center


def plan_attach(stage: Stage, template: str, pointer: Pointer) -> Plan | None:
    """At the edge of a card it hangs there as an exception; what is only caught there, anywhere on
    the card.
    """
    view, card = stage.document.snapshot(), target_of(pointer.hit)
    box = stage.box(card) if card else None
    if box is None or pointer.held("alt") or not can_hang(template):
        return None
    inside = box.grown(-EDGE)
    only = not may_stand_alone(template).allowed
    if not only and inside.contains(pointer.point):
        return None
    verdict = may_attach(view, card, template)
    if not verdict.allowed and not only:
        return None
    kind = TEMPLATES[template]
    at = None if inside.contains(pointer.point) else pointer.point
    spot = edge_spot(view, card, at)
    words = refusal(verdict) or (say("canvas.place.attach", what=kind.title),)
    ghost = Ghost(
        boxes=(spot,),
        icon=kind.icon,
        label=kind.title,
        target=card,
        allowed=verdict.allowed,
        words=words,
        at=pointer.point,
    )
    return Plan("attach" if verdict.allowed else "nothing", ghost, card, at=at or Point(0, 0))


def data_plan_beside(stage: Stage, view: Queries, template: str, chosen: Record) -> Plan | None:
    """Below the chosen card, which writes it."""
    card = view.card_of(chosen.id)
    box = stage.box(card.id) if isinstance(card, CARRIES) else None
    if box is None or card is None:
        return None
    kind = TEMPLATES[template]
    at = _below_card(stage, box, kind.width, kind.height)
    return Plan("data", Ghost(), card.id, at=at)


def on_grid(stage: Stage, pointer: Pointer, width: float, height: float) -> Point:
    """The centre of the new thing: in line with a neighbour or on the grid, on nothing that stands
    there; Alt: just here.
    """
    box = Rect(pointer.point.x - width / 2, pointer.point.y - height / 2, width, height)
    if pointer.held("alt"):
        return box.center
    near = stage.boxes_near(box.grown(300))
    rest = snapped(box, 0, 0, () if stage.grid else near.values())
    view = stage.document.snapshot()
    taken = [other for one, other in near.items() if view.get(one, SubProcess) is None]
    return beside(box.moved(rest.dx, rest.dy), taken).center
