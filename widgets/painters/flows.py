"""How are ways drawn: lines with round corners, small arrows, and their words?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPainterPathStroker, QPolygonF

from model.geometry import Point, Rect
from widgets.painters import badges
from widgets.painters.ink import Ink
from widgets.painters.looks import Detail, FlowLook


class Course(NamedTuple):
    """The line of a way and the head at its end; made once, painted often."""

    path: QPainterPath
    head: QPolygonF


def course_of(points: Sequence[Point], brush: Ink) -> Course:
    """Line and head through the points."""
    said = brush.tokens
    return Course(rounded(points, said.flow_corner), arrow(points, said.arrow))


def rounded(points: Sequence[Point], radius: float) -> QPainterPath:
    """The line through the points with round corners."""
    path = QPainterPath()
    if not points:
        return path
    path.moveTo(*points[0])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        into, out = _distance(before, corner), _distance(corner, after)
        bend = min(radius, into / 2, out / 2)
        if bend < 0.5:
            path.lineTo(*corner)
            continue
        path.lineTo(*_towards(corner, before, bend))
        end = _towards(corner, after, bend)
        path.quadTo(corner.x, corner.y, end.x, end.y)
    path.lineTo(*points[-1])
    return path


def along(points: Sequence[Point], radius: float, away: float) -> QPainterPath:
    """An outline that goes around a way at a distance."""
    stroker = QPainterPathStroker()
    stroker.setWidth(2 * away)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker.createStroke(rounded(points, radius)).simplified()


def arrow(points: Sequence[Point], size: float) -> QPolygonF:
    """The head at the end of a way."""
    if len(points) < 2:
        return QPolygonF()
    tip = points[-1]
    back = next((p for p in reversed(points[:-1]) if p != tip), None)
    if back is None:
        return QPolygonF()
    angle = math.atan2(tip.y - back.y, tip.x - back.x)
    spread = 0.42
    corners = [QPointF(*tip)]
    for side in (spread, -spread):
        corners.append(
            QPointF(tip.x - size * math.cos(angle + side), tip.y - size * math.sin(angle + side))
        )
    return QPolygonF(corners)


def paint_flow(
    painter: QPainter,
    brush: Ink,
    look: FlowLook,
    course: Course,
    pill: QRectF,
    detail: Detail,
    *,
    strong: bool = False,
) -> None:
    """A thin line with its words in the box ``pill``; a chosen way wears the accent."""
    if len(look.points) < 2:
        return
    said = brush.tokens
    color = "accent" if strong else "flow"
    width = said.flow_width + (0.8 if strong else 0)
    style = Qt.PenStyle.DashLine if look.message else Qt.PenStyle.SolidLine
    style = Qt.PenStyle.DotLine if look.data else style
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.strokePath(course.path, brush.pen(color, width, style))
    if detail == Detail.BOX:
        return
    if look.data:
        painter.setPen(brush.pen(color, width))
        tip, *corners = course.head.toList()
        painter.drawPolyline([corners[0], tip, corners[1]])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush.brush("card" if look.message else color))
    if look.message:
        painter.setPen(brush.pen(color, said.flow_width))
    if not look.data:
        painter.drawPolygon(course.head)
    if look.label and detail >= Detail.FULL:
        badges.pill(
            painter,
            brush,
            look.label,
            pill,
            default=look.default,
            strong=strong,
        )


def straight(source: Rect | None, target: Rect | None) -> tuple[Point, ...]:
    """A message travels straight up or down; with a step aside when the two do not face."""
    if source is None or target is None:
        return ()
    down = target.center.y > source.center.y
    leaves, enters = source.bottom if down else source.y, target.y if down else target.bottom
    small, large = (source, target) if source.width <= target.width else (target, source)
    x = small.center.x
    if large.x <= x <= large.right:
        return Point(x, leaves), Point(x, enters)
    middle = (leaves + enters) / 2
    return (
        Point(source.center.x, leaves),
        Point(source.center.x, middle),
        Point(target.center.x, middle),
        Point(target.center.x, enters),
    )


ON_EDGE = 4.0
"""A bend inside a box, or so near to its edge, is where the line ends there."""


def led(
    source: Rect | None, target: Rect | None, bends: Sequence[Point], *, direct: bool = False
) -> tuple[Point, ...]:
    """A line from border to border through its bends. Without bends it goes straight to what it
    faces; ``direct``: from middle to middle.
    """
    if source is None or target is None:
        return ()
    if not bends and not direct:
        return straight(source, target)
    if not bends:
        return leaving(source, target.center), leaving(target, source.center)
    first, last = bends[0], bends[-1]
    begins = () if source.grown(ON_EDGE).contains(first) else (facing(source, first),)
    ends = () if target.grown(ON_EDGE).contains(last) else (facing(target, last),)
    return (*begins, *bends, *ends)


def facing(box: Rect, point: Point) -> Point:
    """Where a line to a point leaves a box: straight across where the point lies beside it."""
    if box.x <= point.x <= box.right and not box.y <= point.y <= box.bottom:
        return Point(point.x, box.bottom if point.y > box.center.y else box.y)
    if box.y <= point.y <= box.bottom and not box.x <= point.x <= box.right:
        return Point(box.right if point.x > box.center.x else box.x, point.y)
    return leaving(box, point)


def leaving(box: Rect, point: Point) -> Point:
    """Where the line from the middle of a box to a point leaves it."""
    dx, dy = point.x - box.center.x, point.y - box.center.y
    if not dx and not dy:
        return box.center
    share = min(
        (box.width / 2) / abs(dx) if dx else math.inf,
        (box.height / 2) / abs(dy) if dy else math.inf,
    )
    return Point(box.center.x + dx * min(share, 1.0), box.center.y + dy * min(share, 1.0))


def use_line(start: Point, end: Point, lead: float) -> QPainterPath:
    """The thin curve from an answer to a step that reads it.

    It leaves to the right or left by ``lead``.
    """
    path = QPainterPath(QPointF(*start))
    reach = max(abs(end.y - start.y) * 0.5, 40)
    path.cubicTo(start.x + lead, start.y + 24, end.x, end.y - reach, end.x, end.y)
    return path


def _distance(one: Point, two: Point) -> float:
    return math.hypot(two.x - one.x, two.y - one.y)


def _towards(start: Point, goal: Point, by: float) -> Point:
    length = _distance(start, goal) or 1
    return Point(
        start.x + (goal.x - start.x) * by / length, start.y + (goal.y - start.y) * by / length
    )
