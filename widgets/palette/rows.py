"""Which lines does the palette show?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from model.grammar.kinds import TEMPLATES, Template
from model.language import tr
from widgets.basics.labels import tip_text

MIME = "application/x-fachwerk-template"
GROUPS = ("fields", "choices", "steps", "services", "events", "rare", "notes")
USUAL = frozenset(
    {
        *("text", "number", "amount", "date", "email", "file", "group", "repeated"),
        *("choice", "yesno", "multi", "page", "office", "decision"),
        *("payment", "document", "automatic", "timer", "end"),
        *("annotation", "frame"),
    }
)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """A group's title, or a template; ``more`` counts the templates that are folded away in a
    group.
    """

    group: str
    template: Template | None = None
    more: int = 0


def rows(search: str, unfolded: frozenset[str]) -> list[Row]:
    """The lines for a search text, with the groups that are unfolded."""
    wanted = search.casefold().split()
    found: list[Row] = []
    for group in GROUPS:
        all_of_it = [t for t in TEMPLATES.values() if t.group == group]
        usual = [t for t in all_of_it if t.key in USUAL or group in unfolded]
        listed = [t for t in all_of_it if _fits(t, wanted)] if wanted else usual
        if not listed and wanted:
            continue
        folded = 0 if wanted else sum(t.key not in USUAL for t in all_of_it)
        found.append(Row(group, None, folded))
        found += [Row(group, template) for template in listed]
    return found


def _fits(template: Template, words: list[str]) -> bool:
    said = f"{template.title} {template.hint} {tr(f'palette.group.{template.group}')}".casefold()
    return all(word in said for word in words)


class PaletteModel(QAbstractListModel):
    """The lines as Qt's list; a template can be dragged."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.unfolded: frozenset[str] = frozenset()
        self.search = ""
        self.refresh()

    def refresh(self) -> None:
        """Ask for the lines again: other words, another search, other groups."""
        self.beginResetModel()
        self.rows = rows(self.search, self.unfolded)
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """The line of a template, or -1."""
        keys = [row.template.key if row.template else "" for row in self.rows]
        return keys.index(key) if key in keys else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        named = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if row.template is None:
            return tr(f"palette.group.{row.group}") if role in named else None
        if role in named:
            return str(row.template.title)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip_text(row.template.hint)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return str(row.template.hint)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        row = self.rows[index.row()]
        if row.template is None:
            return flag.ItemIsEnabled if row.more else flag.NoItemFlags
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        for index in indexes:
            template = self.rows[index.row()].template
            if template is not None:
                data.setData(MIME, template.key.encode())
        return data
