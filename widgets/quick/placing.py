"""Where does the block go that was taken?"""

from __future__ import annotations

from model.commands import set_required
from model.errors import FachwerkError
from model.geometry import Point
from model.grammar import TEMPLATES
from model.language import say
from model.records import Field, FieldGroup, Node
from widgets.tools.place import NAMELESS, carry_out, place_beside, plan
from widgets.tools.pointer import Pointer
from widgets.tools.stage import Stage


def anchor(stage: Stage) -> str:
    """What the next thing follows: what is chosen; in a service that only begins, its start."""
    if stage.selected:
        return stage.selected[-1]
    nodes = stage.document.snapshot().of(Node)
    if len(nodes) == 1:
        stage.select((nodes[0].id,), nodes[0].id)
        return nodes[0].id
    return ""


def put(stage: Stage, template: str, name: str, at: Point | None, free: Point) -> str:
    """The block at a place, or (``at`` None) beside what is chosen, else at a free place.

    The id of what is to be named now, "" for nothing.

    Raises:
        FachwerkError: it can stand nowhere there; with the reason.
    """
    made = place_beside(stage, template, name) if at is None else ""
    if not made:
        made = _put_at(stage, template, name, at or free)
    kind = TEMPLATES[template].kind
    return "" if name or kind in NAMELESS else made


def _put_at(stage: Stage, template: str, name: str, point: Point) -> str:
    planned = plan(stage, template, Pointer("release", point, stage.hit(point)))
    if planned.outcome == "nothing":
        words = planned.ghost.words or (say("contain.nothing"),)
        raise FachwerkError(words[0], todo=words[1] if len(words) > 1 else None)
    return carry_out(stage, template, planned, name)


def turn_required(stage: Stage, row: str) -> None:
    """A question must be answered, or need not be."""
    record = stage.document.snapshot().get(row)
    if isinstance(record, Field | FieldGroup):
        label = say("quick.undo.required", name=record.label)
        with stage.document.transaction(label, "canvas") as tx:
            set_required(tx, row, record.minimum == 0)
