"""Which sign stands for a kind of thing or an action?

``paint`` draws a sign straight into a picture; ``icon`` makes Qt's icon of it, sharp at every
usual size.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPainterPath, QPen, QPixmap, QTransform

from resources import open_resource
from widgets.look.theme import current
from widgets.look.tokens import THEMES, tokens

FIELD = 24.0
SIZES = (16, 20, 24, 32, 48)
RATIOS = (1, 2)
FALLBACK = "office"


def names() -> tuple[str, ...]:
    """All signs there are."""
    return tuple(name for name in _glyphs() if name != "_")


def icon(name: str, color: str = "", *, theme: str = "") -> QIcon:
    """Qt's icon of a sign.

    ``color`` is a token ("accent", "text", "error", ...) or a colour name; default: the accent of
    the theme worn now.
    """
    return _icon(name, _color(color or "accent", theme or current()))


def paint(painter: QPainter, name: str, box: QRectF, color: QColor, *, weight: float = 1.9) -> None:
    """Draw a sign into a box (square, centred)."""
    side = min(box.width(), box.height())
    scale = side / FIELD
    center = box.center()
    move = QTransform.fromTranslate(center.x() - side / 2, center.y() - side / 2)
    lines, filled = glyph(name)
    painter.save()
    painter.setTransform(move.scale(scale, scale), combine=True)
    if not filled.isEmpty():
        painter.fillPath(filled, color)
    if not lines.isEmpty():
        pen = QPen(color, weight)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(lines, pen)
    painter.restore()


@cache
def glyph(name: str) -> tuple[QPainterPath, QPainterPath]:
    """The lines and the filled parts of a sign on its field of 24 by 24; an unknown name gives the
    plain step.
    """
    lines, filled = QPainterPath(), QPainterPath()
    for part in _glyphs().get(name, _glyphs()[FALLBACK]).split("|"):
        text = part.strip()
        if text.startswith("T "):
            _letters(filled, text[2:])
        elif text.startswith("!"):
            _draw(filled, text[1:])
        else:
            _draw(lines, text)
    return lines, filled


@cache
def _glyphs() -> dict[str, str]:
    """The signs as texts; how to read them stands in the file under "_"."""
    return json.loads(open_resource("icons/glyphs.json"))


@cache
def _icon(name: str, color: str) -> QIcon:
    made = QIcon()
    for size in SIZES:
        for ratio in RATIOS:
            made.addPixmap(_pixmap(name, QColor(color), size, ratio))
    return made


def _pixmap(name: str, color: QColor, size: int, ratio: int) -> QPixmap:
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, name, QRectF(0, 0, size, size), color)
    painter.end()
    return picture


def _color(color: str, theme: str) -> str:
    if color in THEMES:  # icon("text", "dark"): the accent of that theme
        return tokens(color).accent
    return str(getattr(tokens(theme), color, color))


def _letters(path: QPainterPath, text: str) -> None:
    font = QFont()
    font.setPixelSize(100)
    font.setWeight(QFont.Weight.DemiBold)
    raw = QPainterPath()
    raw.addText(QPointF(0, 0), font, text)
    box = raw.boundingRect()
    if box.isEmpty():
        return
    scale = min(21 / box.width(), 15 / box.height())
    fit = QTransform.fromTranslate(FIELD / 2, FIELD / 2).scale(scale, scale)
    path.addPath(fit.translate(-box.center().x(), -box.center().y()).map(raw))


def _draw(path: QPainterPath, text: str) -> None:
    words = iter(text.split())
    for letter in words:
        _ONE[letter](path, words)


def _numbers(words: Iterator[str], count: int) -> list[float]:
    return [float(next(words)) for _ in range(count)]


def _move(path: QPainterPath, words: Iterator[str]) -> None:
    path.moveTo(*_numbers(words, 2))


def _line(path: QPainterPath, words: Iterator[str]) -> None:
    path.lineTo(*_numbers(words, 2))


def _curve(path: QPainterPath, words: Iterator[str]) -> None:
    path.cubicTo(*_numbers(words, 6))


def _close(path: QPainterPath, _words: Iterator[str]) -> None:
    path.closeSubpath()


def _circle(path: QPainterPath, words: Iterator[str]) -> None:
    x, y, radius = _numbers(words, 3)
    path.addEllipse(QPointF(x, y), radius, radius)


def _box(path: QPainterPath, words: Iterator[str]) -> None:
    x, y, width, height, radius = _numbers(words, 5)
    path.addRoundedRect(QRectF(x, y, width, height), radius, radius)


_ONE = {"M": _move, "L": _line, "C": _curve, "Z": _close, "O": _circle, "R": _box}
