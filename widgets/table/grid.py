"""Which keys and clicks does the table hear?"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from model.commands.tabling import COLUMNS
from widgets.look.theme import look, px
from widgets.panels.scrollbar import thin
from widgets.table.cells import TableCells
from widgets.table.lines import Index, TableLines

_WIDTHS = {
    "who": 110,
    "what": 230,
    "kind": 150,
    "required": 60,
    "when": 150,
    "then": 160,
    "law": 120,
    "fee": 90,
    "deadline": 90,
}
"""Shares of the width; a column is never narrower than two thirds of its share."""
_NARROW = {"fee": 980, "deadline": 900, "law": 760, "required": 560}
"""Below this width of the table a column is hidden; its facts stand in the inspector, too."""
_KEYS = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
)


class Grid(QTreeView):
    """The lines as Qt's tree, with the keys of a spreadsheet. ``asked`` carries the name of a verb:
    enter, same, up, down, copy, cut, paste.
    """

    asked = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, lines: TableLines, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = lines
        self.cells = TableCells(self)
        self.setModel(lines)
        self.setItemDelegate(self.cells)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIndentation(px(18))
        self.setIconSize(QSize(px(15), px(15)))
        self.setTreePosition(COLUMNS.index("what"))
        self.setAllColumnsShowFocus(False)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.AnyKeyPressed | trigger.EditKeyPressed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setTabKeyNavigation(True)
        self.header().setSectionsMovable(False)
        self.header().setStretchLastSection(False)
        self.header().setHighlightSections(False)
        self.header().setMinimumSectionSize(40)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.header().sectionResized.connect(self._resized)
        self._drawn = self._fitting = False
        thin(self)

    # -------------------------------------------------------------------------------------- keys

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setIconSize(QSize(px(15), px(15)))
            self.setIndentation(px(18))

    def event(self, event: QEvent) -> bool:
        """Copy, cut and paste are the table's own while it has the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if any(event.matches(key) for key in _KEYS) or self._verb(event):
                event.accept()
                return True
            if plain and event.text().isprintable() and event.text():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if verb := self._verb(event):
            self.asked.emit(verb)
            return
        step = self._step(event)
        if step:
            self._walk(step)
            return
        if event.key() == Qt.Key.Key_Space and self._toggle():
            return
        super().keyPressEvent(event)

    def _verb(self, event: QKeyEvent) -> str:
        for chord, verb in zip(_KEYS, ("copy", "cut", "paste"), strict=True):
            if event.matches(chord):
                return verb
        key, mods = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt, none = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and mods == none:
            return "enter"
        if (key == Qt.Key.Key_Insert and mods == none) or (
            key in (Qt.Key.Key_Plus, Qt.Key.Key_Asterisk) and mods == both
        ):
            return "same"
        if mods == alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return "up" if key == Qt.Key.Key_Up else "down"
        return ""

    def _step(self, event: QKeyEvent) -> int:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain != Qt.KeyboardModifier.NoModifier:
            return 0
        return {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)

    def _walk(self, step: int) -> None:
        """From cell to cell; at the name, right opens the lines below and left closes them."""
        index = self.currentIndex()
        first = index.siblingAtColumn(0)
        at_name = self.column() == "what"
        if at_name and step > 0 and self.lines.hasChildren(first) and not self.isExpanded(first):
            self.expand(first)
        elif self.column() == "who" and step < 0 and self.isExpanded(first):
            self.collapse(first)
        elif (column := self._beside(index.column(), step)) >= 0:
            self.setCurrentIndex(index.siblingAtColumn(column))

    def _beside(self, column: int, step: int) -> int:
        column += step
        while 0 <= column < len(COLUMNS) and self.isColumnHidden(column):
            column += step
        return column if 0 <= column < len(COLUMNS) else -1

    def _toggle(self) -> bool:
        """The space bar ticks "Pflicht", and opens the lines below elsewhere."""
        index = self.currentIndex()
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            on = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
            state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
            self.lines.setData(index, state, Qt.ItemDataRole.CheckStateRole)
            return True
        return False

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Tab goes to the next cell that can be edited, and on to the next line."""
        act = QAbstractItemView.CursorAction
        if action in (act.MoveNext, act.MovePrevious):
            return self._next_cell(1 if action == act.MoveNext else -1)
        return super().moveCursor(action, modifiers)

    def _next_cell(self, step: int) -> QModelIndex:
        index = self.currentIndex()
        for _ in range(len(COLUMNS) * 40):
            column = self._beside(index.column(), step)
            if column >= 0:
                index = index.siblingAtColumn(column)
            else:
                row = self.indexBelow(index) if step > 0 else self.indexAbove(index)
                if not row.isValid():
                    return self.currentIndex()
                edge = 0 if step > 0 else len(COLUMNS) - 1
                edge = edge if not self.isColumnHidden(edge) else self._beside(edge, step)
                index = row.siblingAtColumn(edge)
            takes = Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable
            if index.flags() & takes:
                return index
        return self.currentIndex()

    # ------------------------------------------------------------------------------------- places

    def column(self) -> str:
        """The column of the current cell."""
        index = self.currentIndex()
        return self.lines.column_at(index) if index.isValid() else ""

    def go_down(self) -> bool:
        """To the same cell of the next line; False on the last one."""
        index = self.currentIndex()
        below = self.indexBelow(index)
        if below.isValid():
            self.setCurrentIndex(below.siblingAtColumn(index.column()))
        return below.isValid()

    def is_editing(self) -> bool:
        """Whether a cell is open."""
        return self.state() == QAbstractItemView.State.EditingState

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A hairline below each line, under the branches, too."""
        super().drawRow(painter, option, index)
        box = option.rect
        line = QRect(box.left(), box.bottom(), self.viewport().width(), 1)
        painter.fillRect(line, look().color("panel_line"))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            box = self.visualRect(self.currentIndex())
            at = self.viewport().mapToGlobal(box.bottomLeft())
        self.menu_wanted.emit(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.viewport().width()
        self._fitting = True
        for place, column in enumerate(COLUMNS):
            hide = wide < px(_NARROW.get(column, 0))
            if self.isColumnHidden(place) != hide:
                self.setColumnHidden(place, hide)
        self._fitting = False
        self._fit(wide)

    def _fit(self, wide: int) -> None:
        """Share the width among the columns, until a person has drawn one of them."""
        if self._drawn:
            return
        shares = {n: _WIDTHS[c] for n, c in enumerate(COLUMNS) if not self.isColumnHidden(n)}
        factor = max(wide / sum(shares.values()), 0.67)
        self._fitting = True
        for place, share in shares.items():
            self.header().resizeSection(place, int(share * factor))
        self._fitting = False

    def _resized(self, *_sizes: int) -> None:
        if not self._fitting and self.isVisible():
            self._drawn = True
