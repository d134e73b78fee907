"""How are the small additions drawn: chips, pills, the deadline's clock, the finding's sign?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from widgets.look import icons
from widgets.painters import text
from widgets.painters.ink import Ink

CHIP_PAD = 8.0
PILL_HEIGHT = 20.0
CLOCK = 22.0
PERIOD = 160.0
"""The most room of the words beside the clock."""
SIGN = 18.0
_CENTER = Qt.AlignmentFlag.AlignHCenter


def chip_width(brush: Ink, label: str) -> float:
    """How wide a chip wants to be."""
    return brush.width("chip", label) + 2 * CHIP_PAD


def chip(painter: QPainter, brush: Ink, label: str, box: QRectF) -> None:
    """A thin rounded frame with a short text: the norm a question rests on."""
    radius = min(brush.tokens.radius_chip, box.height() / 2)
    painter.setPen(brush.pen("card_line", 1))
    painter.setBrush(brush.brush("card"))
    painter.drawRoundedRect(box, radius, radius)
    fitted = text.fit(brush, label, box.width() - 2 * CHIP_PAD + 1, ("chip",))
    text.draw(painter, brush, fitted, box, "muted", _CENTER)


def pill_box(brush: Ink, label: str, center: QPointF, *, default: bool, limit: float) -> QRectF:
    """Where the words of a way stand; long conditions take two lines."""
    fitted = _pill_words(brush, label, limit, default=default)
    width = max(brush.width(fitted.font, line) for line in fitted.lines) + 18
    height = PILL_HEIGHT if len(fitted.lines) == 1 else PILL_HEIGHT + 13
    return QRectF(center.x() - width / 2, center.y() - height / 2, width, height)


def _pill_words(brush: Ink, label: str, width: float, *, default: bool) -> text.Fitted:
    """Two lines at most; words get smaller before they are cut."""
    font = "else" if default else "label"
    fitted = text.fit(brush, label, width, (font,), lines=2)
    return text.fit(brush, label, width, (font, "muted_small"), lines=2) if fitted.cut else fitted


def pill(
    painter: QPainter, brush: Ink, label: str, box: QRectF, *, default: bool, strong: bool
) -> None:
    """The words of a way on paper, so that the line does not run through them."""
    radius = min(box.height(), PILL_HEIGHT) / 2
    painter.setPen(brush.pen("accent" if strong else "card_edge", 1.2))
    painter.setBrush(brush.brush("card"))
    painter.drawRoundedRect(box, radius, radius)
    fitted = _pill_words(brush, label, box.width() - 16, default=default)
    color = "accent" if strong else "muted" if default else "text"
    text.draw(painter, brush, fitted, box, color, _CENTER)


def clock_badge(painter: QPainter, brush: Ink, label: str, card: QRectF) -> None:
    """A clock on the card's lower edge with its period beside it."""
    place = badge_box(brush, label, card)
    box = QRectF(place.left(), place.top(), CLOCK, CLOCK)
    painter.setPen(brush.pen("warning", 1.5))
    painter.setBrush(brush.brush("card"))
    painter.drawEllipse(box)
    icons.paint(painter, "timer", box.adjusted(4, 4, -4, -4), brush.tokens.color("warning"))
    words = QRectF(box.right() + 5, box.top() + 6, PERIOD, box.height())
    text.say_in(painter, brush, "muted", label, words, "muted")


def badge_box(brush: Ink, label: str, card: QRectF) -> QRectF:
    """Where the clock and its words stand, at the lower right corner of a card."""
    width = CLOCK + 5 + min(brush.width("muted", label), PERIOD)
    return QRectF(card.right() - 16 - CLOCK / 2, card.bottom() - CLOCK / 2, width, CLOCK + 6)


def finding_sign(
    painter: QPainter, brush: Ink, severity: str, center: QPointF, side: float = SIGN
) -> None:
    """The sign of a finding: its shape tells the severity, not the colour alone."""
    box = QRectF(center.x() - side / 2, center.y() - side / 2, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush.brush("card"))
    painter.drawEllipse(box)
    icons.paint(
        painter, severity, box.adjusted(1, 1, -1, -1), brush.tokens.color(severity), weight=2.4
    )


def stamp(
    painter: QPainter, brush: Ink, signs: Mapping[str, Sequence[QPointF]], side: float
) -> None:
    """The same signs as pictures that were drawn before: a thousand of them cost next to nothing.
    ``signs``: severity -> where they stand.
    """
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    seen = painter.worldTransform()
    pixels = max(round(side * seen.m11() * ratio), 1)
    half = QPointF(pixels, pixels) / (2 * ratio)
    painter.save()
    painter.resetTransform()
    for severity, places in signs.items():
        picture = _sign(brush, severity, pixels, ratio)
        for at in places:
            painter.drawPixmap(seen.map(at) - half, picture)
    painter.restore()


@lru_cache(maxsize=200)
def _sign(brush: Ink, severity: str, pixels: int, ratio: float) -> QPixmap:
    picture = QPixmap(pixels, pixels)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(pixels / SIGN, pixels / SIGN)
    finding_sign(painter, brush, severity, QPointF(SIGN / 2, SIGN / 2))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def bubble(
    painter: QPainter, brush: Ink, label: str, tip: QPointF, room: QRectF, *, refusal: bool
) -> QRectF:
    """A small sheet with a sentence next to the pointer, kept in the room; returns where it is."""
    fitted = text.fit(brush, label, 280, ("bubble",), lines=5)
    height = brush.metrics("bubble").height() * len(fitted.lines) + 14
    width = max(brush.width("bubble", line) for line in fitted.lines) + 24
    box = QRectF(tip.x() + 14, tip.y() + 16, width, height)
    if box.right() > room.right() - 6:
        box.moveRight(room.right() - 6)
    if box.bottom() > room.bottom() - 6:
        box.moveBottom(tip.y() - 12)
    painter.setPen(brush.pen("error" if refusal else "accent", 1.4))
    painter.setBrush(brush.brush("panel"))
    painter.drawRoundedRect(box, 6, 6)
    text.draw(painter, brush, fitted, box.adjusted(12, 0, -8, 0), "text")
    return box
