"""How does the graph look on paper or in a file?

Drawn straight from a snapshot with the same painters as the canvas, without a window; a
QGuiApplication is enough. Text stays text in SVG and PDF.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from model.document import Snapshot
from model.language import tr
from widgets.canvas.paper import pdf
from widgets.canvas.picturing import Picture

FORMATS = ("svg", "png", "pdf")
PNG_SCALE = 2.0
LARGEST_PNG = 16_000


def render(
    snapshot: Snapshot, target: Path | str | QIODevice, theme: str = "light", form: str = ""
) -> None:
    """Draw the whole service. ``target``: a path (its ending says the format) or an open device
    with ``form``.

    Raises:
        ValueError: there is no such format.
        OSError: the file cannot be written.
    """
    path = None if isinstance(target, QIODevice) else Path(target)
    form = form or (path.suffix[1:].lower() if path is not None else "")
    if form not in FORMATS:
        raise ValueError(f"no such format: {form}")
    data = to_bytes(snapshot, form, theme)
    if path is not None:
        path.write_bytes(data)
    elif isinstance(target, QIODevice):
        target.write(QByteArray(data))


def to_bytes(snapshot: Snapshot, form: str, theme: str = "light") -> bytes:
    """The picture as the bytes of an SVG or PNG file, or as sheets of paper in a PDF."""
    if form == "pdf":
        return pdf(snapshot, theme=theme)
    picture = Picture(snapshot, theme)
    return _svg(picture) if form == "svg" else _png(picture)


def picture_of(view: Snapshot, ids: Collection[str] | None = None, theme: str = "light") -> QImage:
    """A picture of some elements with the ways between them (of everything when None)."""
    return _image(Picture(view, theme, ids))


def beginning_of(view: Snapshot, size: QSize, units: float, theme: str = "light") -> QImage:
    """The first ``units`` of a service, small: only what is seen is painted, in the size wanted."""
    picture = Picture(view, theme)
    area = picture.extent()
    scale = size.width() / min(units, area.width)
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(picture.ink.tokens.color("paper"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(-area.x, -area.y)
    picture.paint(painter)
    painter.end()
    return image


def svg_of(view: Snapshot, ids: Collection[str] | None = None, theme: str = "light") -> bytes:
    """The same as the bytes of an SVG file."""
    return _svg(Picture(view, theme, ids))


def _svg(picture: Picture) -> bytes:
    area = picture.extent()
    buffer = _buffer()
    writer = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    writer.setOutputDevice(buffer)
    writer.setResolution(96)
    writer.setSize(QSize(round(area.width), round(area.height)))
    writer.setViewBox(QRectF(0, 0, round(area.width), round(area.height)))
    writer.setTitle(picture.title)
    writer.setDescription(tr("canvas.name"))
    painter = QPainter(writer)
    painter.translate(-area.x, -area.y)
    picture.paint(painter)
    painter.end()
    return bytes(buffer.data().data())


def _image(picture: Picture) -> QImage:
    area = picture.extent()
    scale = min(PNG_SCALE, LARGEST_PNG / max(area.width, area.height))
    image = QImage(
        round(area.width * scale), round(area.height * scale), QImage.Format.Format_RGB32
    )
    image.setDotsPerMeterX(round(96 * scale / 0.0254))
    image.setDotsPerMeterY(round(96 * scale / 0.0254))
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(-area.x, -area.y)
    picture.paint(painter)
    painter.end()
    return image


def _png(picture: Picture) -> bytes:
    image = _image(picture)
    buffer = _buffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


__all__ = ["Picture", "beginning_of", "picture_of", "render", "svg_of", "to_bytes"]
