"""What stands in the list of a finder?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from widgets.basics.labels import shown

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Line:
    """``words`` in front (``span``: the letters that were looked for), ``note`` below them,
    ``right`` at the edge (keys, place). ``marked``: this is where one stands; a line that is not
    ``enabled`` says in its note why.
    """

    key: object
    words: str
    note: str = ""
    right: str = ""
    icon: str = ""
    span: tuple[int, int] = (0, 0)
    enabled: bool = True
    marked: bool = False


class Lines(QAbstractListModel):
    """The lines as Qt's list; a screen reader hears all parts of a line."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(line.words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(shown(part) for part in (line.words, line.note, line.right) if part)
        return None
