"""Which tools of the hand stand in the menu Anordnen?

Every drag on the canvas has its twin here or among the keys of the canvas, so that nobody must
drag.
"""

from __future__ import annotations

from model.records import Annotation, Field, FieldGroup, FieldUse, Flow, Frame, Node, Role
from studio.actions.action import Action
from studio.actions.file import has_sheet
from studio.windows.desk import Desk

GRID = "grid"
"""The setting that remembers whether the grid is seen."""


def _one(desk: Desk, *kinds: type) -> bool:
    sheet, chosen = desk.sheet, desk.selected
    return sheet is not None and len(chosen) == 1 and isinstance(sheet.view.get(chosen[0]), kinds)


def _is_flow(desk: Desk) -> bool:
    return _one(desk, Flow)


def _is_lane(desk: Desk) -> bool:
    return _one(desk, Role)


def _can_be_grabbed(desk: Desk) -> bool:
    sheet = desk.sheet
    focus = sheet.view.get(sheet.canvas.selection.focus) if sheet is not None else None
    return isinstance(focus, Node | Field | FieldGroup | FieldUse | Annotation | Frame | Role)


def _tool(mode: str, key: str) -> Action:
    def checked(desk: Desk) -> bool:
        return desk.sheet is not None and desk.sheet.canvas.mode == mode

    return Action(
        f"tools.{mode}",
        lambda d: d.canvas_do(f"{mode}_tool"),
        has_sheet,
        hint=key,
        icon=f"tool_{mode}",
        checked=checked,
    )


def _toggle_grid(desk: Desk) -> None:
    seen = not desk.settings.value(GRID, False)
    desk.settings.remember(GRID, seen)
    for sheet in desk.sheets.all:
        sheet.canvas.show_grid(seen)


ACTIONS = (
    _tool("hand", "Shift+H"),
    _tool("lasso", "Shift+L"),
    _tool("space", "Shift+S"),
    Action("tools.grab", lambda d: d.canvas_do("pick_up"), _can_be_grabbed, ("Ctrl+M",)),
    Action("tools.turn_end", lambda d: d.canvas_do("turn_end"), _is_flow, ("Alt+End",), hint="C"),
    Action("tools.turn_start", lambda d: d.canvas_do("turn_start"), _is_flow, ("Alt+Home",)),
    Action(
        "tools.lane_taller", lambda d: d.canvas_do("lane_taller"), _is_lane, hint="Alt+Shift+Down"
    ),
    Action("tools.lane_lower", lambda d: d.canvas_do("lane_lower"), _is_lane, hint="Alt+Shift+Up"),
    Action(
        "view.grid",
        _toggle_grid,
        has_sheet,
        ("Ctrl+G",),
        checked=lambda d: bool(d.settings.value(GRID, False)),
    ),
)
