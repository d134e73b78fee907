"""How does the outline follow the document and the selection?"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QVBoxLayout, QWidget

from model.document import ChangeSet, Document
from model.language import tr
from model.records import Placement, Record
from widgets.basics.hearing import Hearing
from widgets.look.theme import px
from widgets.outline.paint import OutlineDelegate
from widgets.outline.tree import OutlineModel
from widgets.panels.panel import Panel
from widgets.panels.scrollbar import thin

MANY = 400
"""Above this number of cards the tree waits for ``refresh`` (the idle moment) instead of following
each letter.
"""


class Outline(Panel):
    """The pane of the outline. ``selected`` carries the ids a person chose here; ``entered`` the
    one that was opened by Enter.
    """

    selected = Signal(tuple)
    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = QTreeView(self)
        self.lines = OutlineModel()
        self.lines.setParent(self)
        self.tree.setModel(self.lines)
        self.tree.setHeaderHidden(True)
        self.tree.setFrameShape(QTreeView.Shape.NoFrame)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(14)
        self.tree.setIconSize(QSize(px(15), px(15)))
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setItemDelegate(OutlineDelegate(self.tree))
        self.tree.viewport().setAutoFillBackground(False)
        thin(self.tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 0, 0, 4)
        column.addWidget(self.tree)
        self.tree.selectionModel().selectionChanged.connect(self._chosen)
        self.tree.activated.connect(lambda index: self.entered.emit(self.lines.id_at(index)))
        self.setFocusProxy(self.tree)
        self._hearing: Hearing | None = None
        self._follows = False
        self._stale = False
        self._changed: set[str] = set()
        self._wanted: tuple[str, ...] = ()
        self.retranslate()

    def open(self, document: Document | None) -> None:
        """Show another document (or none)."""
        if self._hearing is not None:
            self._hearing.stop()
            self._hearing.deleteLater()
            self._hearing = None
        self._follows = True
        self.lines.open(document)
        self._follows = False
        if document is not None:
            self._hearing = Hearing(document, self)
            self._hearing.changed.connect(self._hear)
            for row in range(min(self.lines.rowCount(), 40)):
                self.tree.expand(self.lines.index(row, 0))

    def show_selection(self, ids: Iterable[str]) -> None:
        """Select what is selected elsewhere; says nothing back."""
        self._wanted = tuple(ids)
        selection = QItemSelection()
        first = None
        for record_id in self._wanted:
            index = self.lines.index_of(record_id)
            if index.isValid():
                selection.select(index, index)
                first = first or index
        self._follows = True
        model = self.tree.selectionModel()
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if first is not None:
            model.setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.tree.scrollTo(first)
        self._follows = False

    def refresh(self) -> None:
        """Catch up with what changed since the last time."""
        if not self._stale:
            return
        self._stale = False
        changed, self._changed = self._changed, set()
        if changed and self.lines.rowCount() > MANY and self.lines.follow(changed):
            return
        open_ids = self._open_ids()
        self._follows = True
        self.lines.refresh()
        for record_id in open_ids:
            index = self.lines.index_of(record_id)
            if index.isValid():
                self.tree.expand(index)
        self._follows = False
        self.show_selection(self._wanted)

    def retranslate(self) -> None:
        self.tree.setAccessibleName(tr("pane.outline"))
        self._stale = True
        self._changed.clear()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "tree"):
            self.tree.setIconSize(QSize(px(15), px(15)))

    def restyle(self) -> None:
        self.tree.viewport().update()

    def _hear(self, changeset: ChangeSet) -> None:
        new = [c.after.id for c in changeset if c.before is None and c.after is not None]
        if all(isinstance(change.record, Placement) for change in changeset):
            return
        self._stale = True
        self._changed |= {change.id for change in changeset}
        if self.lines.rowCount() <= MANY:
            self.refresh()
            self._open_new(new)

    def _open_new(self, ids: list[str]) -> None:
        """A new row opens its card, so that the person sees it arrive."""
        for record_id in ids:
            record: Record | None = self.lines.view.get(record_id)
            if record is not None and record.family == "row":
                index = self.lines.index_of(getattr(record, "parent", ""))
                if index.isValid():
                    self.tree.expand(index)

    def _open_ids(self) -> list[str]:
        found: list[str] = []
        waiting = [self.lines.index(row, 0) for row in range(self.lines.rowCount())]
        while waiting:
            index = waiting.pop()
            if self.tree.isExpanded(index):
                found.append(self.lines.id_at(index))
                rows = range(self.lines.rowCount(index))
                waiting += [self.lines.index(row, 0, index) for row in rows]
        return found

    def _chosen(self, *_selections: QItemSelection) -> None:
        if self._follows:
            return
        ids = tuple(self.lines.id_at(i) for i in self.tree.selectionModel().selectedIndexes())
        self._wanted = ids
        self.selected.emit(ids)
