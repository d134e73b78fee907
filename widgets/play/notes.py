"""How is a sentence said beside a card of the canvas?"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from widgets.basics.labels import shown
from widgets.canvas import Canvas
from widgets.look.theme import px, ui_font

WIDEST, PAD, AWAY = 300, 9, 12
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


def paint_note(painter: QPainter, canvas: Canvas, words: str, box: QRectF, area: QRectF) -> None:
    """The sentence below (or, where there is no room, above) a box; as large as the words of the
    window at any zoom.
    """
    said, zoom = canvas.graph.ink.tokens, canvas.zoom
    font = ui_font(0.95)
    text = shown(words)
    metrics = QFontMetricsF(font)
    room = metrics.boundingRect(QRectF(0, 0, px(WIDEST), 10_000), _WRAP, text)
    wide, high = room.width() + 2 * PAD + 2, room.height() + 2 * PAD
    place = note_place(box, area, wide / zoom, high / zoom, AWAY / zoom)
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(1 / zoom, 1 / zoom)
    painter.setPen(QPen(said.color("accent"), 1.4))
    painter.setBrush(said.color("card"))
    painter.drawRoundedRect(QRectF(0, 0, wide, high), 6, 6)
    painter.setFont(font)
    painter.setPen(said.color("text"))
    painter.drawText(QRectF(PAD, PAD, wide - 2 * PAD, high - 2 * PAD), _WRAP, text)
    painter.restore()


def note_place(box: QRectF, area: QRectF, wide: float, high: float, away: float) -> QRectF:
    """Where a note of this size stands at a box, inside what is seen."""
    left = min(max(box.center().x() - wide / 2, area.left()), area.right() - wide)
    below = box.bottom() + away
    top = below if below + high <= area.bottom() else box.top() - away - high
    return QRectF(left, max(top, area.top()), wide, high)
