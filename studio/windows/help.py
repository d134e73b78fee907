"""Which keys are there, and what is this program?"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from model.language import tr
from studio import __version__
from studio.actions.action import Action
from studio.actions.table import ACTIONS, MENUS, Entry
from studio.windows.desk import Desk
from widgets.basics.labels import plain_label
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import heading
from widgets.panels.scrollbar import thin

CANVAS_KEYS = (
    "type",
    "arrows",
    "tab",
    "enter",
    "alt_arrows",
    "alt_shift_arrows",
    "space_drag",
    "ctrl_wheel",
    "connect",
    "escape",
)


def show_keys(desk: Desk) -> QDialog:
    """The sheet of all shortcuts, made from the table of actions."""
    dialog = _dialog(desk, tr("help.keys.title"))
    body = QWidget()
    grid = QGridLayout(body)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(5)
    row = 0
    for menu in MENUS:
        actions = [a for a in ACTIONS.values() if _menu_of(a) == menu and (a.keys or a.hint)]
        if not actions:
            continue
        grid.addWidget(heading(tr(f"menu.{menu}"), body), row, 0, 1, 2)
        for row, action in enumerate(actions, start=row + 1):  # noqa: B020 - goes on counting
            grid.addWidget(plain_label(action.title, body), row, 0)
            grid.addWidget(plain_label(keys_of(action), body), row, 1)
        row += 1
    grid.addWidget(heading(tr("help.keys.canvas"), body), row, 0, 1, 2)
    for row, name in enumerate(CANVAS_KEYS, start=row + 1):  # noqa: B020
        grid.addWidget(plain_label(tr(f"help.canvas.{name}"), body), row, 0)
        grid.addWidget(plain_label(tr(f"help.canvas.{name}.key"), body), row, 1)
    area = QScrollArea(dialog)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setWidget(body)
    thin(area)
    dialog.layout().insertWidget(0, area)  # type: ignore[union-attr]
    dialog.resize(560, 640)
    dialog.show()
    return dialog


def show_about(desk: Desk) -> QDialog:
    """Version, licence, and what the program never does."""
    dialog = _dialog(desk, tr("help.about.title"))
    column = dialog.layout()
    assert isinstance(column, QVBoxLayout)
    words = (
        heading(tr("cli.version", version=__version__), dialog, quiet=False),
        plain_label(tr("help.about.what"), dialog, wrap=True),
        plain_label(tr("help.about.offline"), dialog, wrap=True),
        plain_label(tr("help.about.licence"), dialog, wrap=True),
    )
    for place, label in enumerate(words):
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.insertWidget(place, label)
    dialog.resize(460, 240)
    dialog.show()
    return dialog


def keys_of(action: Action) -> str:
    """The keys of an action as they stand on the keyboard."""
    native = QKeySequence.SequenceFormat.NativeText
    keys = [key_words(QKeySequence(key).toString(native)) for key in action.keys]
    return "   ".join([*keys, *((key_words(action.hint),) if action.hint else ())])


def key_words(text: str) -> str:
    """Key names in the language of the window: Ctrl is Strg on a German keyboard."""
    for name in ("PgUp", "PgDown", "Ctrl", "Shift", "Del", "Home", "End", "Up", "Down"):
        text = text.replace(name, tr(f"key.{name.lower()}"))
    return text


def _menu_of(action: Action) -> str:
    """The menu in which an action stands."""
    return next((menu for menu, entries in MENUS.items() if _holds(entries, action.id)), "")


def _holds(entries: tuple[Entry, ...], key: str) -> bool:
    return any(key == entry or (isinstance(entry, tuple) and key in entry[1]) for entry in entries)


def _dialog(desk: Desk, title: str) -> QDialog:
    dialog = QDialog(desk.window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(18, 16, 18, 14)
    column.setSpacing(10)
    close = FlatButton(tr("basics.close"), dialog)
    close.clicked.connect(dialog.close)
    column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
    return dialog
