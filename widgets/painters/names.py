"""On which side of a sign does its name stand?

Usually above gateways and below events. Where a way of its own or a card is in the way, the first
free one of the other sides is taken; corners are beside the line that leaves there.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from widgets.painters import text
from widgets.painters.ink import Ink
from widgets.painters.looks import NodeLook, Side
from widgets.painters.room import Course, covered, crossed

LABEL_WIDTH = 132.0
CORNER_WIDTH = 104.0
NARROW = 92.0
"""Names of imported signs: other tools give them 90 pixels."""
LABEL_LINES = 3
BESIDE = 8.0
"""So far beside the middle of its sign a name at a corner stands."""
AIR = 2.0

ABOVE: tuple[Side, ...] = (
    "above",
    "below",
    "above_left",
    "above_right",
    "below_left",
    "below_right",
)
BELOW: tuple[Side, ...] = (
    "below",
    "above",
    "below_right",
    "below_left",
    "above_right",
    "above_left",
)
GATEWAYS = ("decision", "parallel")


AT_AN_EDGE: tuple[Side, ...] = (
    "below",
    "below_right",
    "below_left",
    "above_right",
    "above_left",
    "above",
)
"""What hangs at a card has the card above it, mostly."""


def sides_of(shape: str, *, hangs: bool = False) -> tuple[Side, ...]:
    """The sides of a sign, the usual one first."""
    if hangs:
        return AT_AN_EDGE
    return ABOVE if shape in GATEWAYS else BELOW


def name_box(brush: Ink, look: NodeLook, box: QRectF) -> QRectF:
    """Where the name of a sign stands, outside its shape; empty when it has none."""
    return _box_at(brush, look, box, look.side or sides_of(look.shape)[0])


def _box_at(brush: Ink, look: NodeLook, box: QRectF, side: Side) -> QRectF:
    if not look.title:
        return QRectF()
    fitted = _fitted(brush, look, side)
    height = brush.metrics(fitted.font).height() * len(fitted.lines) + 2
    width = max(brush.width(fitted.font, line) for line in fitted.lines)
    corner = side not in ("above", "below")
    gap = -1.0 if corner else 3.0
    top = box.top() - height - gap if side.startswith("above") else box.bottom() + gap + 1
    left = box.center().x() - width / 2
    if corner:
        left = box.center().x() + (-BESIDE - width if side.endswith("left") else BESIDE)
    return QRectF(left, top, width, height)


def _fitted(brush: Ink, look: NodeLook, side: Side) -> text.Fitted:
    width = LABEL_WIDTH if side in ("above", "below") else CORNER_WIDTH
    if look.narrow:
        fitted = text.fit(brush, look.title, NARROW, ("label", "label"), lines=2)
        if not fitted.cut:
            return fitted
        fitted = text.fit(brush, look.title, NARROW, ("muted_small",), lines=LABEL_LINES + 1)
        if not fitted.cut:
            return fitted
    return text.fit(brush, look.title, width, ("label", "muted_small"), lines=LABEL_LINES)


def free_side(
    brush: Ink, look: NodeLook, box: QRectF, courses: Sequence[Course], boxes: Sequence[QRectF]
) -> Side:
    """The first side that no way and no card uses; else the one where the least is in the way."""
    best: Side = ""
    least = math.inf
    for side in sides_of(look.shape, hangs=look.hangs):
        place = _box_at(brush, look, box, side).adjusted(-AIR, -AIR, AIR, AIR)
        area = max(place.width() * place.height(), 1.0)
        cost = covered(place, boxes) / area + sum(crossed(place, way) for way in courses)
        if cost < least:
            best, least = side, cost
        if not cost:
            break
    return best


def paint_name(painter: QPainter, brush: Ink, look: NodeLook, box: QRectF) -> None:
    """The name of a sign at its side."""
    if not look.title:
        return
    side = look.side or sides_of(look.shape)[0]
    align = Qt.AlignmentFlag.AlignHCenter
    if side.endswith("left"):
        align = Qt.AlignmentFlag.AlignRight
    elif side.endswith("right"):
        align = Qt.AlignmentFlag.AlignLeft
    place = name_box(brush, look, box)
    text.draw(painter, brush, _fitted(brush, look, side), place, "muted", align)
