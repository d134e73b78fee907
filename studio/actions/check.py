"""What stands in the menus Prüfen and Hilfe?"""

from __future__ import annotations

from studio.actions.action import Action
from studio.actions.file import has_sheet

CHECK = (
    Action("check.all", lambda d: d.check_all(), has_sheet, icon="check"),
    Action("check.next", lambda d: d.next_finding(1), has_sheet, ("F8",)),
    Action("check.previous", lambda d: d.next_finding(-1), has_sheet, ("Shift+F8",)),
)
HELP = (
    Action("help.exercise", lambda d: d.begin_exercise(), icon="ok"),
    Action("help.tips", lambda d: d.tips.again(), icon="info"),
    Action("help.keys", lambda d: d.show_keys(), keys=("Ctrl+F1",), icon="help"),
    Action("help.about", lambda d: d.show_about(), icon="info"),
)
