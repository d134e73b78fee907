"""How does a line of a finder look?"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from widgets.basics.labels import shown
from widgets.finder.lines import Index, Line
from widgets.look import icons
from widgets.look.theme import look, px, ui_font

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
SMALL = 0.9


class LineDelegate(QStyledItemDelegate):
    """Sign, words with what was looked for in bold, a muted note below, keys at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line = _line(index)
        words, note = QFontMetricsF(ui_font()), QFontMetricsF(ui_font(SMALL))
        height = words.height() + px(12) + (note.height() + px(1) if line.note else 0)
        return QSize(120, round(height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, said = _line(index), look()
        box = QRectF(option.rect).adjusted(4, 1, -4, -1)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hot = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or hot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(said.color("accent_soft"))
            painter.drawRoundedRect(box, 5, 5)
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(said.color("accent"), 1.5))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        ink = said.color("text" if line.enabled else "muted")
        self._parts(painter, box.adjusted(10, 0, -10, 0), line, ink)
        painter.restore()

    def _parts(self, painter: QPainter, box: QRectF, line: Line, ink: QColor) -> None:
        said = look()
        side = px(16)
        if line.icon or line.marked:
            place = QRectF(box.left(), box.center().y() - side / 2, side, side)
            color = said.color("accent") if line.enabled else ink
            icons.paint(painter, "right" if line.marked else line.icon, place, color)
        box = box.adjusted(side + 10, 0, 0, 0)
        if line.right:
            font = ui_font(SMALL)
            wide = QFontMetricsF(font).horizontalAdvance(line.right)
            painter.setFont(font)
            painter.setPen(said.color("muted"))
            painter.drawText(box, _RIGHT, shown(line.right))
            box = box.adjusted(0, 0, -wide - 14, 0)
        if line.note:
            font = ui_font(SMALL)
            high = QFontMetricsF(font).height()
            below = QRectF(box.left(), box.bottom() - high - px(5), box.width(), high)
            painter.setFont(font)
            painter.setPen(said.color("muted"))
            painter.drawText(below, _LEFT, _cut(font, line.note, box.width()))
            box = QRectF(
                box.left(), box.top() + px(4), box.width(), below.top() - box.top() - px(4)
            )
        _words(painter, box, line, ink)


def _words(painter: QPainter, box: QRectF, line: Line, ink: QColor) -> None:
    """The words in up to three pieces: before, what was looked for, after."""
    start, end = line.span if not line.marked else (0, len(line.words))
    plain, bold = ui_font(), ui_font()
    bold.setWeight(QFont.Weight.Bold)
    left = box.left()
    for text, font in (
        (line.words[:start], plain),
        (line.words[start:end], bold),
        (line.words[end:], plain),
    ):
        room = box.right() - left
        piece = _cut(font, text, room)
        if not piece or room < 8:
            continue
        painter.setFont(font)
        painter.setPen(look().color("accent") if font is bold and line.enabled else ink)
        painter.drawText(QRectF(left, box.top(), room, box.height()), _LEFT, piece)
        left += QFontMetricsF(font).horizontalAdvance(piece)


def _cut(font: QFont, text: str, room: float) -> str:
    return QFontMetricsF(font).elidedText(shown(text), Qt.TextElideMode.ElideRight, room)


def _line(index: Index) -> Line:
    found: Line = index.model().lines[index.row()]  # type: ignore[attr-defined]
    return found
