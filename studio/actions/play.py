"""What stands at the top of the menu Vorführen: the rehearsal?

What a run needs is imported when one begins; until then a property of the sheet tells whether
something is played.
"""

from __future__ import annotations

from model.language import Message, say
from model.records import Node
from studio.actions.action import Action
from studio.actions.file import has_sheet
from studio.windows.desk import Desk

MOTION = "play_motion"
"""The setting that remembers whether the Akte may be seen moving."""


def is_playing(desk: Desk) -> bool:
    """Something is played on the document in front."""
    return desk.sheet is not None and bool(desk.sheet.property("playing"))


def _do(desk: Desk, wish: str) -> None:
    desk.rehearsal.do(wish)


def _can_start_here(desk: Desk) -> bool:
    sheet, chosen = desk.sheet, desk.selected
    if sheet is None or len(chosen) != 1 or chosen[0] not in sheet.view:
        return False
    return isinstance(sheet.view.card_of(chosen[0]), Node)


def _start_words(desk: Desk) -> Message:
    return say("action.play.on" if is_playing(desk) else "action.play.start")


def _wish(wish: str, keys: tuple[str, ...] = (), hint: str = "", icon: str = "") -> Action:
    """Something that a run can do."""
    return Action(f"play.{wish}", lambda d: _do(d, wish), is_playing, keys, hint, icon)


def _toggle_motion(desk: Desk) -> None:
    desk.settings.remember(MOTION, not desk.settings.value(MOTION, True))


ACTIONS = (
    Action(
        "play.start", lambda d: _do(d, "start"), has_sheet, ("F5",), icon="play", words=_start_words
    ),
    Action("play.here", lambda d: _do(d, "here"), _can_start_here, ("Ctrl+Alt+F5",), icon="play"),
    _wish("back", ("Ctrl+Alt+Left",), icon="left"),
    Action(
        "play.auto",
        lambda d: _do(d, "auto"),
        is_playing,
        hint="A",
        checked=lambda d: is_playing(d) and bool(d.sheet and d.sheet.property("playing").itself.on),
    ),
    _wish("restart", hint="Home", icon="undo"),
    _wish("days", icon="timer"),
    _wish("due", icon="deadline"),
    _wish("save", icon="save"),
    _wish("leave", ("Shift+Esc",), icon="close"),
    Action(
        "play.motion",
        _toggle_motion,
        checked=lambda d: bool(d.settings.value(MOTION, True)),
    ),
    Action(
        "view.play",
        lambda d: d.docks.toggle("play"),
        has_sheet,
        ("Alt+Shift+F5",),
        icon="play",
        checked=lambda d: d.docks.is_shown("play"),
    ),
)
PLAY = (
    *("play.start", "play.here", "play.back", "play.auto", "play.restart"),
    *("play.days", "play.due", "play.save", "play.leave", "-"),
    *("view.play", "play.motion", "-"),
)
"""The entries of the menu, in order."""
