"""How does the graph lie on sheets of paper, printed or as PDF?

One sheet when it stays readable on it; else as many as it takes, cut between the cards, each with
its place in the whole at its edges. The last sheet explains the signs and shows how the sheets lie
together.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)

from model.document import Snapshot
from model.language import tr
from widgets.canvas.legend import paint_legend
from widgets.canvas.picturing import Picture
from widgets.canvas.tiles import Tile, beside, tiles

PAGES = {"A4": QPageSize.PageSizeId.A4, "A3": QPageSize.PageSizeId.A3}
EDGE = 10.0
"""Millimetres of white around; printers need about five."""
FOOT, MARK = 26.0, 16.0
"""Room for the line at the foot and for the names of the neighbours (1/96 inch)."""
READABLE = 0.62
"""The smallest scale: rows are 12 units high in type, 5.6 points on paper."""


@dataclass(frozen=True)
class Plan:
    """The sheets of a picture, and the scale at which they are drawn."""

    tiles: tuple[Tile, ...]
    scale: float


def plan(picture: Picture, width: float, height: float) -> Plan:
    """The sheets for paper with this much room (1/96 inch)."""
    extent = picture.extent()
    fitting = min(width / extent.width, height / extent.height, 1.0)
    if fitting >= READABLE:
        return Plan((Tile(0, 0, extent),), fitting)
    found = tiles(extent, picture.solids(), width / READABLE, height / READABLE)
    return Plan(tuple(found), READABLE)


def pdf(view: Snapshot, page: str = "A4", theme: str = "light") -> bytes:
    """The sheets as a PDF, landscape; the same bytes for the same service.

    Raises:
        KeyError: ``page`` is no size in PAGES.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(96)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(PAGES[page]),
            QPageLayout.Orientation.Landscape,
            QMarginsF(EDGE, EDGE, EDGE, EDGE),
            QPageLayout.Unit.Millimeter,
        )
    )
    picture = Picture(view, theme)
    writer.setTitle(picture.title)
    print_on(writer, picture)
    return still(bytes(buffer.data().data()))


def print_on(device: QPagedPaintDevice, picture: Picture) -> int:
    """Paint all sheets and the legend onto a printer or PDF; how many sheets that were."""
    painter = QPainter(device)
    dots = device.logicalDpiX() / 96
    room = QRectF(0, 0, device.width() / dots, device.height() / dots)
    inner = room.adjusted(MARK, MARK, -MARK, -FOOT - MARK)
    planned = plan(picture, inner.width(), inner.height())
    sheets = len(planned.tiles) + 1
    for number, tile in enumerate(planned.tiles, start=1):
        painter.save()
        painter.scale(dots, dots)
        _sheet(painter, picture, planned, tile, inner)
        _foot(painter, picture, room, number, sheets, tile.name if sheets > 2 else "")
        painter.restore()
        device.newPage()
    painter.save()
    painter.scale(dots, dots)
    paint_legend(painter, picture, planned.tiles, inner)
    _foot(painter, picture, room, sheets, sheets, "")
    painter.restore()
    painter.end()
    return sheets


def _sheet(painter: QPainter, picture: Picture, planned: Plan, tile: Tile, inner: QRectF) -> None:
    area, scale = tile.area, planned.scale
    box = QRectF(inner.left(), inner.top(), area.width * scale, area.height * scale)
    painter.save()
    painter.setClipRect(box)
    painter.translate(box.topLeft())
    painter.scale(scale, scale)
    painter.translate(-area.x, -area.y)
    picture.paint(painter)
    painter.restore()
    painter.setPen(QPen(picture.ink.tokens.color("panel_line"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
    _neighbours(painter, picture, planned, tile, box)


def _neighbours(
    painter: QPainter, picture: Picture, planned: Plan, tile: Tile, box: QRectF
) -> None:
    """At each edge where it goes on: the name of the sheet that lies there."""
    flags = int(Qt.AlignmentFlag.AlignCenter)
    painter.setFont(_font(picture, 9))
    painter.setPen(picture.ink.tokens.color("muted"))
    for dx, dy, key, place in (
        (1, 0, "paper.right", QRectF(box.right(), box.center().y() - 60, MARK, 120)),
        (-1, 0, "paper.left", QRectF(box.left() - MARK, box.center().y() - 60, MARK, 120)),
        (0, 1, "paper.below", QRectF(box.center().x() - 60, box.bottom(), 120, MARK)),
        (0, -1, "paper.above", QRectF(box.center().x() - 60, box.top() - MARK, 120, MARK)),
    ):
        other = beside(planned.tiles, tile, dx, dy)
        if other is None:
            continue
        words = tr(key, sheet=other.name)
        if not dx:
            painter.drawText(place, flags, words)
            continue
        painter.save()
        painter.translate(place.center())
        painter.rotate(-90)
        painter.drawText(QRectF(-60, -MARK / 2, 120, MARK), flags, words)
        painter.restore()


def _foot(
    painter: QPainter, picture: Picture, room: QRectF, number: int, sheets: int, name: str
) -> None:
    painter.setFont(_font(picture, 10))
    painter.setPen(picture.ink.tokens.color("text"))
    line = QRectF(room.left(), room.bottom() - FOOT, room.width(), FOOT)
    painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), picture.title)
    key = "paper.sheet.named" if name else "paper.sheet"
    words = tr(key, n=number, of=sheets, name=name)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(line, int(flags), words)


def _font(picture: Picture, pixels: int) -> QFont:
    font = QFont(picture.ink.font("title"))
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.Normal)
    return font


_DATE = re.compile(rb"D:\d{14}Z|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00")
_UUID = re.compile(rb"uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_ID = re.compile(rb"(?<=/ID \[ )<[0-9a-f]+> <[0-9a-f]+>")
_ZERO = {b"D": b"D:20000101000000Z", b"2": b"2000-01-01T00:00:00+00:00"}


def still(data: bytes) -> bytes:
    """The same file without the hour and the chance of its making; no byte moves."""
    calm = _UUID.sub(lambda found: b"uuid:" + b"0" * (len(found[0]) - 5), _DATE.sub(_zero, data))
    calm = _ID.sub(lambda found: _same_length(found[0], b""), calm)
    digest = hashlib.sha256(calm).hexdigest().encode()
    return _ID.sub(lambda found: _same_length(found[0], digest), calm)


def _zero(found: re.Match[bytes]) -> bytes:
    return _ZERO[found[0][:1]]


def _same_length(ids: bytes, digest: bytes) -> bytes:
    """Both ids written anew with the digits of a digest."""
    one = ids.split(b" ")[0]
    digits = (digest * 4).ljust(len(one), b"0")[: len(one) - 2]
    return b"<" + digits + b"> <" + digits + b">"
