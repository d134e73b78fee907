"""How does a node lie on the canvas?"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem

from model.geometry import Rect
from widgets.items.item import (
    FRAME_LEVEL,
    LIFTED_LEVEL,
    NODE_LEVEL,
    CanvasItem,
    Shown,
    qrect,
)
from widgets.items.looking import CARDS
from widgets.painters.card import FarWords, afar_words, far_words, frame_words
from widgets.painters.looks import BOX_BELOW, SMALL_NAMES_BELOW, Detail, NodeLook
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
        self._folded: QRectF | None = None
        self._words: tuple[NodeLook, QRectF, str, FarWords] | None = None
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    @property
    def look(self) -> NodeLook:
        """What is to be seen; found when it is first needed."""
        if self._look is None:
            self._look = self._find()
            self.shape_name = self._look.shape
        return self._look

    @property
    def known(self) -> NodeLook | None:
        """The look, when it was found already."""
        return self._look

    def words_at(self, zoom: float) -> FarWords:
        """Title and counts from far; measured once for each distance."""
        look, distance = self.look, _distance(zoom)
        known = self._words
        if known is None or known[0] is not look or known[1:3] != (self.box, distance):
            known = self._words = look, QRectF(self.box), distance, self._measured(look, distance)
        return known[3]

    def _measured(self, look: NodeLook, distance: str) -> FarWords:
        brush = self.shown.ink
        if distance == "far":
            return (frame_words if self.is_frame else far_words)(brush, look, self.box)
        if self.is_frame:
            return frame_words(brush, look, self.box, (distance,))
        return afar_words(brush, look, self.box, small=distance == "afar_more")

    @property
    def is_sign(self) -> bool:
        """True for events and gateways: their name stands outside."""
        return self.shape_name not in CARDS

    @property
    def is_frame(self) -> bool:
        """True for an open sub-process: others stand on it."""
        return self.zValue() == FRAME_LEVEL

    @property
    def placed(self) -> QRectF:
        return self.box if self._folded is None else self._folded

    def stand(self, placed: Rect, drawn: Rect, level: float, *, lifted: bool) -> None:
        """Stand at a place; ``lifted``: drawn unfolded, over its neighbours."""
        self._folded = qrect(placed) if lifted else None
        self.setZValue(LIFTED_LEVEL if lifted else level)
        self.place(drawn)

    def row_box(self, row_id: str) -> QRectF | None:
        """Where one of its rows is drawn; None when it shows none of that id."""
        if self.look.counts_only:
            return None
        for row in self.look.rows:
            if row.id == row_id:
                return QRectF(
                    self.box.left(), self.box.top() + row.top, self.box.width(), row.height
                )
        return None

    def _find(self) -> NodeLook:
        return replace(self.shown.look_of_node(self.record_id), marked=self._marked)

    def refresh(self) -> bool:
        if self._look is None:
            return False
        found = self._find()
        if found == self._look:
            return False
        self._look = found
        if found.shape != self.shape_name:
            self.prepareGeometryChange()
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


def _distance(zoom: float) -> str:
    """The font of titles at a zoom."""
    if zoom >= BOX_BELOW:
        return "far"
    return "afar" if zoom >= SMALL_NAMES_BELOW else "afar_more"
