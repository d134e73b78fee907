"""Which finders does the window have: the search, the commands, the history?

They are made when they are first asked for; the window opens without them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studio.windows.desk import Desk

if TYPE_CHECKING:
    from studio.windows.commands import Commands
    from studio.windows.history import HistoryList
    from studio.windows.searching import Searching


class Finders(QObject):
    """The three finders of a desk, whose child this is; each returns the focus to where it was."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self._search: Searching | None = None
        self._commands: Commands | None = None
        self._history: HistoryList | None = None

    def take_doors(self) -> None:
        """Let the desk open them."""
        self.desk.show_search = lambda: self.search.open()
        self.desk.search_again = lambda by: self.search.again(by)
        self.desk.show_commands = lambda: self.commands.open()
        self.desk.show_history = lambda: self.history.open()

    @property
    def search(self) -> Searching:
        """The search over the document in front."""
        if self._search is None:
            from studio.windows.searching import Searching

            self._search = Searching(self.desk)
        return self._search

    @property
    def commands(self) -> Commands:
        """All commands and building blocks."""
        if self._commands is None:
            from studio.windows.commands import Commands

            self._commands = Commands(self.desk)
        return self._commands

    @property
    def history(self) -> HistoryList:
        """What was done to the document in front."""
        if self._history is None:
            from studio.windows.history import HistoryList

            self._history = HistoryList(self.desk)
        return self._history
