"""What does a stop look like on paper? A part of the service, with rings where it points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from model.document import Snapshot
from model.geometry import Rect, united
from model.graph import card_rows
from model.records import Flow, Node
from widgets.canvas.picturing import Picture
from widgets.items.item import qrect

WIDEST, HIGHEST, AROUND = 1180.0, 620.0, 70.0
"""So much of the service is shown at most, in units of the canvas; and so much around what is
meant.
"""
SCALE = 1.6
_SPOT = 22.0


class StopPicture:
    """One stop, measured and ready to be painted on any paper. ``area`` is what is shown."""

    def __init__(self, view: Snapshot, lit: Sequence[str], cards: Iterable[str] = ()) -> None:
        self.picture = Picture(view)
        self.rings = [box for one in lit if (box := self._place(one)) is not None]
        wished = [box for one in cards if (box := self._place(one)) is not None]
        nodes = [p.box for node in view.of(Node) if (p := view.placement(node.id)) is not None]
        all_of_it = [*nodes, *self.rings]
        content = united(all_of_it).grown(AROUND) if all_of_it else self.picture.extent()
        self.area = _cut(content, [*self.rings, *wished])

    def _place(self, record_id: str) -> Rect | None:
        """Of a way its words, where it has some."""
        pill = self.picture.pills.get(record_id)
        if pill is not None and not pill.isEmpty():
            return Rect(pill.x(), pill.y(), pill.width(), pill.height())
        return place_of(self.picture.view, record_id)

    def paint(self, painter: QPainter) -> None:
        """The cut out part, its upper left corner at the origin; numbers tell the rings apart."""
        painter.save()
        painter.setClipRect(QRectF(0, 0, self.area.width, self.area.height))
        painter.translate(-self.area.x, -self.area.y)
        self.picture.paint(painter)
        for number, ring in enumerate(self.rings, start=1):
            self._ring(painter, qrect(ring), number if len(self.rings) > 1 else 0)
        painter.restore()

    def _ring(self, painter: QPainter, box: QRectF, number: int) -> None:
        accent = self.picture.ink.tokens.color("accent")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor("white"), 6))
        painter.drawRoundedRect(box.adjusted(-6, -6, 6, 6), 9, 9)
        painter.setPen(QPen(accent, 3))
        painter.drawRoundedRect(box.adjusted(-6, -6, 6, 6), 9, 9)
        if number:
            spot = QRectF(box.left() - 6 - _SPOT / 2, box.top() - 6 - _SPOT / 2, _SPOT, _SPOT)
            painter.setBrush(accent)
            painter.drawEllipse(spot)
            font = QFont(self.picture.ink.font("title"))
            font.setPixelSize(13)
            painter.setFont(font)
            painter.setPen(QColor("white"))
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), str(number))

    def png(self) -> bytes:
        """The bytes of a PNG file; the same for the same service."""
        wide, high = round(self.area.width * SCALE), round(self.area.height * SCALE)
        image = QImage(wide, high, QImage.Format.Format_RGB32)
        image.fill(self.picture.ink.tokens.color("paper"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(SCALE, SCALE)
        self.paint(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data())


def place_of(view: Snapshot, record_id: str) -> Rect | None:
    """Where something is drawn: a row on its card, a way between its ends."""
    if record_id not in view:
        return None
    own = view.placement(record_id)
    if own is not None and (own.width or own.height):
        return own.box
    way = view.get(record_id, Flow)
    if way is not None:
        ends = [p.box.center for e in (way.source, way.target) if (p := view.placement(e))]
        return united([Rect(p.x, p.y, 1, 1) for p in ends]) if ends else None
    card = view.card_of(record_id)
    place = view.placement(card.id) if card is not None else None
    if card is None or place is None:
        return None
    row = next((row for row in card_rows(view, card.id) if row.id == record_id), None)
    if row is None:
        return place.box
    return Rect(place.x, place.y + row.top, place.width, row.height)


def _cut(extent: Rect, meant: list[Rect]) -> Rect:
    """All of a small service; of a large one what is meant, with something around it."""
    if extent.width <= WIDEST and extent.height <= HIGHEST:
        return extent
    if not meant:
        return Rect(extent.x, extent.y, min(extent.width, WIDEST), min(extent.height, HIGHEST))
    box = united(meant).grown(AROUND)
    wide, high = max(box.width, min(WIDEST, extent.width)), max(box.height, 320.0)
    middle = QPointF(*box.center)
    left = min(max(middle.x() - wide / 2, extent.x), max(extent.x, extent.right - wide))
    top = min(max(middle.y() - high / 2, extent.y), max(extent.y, extent.bottom - high))
    return Rect(left, top, min(wide, extent.width), min(high, extent.height))
