"""How are entries chosen, dragged and taken over in the list?"""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from model.language import tr
from widgets.panels.scrollbar import thin
from widgets.shelf.paint import ENTRY, ShelfDelegate, carried
from widgets.shelf.rows import Row, ShelfModel

_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class ShelfList(QListView):
    """``taken`` carries the ids of entries to take over; ``picked`` the row that a ticked entry
    became; ``menu_wanted`` where a menu is asked for.
    """

    taken = Signal(tuple)
    picked = Signal(str)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ShelfModel()
        self.rows.setParent(self)
        self.setModel(self.rows)
        self.setItemDelegate(ShelfDelegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        thin(self)
        self.verticalScrollBar().setSingleStep(ENTRY)
        self.doubleClicked.connect(lambda _index: self.take_chosen())

    # --------------------------------------------------------------------------------- asking

    @property
    def chosen(self) -> tuple[str, ...]:
        """The open entries that are chosen; a heading stands for all below it."""
        return self.rows.open_ids(self.selectedIndexes())

    @property
    def current(self) -> Row | None:
        """The line that the keys belong to."""
        place = self.currentIndex().row()
        return self.rows.rows[place] if 0 <= place < len(self.rows.rows) else None

    # ---------------------------------------------------------------------------------- doing

    def refresh(self) -> None:
        """Show what is so now; the line stays the same, or the next open one after a taking."""
        before, scrolled = self.current, self.verticalScrollBar().value()
        self.rows.refresh()
        place = self.rows.row_of(before.key) if before is not None else -1
        if place >= 0:
            self._go(place)
        self.verticalScrollBar().setValue(scrolled)

    def select_first(self, form: str = "") -> None:
        """Put the keys on the first entry (of an old form), and its head in sight."""
        lines = enumerate(self.rows.rows)
        entries = (p for p, r in lines if r.kind == "entry" and form in ("", r.form))
        place = next(entries, -1)
        if place >= 0:
            self._go(place)
            head = self.rows.row_of_form(self.rows.rows[place].form)
            self.scrollTo(self.rows.index(head), QListView.ScrollHint.PositionAtTop)

    def go_on(self, behind: str) -> None:
        """To the next open entry behind one; so Enter after Enter takes one after the other."""
        start = max(0, self.rows.place_of(behind))
        later = range(start, len(self.rows.rows))
        found = (p for p in later if self.rows.rows[p].kind == "entry" and not self._taken(p))
        self._go(next(found, start))

    def take_chosen(self) -> None:
        """Take over what is chosen; a ticked entry leads to its field."""
        ids = self.chosen
        if ids:
            self.taken.emit(ids)
        else:
            self._pick(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():
            self.select_first()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take_chosen()
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        index = self.indexAt(event.position().toPoint())
        if plain and event.button() == Qt.MouseButton.LeftButton and index == self.currentIndex():
            self._pick(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def startDrag(self, _actions: Qt.DropAction) -> None:
        ids = self.chosen
        if not ids:
            return
        drag = QDrag(self)
        drag.setMimeData(self.rows.mimeData(self.selectedIndexes()))
        first = self.rows.rows[self.rows.place_of(ids[0])]
        words = first.title if len(ids) == 1 else tr("shelf.several", n=len(ids))
        drag.setPixmap(carried(self, first.template.icon, words))
        drag.exec(Qt.DropAction.CopyAction)

    def _pick(self, index: QModelIndex) -> None:
        row = self.rows.rows[index.row()] if index.isValid() else None
        if row is not None and row.entry is not None and row.taken:
            self.picked.emit(row.entry.taken)

    def _go(self, place: int) -> None:
        index = self.rows.index(place)
        self.selectionModel().setCurrentIndex(index, _CHOOSE)
        self.scrollTo(index)

    def _taken(self, place: int) -> bool:
        return self.rows.rows[place].taken
