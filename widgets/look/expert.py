"""Does the person want to see what things are called in BPMN (Fachansicht)?"""

from __future__ import annotations

_ON: list[bool] = [False]


def is_expert() -> bool:
    """True while technical names and the sorts of tasks are shown."""
    return _ON[0]


def show_expert(wanted: bool) -> None:
    """Show them from now on, or no longer; what is on the screen must be found again."""
    _ON[0] = wanted
