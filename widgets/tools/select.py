"""How is something chosen?"""

from __future__ import annotations

from collections.abc import Iterable

from widgets.tools.pointer import Pointer
from widgets.tools.stage import Gesture, Stage


def chosen_with(before: Iterable[str], clicked: str, pointer: Pointer) -> tuple[str, ...]:
    """The selection after a click: the thing alone; Ctrl turns it on or off; Shift adds it."""
    kept = tuple(before)
    if pointer.held("ctrl"):
        if clicked in kept:
            return tuple(one for one in kept if one != clicked)
        return (*kept, clicked)
    if pointer.held("shift"):
        return kept if clicked in kept else (*kept, clicked)
    return (clicked,)


def click(stage: Stage, pointer: Pointer) -> None:
    """Choose what was pressed."""
    clicked = pointer.hit.id
    stage.select(chosen_with(stage.selected, clicked, pointer), clicked)


def press_flow(stage: Stage, pointer: Pointer) -> Gesture:
    """A way is chosen at once."""
    click(stage, pointer)
    yield
