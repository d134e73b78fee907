"""What can be done with a review? The menu Prüfen holds it beside the checks."""

from __future__ import annotations

from studio.actions.action import Action
from studio.actions.file import has_sheet
from studio.windows.desk import Desk


def is_read(desk: Desk) -> bool:
    """The document in front is only looked at."""
    return desk.sheet is not None and desk.sheet.reading


def _wish(wish: str, keys: tuple[str, ...] = (), icon: str = "") -> Action:
    """Something that is done with the review of the document in front."""
    return Action(f"review.{wish}", lambda d: d.review(wish), has_sheet, keys, icon=icon)


PANE = Action(
    "view.review",
    lambda d: d.review("pane"),
    has_sheet,
    ("Ctrl+Shift+R",),
    icon="annotation",
    checked=lambda d: d.docks.is_shown("review"),
)
ACTIONS = (
    PANE,
    _wish("comment", ("Ctrl+Shift+M",), "annotation"),
    _wish("next", ("Alt+F8",)),
    _wish("previous", ("Alt+Shift+F8",)),
    _wish("questions", icon="check"),
    _wish("verdict", icon="ok"),
    _wish("load", icon="import"),
    _wish("save", icon="save"),
    _wish("protocol", icon="document"),
    Action("review.copy", lambda d: d.review("copy"), is_read, icon="duplicate"),
    Action("review.open", lambda d: d.review("open"), icon="lock"),
)
REVIEW = (
    *("review.open", "review.copy", "-", "review.comment", "review.next", "review.previous"),
    *("view.review", "review.questions", "review.verdict", "-"),
    *("review.load", "review.save", "review.protocol"),
)
"""The entries of the menu inside Prüfen."""
