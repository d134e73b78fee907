"""How do the menus and shortcuts come out of the table of actions?"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu

from model.language import tr
from studio.actions.action import Action
from studio.actions.table import ACTIONS, CONTEXT, MENUS, RECENT, Entry
from studio.windows.desk import Desk
from studio.windows.help import key_words
from widgets.basics.labels import shown
from widgets.look import icons


class Menus(QObject):
    """The menu bar, and one Qt action for each of ours; ``refresh`` asks all of them again whether
    they can be done now.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self.desk = desk
        self.actions = {key: self._action(action) for key, action in ACTIONS.items()}
        self.menus: dict[str, QMenu] = {}
        self._inner: dict[str, QMenu] = {}
        bar = desk.window.menuBar()
        for name, entries in MENUS.items():
            menu = bar.addMenu("")
            self.menus[name] = menu
            self._fill(menu, entries)
        desk.changed.connect(self.refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Say all words again."""
        for name, menu in self.menus.items():
            menu.setTitle(tr(f"menu.{name}"))
        for key, menu in self._inner.items():
            menu.setTitle(tr(key))
        self.refresh()

    def restyle(self) -> None:
        """The signs are to be fetched again, in the colours of the theme."""
        for action in self.actions.values():
            action.setIcon(QIcon())

    def _dress(self, keys: Iterable[Entry]) -> None:
        """The signs of a menu are drawn when it opens first."""
        for key in keys:
            sign = ACTIONS[key].icon if isinstance(key, str) and key in ACTIONS else ""
            if sign and self.actions[str(key)].icon().isNull():
                self.actions[str(key)].setIcon(icons.icon(sign, "text"))

    def refresh(self) -> None:
        """What can be done now, and what is it called now?"""
        for key, action in self.actions.items():
            ours = ACTIONS[key]
            action.setEnabled(bool(ours.enabled(self.desk)))
            words = shown(ours.words_now(self.desk)).replace("&", "&&")
            hint = f"\t{key_words(ours.hint)}" if ours.hint and not ours.keys else ""
            action.setText(words + hint)
            if ours.checked is not None:
                action.setChecked(bool(ours.checked(self.desk)))

    def show_context(self, at: QPoint) -> None:
        """The menu at the pointer: what can be done with the selection."""
        menu = QMenu(self.desk.window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dress(CONTEXT)
        for entry in CONTEXT:
            if entry == "-":
                menu.addSeparator()
            elif self.actions[entry].isEnabled():
                menu.addAction(self.actions[entry])
        menu.popup(at)

    def _action(self, ours: Action) -> QAction:
        action = QAction(self.desk.window)
        action.setObjectName(ours.id)
        action.setShortcuts([QKeySequence(key) for key in ours.keys])
        action.setCheckable(ours.checked is not None)
        action.triggered.connect(lambda _checked=False: self.desk.run(ours.run))
        return action

    def _fill(self, menu: QMenu, entries: tuple[Entry, ...]) -> None:
        menu.aboutToShow.connect(partial(self._dress, entries))
        for entry in entries:
            if entry == "-":
                menu.addSeparator()
            elif isinstance(entry, tuple):
                inner = menu.addMenu("")
                self._inner[entry[0]] = inner
                if entry[1] == (RECENT,):
                    inner.aboutToShow.connect(lambda m=inner: self._fill_recent(m))
                else:
                    self._fill(inner, entry[1])
            else:
                menu.addAction(self.actions[entry])

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        files = self.desk.settings.recent_files
        for path in files:
            words = shown(path).replace("&", "&&")
            menu.addAction(words, partial(self.desk.filing.open, path))
        if not files:
            menu.addAction(tr("menu.recent.none")).setEnabled(False)
