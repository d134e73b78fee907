"""Which stops are there, in which order? A list that is arranged by hand and named in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from model.language import tr
from model.records import Stop
from widgets.basics.labels import shown
from widgets.look import icons
from widgets.look.theme import look
from widgets.panels.scrollbar import thin

MIME = "application/x-fachwerk-stop"
Index = QModelIndex | QPersistentModelIndex


class StopRows(QAbstractListModel):
    """The stops as they are called now. ``moved``: a stop, and its place without itself;
    ``named``: a stop, and its new title.
    """

    moved = Signal(str, int)
    named = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stops: list[Stop] = []

    def show_stops(self, stops: Sequence[Stop]) -> None:
        """Show these; a selection stays where the same stops are only worded anew."""
        same = [stop.id for stop in stops] == [stop.id for stop in self.stops]
        if not same:
            self.beginResetModel()
        self.stops = list(stops)
        if not same:
            self.endResetModel()
        elif stops:
            self.dataChanged.emit(self.index(0), self.index(len(stops) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.stops)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.stops):
            return None
        stop = self.stops[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return stop.name
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(f"{index.row() + 1}  {stop.name}")
        if role == Qt.ItemDataRole.DecorationRole:
            return icons.icon("help" if stop.goals else "play" if stop.deeds else "hint", "accent")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            key = "task" if stop.goals else "deed" if stop.deeds else "plain"
            return tr(f"lesson.stop.spoken.{key}", n=index.row() + 1, name=stop.name)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        words = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not index.isValid() or not words:
            return False
        stop = self.stops[index.row()]
        if words != stop.name:
            self.named.emit(stop.id, words)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsDragEnabled
        )

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        ids = [self.stops[index.row()].id for index in indexes]
        data.setData(MIME, "\n".join(ids).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        stop = bytes(data.data(MIME).data()).decode().split("\n")[0]
        before = [one.id for one in self.stops]
        if stop not in before:
            return False
        target = row if row >= 0 else parent.row() if parent.isValid() else len(before)
        was = before.index(stop)
        self.moved.emit(stop, target - (was < target))
        return False  # the document moves it; the view must not take the row out


class StopList(QListView):
    """Drag arranges, F2 or a double click names. ``shifted``: Alt and an arrow, one place up (-1)
    or down; ``deleted``: the key Entf.
    """

    shifted = Signal(int)
    deleted = Signal()

    def __init__(self, rows: StopRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self.setModel(rows)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.viewport().setAutoFillBackground(False)
        thin(self)
        self.restyle()

    def restyle(self) -> None:
        """The chosen row is filled softly, so that its sign stays readable."""
        colors = self.palette()
        colors.setColor(QPalette.ColorRole.Highlight, look().color("accent_soft"))
        colors.setColor(QPalette.ColorRole.HighlightedText, look().color("text"))
        self.setPalette(colors)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shifted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Entf belongs to the stop that is chosen here, not to the elements of the canvas."""
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and event.key() == Qt.Key.Key_Delete:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    @property
    def chosen(self) -> str:
        """The id of the stop that is chosen, or ""."""
        index = self.currentIndex()
        return self.rows.stops[index.row()].id if index.isValid() else ""

    def choose(self, stop: str) -> None:
        """Choose a stop by its id; the first when it is not there."""
        ids = [one.id for one in self.rows.stops]
        if ids:
            self.setCurrentIndex(self.rows.index(ids.index(stop) if stop in ids else 0))
