"""How does a node lie on the canvas?"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem

from model.geometry import Rect
from widgets.items.item import FRAME_LEVEL, NODE_LEVEL, CanvasItem, Shown
from widgets.items.looking import CARDS
from widgets.painters.looks import Detail, NodeLook
from widgets.painters.names import BESIDE, CORNER_WIDTH
from widgets.painters.table import painter_of

_CARD_MARGINS = (8.0, 4.0, 150.0, 16.0)
"""Room for the handles at the right, and for the deadline below."""
_SIGN_MARGINS = (CORNER_WIDTH + BESIDE, 52.0, CORNER_WIDTH + BESIDE, 52.0)
"""Room for the name above, below or at a corner."""


class NodeItem(CanvasItem):
    """A card or a sign. Painted once and kept as a picture until it changes."""

    def __init__(
        self, shown: Shown, record_id: str, box: Rect, shape: str, level: float = NODE_LEVEL
    ) -> None:
        super().__init__(shown, record_id, box, level)
        self.shape_name = shape
        self._look: NodeLook | None = None
        self._marked: frozenset[str] = frozenset()
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    @property
    def look(self) -> NodeLook:
        """What is to be seen; found when it is first needed."""
        if self._look is None:
            self._look = self._find()
        return self._look

    @property
    def is_sign(self) -> bool:
        """True for events and gateways: their name stands outside."""
        return self.shape_name not in CARDS

    @property
    def is_frame(self) -> bool:
        """True for an open sub-process: others stand on it."""
        return self.zValue() == FRAME_LEVEL

    def _find(self) -> NodeLook:
        return replace(self.shown.look_of_node(self.record_id), marked=self._marked)

    def refresh(self) -> bool:
        if self._look is None:
            return False
        found = self._find()
        if found == self._look:
            return False
        self._look = found
        self.shape_name = found.shape
        self.update()
        return True

    def mark(self, rows: frozenset[str]) -> None:
        """Show some rows as chosen."""
        if rows != self._marked:
            self._marked = rows
            if self._look is not None:
                self._look = replace(self._look, marked=rows)
            self.update()

    def margins(self) -> tuple[float, float, float, float]:
        return _CARD_MARGINS if self.shape_name in CARDS else _SIGN_MARGINS

    def draw(self, painter: QPainter, detail: Detail) -> None:
        painter_of(self.look.shape)(painter, self.shown.ink, self.look, self.box, detail)
