"""What stands in the menu Datei?"""

from __future__ import annotations

from studio.actions.action import Action
from studio.windows.desk import Desk


def has_sheet(desk: Desk) -> bool:
    """A document is open and in front."""
    return desk.sheet is not None


ACTIONS = (
    Action("file.new", lambda d: d.filing.new(), keys=("Ctrl+N",), icon="new"),
    Action("file.open", lambda d: d.filing.ask_open(), keys=("Ctrl+O",), icon="open"),
    Action("file.import", lambda d: d.filing.ask_import(), icon="import"),
    Action("file.beside", lambda d: d.filing.ask_beside(), icon="import"),
    Action("file.start", lambda d: d.show_start(), icon="home"),
    Action("file.save", lambda d: d.filing.save(), has_sheet, ("Ctrl+S",), icon="save"),
    Action(
        "file.save_as",
        lambda d: d.filing.save_as(),
        has_sheet,
        ("Ctrl+Shift+S",),
        icon="save_as",
    ),
    Action("file.export", lambda d: d.show_export(), has_sheet, ("Ctrl+E",), icon="package"),
    Action(
        "file.picture",
        lambda d: d.filing.save_picture(),
        has_sheet,
        ("Ctrl+Shift+E",),
        icon="picture",
    ),
    Action("file.print", lambda d: d.print_service(), has_sheet, ("Ctrl+P",), icon="page"),
    Action("file.close", lambda d: d.filing.close_current(), has_sheet, ("Ctrl+W",), icon="close"),
    Action(
        "file.reopen",
        lambda d: d.filing.reopen(),
        lambda d: bool(d.filing.closed),
        ("Ctrl+Shift+T",),
        icon="recent",
    ),
    Action("file.quit", lambda d: d.window.close(), keys=("Ctrl+Q",)),
)
