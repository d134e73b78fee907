"""Which action stands in which menu?

A string names an action; "-" is a line; a pair is a menu inside a menu; ``RECENT`` is the list of
recent files.
"""

from __future__ import annotations

from model.grammar import TEMPLATES
from studio.actions.action import Action
from studio.actions.arrange import ACTIONS as ARRANGE
from studio.actions.arrange import INSERT
from studio.actions.check import CHECK, HELP
from studio.actions.edit import ACTIONS as EDIT
from studio.actions.file import ACTIONS as FILE
from studio.actions.view import ACTIONS as VIEW
from studio.actions.view import PANES

RECENT = "recent"
Entry = str | tuple[str, tuple[str, ...]]

ACTIONS: dict[str, Action] = {
    action.id: action for action in (*FILE, *EDIT, *VIEW, *INSERT, *ARRANGE, *CHECK, *HELP)
}


def _group(group: str) -> tuple[str, tuple[str, ...]]:
    keys = tuple(f"insert.{t.key}" for t in TEMPLATES.values() if t.group == group)
    return (f"palette.group.{group}", keys)


MENUS: dict[str, tuple[Entry, ...]] = {
    "file": (
        *("file.new", "file.open", (f"menu.{RECENT}", (RECENT,)), "file.import", "file.start", "-"),
        *("file.save", "file.save_as", "-", "file.export", "file.picture", "-"),
        *("file.close", "file.reopen", "-", "file.quit"),
    ),
    "edit": (
        *("edit.undo", "edit.redo", "-", "edit.rename", "edit.delete", "edit.delete_reconnect"),
        *("-", "edit.select_all", "edit.select_none"),
    ),
    "view": (
        *("view.zoom_in", "view.zoom_out", "view.zoom_100", "view.fit", "view.zoom_selection", "-"),
        *(f"view.{pane}" for pane in PANES),
        *("view.next_pane", "view.previous_pane", "view.reset_panes", "-"),
        ("menu.theme", tuple(f"view.theme.{t}" for t in ("light", "dark", "contrast", "system"))),
        ("menu.language", ("view.language.de", "view.language.en")),
        "view.full_screen",
    ),
    "insert": tuple(_group(g) for g in ("fields", "choices", "steps", "services", "events")),
    "arrange": ("arrange.connect", "arrange.default", "-", "arrange.add_lane"),
    "check": ("check.all", "check.next", "check.previous"),
    "help": ("help.keys", "help.about"),
}
"""Menu -> its entries, in order; the words of a menu are ``menu.<name>``."""

CONTEXT = (
    *("edit.rename", "arrange.connect", "arrange.default", "-"),
    *("edit.delete", "edit.delete_reconnect", "-", "edit.undo", "view.zoom_selection", "view.fit"),
)
"""The menu at the pointer."""
