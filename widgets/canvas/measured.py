"""How large is everything together, and what of it do the lanes cover?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF

from model.geometry import Rect, united
from widgets.canvas.standing import Standing
from widgets.items.item import qrect, rect

EDGE = 3000.0
"""So far beyond the outermost thing new things find their place without sorting anew."""
NOTHING_YET = Rect(0, 0, 800, 500)


class Measured(Standing):
    """Knows its borders; a change measures again only where it must."""

    def __init__(self, theme: str, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self._extent = NOTHING_YET
        self._ground, self._room = QRectF(), QRectF()

    def extent(self) -> Rect:
        """The box around everything that is drawn."""
        return self._extent

    def ground(self) -> QRectF:
        """The box that the lanes cover."""
        return self._ground

    def measure_anew(self) -> None:
        """Another service."""
        self._room = QRectF()
        self._measure()

    def measure_after(
        self, boxes: Sequence[tuple[Rect | None, Rect | None]], *, lanes: bool
    ) -> None:
        """After things moved from here to there: again only when one of them no longer holds the
        border of everything.
        """
        now = united([self._extent, *(new for _, new in boxes if new is not None)])
        if any(old is not None and _holds(self._extent, old, new) for old, new in boxes):
            self._measure()
        elif now != self._extent or lanes:
            self._measure(now)

    def _measure(self, known: Rect | None = None) -> None:
        boxes = [known] if known is not None else list(self._standing_boxes())
        self._extent = united(boxes) if boxes else NOTHING_YET
        self._ground = qrect(united(rect(item.box) for item in self.lanes.values()))
        wanted = qrect(self._extent)
        if not self._room.contains(wanted):
            # Qt sorts everything anew then; so there is room for some time.
            self._room = wanted.adjusted(-EDGE, -EDGE, EDGE, EDGE)
            self.setSceneRect(self._room)


def _holds(extent: Rect, old: Rect, new: Rect | None) -> bool:
    """Did a box reach the border of everything, and does it no more?"""
    return any(
        held and (new is None or gone)
        for held, gone in (
            (old.x <= extent.x, new is not None and new.x > extent.x),
            (old.y <= extent.y, new is not None and new.y > extent.y),
            (old.right >= extent.right, new is not None and new.right < extent.right),
            (old.bottom >= extent.bottom, new is not None and new.bottom < extent.bottom),
        )
    )
