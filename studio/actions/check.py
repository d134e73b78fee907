"""What stands in the menus Prüfen and Hilfe?"""

from __future__ import annotations

from studio.actions.action import Action
from studio.actions.file import has_sheet

CHECK = (
    Action("check.all", lambda d: d.check_all(), has_sheet, icon="check"),
    Action("check.next", lambda d: d.next_finding(1), has_sheet, ("F8",)),
    Action("check.previous", lambda d: d.next_finding(-1), has_sheet, ("Shift+F8",)),
    Action("check.mend_alike", lambda d: d.mend_alike(), has_sheet, ("Ctrl+F8",)),
    Action(
        "check.only_selection",
        lambda d: d.panes.findings.head.only_selection.toggle(),
        has_sheet,
        checked=lambda d: d.panes.findings.head.only_selection.isChecked(),
    ),
    Action("check.schemas", lambda d: d.show_schemas()),
)
HELP = (
    Action("help.exercise", lambda d: d.begin_exercise(), icon="ok"),
    Action("help.tips", lambda d: d.show_tips_again(), icon="info"),
    Action("help.keys", lambda d: d.show_keys(), keys=("Ctrl+F1", "?"), icon="help"),
    Action("help.about", lambda d: d.show_about(), icon="info"),
)
