"""What stands in the menu Bearbeiten?"""

from __future__ import annotations

from model.document import History
from model.language import Message, say
from studio.actions.action import Action
from studio.windows import clipping
from studio.windows.desk import Desk


def has_selection(desk: Desk) -> bool:
    """Something is selected."""
    return bool(desk.selected)


def _has_sheet(desk: Desk) -> bool:
    return desk.sheet is not None


def _one(desk: Desk) -> bool:
    return len(desk.selected) == 1


def _history(desk: Desk) -> History | None:
    """Of the review while that is worked on, else of the service."""
    said = desk.said()
    if said is not None:
        return said
    return desk.sheet.session.history if desk.sheet is not None else None


def _can_undo(desk: Desk) -> bool:
    history = _history(desk)
    return history is not None and bool(history.done)


def _can_redo(desk: Desk) -> bool:
    history = _history(desk)
    return history is not None and bool(history.undone)


def _undo_words(desk: Desk) -> Message:
    history = _history(desk)
    done = history.done if history is not None else ()
    return say("action.edit.undo.what", what=done[-1].label) if done else say("action.edit.undo")


def _redo_words(desk: Desk) -> Message:
    history = _history(desk)
    undone = history.undone if history is not None else ()
    if not undone:
        return say("action.edit.redo")
    return say("action.edit.redo.what", what=undone[-1].label)


def _select_all(desk: Desk) -> None:
    assert desk.sheet is not None
    desk.sheet.canvas.select_all()


def _select_none(desk: Desk) -> None:
    assert desk.sheet is not None
    desk.sheet.canvas.select([])


ACTIONS = (
    Action(
        "edit.undo",
        lambda d: d.undo(),
        _can_undo,
        ("Ctrl+Z",),
        icon="undo",
        words=_undo_words,
    ),
    Action(
        "edit.redo",
        lambda d: d.redo(),
        _can_redo,
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        icon="redo",
        words=_redo_words,
    ),
    Action("edit.cut", clipping.cut, _has_sheet, ("Ctrl+X",), icon="cut"),
    Action("edit.copy", clipping.copy, _has_sheet, ("Ctrl+C",), icon="copy"),
    Action("edit.paste", clipping.paste, _has_sheet, ("Ctrl+V",), icon="paste"),
    Action("edit.paste_use", clipping.paste_use, has_selection, ("Ctrl+Shift+V",), icon="use"),
    Action("edit.duplicate", clipping.duplicate, has_selection, ("Ctrl+D",), icon="duplicate"),
    Action("edit.copy_text", clipping.copy_text, _has_sheet),
    Action("edit.copy_picture", clipping.copy_picture, _has_sheet, icon="picture"),
    Action("edit.find", lambda d: d.show_search(), _has_sheet, ("Ctrl+F",), icon="search"),
    Action("edit.find_next", lambda d: d.search_again(1), _has_sheet, ("F3",)),
    Action("edit.find_previous", lambda d: d.search_again(-1), _has_sheet, ("Shift+F3",)),
    Action(
        "view.history",
        lambda d: d.show_history(),
        _has_sheet,
        ("Ctrl+H",),
        icon="recent",
    ),
    Action(
        "edit.rename",
        lambda d: d.canvas_do("rename_selection"),
        _one,
        ("F2",),
        icon="rename",
    ),
    Action(
        "edit.delete",
        lambda d: clipping.on_elements(d, lambda: d.canvas_do("delete_selection")),
        has_selection,
        ("Del",),
        icon="delete",
    ),
    Action(
        "edit.delete_reconnect",
        lambda d: clipping.on_elements(d, lambda: d.canvas_do("delete_and_reconnect")),
        has_selection,
        ("Ctrl+Del",),
        icon="delete_reconnect",
    ),
    Action(
        "edit.select_all",
        _select_all,
        lambda d: d.sheet is not None,
        ("Ctrl+A",),
        icon="select",
    ),
    Action("edit.select_none", _select_none, has_selection, hint="Esc"),
)
