"""How does a person find a building block and take it to the canvas?"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QFocusEvent, QFont, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from model.language import tr
from widgets.look import icons
from widgets.look.theme import look, px, ui_font
from widgets.palette.rows import MIME, Index, PaletteModel, Row
from widgets.panels.panel import Panel, edged
from widgets.panels.scrollbar import thin

ROW, HEAD = 27, 30


class Palette(Panel):
    """The pane of building blocks. ``chosen`` carries the key of a template that was clicked or
    entered; it arms placing.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(self)
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(32)
        self.search.setTextMargins(6, 0, 2, 0)
        self.list = PaletteList(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.setContentsMargins(10, 10, 4, 0)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._take_first)
        self.search.installEventFilter(self)
        self.list.chosen.connect(self.chosen)
        self.setFocusProxy(self.list)
        edged(self.search)
        self.retranslate()

    def retranslate(self) -> None:
        self.search.setPlaceholderText(tr("palette.search"))
        self.search.setAccessibleName(tr("palette.search"))
        self.list.setAccessibleName(tr("pane.palette"))
        self.list.setAccessibleDescription(tr("palette.how"))
        self.list.rows.refresh()

    def restyle(self) -> None:
        edged(self.search)
        self.list.doItemsLayout()
        self.list.viewport().update()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.search and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_Down:
                self.list.setFocus()
                self.list.select_first()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _search(self, text: str) -> None:
        self.list.rows.search = text
        self.list.rows.refresh()

    def _take_first(self) -> None:
        first = next((r.template for r in self.list.rows.rows if r.template), None)
        if first is not None and self.search.text():
            self.chosen.emit(first.key)


class PaletteList(QListView):
    """The lines; a group's line folds its rarer blocks in and out."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = PaletteModel()
        self.rows.setParent(self)
        self.setModel(self.rows)
        self.setItemDelegate(PaletteDelegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        thin(self)
        self.verticalScrollBar().setSingleStep(ROW)
        self.clicked.connect(self._take)

    def select_first(self) -> None:
        """Put the focus on the first block."""
        for number, row in enumerate(self.rows.rows):
            if row.template is not None:
                self.setCurrentIndex(self.rows.index(number))
                return

    def index_of(self, key: str) -> QModelIndex:
        """Where a template stands now; invalid when it is folded away."""
        return self.rows.index(self.rows.row_of(key))

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid():
            self.select_first()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._take(self.currentIndex())
            return
        super().keyPressEvent(event)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        index = self.currentIndex()
        if not self.rows.flags(index) & Qt.ItemFlag.ItemIsDragEnabled:
            return
        drag = QDrag(self)
        drag.setMimeData(self.rows.mimeData([index]))
        drag.setPixmap(self._picture(self.rows.rows[index.row()]))
        drag.exec(Qt.DropAction.CopyAction)

    def _take(self, index: QModelIndex) -> None:
        row = self.rows.rows[index.row()]
        if row.template is not None:
            self.chosen.emit(row.template.key)
        elif row.more:
            self.rows.unfolded = self.rows.unfolded ^ {row.group}
            self.rows.refresh()

    def _picture(self, row: Row) -> QPixmap:
        """What hangs at the pointer during a drag."""
        assert row.template is not None
        said = look()
        words = str(row.template.title)
        wide = self.fontMetrics().horizontalAdvance(words) + 52
        ratio = self.devicePixelRatioF()
        picture = QPixmap(QSize(wide, 34) * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(said.color("card"))
        painter.setPen(QPen(said.color("accent"), 1.4))
        painter.drawRoundedRect(QRectF(1, 1, wide - 2, 32), 8, 8)
        icons.paint(painter, row.template.icon, QRectF(11, 8, 18, 18), said.color("accent"))
        painter.setFont(self.font())
        painter.setPen(said.color("text"))
        painter.drawText(QRectF(38, 0, wide, 34), int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.end()
        return picture


class PaletteDelegate(QStyledItemDelegate):
    """Draws a group's title or a block with its sign in a small frame."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.model().rows[index.row()]  # type: ignore[attr-defined]
        return QSize(120, px(HEAD if row.template is None else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.model().rows[index.row()]  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = str(index.data())
        if row.template is None:
            self._head(painter, option, row, words)
        else:
            self._block(painter, option, row, words)
        painter.restore()

    def _head(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, words: str) -> None:
        said, box = look(), QRectF(option.rect).adjusted(2, 8, -8, 0)
        font = ui_font(0.85)
        font.setWeight(QFont.Weight.DemiBold)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.6)
        painter.setFont(font)
        painter.setPen(said.color("muted"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), words.upper())
        if option.state & QStyle.StateFlag.State_HasFocus:
            self._focus(painter, box.adjusted(-2, 0, 0, 0))
        if row.more:
            open_now = row.group in self.parent().rows.unfolded  # type: ignore[union-attr]
            painter.setFont(ui_font(0.85))
            painter.setPen(said.color("accent"))
            text = tr("palette.less") if open_now else tr("palette.more", n=row.more)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(box, int(flags), text)

    def _focus(self, painter: QPainter, box: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look().color("accent"), 2))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)

    def _block(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, words: str) -> None:
        assert row.template is not None
        said, box = look(), QRectF(option.rect).adjusted(0, 1, -6, -1)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hot = bool(state & QStyle.StateFlag.State_MouseOver)
        if chosen or hot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(said.color("accent_soft"))
            painter.drawRoundedRect(box, 5, 5)
        if state & QStyle.StateFlag.State_HasFocus:
            self._focus(painter, box)
        size = px(22)
        frame = QRectF(box.left() + 3, box.center().y() - size / 2, size, size)
        painter.setBrush(said.color("card"))
        painter.setPen(QPen(said.color("card_line"), 1))
        painter.drawRoundedRect(frame, 5, 5)
        icons.paint(painter, row.template.icon, frame.adjusted(4, 4, -4, -4), said.color("accent"))
        painter.setFont(option.font)
        painter.setPen(QColor(said.color("accent" if chosen else "text")))
        place = box.adjusted(size + 12, 0, -2, 0)
        text = option.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), text)


__all__ = ["MIME", "Palette", "PaletteList"]
