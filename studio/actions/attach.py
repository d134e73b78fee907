"""What can be attached to the chosen element without looking for its place in the properties?

Each leads into the inspector, where the new thing is made and the focus waits in it.
"""

from __future__ import annotations

from collections.abc import Callable

from model.commands import condition_field
from model.records import Field, FieldGroup, Flow, Node, Record, Step
from studio.actions.action import Action
from studio.windows.desk import Desk

Fits = Callable[[Record], bool]


def _chosen(desk: Desk) -> Record | None:
    """The one record that is chosen."""
    if desk.sheet is None or len(desk.selected) != 1:
        return None
    return desk.sheet.view.get(desk.selected[0])


def _when(fits: Fits) -> Callable[[Desk], bool]:
    def can(desk: Desk) -> bool:
        record = _chosen(desk)
        return record is not None and fits(record)

    return can


def _ask_condition(desk: Desk) -> None:
    record = _chosen(desk)
    if record is not None:
        desk.panes.go_to(condition_field(record) or "shown_if")


def _has_condition(record: Record) -> bool:
    page = isinstance(record, Step) and record.form == "page"
    return page or (bool(condition_field(record)) and not getattr(record, "default", False))


def _is_worked_on(record: Record) -> bool:
    return isinstance(record, Step) and record.form != "page"


def _is_paid(record: Record) -> bool:
    return isinstance(record, Step) and record.basis == "payment"


def _rests_on_law(record: Record) -> bool:
    return isinstance(record, Node | Field | FieldGroup | Flow)


ATTACH = (
    Action(
        "attach.condition", _ask_condition, _when(_has_condition), ("Ctrl+Shift+W",), icon="rule"
    ),
    Action(
        "attach.norm",
        lambda d: d.panes.go_to("norms"),
        _when(_rests_on_law),
        ("Ctrl+Shift+N",),
        icon="norm",
    ),
    Action(
        "attach.deadline",
        lambda d: d.panes.go_to("deadline"),
        _when(_is_worked_on),
        ("Ctrl+Shift+F",),
        icon="timer",
    ),
    Action(
        "attach.fee", lambda d: d.panes.go_to("fee"), _when(_is_paid), ("Ctrl+Shift+G",), icon="fee"
    ),
)
