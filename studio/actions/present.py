"""What stands in the menu Vorführen?

What a lesson needs is imported when one begins; until then a property of the sheet tells whether
one is played.
"""

from __future__ import annotations

from studio.actions.action import Action
from studio.actions.file import has_sheet
from studio.windows.desk import Desk

LESSONS = ("erste_leistung", "bedingung", "pruefung")
"""Files of the lessons that the house brings along, in the order in which one learns."""


def in_lesson(desk: Desk) -> bool:
    """A lesson is played on the document in front."""
    return desk.sheet is not None and bool(desk.sheet.property("lesson"))


def _wish(wish: str, keys: tuple[str, ...] = (), hint: str = "", icon: str = "") -> Action:
    """Something that a lesson can do while it runs."""
    return Action(f"present.{wish}", lambda d: d.teach(wish), in_lesson, keys, hint, icon)


def _script(wish: str, keys: tuple[str, ...] = (), icon: str = "") -> Action:
    """Something that is done with the script of the document in front."""
    return Action(f"present.{wish}", lambda d: d.teach(wish), has_sheet, keys, icon=icon)


def _lesson(name: str) -> Action:
    return Action(f"present.lesson.{name}", lambda d: d.teach(f"lesson.{name}"))


SCRIPT_PANE = Action(
    "view.script",
    lambda d: d.docks.toggle("script"),
    has_sheet,
    ("Alt+F5",),
    icon="document",
    checked=lambda d: d.docks.is_shown("script"),
)
ACTIONS = (
    _script("show", ("Shift+F5",), "play"),
    _script("set", ("Ctrl+F5",), "add"),
    SCRIPT_PANE,
    *map(_lesson, LESSONS),
    _wish("forward", ("PgDown",)),
    _wish("back", ("PgUp",)),
    _wish("again", ("Ctrl+Shift+F5",), "R", "undo"),
    _wish("light", hint="S"),
    _wish("black", hint="B"),
    _wish("notes", hint="N"),
    _wish("results"),
    _wish("leave", icon="close"),
    _script("guide"),
    _script("save"),
    Action("present.load", lambda d: d.teach("load"), icon="open"),
)
PRESENT: tuple[str | tuple[str, tuple[str, ...]], ...] = (
    *("present.show", "present.set", "view.script", "-"),
    ("menu.lessons", tuple(f"present.lesson.{name}" for name in LESSONS)),
    "-",
    *("present.forward", "present.back", "present.again", "-"),
    *("present.light", "present.black", "present.notes", "present.results", "present.leave", "-"),
    *("present.guide", "present.save", "present.load"),
)
"""The entries of the menu, in order."""
