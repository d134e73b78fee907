"""What stands in the menu Prüfen › Beispielfälle?"""

from __future__ import annotations

from studio.actions.action import Action
from studio.actions.file import has_sheet
from studio.windows.desk import Desk


def _wish(wish: str, keys: tuple[str, ...] = (), icon: str = "") -> Action:
    """Something that is done with the cases of the document in front."""
    return Action(f"cases.{wish}", lambda d: d.cases(wish), has_sheet, keys, icon=icon)


def _untouched(desk: Desk) -> bool:
    return desk.sheet is not None and desk.panes.cases.left is not None


CASES_PANE = Action(
    "view.cases",
    lambda d: d.docks.toggle("cases"),
    has_sheet,
    ("Ctrl+Shift+B",),
    icon="check",
    checked=lambda d: d.docks.is_shown("cases"),
)
ACTIONS = (
    CASES_PANE,
    _wish("new", icon="add"),
    _wish("keep"),
    _wish("cover"),
    _wish("play", icon="play"),
    _wish("compare", icon="compare"),
    _wish("expect", icon="ok"),
    _wish("rename", icon="rename"),
    _wish("duplicate", icon="duplicate"),
    _wish("remove", icon="delete"),
    Action("cases.untouched", lambda d: d.cases("untouched"), has_sheet, checked=_untouched),
)
CASES: tuple[str, ...] = (
    *("view.cases", "-", "cases.new", "cases.cover", "cases.keep", "-"),
    *("cases.play", "cases.compare", "cases.expect", "cases.untouched", "-"),
    *("cases.rename", "cases.duplicate", "cases.remove"),
)
"""The entries of the menu, in order."""
