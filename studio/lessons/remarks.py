"""Was it remarked on what a lesson asks to remark on? That stands beside the service."""

from __future__ import annotations

from collections.abc import Callable

from model.records import Deed, Goal, Stop
from model.teaching import find
from studio.reviewing import Reviewing, review_of
from studio.windows.desk import Desk
from studio.windows.sheet import Sheet


def asks_for_remarks(stop: Stop) -> bool:
    """Does a stop ask for one?"""
    return any(goal.asks == "remarked" for goal in stop.goals)


def listen(desk: Desk, sheet: Sheet, heard: Callable[[], object]) -> None:
    """From now on hear of remarks, too; asked again, once is enough."""
    review = review_of(desk, sheet)
    if not review.property("lesson"):
        review.setProperty("lesson", True)
        review.changed.connect(heard)


def is_remarked(sheet: Sheet, goal: Goal) -> bool:
    """Is there a remark on what is meant?"""
    review, meant = sheet.findChild(Reviewing), find(sheet.view, goal.at, goal.at_name)
    if review is None or meant is None:
        return False
    return any(remark.about == meant.id for remark in review.remarks)


def write_remarks(desk: Desk, sheet: Sheet, stop: Stop) -> None:
    """Do it for the learner."""
    for deed in stop.deeds:
        meant = find(sheet.view, deed.at, deed.at_name)
        if deed.verb == "remark" and meant is not None:
            review_of(desk, sheet).add(meant.id, _said(deed))


def forget(sheet: Sheet) -> None:
    """Nothing was said yet."""
    review = sheet.findChild(Reviewing)
    while review is not None and review.history.undo() is not None:
        pass


def _said(deed: Deed) -> str:
    return deed.name or deed.at_name
