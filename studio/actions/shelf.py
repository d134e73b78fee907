"""What can be done with an old form that lies beside the service?"""

from __future__ import annotations

from studio.actions.action import Action
from studio.windows.desk import Desk


def _can_take(desk: Desk) -> bool:
    return bool(desk.panes.shelf.chosen)


def _has_rest(desk: Desk) -> bool:
    return desk.panes.shelf.open_number > 0


def _has_form(desk: Desk) -> bool:
    return bool(desk.panes.shelf.form)


ACTIONS = (
    Action("shelf.take", lambda d: d.panes.shelf.take_chosen(), _can_take, icon="ok"),
    Action(
        "shelf.take_page",
        lambda d: d.panes.shelf.take_chosen_as_page(),
        _can_take,
        icon="page",
    ),
    Action("shelf.take_rest", lambda d: d.panes.shelf.take_rest(), _has_rest, icon="down"),
    Action("shelf.put_away", lambda d: d.panes.shelf.put_away(), _has_form, icon="remove"),
)
SHELF = tuple(action.id for action in ACTIONS)
