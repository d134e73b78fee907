"""How does the table follow the document, the choice of the canvas and the filter?"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from model.commands.tabling import COLUMNS, ways_told
from model.document import ChangeSet, Document
from model.language import tr
from widgets.basics.hearing import Hearing
from widgets.basics.labels import plain_label, shown
from widgets.canvas.selection import Selection
from widgets.look.theme import look, px
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import Panel, edged
from widgets.table.grid import Grid
from widgets.table.lines import TableLines

EXPANDED = 300
"""Up to so many nodes all lines are open at first."""
_SEEK_AFTER = 150


class Following(Panel):
    """Filter line, buttons and lines; it shows and chooses, but changes nothing."""

    def __init__(self, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selection = selection
        self.lines = TableLines()
        self.lines.setParent(self)
        self.grid = Grid(self.lines, self)
        self.filter = QLineEdit(self)
        edged(self.filter)
        self.filter.setClearButtonEnabled(True)
        self.step = FlatButton("", self, role="quiet", sign="add")
        self.row = FlatButton("", self, role="quiet", sign="add")
        self.hits = plain_label("", self)
        self._hearing: Hearing | None = None
        self._follows = self._stale = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SEEK_AFTER)
        self._arrange()
        self.selection.changed.connect(self._canvas_chose)
        self.grid.selectionModel().selectionChanged.connect(self._chosen)
        self.filter.textChanged.connect(lambda _text: self._soon.start())
        self.filter.installEventFilter(self)
        self._soon.timeout.connect(self._seek)
        self.setFocusProxy(self.grid)

    @property
    def document(self) -> Document:
        """The document that is shown."""
        assert self.lines.document is not None
        return self.lines.document

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
            self._expand_first()
        self.show_selection(self.selection.ids)

    def _expand_first(self) -> None:
        if self.lines.rowCount() > EXPANDED:
            return
        for row in range(self.lines.rowCount()):
            self.grid.expand(self.lines.index(row, 0))

    def _hear(self, changeset: ChangeSet) -> None:
        if not self.isVisible():
            self._stale = True
            return
        self._follows = True
        self.lines.hear(changeset)
        self._follows = False
        self.grid.viewport().update()  # other lines may name what was renamed
        self._open_new([c.after.id for c in changeset if c.before is None and c.after])
        self.show_selection(self.selection.ids)

    def _open_new(self, ids: Iterable[str]) -> None:
        """A new row or choice opens its step, so that the person sees it arrive."""
        view = self.lines.view
        for one in ids:
            record = view.get(one)
            above = getattr(record, "source", "") or getattr(record, "parent", "")
            row = record is not None and record.family == "row" and record.kind != "option"
            if row or (above in view and one in ways_told(view, above)):
                index = self.lines.index_of(above)
                if index.isValid():
                    self.grid.expand(index)

    def catch_up(self) -> None:
        """Take over what happened while the table was hidden."""
        if self._stale:
            self._stale = False
            open_ids = self._open_ids()
            self._follows = True
            self.lines.refresh()
            self._follows = False
            for one in open_ids:
                self.grid.expand(self.lines.index_of(one))
        self.show_selection(self.selection.ids)

    def _open_ids(self) -> list[str]:
        rows = (self.lines.index(row, 0) for row in range(self.lines.rowCount()))
        return [self.lines.id_at(index) for index in rows if self.grid.isExpanded(index)]

    def show_selection(self, ids: Iterable[str]) -> None:
        """Choose what is chosen on the canvas; says nothing back."""
        if self._follows or self.lines.document is None:
            return
        wanted, first = QItemSelection(), QModelIndex()
        for one in ids:
            index = self.lines.index_of(one)
            if index.isValid():
                wanted.select(index, index.siblingAtColumn(len(COLUMNS) - 1))
                first = index if one == self.selection.focus or not first.isValid() else first
        flags = QItemSelectionModel.SelectionFlag
        self._follows = True
        model = self.grid.selectionModel()
        model.select(wanted, flags.ClearAndSelect)
        if first.isValid() and self.lines.id_at(self.grid.currentIndex()) != self.lines.id_at(
            first
        ):
            column = max(self.grid.currentIndex().column(), 0) if self.grid.column() else 1
            model.setCurrentIndex(first.siblingAtColumn(column), flags.NoUpdate)
            self.grid.scrollTo(first.siblingAtColumn(column))
        self._follows = False

    def retranslate(self) -> None:
        self.grid.setAccessibleName(tr("table.name"))
        self.filter.setPlaceholderText(tr("table.filter"))
        self.filter.setAccessibleName(tr("table.filter"))
        self.step.say(tr("table.add_step"))
        self.row.say(tr("table.add_row"))
        self._seek()
        if self.lines.document is not None:
            self.lines.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
            self._stale = True
            if self.isVisible():
                self.catch_up()

    def restyle(self) -> None:
        colors = self.grid.palette()
        colors.setColor(QPalette.ColorRole.Base, look().color("panel"))
        colors.setColor(QPalette.ColorRole.Highlight, look().color("accent_soft"))
        self.grid.setPalette(colors)
        self.grid.viewport().update()

    # ------------------------------------------------------------------------------------ inside

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 6)
        head.setSpacing(8)
        self.filter.setMinimumHeight(px(28))
        self.filter.setTextMargins(4, 0, 4, 0)
        self.filter.setMaximumWidth(360)
        head.addWidget(self.filter, 1)
        head.addWidget(self.hits)
        head.addStretch(1)
        head.addWidget(self.step)
        head.addWidget(self.row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.grid, 1)

    def _canvas_chose(self, ids: Iterable[str]) -> None:
        if self.isVisible():
            self.show_selection(ids)

    def _chosen(self, *_selections: QItemSelection) -> None:
        if self._follows:
            return
        ids = [self.lines.id_at(index) for index in self.grid.selectionModel().selectedRows()]
        self._follows = True
        self.selection.set(ids, self.lines.id_at(self.grid.currentIndex()) if ids else "")
        self._follows = False

    def _seek(self) -> None:
        if self.lines.document is None:
            return
        self._soon.stop()
        self._follows = True
        self.lines.seek(self.filter.text())
        self._follows = False
        wanted = bool(self.filter.text().strip())
        self.hits.setVisible(wanted)
        self.hits.setText(shown(tr("table.hits", n=self.lines.rowCount())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter go from the filter into the lines; Esc clears it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._seek()
                if not self.grid.currentIndex().isValid():
                    self.grid.setCurrentIndex(self.lines.index(0, COLUMNS.index("what")))
                self.grid.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.filter.text():
                self.filter.clear()
                return True
        return super().eventFilter(watched, event)
