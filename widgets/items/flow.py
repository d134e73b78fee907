"""How does a way lie on the canvas?"""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from model.geometry import Point, Rect
from widgets.items.item import FLOW_LEVEL, STRONG_FLOW_LEVEL, CanvasItem, Shown, qrect
from widgets.painters.flows import Course, course_of, paint_flow
from widgets.painters.looks import Detail, FlowLook

MARGIN = 14.0
NO_COURSE = Course(QPainterPath(), QPolygonF())


class FlowItem(CanvasItem):
    """A way. Until it is first seen its box is a guess around its two ends; then it is routed."""

    def __init__(self, shown: Shown, record_id: str, guess: Rect) -> None:
        super().__init__(shown, record_id, guess, FLOW_LEVEL)
        self._look: FlowLook | None = None
        self._course = NO_COURSE
        self._pill: QRectF | None = None
        self._strong = False

    @property
    def look(self) -> FlowLook:
        """Its course and words; found when they are first needed."""
        if self._look is None:
            self._take(self.shown.look_of_flow(self.record_id))
        assert self._look is not None
        return self._look

    @property
    def known(self) -> FlowLook | None:
        """The look, when it was found already."""
        return self._look

    @property
    def pill(self) -> QRectF:
        """Where its words stand; found when it is first needed."""
        if not self.look.label:
            return QRectF()
        if self._pill is None:
            self._pill = self.shown.pill_of(self.record_id)
        return self._pill

    @property
    def known_pill(self) -> QRectF | None:
        """Where its words stand, when their place was found already."""
        return self._pill

    def says_in(self, areas: Iterable[QRectF]) -> bool:
        """Do its words stand in one of these areas?"""
        place = self._pill
        return place is not None and any(place.intersects(area) for area in areas)

    @property
    def reach(self) -> QRectF:
        """The box that its line and words really need."""
        return self._course.path.controlPointRect().united(self.pill)

    def _take(self, look: FlowLook) -> None:
        self._look = look
        self._course = course_of(look.points, self.shown.ink)
        self._pill = None

    def settle(self) -> None:
        """Take the box that is really needed."""
        if self._look is not None and self.reach != self.box:
            self.prepareGeometryChange()
            self.box = QRectF(self.reach)

    def guess(self, box: Rect) -> None:
        """An end moved and nobody has seen it yet: guess again."""
        self._look = self._pill = None
        self.prepareGeometryChange()
        self.box = qrect(box)
        self.update()

    def lift_words(self) -> QRectF | None:
        """Give the place of the words away, for a moment."""
        place, self._pill = self._pill, None
        return place

    def lay_words(self, before: QRectF) -> None:
        """Find a place for the words again."""
        if self.pill != before:
            self.prepareGeometryChange()
            self.box = QRectF(self.reach)
            self.update()

    def refresh(self) -> bool:
        if self._look is None:
            return False
        found = self.shown.look_of_flow(self.record_id)
        if found == self._look:
            return False
        self._take(found)
        reach = QRectF(self.reach)  # asks the scene what is near: before the scene is told
        self.prepareGeometryChange()
        self.box = reach
        self.update()
        return True

    @property
    def strong(self) -> bool:
        """True while it wears the accent."""
        return self._strong

    def strengthen(self, strong: bool) -> None:
        """Wear the accent, above the other ways."""
        if strong != self._strong:
            self._strong = strong
            self.setZValue(STRONG_FLOW_LEVEL if strong else FLOW_LEVEL)
            self.update()

    def margins(self) -> tuple[float, float, float, float]:
        return (MARGIN, MARGIN, MARGIN, MARGIN)

    def distance(self, point: Point) -> float:
        """How far a point is from the line (0 on its words)."""
        if self.pill.contains(point.x, point.y):
            return 0.0
        points = self.look.points
        return min(
            (_to_stretch(point, a, b) for a, b in pairwise(points)),
            default=math.inf,
        )

    def draw(self, painter: QPainter, detail: Detail) -> None:
        look = self.look
        pill = self.pill if detail >= Detail.FULL else QRectF()
        paint_flow(painter, self.shown.ink, look, self._course, pill, detail, strong=self._strong)


def _to_stretch(point: Point, start: Point, end: Point) -> float:
    """Distance of a point from a straight stretch."""
    dx, dy = end.x - start.x, end.y - start.y
    length = dx * dx + dy * dy
    along = 0.0 if not length else ((point.x - start.x) * dx + (point.y - start.y) * dy) / length
    along = min(max(along, 0.0), 1.0)
    return math.hypot(point.x - start.x - along * dx, point.y - start.y - along * dy)
