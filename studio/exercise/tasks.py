"""What does the exercise ask for, and when is it done?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from model.document import Snapshot
from model.records import Field, Step


@dataclass(frozen=True)
class Task:
    """One thing to do. ``done`` compares the service at the start with that of now; ``None``: it is
    done when something was exported. ``example`` finds the element where one may do it.

    Its words are ``exercise.<key>`` (what to do) and ``exercise.<key>.how``.
    """

    key: str
    done: Callable[[Snapshot, Snapshot], bool] | None
    example: Callable[[Snapshot], str]


def _appended(start: Snapshot, now: Snapshot) -> bool:
    """A step that was not there is led to by a way."""
    return any(step.id not in start and now.incoming(step.id) for step in now.of(Step))


def _made_required(start: Snapshot, now: Snapshot) -> bool:
    """A question that one could leave out must be answered now."""
    left_out = {field.id for field in start.of(Field) if not field.required}
    return any(field.required and field.id in left_out for field in now.of(Field))


def _office_step(view: Snapshot) -> str:
    steps = [step.id for step in view.ordered(Step) if step.form == "office"]
    return next(iter(steps), "")


def _optional_field(view: Snapshot) -> str:
    asked = (f for f in view.ordered(Field) if f.field_kind in ("input", "select"))
    return next((field.id for field in asked if not field.required), "")


def _nothing(_view: Snapshot) -> str:
    return ""


TASKS = (
    Task("append", _appended, _office_step),
    Task("required", _made_required, _optional_field),
    Task("export", None, _nothing),
)
