"""Which remarks are there? The list."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from model.language import tr
from model.review import ReviewRemark
from widgets.basics.labels import shown, tip_text
from widgets.look import icons
from widgets.look.theme import look, px, ui_font
from widgets.panels.scrollbar import thin

_ID = int(Qt.ItemDataRole.UserRole)
_LINE = _ID + 1
SIGNS = {"open": "annotation", "answered": "mailbox", "done": "ok"}
_COLORS = {"open": "timber", "answered": "hint", "done": "ok"}
Index = QModelIndex | QPersistentModelIndex


class RemarkList(QListWidget):
    """Number, place and first words of each remark. ``chosen`` carries an id, ``entered`` one that
    was activated; ``dropped`` one that shall go.
    """

    chosen = Signal(str)
    entered = Signal(str)
    dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        thin(self)
        self.viewport().setAutoFillBackground(False)
        self._filling = False
        self.currentItemChanged.connect(lambda *_both: self._tell())
        self.itemActivated.connect(lambda item: self.entered.emit(str(item.data(_ID))))
        self.itemClicked.connect(lambda item: self.entered.emit(str(item.data(_ID))))

    @property
    def current(self) -> str:
        """The id of the remark that is chosen, or ""."""
        item = self.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    @property
    def ids(self) -> list[str]:
        """The remarks that are listed, top down."""
        return [str(self.item(row).data(_ID)) for row in range(self.count())]

    def fill(
        self,
        remarks: Sequence[tuple[int, ReviewRemark]],
        place: Callable[[ReviewRemark], str],
        chosen: str,
    ) -> None:
        """List these, with their numbers."""
        self._filling = True
        self.clear()
        for number, remark in remarks:
            where, state = place(remark), tr(f"review.state.{remark.state}")
            item = QListWidgetItem()
            item.setData(_ID, remark.id)
            item.setData(_LINE, (str(number), where, remark.text, remark.state))
            words = tr("review.line", n=number, place=where, text=remark.text, state=state)
            item.setData(int(Qt.ItemDataRole.AccessibleTextRole), shown(words))
            item.setData(int(Qt.ItemDataRole.ToolTipRole), tip_text(remark.text))
            self.addItem(item)
        self.choose(chosen)
        self._filling = False

    def choose(self, remark: str) -> None:
        """Choose a remark; the first when it is not listed."""
        rows = self.ids
        self.setCurrentRow(rows.index(remark) if remark in rows else 0 if rows else -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.current:
            self.dropped.emit(self.current)
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        if not self._filling:
            self.chosen.emit(self.current)


class _Delegate(QStyledItemDelegate):
    """Two lines: sign, number and place; the words."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(120, 2 * option.fontMetrics.height() + px(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        number, where, text, state = index.data(_LINE)
        said, box = look(), QRectF(option.rect).adjusted(0, 1, -4, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(said.color("accent_soft"))
            painter.drawRoundedRect(box, 5, 5)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(said.color("accent"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        size = px(16)
        sign = QRectF(box.left() + 6, box.top() + px(6), size, size)
        icons.paint(painter, SIGNS[state], sign, said.color(_COLORS[state]))
        left = size + 14
        half = (box.height() - px(6)) / 2
        room = box.adjusted(left, px(3), -6, 0)
        font = ui_font()
        font.setWeight(QFont.Weight.DemiBold)
        first = QRectF(room.left(), room.top(), room.width(), half)
        second = QRectF(room.left(), room.top() + half, room.width(), half)
        self._say(painter, font, "accent" if chosen else "text", f"{number}  {where}", first)
        self._say(painter, ui_font(0.92), "muted", text.replace("\n", " "), second)
        painter.restore()

    def _say(self, painter: QPainter, font: QFont, ink: str, words: str, box: QRectF) -> None:
        painter.setFont(font)
        painter.setPen(look().color(ink))
        cut = painter.fontMetrics().elidedText(
            shown(words), Qt.TextElideMode.ElideRight, int(box.width())
        )
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), cut)
