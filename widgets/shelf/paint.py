"""How does a line of the shelf look?"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from model.language import tr
from widgets.basics.labels import shown
from widgets.look import icons
from widgets.look.theme import look, px, ui_font
from widgets.shelf.rows import Row, progress

ENTRY, GROUP, FORM = 27, 30, 46
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
Index = QModelIndex | QPersistentModelIndex


class ShelfDelegate(QStyledItemDelegate):
    """Draws an old form with its progress, a heading, or an entry with its sign or its tick."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.model().rows[index.row()]  # type: ignore[attr-defined]
        high = {"form": FORM, "group": GROUP}.get(row.kind, ENTRY)
        return QSize(120, px(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.model().rows[index.row()]  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind == "form":
            self._form(painter, QRectF(option.rect), row)
        else:
            self._ground(painter, option)
            draw = self._group if row.kind == "group" else self._entry
            draw(painter, option, row)
        painter.restore()

    def _form(self, painter: QPainter, place: QRectF, row: Row) -> None:
        """Its name, how much of it is done in words, and the same as a bar."""
        said, box = look(), place.adjusted(2, 4, -8, -2)
        font = ui_font()
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(said.color("text"))
        name = painter.fontMetrics().elidedText(
            shown(row.title), Qt.TextElideMode.ElideMiddle, int(box.width())
        )
        half = box.height() / 2 - 2
        painter.drawText(QRectF(box.left(), box.top(), box.width(), half), _MIDDLE, name)
        painter.setFont(ui_font(0.88))
        painter.setPen(said.color("muted"))
        painter.drawText(
            QRectF(box.left(), box.top() + half, box.width(), half), _MIDDLE, progress(row)
        )
        bar = QRectF(box.left(), box.bottom() - 4, box.width(), 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(said.color("panel_line"))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        if row.all and row.done:
            bar.setWidth(max(3.0, bar.width() * row.done / row.all))
            painter.setBrush(said.color("accent"))
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        said, state = look(), option.state
        box = QRectF(option.rect).adjusted(0, 1, -6, -1)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(said.color("accent_soft"))
            painter.drawRoundedRect(box, 5, 5)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(said.color("accent"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)

    def _group(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        said, box = look(), QRectF(option.rect).adjusted(4, 2, -12, -2)
        painter.setFont(ui_font(0.85))
        painter.setPen(said.color("muted"))
        count = tr("shelf.count", done=str(row.done), all=str(row.all))
        painter.drawText(box, _RIGHT, count)
        room = box.width() - painter.fontMetrics().horizontalAdvance(count) - 10
        font = ui_font(0.92)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        words = painter.fontMetrics().elidedText(
            shown(row.title), Qt.TextElideMode.ElideRight, int(room)
        )
        painter.drawText(box, _MIDDLE, words)

    def _entry(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        said, box = look(), QRectF(option.rect).adjusted(0, 1, -6, -1)
        size = px(22)
        frame = QRectF(box.left() + 3, box.center().y() - size / 2, size, size)
        _sign(painter, frame, row)
        painter.setFont(option.font)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = "muted" if row.taken else "accent" if chosen else "text"
        painter.setPen(QColor(said.color(ink)))
        place = box.adjusted(size + 12, 0, -4, 0)
        starred = row.entry is not None and row.entry.required
        room = int(place.width()) - (12 if starred else 0)
        words = option.fontMetrics.elidedText(shown(row.title), Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, _MIDDLE, words)
        if starred:
            wide = option.fontMetrics.horizontalAdvance(words)
            painter.setPen(said.color("muted" if row.taken else "error"))
            painter.drawText(place.adjusted(wide + 4, 0, 8, 0), _MIDDLE, "*")


def _sign(painter: QPainter, frame: QRectF, row: Row) -> None:
    """The building block it becomes, or the tick."""
    said = look()
    if row.taken:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(said.color("accent_soft"))
        painter.drawRoundedRect(frame, 5, 5)
        icons.paint(painter, "ok", frame.adjusted(3, 3, -3, -3), said.color("accent"), weight=2.4)
        return
    painter.setBrush(said.color("card"))
    painter.setPen(QPen(said.color("card_line"), 1))
    painter.drawRoundedRect(frame, 5, 5)
    icons.paint(painter, row.template.icon, frame.adjusted(4, 4, -4, -4), said.color("accent"))


def carried(widget: QWidget, icon: str, words: str) -> QPixmap:
    """What hangs at the pointer during a drag."""
    said = look()
    text = QFontMetrics(widget.font()).elidedText(words, Qt.TextElideMode.ElideRight, px(260))
    wide = QFontMetrics(widget.font()).horizontalAdvance(text) + 52
    ratio = widget.devicePixelRatioF()
    picture = QPixmap(QSize(wide, 34) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(said.color("card"))
    painter.setPen(QPen(said.color("accent"), 1.4))
    painter.drawRoundedRect(QRectF(1, 1, wide - 2, 32), 8, 8)
    icons.paint(painter, icon, QRectF(11, 8, 18, 18), said.color("accent"))
    painter.setFont(widget.font())
    painter.setPen(said.color("text"))
    painter.drawText(QRectF(38, 0, wide, 34), _MIDDLE, text)
    painter.end()
    return picture
