"""Who uses the chosen answer, and how is that drawn?

A thin dashed line to each: to the row of a step that reads it, to a way under a condition, to a
question that appears or is calculated, to the fee it changes. A card that shows counts only stands
for its rows.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from model.document import Snapshot
from model.geometry import Point
from model.records import (
    Fee,
    Field,
    FieldGroup,
    FieldUse,
    Flow,
    Node,
    Option,
    Record,
    Rule,
    TariffRow,
)
from widgets.canvas.places import seen_place
from widgets.canvas.scene import CanvasScene
from widgets.painters.flows import arrow, use_line
from widgets.painters.pills import middle_of

MOST = 200
"""More lines than these would be a grey cloud."""
DEEPEST = 20


def users(view: Snapshot, row: str) -> list[str]:
    """What is drawn for everything that a row decides: rows, ways, cards."""
    found = dict.fromkeys(
        user for record in view.referring(row) for user in _shown(view, record, row)
    )
    found.pop(row, None)
    return list(found)[:MOST]


def _shown(view: Snapshot, record: Record, row: str, depth: int = 0) -> Iterator[str]:
    """The drawn things that stand for a user; a rule has none, so what names the rule does."""
    if isinstance(record, FieldUse) or (isinstance(record, Flow) and record.condition is not None):
        yield record.id
    elif isinstance(record, Field | FieldGroup):
        if record.parent != row or _asks_for(record, row):
            yield record.id
    elif isinstance(record, TariffRow):
        yield record.parent
    elif isinstance(record, Rule) and depth < DEEPEST:
        yield record.parent
        for other in view.referring(record.id):
            yield from _shown(view, other, record.id, depth + 1)


def _asks_for(record: Field | FieldGroup, row: str) -> bool:
    """Is the row in a condition or a calculation, and not only what it stands in?"""
    parts = (record.visible, getattr(record, "value", None))
    return any(part is not None and f"'{row}'" in repr(part) for part in parts)


def paint_uses(painter: QPainter, scene: CanvasScene, chosen: tuple[str, ...], unit: float) -> None:
    """The lines from all chosen rows."""
    painter.setPen(scene.ink.pen("uses", max(1.3, unit), Qt.PenStyle.DashLine))
    for one in chosen:
        if one not in scene.view_of or scene.item_of(one) is not None:
            continue
        start = seen_place(scene, one, unit)
        if start is None or not isinstance(scene.view_of[one], Field | FieldGroup | Option):
            continue
        for user in users(scene.view_of, one):
            _line(painter, scene, start, user, unit)


def _line(painter: QPainter, scene: CanvasScene, start: QRectF, user: str, unit: float) -> None:
    place = _place_of_user(scene, user, unit)
    if place is None or place == start:
        return
    card = scene.nodes.get(user)
    flow = scene.flows.get(user)
    if flow is not None:
        place = flow.pill if flow.look.label else QRectF(*middle_of(flow.look.points), 1, 1)
    whole = card is not None or flow is not None or place.height() > 60
    share = 0.62 if whole else 0.12
    end = Point(place.left() + place.width() * share, place.top() if whole else place.top() + 4)
    _curve(painter, scene, start, end)


def _place_of_user(scene: CanvasScene, user: str, unit: float) -> QRectF | None:
    """A fee is a row of the steps that charge it."""
    view = scene.view_of
    if isinstance(view.get(user), Fee):
        step = next(iter(view.referring(user, Node)), None)
        item = scene.nodes.get(step.id) if step is not None else None
        return (item.row_box(user) or QRectF(item.box)) if item is not None else None
    return seen_place(scene, user, unit)


def _curve(painter: QPainter, scene: CanvasScene, start: QRectF, end: Point) -> None:
    left = Point(start.left(), start.center().y())
    right = Point(start.right(), start.center().y())
    to_left = end.x < start.right()
    lead = (-130 if end.x > start.left() else -60) if to_left else 60
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(use_line(left if to_left else right, end, lead))
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(scene.ink.brush("uses"))
    painter.drawPolygon(arrow((Point(end.x, end.y - 20), end), scene.ink.tokens.arrow))
    painter.restore()
