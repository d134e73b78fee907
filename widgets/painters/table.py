"""Who draws what?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from widgets.painters.card import paint_card
from widgets.painters.ink import Ink
from widgets.painters.looks import Detail, NodeLook
from widgets.painters.shapes import (
    paint_between,
    paint_decision,
    paint_end,
    paint_parallel,
    paint_start,
)

NodePainter = Callable[[QPainter, Ink, NodeLook, QRectF, Detail], None]

PAINTERS: dict[str, NodePainter] = {
    "step": paint_card,
    "subprocess": paint_card,
    "call": paint_card,
    "foreign_node": paint_card,
    "start": paint_start,
    "end": paint_end,
    "timer": paint_between,
    "message": paint_between,
    "event": paint_between,
    "foreign_event": paint_between,
    "decision": paint_decision,
    "parallel": paint_parallel,
}
"""Kind of node -> its painter. A new kind is a new row."""


def painter_of(shape: str) -> NodePainter:
    """The painter of a kind; an unknown kind is drawn as a card."""
    return PAINTERS.get(shape, paint_card)
