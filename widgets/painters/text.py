"""How does a text fit into its place without being cut?"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from widgets.look.tokens import tokens
from widgets.painters.ink import Ink, ink

ELLIPSIS = "…"


class Fitted(NamedTuple):
    """A text made to fit: the font's name and its lines; ``cut`` when still something had to go."""

    font: str
    lines: tuple[str, ...]
    cut: bool = False


def fit(brush: Ink, text: str, width: float, fonts: tuple[str, ...], lines: int = 1) -> Fitted:
    """One line in the first font, else up to ``lines`` in the last; only then a text is cut."""
    return _fit(brush.tokens.theme, text, round(width, 1), fonts, lines)


@lru_cache(maxsize=20_000)
def _fit(theme: str, text: str, width: float, fonts: tuple[str, ...], lines: int) -> Fitted:
    brush = ink(theme)
    text = " ".join(text.split())
    for name in fonts:
        if brush.width(name, text) <= width:
            return Fitted(name, (text,))
    last = fonts[-1]
    broken = _broken(brush, last, text, width)
    if len(broken) <= lines and all(brush.width(last, line) <= width for line in broken):
        return Fitted(last, tuple(broken))
    kept = broken[: lines - 1]
    rest = " ".join(broken[lines - 1 :])
    return Fitted(last, (*kept, elided(brush, last, rest, width)), cut=True)


def _broken(brush: Ink, font: str, text: str, width: float) -> list[str]:
    """Words into lines; a word that is too long alone breaks where it must."""
    found: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if brush.width(font, longer) <= width:
            line = longer
            continue
        if line:
            found.append(line)
        while brush.width(font, word) > width and len(word) > 1:
            part = _head(brush, font, word, width)
            found.append(part + ("-" if part[-1].isalnum() else ""))
            word = word[len(part) :]
        line = word
    return [*found, line] if line else found


def _head(brush: Ink, font: str, word: str, width: float) -> str:
    """The longest beginning of a word that fits with a hyphen; at least one letter."""
    length = len(word) - 1
    while length > 1 and brush.width(font, word[:length] + "-") > width:
        length -= 1
    return word[:length]


def elided(brush: Ink, font: str, text: str, width: float) -> str:
    """A text cut at its end with an ellipsis."""
    return brush.metrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def draw(
    painter: QPainter,
    brush: Ink,
    fitted: Fitted,
    box: QRectF,
    color: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw the lines, vertically centred in the box."""
    metrics = brush.metrics(fitted.font)
    height = metrics.height() if len(fitted.lines) == 1 else metrics.height() * 0.94
    top = box.center().y() - height * len(fitted.lines) / 2
    painter.setFont(brush.font(fitted.font))
    painter.setPen(brush.pen(color))
    for number, line in enumerate(fitted.lines):
        left = box.left()
        if align != Qt.AlignmentFlag.AlignLeft:
            spare = box.width() - metrics.horizontalAdvance(line)
            left += spare if align == Qt.AlignmentFlag.AlignRight else spare / 2
        painter.drawText(QPointF(left, top + number * height + metrics.ascent()), line)


def say_in(painter: QPainter, brush: Ink, font: str, text: str, box: QRectF, color: str) -> None:
    """Draw one line, left, elided when it must be."""
    draw(painter, brush, fit(brush, text, box.width(), (font,)), box, color)


def forget() -> None:
    """Drop remembered measurements (after the program's font changed)."""
    _fit.cache_clear()
    ink.cache_clear()
    tokens.cache_clear()
