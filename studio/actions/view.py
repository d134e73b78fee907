"""What stands in the menu Ansicht?"""

from __future__ import annotations

from studio.actions.action import Action
from studio.actions.edit import has_selection
from studio.actions.file import has_sheet
from studio.windows.desk import Desk

TEXT_SIZES = (100, 125, 150, 200)
"""Percent."""
MINIMAP = "minimap"
"""The setting that remembers whether the small map in the corner is wanted."""
EXPERT = "expert"
"""The setting that remembers whether the names of BPMN are shown."""
PANES = ("palette", "shelf", "outline", "inspector", "preview", "findings")
_KEYS = {"inspector": ("F4",), "findings": ("Ctrl+B",)}
_SIGNS = {
    "palette": "palette",
    "shelf": "import",
    "outline": "outline",
    "inspector": "inspector",
    "preview": "page",
    "findings": "findings",
}


def _toggle_minimap(desk: Desk) -> None:
    desk.show_minimap(not desk.settings.value(MINIMAP, True))


def _pane(name: str) -> Action:
    def toggle(desk: Desk) -> None:
        desk.docks.toggle(name)

    def shown(desk: Desk) -> bool:
        return desk.docks.is_shown(name)

    return Action(
        f"view.{name}", toggle, has_sheet, _KEYS.get(name, ()), icon=_SIGNS[name], checked=shown
    )


def _theme(wish: str) -> Action:
    return Action(
        f"view.theme.{wish}", lambda d: d.wear(wish), checked=lambda d: d.theme_wish == wish
    )


def _text(percent: int) -> Action:
    return Action(
        f"view.text.{percent}",
        lambda d: d.scale_text(percent / 100),
        checked=lambda d: d.text_scale == percent / 100,
    )


def _language(code: str) -> Action:
    return Action(
        f"view.language.{code}", lambda d: d.speak(code), checked=lambda d: d.language == code
    )


ACTIONS = (
    Action(
        "view.zoom_in",
        lambda d: d.canvas_do("zoom_in"),
        has_sheet,
        ("Ctrl++", "Ctrl+="),
        icon="zoom_in",
    ),
    Action(
        "view.zoom_out", lambda d: d.canvas_do("zoom_out"), has_sheet, ("Ctrl+-",), icon="zoom_out"
    ),
    Action(
        "view.zoom_100", lambda d: d.canvas_do("zoom_100"), has_sheet, ("Ctrl+0",), icon="zoom_100"
    ),
    Action("view.fit", lambda d: d.canvas_do("fit"), has_sheet, ("Ctrl+1",), icon="fit"),
    Action(
        "view.zoom_selection",
        lambda d: d.canvas_do("zoom_selection"),
        has_selection,
        ("Ctrl+2",),
        icon="zoom_selection",
    ),
    Action(
        "view.fold",
        lambda d: d.canvas_do("fold_selection"),
        has_selection,
        ("Ctrl+Shift+O",),
        icon="down",
    ),
    Action("view.fold_all", lambda d: d.canvas_do("fold_all"), has_sheet),
    Action(
        "view.minimap",
        _toggle_minimap,
        has_sheet,
        checked=lambda d: bool(d.settings.value(MINIMAP, True)),
    ),
    Action(
        "view.expert",
        lambda d: d.show_expert(not d.settings.value(EXPERT, False)),
        checked=lambda d: bool(d.settings.value(EXPERT, False)),
    ),
    Action(
        "view.table",
        lambda d: d.turn_sheet(),
        has_sheet,
        ("F7",),
        icon="table",
        checked=lambda d: d.sheet is not None and d.sheet.shows_table,
    ),
    *(_pane(name) for name in PANES),
    Action("view.next_pane", lambda d: d.docks.cycle(1), has_sheet, ("F6",)),
    Action("view.previous_pane", lambda d: d.docks.cycle(-1), has_sheet, ("Shift+F6",)),
    Action("view.reset_panes", lambda d: d.docks.reset(), has_sheet),
    *(_theme(wish) for wish in ("light", "dark", "contrast", "system")),
    *(_text(percent) for percent in TEXT_SIZES),
    *(_language(code) for code in ("de", "en")),
    Action(
        "view.commands",
        lambda d: d.show_commands(),
        keys=("Ctrl+Shift+P",),
        icon="search",
    ),
    Action(
        "view.full_screen",
        lambda d: d.toggle_full_screen(),
        keys=("F11",),
        checked=lambda d: d.window.isFullScreen(),
    ),
)
