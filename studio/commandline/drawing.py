"""How is the diagram of a report drawn: whole, in sheets, and its signs alone?"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from exporters.dossier import Drawing, Sheet
from model.document import Snapshot
from model.geometry import Rect
from model.grammar import icon_of
from model.records import Field, FieldUse, Node, Record
from widgets.canvas.paper import plan
from widgets.canvas.picture import svg_of
from widgets.canvas.picturing import Picture
from widgets.canvas.tiles import Tile, tiles
from widgets.look import icons

_A4, _A3 = (1010.0, 540.0), (1470.0, 928.0)
"""Room on a sheet that lies on its side, below a heading and above a caption (1/96 inch)."""
_SCALES = (0.75, 0.7, 0.66, 0.62, 0.58, 0.55, 0.52, 0.5)
"""The smallest writes the rows of cards in just under 5 points."""
_EVEN = (0.5, 0.6, 0.7, 0.8, 0.9)
_SHARP = 2.0
_WIDEST = 12_000
_SIGN = 96


def drawing_of(view: Snapshot) -> Drawing:
    """Everything that a report shows; on A4 when it stays readable, else an overview on A4 and the
    sheets on A3.
    """
    picture = Picture(view)
    return Drawing(svg_of(view), picture.extent(), _sheets(picture), _signs(picture))


def _sheets(picture: Picture) -> tuple[Sheet, ...]:
    extent = picture.extent()
    planned = plan(picture, *_A4)
    if len(planned.tiles) == 1:
        return (Sheet(extent, planned.scale, _painted(picture, extent, planned.scale)),)
    scale = min(_A4[0] / extent.width, _A4[1] / extent.height)
    overview = Sheet(extent, scale, _painted(picture, extent, scale))
    scale, found = _fewest(picture)
    several = len(found) > 1
    sheets = (
        Sheet(
            tile.area,
            scale,
            _painted(picture, tile.area, scale),
            tile.name if several else "A1",
            "a3",
        )
        for tile in found
    )
    return (overview, *sheets)


def _fewest(picture: Picture) -> tuple[float, list[Tile]]:
    """The fewest sheets at a scale that can be read; of equal numbers the largest scale."""
    extent, solids = picture.extent(), picture.solids()
    (width, height), plans = _A3, []
    for scale in _SCALES:
        found = tiles(extent, solids, width / scale, height / scale)
        plans.append((len(found), -scale, found))
    number, negative, found = min(plans, key=lambda one: one[:2])
    for share in _EVEN:  # no sheet with a narrow rest on it
        even = tiles(extent, solids, share * width / -negative, height / -negative)
        if len(even) == number:
            return -negative, even
    return -negative, found


def _painted(picture: Picture, area: Rect, scale: float) -> Callable[[], bytes]:
    return partial(_png, picture, area, scale)


def _png(picture: Picture, area: Rect, scale: float) -> bytes:
    """A part of the picture, sharp enough for paper at this scale."""
    fine = min(scale * _SHARP, _WIDEST / max(area.width, area.height))
    image = QImage(
        max(1, round(area.width * fine)),
        max(1, round(area.height * fine)),
        QImage.Format.Format_RGB32,
    )
    image.fill(picture.ink.tokens.color("paper"))
    painter = QPainter(image)
    painter.scale(fine, fine)
    painter.translate(-area.x, -area.y)
    picture.paint(painter)
    painter.end()
    return _bytes(image)


def _signs(picture: Picture) -> dict[str, bytes]:
    """Every sign that occurs, by name."""
    view = picture.view
    drawn: list[Record] = [*view.of(Node), *view.of(Field), *view.of(FieldUse)]
    names = sorted({icon_of(one) for one in drawn} - {""})
    return {name: _sign(picture, name) for name in names}


def _sign(picture: Picture, name: str) -> bytes:
    image = QImage(_SIGN, _SIGN, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    icons.paint(painter, name, QRectF(0, 0, _SIGN, _SIGN), picture.ink.tokens.color("accent"))
    painter.end()
    return _bytes(image)


def _bytes(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
