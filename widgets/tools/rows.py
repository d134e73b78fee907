"""How is a question carried to another place, or to a step that reads it?"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from model.commands import move_row, use_field
from model.document.queries import Queries
from model.geometry import Point, Rect
from model.grammar import Verdict, icon_of, may_hold, title
from model.graph import card_rows
from model.graph.card import CardRow
from model.language import Message, say
from model.records import Field, FieldGroup, FieldUse, Option, Record, Step
from widgets.tools.connect import refusal, target_of
from widgets.tools.pointer import Pointer
from widgets.tools.preview import Ghost
from widgets.tools.select import click
from widgets.tools.stage import Gesture, Stage, has_moved

INSET = 10.0


class Gap(NamedTuple):
    """A place between rows: the parent, the row that would follow ("" = at the end), and where it
    is on the canvas.
    """

    parent: str
    before: str
    line: tuple[Point, Point]


def gap_at(view: Queries, card: str, box: Rect, point: Point) -> Gap:
    """The gap between the rows of a card that is nearest to a height; inside a group when the hand
    is in it.
    """
    rows = [row for row in card_rows(view, card) if row.kind in ("field", "group", "use")]
    height = point.y - box.y
    for row, following in pairwise([*rows, None]):
        assert row is not None
        if height < row.top + row.height / 2:
            return _gap(view, card, box, row.id, row.depth, row.top)
        bottom = following.top if following is not None else _bottom(view, card)
        group = _ending_group(view, row, following)
        if group and height < bottom:
            depth = row.depth + (group == row.id)
            return _gap(view, group, box, "", depth, bottom)
    return _gap(view, card, box, "", 0, _bottom(view, card))


def _ending_group(view: Queries, row: CardRow, following: CardRow | None) -> str:
    """The group that ends with this row: an empty one itself, or the one it is the last row of."""
    next_depth = following.depth if following is not None else 0
    if row.kind == "group" and next_depth <= row.depth:
        return row.id
    if row.depth and next_depth < row.depth:
        return str(getattr(view[row.id], "parent", ""))
    return ""


def _gap(view: Queries, parent: str, box: Rect, before: str, depth: int, top: float) -> Gap:
    if before:
        parent = str(getattr(view[before], "parent", parent))
    left = box.x + INSET + depth * 20
    y = box.y + top
    return Gap(parent, before, (Point(left, y), Point(box.right - INSET, y)))


def _bottom(view: Queries, card: str) -> float:
    rows = [row for row in card_rows(view, card) if row.kind != "fee"]
    return rows[-1].top + rows[-1].height if rows else 36.0


def press_row(stage: Stage, start: Pointer) -> Gesture:
    """A click chooses the row; a drag carries it: between rows to another place, onto a step of the
    office to be read there.
    """
    click(stage, start)
    carried = False
    row = start.hit.id
    try:
        pointer = yield
        while pointer.phase == "move":
            carried = carried or has_moved(stage, start.point, pointer.point)
            if carried and _can_be_carried(stage, row):
                stage.preview(_ghost(stage, row, pointer))
            pointer = yield
        if carried and _can_be_carried(stage, row):
            _drop(stage, row, pointer)
    finally:
        stage.preview(None)


def _can_be_carried(stage: Stage, row: str) -> bool:
    return not isinstance(stage.document.snapshot().get(row), Option)


def reads_it(view: Queries, row: str, card: str) -> bool:
    """True when a field dropped on this card is read there, not moved: the card is a step that is
    no page, and the field is asked elsewhere.
    """
    step = view.get(card, Step)
    field = view.get(row, Field | FieldGroup)  # type: ignore[arg-type]
    if step is None or field is None or step.form == "page":
        return False
    home = view.card_of(row)
    return home is None or home.id != card


def _ghost(stage: Stage, row: str, pointer: Pointer) -> Ghost:
    view = stage.document.snapshot()
    record = view[row]
    card = target_of(pointer.hit)
    box = stage.box(card) if card else None
    ghost_box = Rect(pointer.point.x + 10, pointer.point.y + 8, 200, 28)
    picture = {
        "boxes": (ghost_box,),
        "icon": icon_of(record),
        "label": title(record),
        "at": pointer.point.moved(0, 26),
    }
    if box is None:
        return Ghost(**picture)  # type: ignore[arg-type]
    if reads_it(view, row, card):
        words: tuple[Message, ...] = (say("canvas.row.read", step=_name(view[card])),)
        return Ghost(**picture, target=card, words=words)  # type: ignore[arg-type]
    gap = gap_at(view, card, box, pointer.point)
    verdict = _may_move(view, row, gap)
    return Ghost(
        **picture,  # type: ignore[arg-type]
        target=card,
        insertion=gap.line if verdict.allowed else None,
        allowed=verdict.allowed,
        words=refusal(verdict),
    )


def _may_move(view: Queries, row: str, gap: Gap) -> Verdict:
    return may_hold(view, gap.parent, row)


def _name(record: Record) -> str:
    return str(getattr(record, "name", ""))


def _drop(stage: Stage, row: str, pointer: Pointer) -> None:
    view = stage.document.snapshot()
    card = target_of(pointer.hit)
    box = stage.box(card) if card else None
    if box is None:
        return
    if reads_it(view, row, card):
        read_in(stage, row, card)
        return
    gap = gap_at(view, card, box, pointer.point)
    place_row(stage, row, gap.parent, gap.before)


def read_in(stage: Stage, field: str, step: str) -> None:
    """Let a step read an answer."""
    with stage.document.transaction(say("canvas.undo.use"), "canvas") as tx:
        use = use_field(tx, step, field)
    stage.select((use.id,), use.id)


def place_row(stage: Stage, row: str, parent: str, before: str) -> None:
    """Put a row in its new place, unless it is there already."""
    view = stage.document.snapshot()
    if _stands_there(view, row, parent, before):
        return
    with stage.document.transaction(say("canvas.undo.row"), "canvas") as tx:
        move_row(tx, row, parent, before=before)
    stage.select((row,), row)


def _stands_there(view: Queries, row: str, parent: str, before: str) -> bool:
    if str(getattr(view[row], "parent", "")) != parent:
        return False
    siblings = [one.id for one in view.rows(parent)]
    place = siblings.index(row)
    following = siblings[place + 1] if place + 1 < len(siblings) else ""
    return before in (row, following)


def shift_row(stage: Stage, row: str, step: int) -> bool:
    """One place up (-1) or down (+1) among its siblings; the keyboard's twin of carrying. True when
    it moved.
    """
    view = stage.document.snapshot()
    record = view.get(row)
    if not isinstance(record, Field | FieldGroup | FieldUse):
        return False
    siblings = [one.id for one in view.rows(record.parent)]
    place = siblings.index(row)
    goal = place + step
    if not 0 <= goal < len(siblings):
        return False
    after = goal + 1 if step > 0 else goal
    before = siblings[after] if after < len(siblings) else ""
    place_row(stage, row, record.parent, before)
    return True
