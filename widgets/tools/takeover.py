"""How do the entries of an old form come onto the canvas?

Dragged like a building block: on a card they become rows, on empty ground a page. Without the
mouse they stand below what is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from model.commands import is_taken, take, take_as_page
from model.document.queries import Queries
from model.errors import NotAllowed
from model.grammar import may_hold, title
from model.language import Message, say
from model.records import OldEntry
from widgets.tools.place import Plan, plan, row_place
from widgets.tools.pointer import Pointer
from widgets.tools.stage import Gesture, Stage

BELOW_THE_PICTURE = 44.0
"""So far (in pixels) below the hand what would happen is told: the picture that it carries hangs
between.
"""


def take_over(stage: Stage, entries: Sequence[str]) -> Gesture:
    """Carry entries until they are let go."""
    carried = _open(stage.document.snapshot(), entries)
    stage.hint(say("shelf.hint.drag", n=len(carried)) if carried else say("shelf.all_taken"))
    try:
        pointer = yield
        while pointer.phase != "release":
            stage.preview(_planned(stage, carried, pointer).ghost if carried else None)
            pointer = yield
        if carried:
            _carry_out(stage, carried, _planned(stage, carried, pointer))
        else:
            stage.refuse(_nothing_open())
    finally:
        stage.preview(None)
        stage.hint(None)


def take_beside(stage: Stage, entries: Sequence[str]) -> Message:
    """Below the chosen row, at the end of the chosen card, or on a new page; what was done.

    Raises:
        NotAllowed: nothing is open, or there are too many at once.
    """
    view = stage.document.snapshot()
    carried = _open(view, entries)
    if not carried:
        raise _nothing_open()
    chosen = view.get(stage.selected[-1]) if stage.selected else None
    parent, before = row_place(view, chosen) if chosen is not None else ("", "")
    if parent and not may_hold(view, parent, carried[0].template).allowed:
        parent = ""
    with stage.document.transaction(_label(carried), "canvas") as tx:
        ids = [entry.id for entry in carried]
        rows = take(tx, ids, parent, before) if parent else take_as_page(tx, ids)[1]
    stage.select((rows[-1],), rows[-1])
    card = stage.document.snapshot().card_of(rows[-1])
    return say("shelf.done", n=len(rows), page=title(card) if card is not None else "")


def _open(view: Queries, entries: Sequence[str]) -> list[OldEntry]:
    found = (view.get(one, OldEntry) for one in entries)
    return [entry for entry in found if entry is not None and not is_taken(view, entry)]


def _nothing_open() -> NotAllowed:
    return NotAllowed(say("shelf.all_taken"), todo=say("shelf.all_taken.todo"))


def _planned(stage: Stage, carried: list[OldEntry], pointer: Pointer) -> Plan:
    """As if a building block were carried, in the words of the entries."""
    planned = plan(stage, carried[0].template, pointer)
    label = carried[0].label if len(carried) == 1 else say("shelf.several", n=len(carried))
    words = planned.ghost.words
    if planned.outcome == "page":
        words = (say("shelf.place.page", n=len(carried)),)
    below = pointer.point.moved(0, BELOW_THE_PICTURE / stage.zoom)
    return replace(planned, ghost=replace(planned.ghost, label=label, words=words, at=below))


def _carry_out(stage: Stage, carried: list[OldEntry], planned: Plan) -> None:
    if planned.outcome == "nothing":
        return
    ids = [entry.id for entry in carried]
    with stage.document.transaction(_label(carried), "canvas") as tx:
        if planned.outcome == "row":
            rows = take(tx, ids, planned.parent, planned.before)
        else:
            rows = take_as_page(tx, ids, planned.parent, planned.at)[1]
    stage.select(rows, rows[-1])


def _label(carried: list[OldEntry]) -> Message:
    return say("shelf.undo.take", n=len(carried))
