"""How does a click guide (Klickanleitung) lie on sheets of paper?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from model.language import tr
from widgets.canvas.paper import still
from widgets.lessons.picture import StopPicture
from widgets.look.tokens import tokens

EDGE, GAP, FOOT = 15.0, 10.0, 26.0
"""Millimetres of white around; units (1/96 inch) between blocks and for the foot."""
_LARGEST = 1.3


@dataclass(frozen=True)
class Sheet:
    """One stop on paper: words in the order in which they stand (sort, text), and the picture.

    Sorts: title, text, task, how.
    """

    words: tuple[tuple[str, str], ...]
    picture: StopPicture


def guide_pdf(title: str, about: str, sheets: Sequence[Sheet]) -> bytes:
    """A sheet A4 per stop; the same bytes for the same script."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(96)
    margins = QMarginsF(EDGE, EDGE, EDGE, EDGE)
    size = QPageSize(QPageSize.PageSizeId.A4)
    unit = QPageLayout.Unit.Millimeter
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, margins, unit))
    writer.setTitle(title)
    painter = QPainter(writer)
    room = QRectF(0, 0, writer.width(), writer.height())
    for number, sheet in enumerate(sheets, start=1):
        if number > 1:
            writer.newPage()
        top = _head(painter, room, title, about) if number == 1 else 0.0
        _stop(painter, room, top, sheet)
        _foot(painter, room, title, number, len(sheets))
    painter.end()
    return still(bytes(buffer.data().data()))


def _head(painter: QPainter, room: QRectF, title: str, about: str) -> float:
    top = _say(painter, room, 0, title, 26, bold=True)
    return _say(painter, room, top + 2, about, 14, "muted") + 2 * GAP


def _stop(painter: QPainter, room: QRectF, top: float, sheet: Sheet) -> None:
    for sort, words in sheet.words:
        if sort == "title":
            top = _say(painter, room, top, words, 20, bold=True) + GAP
        elif sort == "task":
            top = _box(painter, room.adjusted(18, 0, 0, 0), top, words)
        else:
            top = _say(painter, room, top, words, 14, "muted" if sort == "how" else "text") + GAP
    area = sheet.picture.area
    left = room.height() - FOOT - GAP - top
    scale = min(room.width() / area.width, max(left, 80) / area.height, _LARGEST)
    painter.save()
    painter.translate(0, top)
    painter.scale(scale, scale)
    sheet.picture.paint(painter)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_color("panel_line"), 1 / scale))
    painter.drawRect(QRectF(0, 0, area.width, area.height))
    painter.restore()


def _box(painter: QPainter, room: QRectF, top: float, words: str) -> float:
    """A line with an empty square to tick off."""
    painter.setPen(QPen(_color("text"), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(room.left() - 18, top + 3, 11, 11))
    return _say(painter, room, top, words, 14) + 4


def _foot(painter: QPainter, room: QRectF, title: str, number: int, of: int) -> None:
    line = QRectF(room.left(), room.bottom() - FOOT, room.width(), FOOT)
    painter.setFont(_font(11))
    painter.setPen(_color("muted"))
    painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), title)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(line, int(flags), tr("paper.sheet", n=number, of=of))


def _say(
    painter: QPainter,
    room: QRectF,
    top: float,
    words: str,
    pixels: int,
    color: str = "text",
    *,
    bold: bool = False,
) -> float:
    """Words in lines; where they end."""
    if not words:
        return top
    painter.setFont(_font(pixels, bold=bold))
    painter.setPen(_color(color))
    flags = int(Qt.TextFlag.TextWordWrap)
    space = QRectF(room.left(), top, room.width(), room.height() - top)
    needed = painter.boundingRect(space, flags, words)
    painter.drawText(space, flags, words)
    return top + needed.height()


def _font(pixels: int, *, bold: bool = False) -> QFont:
    font = QFont(tokens("light").families[0])
    font.setFamilies(list(tokens("light").families))
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


def _color(name: str) -> QColor:
    return tokens("light").color(name)
