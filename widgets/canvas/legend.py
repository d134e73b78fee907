"""What do the signs on paper mean, and how do the sheets lie together?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from model.grammar import TEMPLATES, icon_of, kind_title
from model.grammar.kinds import template_of
from model.language import tr
from model.records import Field, FieldUse, Flow, Node, Norm, Record
from widgets.canvas.picturing import Picture
from widgets.canvas.tiles import Tile
from widgets.items.item import qrect
from widgets.look import icons

LINE, SIGN, COLUMN = 24.0, 16.0, 330.0


def paint_legend(painter: QPainter, picture: Picture, sheets: Sequence[Tile], room: QRectF) -> None:
    """The signs that occur, in columns; below, where there are several sheets, their plan."""
    _title(painter, picture, room)
    below = _signs(painter, picture, room.adjusted(0, 40, 0, 0))
    if len(sheets) > 1:
        _plan(painter, picture, sheets, QRectF(room.left(), below + 20, room.width(), 0), room)


def entries(picture: Picture) -> list[tuple[str, str]]:
    """Sign and meaning of everything that occurs, each once."""
    view = picture.view
    drawn: list[Record] = [*view.of(Node), *view.of(Field), *view.of(FieldUse)]
    found = {icon_of(one): _called(one) for one in reversed(drawn) if icon_of(one)}
    told = sorted(found.items(), key=lambda pair: pair[1])
    if any(field.required for field in view.of(Field)):
        told.append(("", tr("paper.required")))
    if any(flow.default for flow in view.of(Flow)):
        told.append(("", tr("paper.otherwise")))
    if any(flow.condition is not None for flow in view.of(Flow)):
        told.append(("", tr("paper.condition")))
    if view.of(Norm):
        told.append(("", tr("paper.norm")))
    return told


def _called(record: Record) -> str:
    """The name of the building block it was made of, else of its kind."""
    key = template_of(record)
    return str(TEMPLATES[key].title if key in TEMPLATES else kind_title(record))


def _title(painter: QPainter, picture: Picture, room: QRectF) -> None:
    font = QFont(picture.ink.font("title"))
    font.setPixelSize(18)
    painter.setFont(font)
    painter.setPen(picture.ink.tokens.color("text"))
    painter.drawText(room, tr("paper.legend"))


def _signs(painter: QPainter, picture: Picture, room: QRectF) -> float:
    """Draws the entries in columns; how far down they reach."""
    font = QFont(picture.ink.font("title"))
    font.setPixelSize(12)
    font.setWeight(QFont.Weight.Normal)
    painter.setFont(font)
    told = entries(picture)
    columns = max(1, int(room.width() // COLUMN))
    rows = -(-len(told) // columns)
    for number, (sign, words) in enumerate(told):
        column, row = divmod(number, rows)
        left, top = room.left() + column * COLUMN, room.top() + row * LINE
        if sign:
            place = QRectF(left, top + (LINE - SIGN) / 2, SIGN, SIGN)
            icons.paint(painter, sign, place, picture.ink.tokens.color("accent"))
        painter.setPen(picture.ink.tokens.color("text"))
        line = QRectF(left + SIGN + 10, top, COLUMN - SIGN - 16, LINE)
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), words)
    return room.top() + rows * LINE


def _plan(
    painter: QPainter, picture: Picture, sheets: Sequence[Tile], place: QRectF, room: QRectF
) -> None:
    """The whole, small, with the sheets and their names on it."""
    extent = picture.extent()
    high = room.bottom() - place.top()
    scale = min(place.width() / extent.width, high / extent.height, 0.4)
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(scale, scale)
    painter.translate(-extent.x, -extent.y)
    picture.paint(painter)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    font = QFont(picture.ink.font("title"))
    font.setPixelSize(round(22 / scale))
    painter.setFont(font)
    painter.setPen(QPen(picture.ink.tokens.color("accent"), 2 / scale))
    for sheet in sheets:
        box = qrect(sheet.area)
        painter.drawRect(box)
        corner = box.topLeft() + QPointF(8 / scale, 24 / scale)
        painter.drawText(corner, sheet.name)
    painter.restore()
