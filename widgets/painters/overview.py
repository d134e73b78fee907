"""How is the whole drawn from far away, thousands of cards at once?

Qt's geometry lies ready in squares of the paper: only the squares that are seen are drawn, each
with a handful of calls into C++, and a change makes only its own square anew.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from model.geometry import Point, Rect
from widgets.painters.flows import arrow
from widgets.painters.ink import Ink

SQUARE = 2400.0
WAYS_FROM = 0.05
FEW_WAYS = 1500
OUTLINES_FROM = 0.04

_Key = tuple[int, int]
_LONG: _Key = (-(10**9), 0)
"""The square of the ways that run through many."""


class _Square:
    """What lies in one square; ``seen`` reaches as far as anything that ever was in it."""

    def __init__(self) -> None:
        self.nodes: dict[str, QRectF] = {}
        self.ways: dict[str, Sequence[Point]] = {}
        self.seen = QRectF()
        self._boxes: list[QRectF] | None = None
        self._path: QPainterPath | None = None
        self._heads: QPainterPath | None = None

    def altered(self) -> None:
        self._boxes = self._path = self._heads = None

    def reach(self, left: float, top: float, right: float, bottom: float) -> None:
        """Something lies here."""
        self.seen |= QRectF(left, top, max(right - left, 1), max(bottom - top, 1))

    @property
    def boxes(self) -> list[QRectF]:
        if self._boxes is None:
            self._boxes = list(self.nodes.values())
        return self._boxes

    @property
    def path(self) -> QPainterPath:
        if self._path is None:
            path = QPainterPath()
            for points in self.ways.values():
                path.moveTo(*points[0])
                for point in points[1:]:
                    path.lineTo(*point)
            self._path = path
        return self._path

    def heads(self, size: float) -> QPainterPath:
        """The arrows of all ways here."""
        if self._heads is None:
            self._heads = QPainterPath()
            self._heads.setFillRule(Qt.FillRule.WindingFill)
            for points in self.ways.values():
                self._heads.addPolygon(arrow(points, size))
        return self._heads


class Far:
    """Lanes, ways and boxes by id, each in its square."""

    def __init__(self) -> None:
        self._lanes: dict[str, tuple[str, QRectF]] = {}
        self._frames: dict[str, QRectF] = {}
        self._squares: dict[_Key, _Square] = {}
        self._where: dict[str, _Key] = {}
        self.ways = 0

    @property
    def few(self) -> bool:
        """Little enough to be drawn with care."""
        return len(self._where) <= FEW_WAYS

    def put_lane(self, lane: str, color: str, box: QRectF) -> None:
        self._lanes[lane] = (color, QRectF(box))

    def put_frame(self, frame: str, box: QRectF) -> None:
        self._frames[frame] = QRectF(box)

    def put_node(self, node: str, box: Rect) -> None:
        square = self._move(node, _key(box.x, box.y))
        square.nodes[node] = QRectF(*box)
        square.reach(box.x, box.y, box.right, box.bottom)

    def put_way(self, way: str, points: Sequence[Point]) -> None:
        """A way from point to point; one with fewer than two is not drawn."""
        if len(points) < 2:
            self.drop(way)
            return
        one, last = points[0], points[-1]
        long = abs(one.x - last.x) > SQUARE or abs(one.y - last.y) > SQUARE
        self.ways += way not in self._where
        square = self._move(way, _LONG if long else _key(one.x, one.y))
        square.ways[way] = points
        across, down = [point.x for point in points], [point.y for point in points]
        square.reach(min(across), min(down), max(across), max(down))

    def drop(self, record_id: str) -> None:
        """Something is gone."""
        self._lanes.pop(record_id, None)
        self._frames.pop(record_id, None)
        key = self._where.pop(record_id, None)
        if key is not None:
            square = self._squares[key]
            square.nodes.pop(record_id, None)
            self.ways -= square.ways.pop(record_id, None) is not None
            square.altered()

    def _move(self, record_id: str, key: _Key) -> _Square:
        before = self._where.get(record_id)
        if before is not None and before != key:
            old = self._squares[before]
            old.nodes.pop(record_id, None)
            old.ways.pop(record_id, None)
            old.altered()
        self._where[record_id] = key
        square = self._squares.get(key)
        if square is None:
            square = self._squares[key] = _Square()
        square.altered()
        return square

    def paint(self, painter: QPainter, brush: Ink, zoom: float, area: QRectF | None = None) -> None:
        """Lanes, ways and boxes of an area; from very far a great number of ways is left out."""
        for color, box in self._lanes.values():
            painter.setPen(_hairline(brush, "lane_line"))
            painter.setBrush(brush.brush(color))
            painter.drawRect(box)
        painter.setPen(_hairline(brush, "timber"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects(list(self._frames.values()))
        if zoom >= WAYS_FROM or self.ways <= FEW_WAYS:
            self.paint_ways(painter, brush, area)
        crowd = zoom < OUTLINES_FROM and not self.few
        painter.setPen(Qt.PenStyle.NoPen if crowd else _hairline(brush, "card_edge"))
        painter.setBrush(brush.brush("card_edge" if crowd else "card"))
        for square in self._near(area):
            if square.nodes:
                painter.drawRects(square.boxes)

    def paint_ways(
        self, painter: QPainter, brush: Ink, area: QRectF | None, *, heads: bool = False
    ) -> None:
        """The ways of an area as hairlines, with their arrows when these can be seen."""
        near = [square for square in self._near(area) if square.ways]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_hairline(brush, "flow"))
        for square in near:
            painter.drawPath(square.path)
        if heads:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(brush.brush("flow"))
            for square in near:
                painter.drawPath(square.heads(brush.tokens.arrow + 2))

    def nodes_in(self, area: QRectF) -> list[str]:
        """The ids of the boxes that an area touches."""
        return [
            one
            for square in self._near(area)
            for one, box in square.nodes.items()
            if box.intersects(area)
        ]

    def ways_in(self, area: QRectF) -> list[str]:
        """The ids of the ways that begin in squares that an area touches."""
        return [one for square in self._near(area) for one in square.ways]

    def _near(self, area: QRectF | None) -> list[_Square]:
        found = self._squares.values()
        return [square for square in found if area is None or square.seen.intersects(area)]


def _key(x: float, y: float) -> _Key:
    return math.floor(x / SQUARE), math.floor(y / SQUARE)


def _hairline(brush: Ink, color: str) -> QPen:
    pen = QPen(brush.pen(color))
    pen.setWidth(0)
    pen.setCosmetic(True)
    return pen
