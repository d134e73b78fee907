"""How does a line of the outline look?"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from widgets.look.theme import look
from widgets.outline.tree import Index

HEIGHT = 24


class OutlineDelegate(QStyledItemDelegate):
    """The chosen line lies on soft accent with a bar at its edge; the words keep their colour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), max(HEIGHT, size.height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        said = look()
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        box = QRectF(option.rect)
        if chosen:
            whole = QRectF(0, box.top(), box.right(), box.height())
            painter.fillRect(whole, said.color("accent_soft"))
            painter.fillRect(QRectF(0, box.top(), 3, box.height()), said.color("accent"))
        plain = QStyleOptionViewItem(option)
        plain.state = state & ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        if chosen:
            colors = QPalette(plain.palette)
            colors.setColor(QPalette.ColorRole.Text, said.color("accent"))
            plain.palette = colors
        super().paint(painter, plain, index)
        if has_focus:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(said.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -2, -1), 4, 4)
            painter.restore()
