"""How is the log of a run read, and how does one go back in it?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from model.language import tr
from widgets.basics.labels import shown
from widgets.look import icons
from widgets.look.theme import look, px, ui_font
from widgets.panels.scrollbar import thin
from widgets.play.course import Line

Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)
_SIGNS = {"done": "ok", "decided": "decision", "time": "timer", "trouble": "warning"}
_COLORS = {"done": "ok", "decided": "accent", "time": "muted", "trouble": "warning"}
PAD, GAP = 5, 6


class LogRows(QAbstractListModel):
    """The lines of a run; what is the same as before stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; only what differs at the end is told to the view."""
        pairs = zip(self.lines, lines, strict=False)
        same = next((n for n, (a, b) in enumerate(pairs) if a != b), None)
        keep = same if same is not None else min(len(self.lines), len(lines))
        if keep < len(self.lines):
            self.beginRemoveRows(QModelIndex(), keep, len(self.lines) - 1)
            del self.lines[keep:]
            self.endRemoveRows()
        if keep < len(lines):
            self.beginInsertRows(QModelIndex(), keep, len(lines) - 1)
            self.lines.extend(lines[keep:])
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(line.words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            spoken = " ".join(filter(None, (line.words, line.more)))
            return tr("playing.log.spoken", n=index.row() + 1, day=line.day, words=spoken)
        return None


class LogView(QListView):
    """``returned`` carries after how many moves a line stands; ``jumped`` its element. Enter or a
    double click goes back to a line, one click looks at its element.
    """

    returned = Signal(int)
    jumped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = LogRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(LogLines(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setAutoFillBackground(False)
        thin(self)
        self.activated.connect(self._go_back)
        self.clicked.connect(self._look)

    @property
    def chosen(self) -> Line | None:
        """The line that is chosen."""
        index = self.currentIndex()
        return self.rows.lines[index.row()] if index.isValid() else None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show a log; its end is in sight."""
        self.rows.show_lines(lines)
        self.scrollToBottom()

    def restyle(self) -> None:
        """Words may be larger now."""
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _go_back(self, index: QModelIndex) -> None:
        self.returned.emit(self.rows.lines[index.row()].step)

    def _look(self, index: QModelIndex) -> None:
        at = self.rows.lines[index.row()].at
        if at:
            self.jumped.emit(at)


class LogLines(QStyledItemDelegate):
    """Sign, sentence and, quieter below, why; both break into lines."""

    def __init__(self, view: LogView) -> None:
        super().__init__(view)
        self.view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line = self.view.rows.lines[index.row()]
        wide = self.view.viewport().width()
        first, second = self._boxes(line, QRect(0, 0, wide, 100_000))
        return QSize(wide, max(second.bottom(), first.bottom(), px(16) + PAD) + PAD)

    def _boxes(self, line: Line, box: QRect) -> tuple[QRect, QRect]:
        left = box.left() + PAD + px(16) + GAP
        room = QRect(left, box.top() + PAD, max(box.right() - left - PAD, 40), 100_000)
        first = QFontMetrics(ui_font()).boundingRect(room, _WRAP, shown(line.words))
        first.setWidth(room.width())
        second = QRect(room.left(), first.bottom(), room.width(), 0)
        if line.more:
            below = QRect(room.left(), first.bottom() + 2, room.width(), 100_000)
            second = QFontMetrics(_small()).boundingRect(below, _WRAP, shown(line.more))
            second.setWidth(room.width())
        return first, second

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, said = self.view.rows.lines[index.row()], look()
        box: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QRectF(box).adjusted(1, 1, -1, -1)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(said.color("accent_soft"))
            painter.drawRoundedRect(edge, said.radius_control, said.radius_control)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(said.color("accent"), 2))
            painter.drawRoundedRect(edge, said.radius_control, said.radius_control)
        first, second = self._boxes(line, box)
        sign = QRectF(box.left() + PAD, first.top() + 1, px(15), px(15))
        icons.paint(painter, _SIGNS[line.sort], sign, said.color(_COLORS[line.sort]))
        painter.setPen(said.color("text"))
        painter.setFont(ui_font())
        painter.drawText(first, _WRAP, shown(line.words))
        if line.more:
            painter.setPen(said.color("muted"))
            painter.setFont(_small())
            painter.drawText(second, _WRAP, shown(line.more))
        painter.restore()


def _small() -> QFont:
    return ui_font(0.92)
