"""Which action stands in which menu?

A string names an action; "-" is a line; a pair is a menu inside a menu; ``RECENT`` is the list of
recent files.
"""

from __future__ import annotations

from model.grammar import TEMPLATES
from studio.actions.action import Action
from studio.actions.arrange import ACTIONS as ARRANGE
from studio.actions.arrange import INSERT
from studio.actions.attach import ATTACH
from studio.actions.cases import ACTIONS as ON_CASES
from studio.actions.cases import CASES
from studio.actions.check import CHECK, HELP
from studio.actions.edit import ACTIONS as EDIT
from studio.actions.file import ACTIONS as FILE
from studio.actions.order import ACTIONS as ORDER
from studio.actions.order import ALIGN
from studio.actions.play import ACTIONS as PLAYING
from studio.actions.play import PLAY
from studio.actions.present import ACTIONS as PRESENTING
from studio.actions.present import PRESENT
from studio.actions.review import ACTIONS as REVIEWING
from studio.actions.review import REVIEW
from studio.actions.shelf import ACTIONS as ON_SHELF
from studio.actions.shelf import SHELF
from studio.actions.tools import ACTIONS as TOOLS
from studio.actions.view import ACTIONS as VIEW
from studio.actions.view import PANES, TEXT_SIZES

RECENT = "recent"
Entry = str | tuple[str, tuple[str, ...]]

ACTIONS: dict[str, Action] = {
    action.id: action
    for action in (
        *(*FILE, *EDIT, *VIEW, *INSERT, *ON_SHELF, *ARRANGE, *ORDER, *ATTACH),
        *(*TOOLS, *CHECK, *ON_CASES, *PLAYING, *REVIEWING, *PRESENTING, *HELP),
    )
}


def _group(group: str) -> tuple[str, tuple[str, ...]]:
    keys = tuple(f"insert.{t.key}" for t in TEMPLATES.values() if t.group == group)
    return (f"palette.group.{group}", keys)


MENUS: dict[str, tuple[Entry, ...]] = {
    "file": (
        *("file.new", "file.open", (f"menu.{RECENT}", (RECENT,)), "file.import", "file.beside"),
        *("file.start", "-"),
        *("file.save", "file.save_as", "-", "file.export", "file.picture", "file.print", "-"),
        *("file.close", "file.reopen", "-", "file.quit"),
    ),
    "edit": (
        *("edit.undo", "edit.redo", "view.history", "-"),
        *("edit.cut", "edit.copy", "edit.paste", "edit.paste_use", "edit.duplicate"),
        *("edit.copy_text", "edit.copy_picture", "-"),
        *("edit.find", "edit.find_next", "edit.find_previous", "-"),
        *("edit.rename", "edit.delete", "edit.delete_reconnect"),
        *("-", "edit.select_all", "edit.select_none"),
    ),
    "view": (
        *("view.zoom_in", "view.zoom_out", "view.zoom_100", "view.fit", "view.zoom_selection", "-"),
        *("view.table", "view.grid", "view.minimap", "view.expert", "-"),
        *("view.fold", "view.fold_all", "-"),
        *(f"view.{pane}" for pane in PANES),
        *("view.next_pane", "view.previous_pane", "view.reset_panes", "-"),
        ("menu.theme", tuple(f"view.theme.{t}" for t in ("light", "dark", "contrast", "system"))),
        ("menu.text", tuple(f"view.text.{percent}" for percent in TEXT_SIZES)),
        ("menu.language", ("view.language.de", "view.language.en")),
        *("view.full_screen", "-", "view.commands"),
    ),
    "insert": (
        *("insert.quick", "-", *(action.id for action in ATTACH), "-"),
        *(("menu.shelf", SHELF), "-"),
        *(_group(g) for g in ("fields", "choices", "steps", "services", "events", "rare", "notes")),
    ),
    "arrange": (
        *("arrange.connect", "arrange.kind", "arrange.default"),
        *("tools.turn_start", "tools.turn_end", "-"),
        *("arrange.tidy", ("menu.align", ALIGN), "arrange.pin", "arrange.reset_course", "-"),
        *("arrange.add_lane", "tools.lane_taller", "tools.lane_lower"),
        *("arrange.move_lane_up", "arrange.move_lane_down", "-"),
        *("tools.grab", "tools.hand", "tools.lasso", "tools.space"),
    ),
    "check": (
        "check.all",
        "check.next",
        "check.previous",
        "check.mend_alike",
        "check.only_selection",
        "-",
        ("menu.cases", CASES),
        ("menu.review", REVIEW),
        "-",
        "check.schemas",
    ),
    "present": (*PLAY, *PRESENT),
    "help": ("help.exercise", "help.tips", "-", "help.keys", "help.about"),
}
"""Menu -> its entries, in order; the words of a menu are ``menu.<name>``."""

CONTEXT = (
    *("edit.rename", "arrange.connect", "arrange.kind", "arrange.default", "-"),
    *("tools.turn_start", "tools.turn_end", "arrange.reset_course"),
    *("tools.lane_taller", "tools.lane_lower", "arrange.move_lane_up", "arrange.move_lane_down"),
    *("arrange.tidy", "arrange.pin"),
    *("tools.grab", "-"),
    *("edit.cut", "edit.copy", "edit.paste", "edit.duplicate", "edit.copy_picture", "-"),
    *("edit.delete", "edit.delete_reconnect", "-", "play.here", "review.comment", "-"),
    *("edit.undo", "view.zoom_selection", "view.fit"),
)
"""The menu at the pointer."""
