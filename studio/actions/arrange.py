"""What stands in the menus Einfügen and Anordnen?"""

from __future__ import annotations

from model.commands import add_role, make_default
from model.grammar import TEMPLATES
from model.language import say, tr
from model.records import Flow
from studio.actions.action import Action
from studio.actions.file import has_sheet
from studio.windows.desk import Desk


def _insert(key: str) -> Action:
    def words(_desk: Desk):  # type: ignore[no-untyped-def]
        return TEMPLATES[key].title

    return Action(
        f"insert.{key}",
        lambda d: d.place(key),
        has_sheet,
        icon=TEMPLATES[key].icon,
        words=words,
    )


def _selected_flow(desk: Desk) -> str:
    sheet = desk.sheet
    if sheet is None or len(desk.selected) != 1:
        return ""
    flow = sheet.view.get(desk.selected[0], Flow)
    siblings = sheet.view.outgoing(flow.source) if flow else []
    return flow.id if flow is not None and not flow.default and len(siblings) > 1 else ""


def _make_default(desk: Desk) -> None:
    flow = _selected_flow(desk)
    if flow:
        desk.change(say("undo.make_default"), lambda tx: make_default(tx, flow))


def _add_lane(desk: Desk) -> None:
    desk.change(say("undo.add_role"), lambda tx: add_role(tx, tr("lane.new"), "office"))


QUICK = Action(
    "insert.quick", lambda d: d.canvas_do("quick_add"), has_sheet, ("Ctrl+Space",), icon="search"
)
INSERT = (QUICK, *(_insert(key) for key in TEMPLATES))
ACTIONS = (
    Action(
        "arrange.connect",
        lambda d: d.canvas_do("start_connect"),
        lambda d: len(d.selected) == 1,
        hint="C",
        icon="connect",
    ),
    Action(
        "arrange.kind",
        lambda d: d.canvas_do("change_kind"),
        lambda d: len(d.selected) == 1,
        hint="R",
        icon="change",
    ),
    Action("arrange.default", _make_default, lambda d: bool(_selected_flow(d)), ("Ctrl+Shift+D",)),
    Action("arrange.add_lane", _add_lane, has_sheet, icon="lane"),
)
