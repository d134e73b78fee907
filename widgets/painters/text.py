"""How does a text fit into its place without being cut?"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from widgets.look.tokens import tokens
from widgets.painters.ink import Ink, ink

SOFT_HYPHEN = "\u00ad"
"""Marks a joint of a long word; seen only where a line breaks there."""


class Fitted(NamedTuple):
    """A text made to fit: the font's name and its lines; ``cut`` when still something had to go."""

    font: str
    lines: tuple[str, ...]
    cut: bool = False


class _Piece(NamedTuple):
    """Letters that stay together, and what follows when the line goes on or breaks after them."""

    letters: str
    joined: str = ""
    broken: str = ""


def fit(brush: Ink, text: str, width: float, fonts: tuple[str, ...], lines: int = 1) -> Fitted:
    """One line in the largest font possible, else up to ``lines`` in a smaller one.

    Lines break at blanks, hyphens and soft hyphens; what still does not fit ends with "…".
    """
    return _fit(brush.tokens.theme, text, round(width, 1), fonts, lines)


@lru_cache(maxsize=20_000)
def _fit(theme: str, text: str, width: float, fonts: tuple[str, ...], lines: int) -> Fitted:
    brush = ink(theme)
    pieces = _pieces(text)
    whole = _line(pieces)
    for name in fonts:
        if brush.width(name, whole) <= width:
            return Fitted(name, (whole,))
    for name in (fonts[1:] or fonts) if lines > 1 else ():
        broken = _broken(brush, name, pieces, width)
        said = tuple(_line(line) for line in broken)
        if len(said) <= lines and all(brush.width(name, line) <= width for line in said):
            return Fitted(name, said)
    return _cut(brush, fonts[-1], pieces, width, lines)


def paragraph(brush: Ink, text: str, width: float, height: float, fonts: tuple[str, ...]) -> Fitted:
    """Lines that a person may have ended, in the largest font in which all of them have room."""
    return _paragraph(brush.tokens.theme, text, round(width, 1), round(height, 1), fonts)


@lru_cache(maxsize=2_000)
def _paragraph(
    theme: str, text: str, width: float, height: float, fonts: tuple[str, ...]
) -> Fitted:
    brush = ink(theme)
    found: list[str] = []
    room = 1
    for name in fonts:
        parts = [_broken(brush, name, _pieces(line), width) for line in text.splitlines() or [""]]
        found = [_line(line) for part in parts for line in part]
        room = max(int(height / (brush.metrics(name).height() * 0.94)), 1)
        if len(found) <= room and all(brush.width(name, line) <= width for line in found):
            return Fitted(name, tuple(found))
    kept = found[:room]
    if len(found) > room:
        kept[-1] += " …"
    lines = tuple(elided(brush, fonts[-1], line, width) for line in kept)
    return Fitted(fonts[-1], lines, cut=True)


def _cut(brush: Ink, font: str, pieces: list[_Piece], width: float, lines: int) -> Fitted:
    """What fits nowhere ends in its last line, or where a single word is too long."""
    broken = _broken(brush, font, pieces, width)
    kept: list[str] = []
    for line in broken[: lines - 1]:
        if brush.width(font, _line(line)) > width:
            break
        kept.append(_line(line))
    rest = _line([piece for line in broken[len(kept) :] for piece in line])
    return Fitted(font, (*kept, elided(brush, font, rest, width)), cut=True)


def _pieces(text: str) -> list[_Piece]:
    """A text at its joints."""
    found: list[_Piece] = []
    for word in text.split():
        parts = _JOINT.split(word)
        for part in parts:
            soft = part.endswith(SOFT_HYPHEN)
            found.append(_Piece(part.rstrip(SOFT_HYPHEN), broken="-" if soft else ""))
        found[-1] = found[-1]._replace(joined=" ", broken="")
    return found or [_Piece("")]


_JOINT = re.compile(f"(?<=[\\w]-)(?=\\w)|(?<={SOFT_HYPHEN})(?=.)")
"""Inside a word: after a hyphen between letters, after a soft hyphen."""


def _line(pieces: list[_Piece]) -> str:
    inner = "".join(piece.letters + piece.joined for piece in pieces[:-1])
    return inner + pieces[-1].letters + pieces[-1].broken


def _broken(brush: Ink, font: str, pieces: list[_Piece], width: float) -> list[list[_Piece]]:
    """Pieces into lines; one that is too long alone stays whole."""
    found: list[list[_Piece]] = [[]]
    for piece in pieces:
        if found[-1] and brush.width(font, _line([*found[-1], piece])) > width:
            found.append([])
        found[-1].append(piece)
    return found


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
    painter.setFont(brush.font(fitted.font))
    painter.setPen(brush.pen(color))
    for at, line in laid(brush, fitted, box, align):
        painter.drawText(at, line)


def laid(
    brush: Ink,
    fitted: Fitted,
    box: QRectF,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> tuple[tuple[QPointF, str], ...]:
    """Where each line begins, vertically centred in the box."""
    metrics = brush.metrics(fitted.font)
    height = metrics.height() if len(fitted.lines) == 1 else metrics.height() * 0.94
    top = box.center().y() - height * len(fitted.lines) / 2 + metrics.ascent()
    found: list[tuple[QPointF, str]] = []
    for number, line in enumerate(fitted.lines):
        left = box.left()
        if align != Qt.AlignmentFlag.AlignLeft:
            spare = box.width() - metrics.horizontalAdvance(line)
            left += spare if align == Qt.AlignmentFlag.AlignRight else spare / 2
        found.append((QPointF(left, top + number * height), line))
    return tuple(found)


def say_in(painter: QPainter, brush: Ink, font: str, text: str, box: QRectF, color: str) -> None:
    """Draw one line, left, elided when it must be."""
    draw(painter, brush, fit(brush, text, box.width(), (font,)), box, color)


def forget() -> None:
    """Drop remembered measurements (after the program's font changed)."""
    _fit.cache_clear()
    _paragraph.cache_clear()
    ink.cache_clear()
    tokens.cache_clear()
