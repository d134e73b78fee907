"""How is the canvas brought into order: tidying up, aligning, holding, lanes up and down?"""

from __future__ import annotations

from typing import get_args

from model.commands import align, distribute, move_lane, pin, reset_course, tidy
from model.commands.align import Axis, Edge
from model.commands.lanes import lanes_from_top
from model.document import Snapshot, Transaction
from model.language import Message, say
from model.records import Flow, Node, Role
from studio.actions.action import Action
from studio.actions.file import has_sheet
from studio.windows.desk import Desk

EDGES: tuple[Edge, ...] = get_args(Edge)
AXES: tuple[Axis, ...] = get_args(Axis)


def _view(desk: Desk) -> Snapshot | None:
    return desk.sheet.view if desk.sheet is not None else None


def _nodes(desk: Desk) -> list[str]:
    """The chosen cards and signs."""
    view = _view(desk)
    return [i for i in desk.selected if view is not None and view.get(i, Node) is not None]


def _tidy(desk: Desk) -> None:
    view, chosen = _view(desk), _nodes(desk)
    ids = chosen if len(chosen) > 1 else None
    desk.change(say("undo.tidy"), lambda tx: tidy(tx, ids))
    if view is not None and view is _view(desk):
        desk.tell(say("arrange.tidy.nothing"))


def _tidy_words(desk: Desk) -> Message:
    part = len(_nodes(desk)) > 1
    return say("action.arrange.tidy_selection" if part else "action.arrange.tidy")


def _align(edge: Edge) -> Action:
    def run(desk: Desk) -> None:
        chosen = _nodes(desk)
        desk.change(say("undo.align"), lambda tx: align(tx, chosen, edge))

    return Action(f"arrange.align_{edge}", run, lambda d: len(_nodes(d)) > 1)


def _distribute(axis: Axis) -> Action:
    def run(desk: Desk) -> None:
        chosen = _nodes(desk)
        desk.change(say("undo.distribute"), lambda tx: distribute(tx, chosen, axis))

    return Action(f"arrange.distribute_{axis}", run, lambda d: len(_nodes(d)) > 2)


def _held(desk: Desk) -> list[str]:
    """What could be held where it is: cards, signs and ways."""
    view = _view(desk)
    return [i for i in desk.selected if view is not None and isinstance(view.get(i), Node | Flow)]


def _all_held(desk: Desk) -> bool:
    view, chosen = _view(desk), _held(desk)
    places = [view.placement(i) for i in chosen] if view is not None else []
    return bool(places) and all(place is not None and place.pinned for place in places)


def _pin(desk: Desk) -> None:
    chosen, held = _held(desk), not _all_held(desk)
    label = say("undo.pin") if held else say("undo.unpin")
    desk.change(label, lambda tx: pin(tx, chosen, held))


def _bent(desk: Desk) -> list[str]:
    """The chosen ways that run through bends of their own."""
    view = _view(desk)
    if view is None:
        return []
    places = {i: view.placement(i) for i in desk.selected if isinstance(view.get(i), Flow)}
    return [i for i, place in places.items() if place is not None and place.bends]


def _reset_course(desk: Desk) -> None:
    bent = _bent(desk)

    def reset(tx: Transaction) -> None:
        for flow in bent:
            reset_course(tx, flow)

    desk.change(say("undo.reset_course"), reset)


def _lane_moves(desk: Desk, step: int) -> tuple[str, str] | None:
    """The chosen lane and the one it would stand above then ("" = last); None: there is no way."""
    view = _view(desk)
    lane = (
        view.get(desk.selected[0], Role) if view is not None and len(desk.selected) == 1 else None
    )
    if view is None or lane is None:
        return None
    row = [role.id for role in lanes_from_top(view, lane.parent)]
    place = row.index(lane.id) + step if lane.id in row else -1
    if not 0 <= place < len(row):
        return None
    others = [*(role for role in row if role != lane.id), ""]
    return lane.id, others[place]


def _lane(way: str, step: int) -> Action:
    def run(desk: Desk) -> None:
        found = _lane_moves(desk, step)
        if found is not None:
            desk.change(say("undo.move_lane"), lambda tx: move_lane(tx, *found))

    return Action(
        f"arrange.move_lane_{way}",
        run,
        lambda d: _lane_moves(d, step) is not None,
        hint=f"Alt+{way.capitalize()}",
    )


ACTIONS = (
    Action("arrange.tidy", _tidy, has_sheet, ("Ctrl+Shift+L",), words=_tidy_words),
    *(_align(edge) for edge in EDGES),
    *(_distribute(axis) for axis in AXES),
    Action("arrange.pin", _pin, lambda d: bool(_held(d)), checked=_all_held),
    Action("arrange.reset_course", _reset_course, lambda d: bool(_bent(d))),
    _lane("up", -1),
    _lane("down", 1),
)
ALIGN = (
    *(f"arrange.align_{edge}" for edge in EDGES),
    *(f"arrange.distribute_{axis}" for axis in AXES),
)
"""The menu "Ausrichten und verteilen"."""
