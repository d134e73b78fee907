"""Which cases are there, and what became of each? A list with a word and a sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from model.language import tr
from widgets.basics.labels import shown, tip_text
from widgets.look import icons
from widgets.look.theme import look
from widgets.panels.scrollbar import thin

SIGNS = {"agrees": "ok", "differs": "warning", "stuck": "error", "": "hint"}
"""Verdict -> its sign and colour; "" = not played yet."""
Index = QModelIndex | QPersistentModelIndex
_OWN_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_F2)


@dataclass(frozen=True)
class CaseLine:
    """One line: the case, its name, its verdict, and what differs in words."""

    case: str
    name: str
    verdict: str
    words: str


class CaseRows(QAbstractTableModel):
    """The cases as they are now. ``named``: a case, and its new name."""

    named = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[CaseLine] = []

    def show_lines(self, lines: Sequence[CaseLine]) -> None:
        """Show these; the selection stays where the same cases are only judged anew."""
        same = [one.case for one in lines] == [one.case for one in self.lines]
        if not same:
            self.beginResetModel()
        self.lines = list(lines)
        if not same:
            self.endResetModel()
        elif lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, ARG002
        return 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line, roles = self.lines[index.row()], Qt.ItemDataRole
        if role == roles.EditRole:
            return line.name
        if role == roles.DisplayRole:
            return shown(line.words if index.column() else line.name)
        if role == roles.DecorationRole and index.column() == 0:
            sign = SIGNS[line.verdict]
            return icons.icon(sign, sign)
        if role == roles.ToolTipRole:
            return tip_text(tr("cases.spoken", name=line.name, verdict=line.words))
        if role == roles.AccessibleTextRole:
            return tr("cases.spoken", name=line.name, verdict=line.words)
        if role == roles.ForegroundRole and index.column() and line.verdict != "agrees":
            return look().color("text")
        if role == roles.ForegroundRole and index.column():
            return look().color("muted")
        return None

    def headerData(self, section: int, side: Qt.Orientation, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and side == Qt.Orientation.Horizontal:
            return tr("cases.column.verdict" if section else "cases.column.name")
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        words = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        line = self.lines[index.row()]
        if words != line.name:
            self.named.emit(line.case, words)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain if index.column() else plain | Qt.ItemFlag.ItemIsEditable


class CaseList(QTreeView):
    """F2 or a double click names. ``deleted``: the key Entf; ``played``: Enter; ``menu_wanted``
    carries a global place.
    """

    deleted = Signal()
    played = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, rows: CaseRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self.setModel(rows)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHeaderHidden(True)
        self.header().setStretchLastSection(False)
        for column in (0, 1):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self.header().setMinimumSectionSize(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for signal in (rows.dataChanged, rows.modelReset):
            signal.connect(self._share)
        self.viewport().setAutoFillBackground(False)
        thin(self)
        self.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """The word gets what it needs, but at most half: the name must be told apart."""
        room = self.viewport().width()
        wide = min(self.sizeHintForColumn(1) + 8, room // 2)
        self.setColumnWidth(0, max(room - wide, 1))
        self.setColumnWidth(1, max(wide, 1))

    @property
    def chosen(self) -> list[str]:
        """The cases that are chosen, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.lines[row].case for row in rows if row < len(self.rows.lines)]

    def choose(self, cases: Sequence[str]) -> None:
        """Choose these cases, and no others."""
        chosen, flags = self.selectionModel(), QItemSelectionModel.SelectionFlag
        places = [n for n, line in enumerate(self.rows.lines) if line.case in cases]
        chosen.clearSelection()
        for row in places:
            chosen.select(self.rows.index(row, 0), flags.Select | flags.Rows)
        if places:
            chosen.setCurrentIndex(self.rows.index(places[0], 0), flags.NoUpdate)
            self.scrollTo(self.rows.index(places[0], 0))

    def name_chosen(self) -> None:
        """Write the name of the chosen case in its place."""
        if self.currentIndex().isValid():
            self.edit(self.rows.index(self.currentIndex().row(), 0))

    def event(self, event: QEvent) -> bool:
        """Entf and F2 belong to the case that is chosen here, not to the elements of the canvas."""
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and event.key() in _OWN_KEYS:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.played.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            box = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(box.bottomLeft())
        self.menu_wanted.emit(place)

    def restyle(self) -> None:
        """Fetch the colours again."""
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.Highlight, look().color("accent_soft"))
        colors.setColor(QPalette.ColorRole.HighlightedText, look().color("text"))
        self.setPalette(colors)
        self.viewport().update()
