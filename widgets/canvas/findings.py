"""Which element wears the sign of a finding?

The row or way itself where it can be read; otherwise the card in which it is hidden, and then one
sign for all that is in it, of the worst severity. So no sign ever stands where nothing is drawn.
From far one sign stands for all that would lie on one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from model.records import Record
from widgets.canvas.places import place_of
from widgets.canvas.scene import CanvasScene
from widgets.items.node import NodeItem
from widgets.painters.badges import SIGN, stamp
from widgets.painters.looks import TITLE_BELOW
from widgets.painters.pills import pill_spots

RANK = ("error", "warning", "hint")
DEEPEST = 300
ROOM = 60.0
"""So far beyond its card a sign may reach, from very far."""


class Worn:
    """Findings by what shows them; looked up once, then asked with each painting."""

    def __init__(self, scene: CanvasScene, badges: Mapping[str, str]) -> None:
        self._scene = scene
        self._cards: dict[str, dict[str, str]] = {}
        self._others: dict[str, str] = {}
        for record_id, severity in badges.items():
            if record_id in scene.flows or record_id in scene.lanes:
                self._others[record_id] = severity
            elif card := _drawn_around(scene, record_id):
                self._cards.setdefault(card, {})[record_id] = severity
        self._worst = {
            card: min(inside.values(), key=RANK.index) for card, inside in self._cards.items()
        }

    def corners(self, area: QRectF) -> Iterator[tuple[QPointF, str]]:
        """Where a sign stands from far, for everything in an area; with its severity."""
        nodes = self._scene.nodes
        for card, severity in self._worst.items():
            item = nodes.get(card)
            if item is not None and item.box.intersects(area):
                yield item.box.topLeft(), severity
        for record_id, severity in self._others.items():
            place = place_of(self._scene, record_id)
            if place is not None and place.intersects(area):
                yield _sign_place(self._scene, record_id, place), severity

    def on(self, area: QRectF, *, far: bool) -> dict[str, str]:
        """Id of a node, row, way or lane in an area -> the worst severity found there."""
        found: dict[str, str] = {}
        nodes, room = self._scene.nodes, area.adjusted(-ROOM, -ROOM, ROOM, ROOM)
        for card, inside in self._cards.items():
            item = nodes.get(card)
            if item is None or not item.box.intersects(room):
                continue
            for record_id, severity in inside.items():
                wearer = record_id if not far and _is_row(item, record_id) else card
                if wearer not in found or worse(severity, found[wearer]):
                    found[wearer] = severity
        for record_id, severity in self._others.items():
            other = self._scene.flows.get(record_id) or self._scene.lanes.get(record_id)
            if other is not None and other.boundingRect().intersects(area):
                found[record_id] = severity
        return found


def signs_on(
    scene: CanvasScene, badges: Mapping[str, str], area: QRectF, *, far: bool
) -> dict[str, str]:
    """The same for findings that are asked for once."""
    return Worn(scene, badges).on(area, far=far)


def paint_signs(
    painter: QPainter, scene: CanvasScene, worn: Worn, area: QRectF, unit: float
) -> None:
    """From near at the row, from far and on small cards one at the corner of the card."""
    side = SIGN * max(1.0, unit * 0.8)
    room = area.adjusted(-side, -side, side, side)
    if 1 / unit < TITLE_BELOW:
        stamp(painter, scene.ink, _gathered(worn, room, side), side)
        return
    shown: dict[str, list[QPointF]] = {}
    for record_id, severity in worn.on(area, far=False).items():
        place = place_of(scene, record_id)
        if place is not None and place.intersects(room):
            shown.setdefault(severity, []).append(_sign_place(scene, record_id, place))
    stamp(painter, scene.ink, shown, side)


def _gathered(worn: Worn, area: QRectF, side: float) -> dict[str, list[QPointF]]:
    """From far: one sign for all that would lie on one another."""
    best: dict[tuple[int, int], tuple[int, QPointF]] = {}
    for corner, severity in worn.corners(area):
        spot = int(corner.x() / side), int(corner.y() / side)
        rank = RANK.index(severity)
        if spot not in best or rank < best[spot][0]:
            best[spot] = rank, corner
    shown: dict[str, list[QPointF]] = {}
    for rank, corner in best.values():
        shown.setdefault(RANK[rank], []).append(corner)
    return shown


def worse(one: str, other: str) -> bool:
    """Is one severity graver than another?"""
    return RANK.index(one) < RANK.index(other)


def _is_row(item: NodeItem, record_id: str) -> bool:
    return not item.look.counts_only and any(row.id == record_id for row in item.look.rows)


def _drawn_around(scene: CanvasScene, record_id: str) -> str:
    """The card in which a record is; of what lies in a folded sub-process, that; "" when none."""
    record: Record | None = scene.view_of.get(record_id)
    for _ in range(DEEPEST):
        if record is None or record.id in scene.nodes:
            break
        record = scene.view_of.get(getattr(record, "parent", ""))
    return record.id if record is not None else ""


def _sign_place(scene: CanvasScene, record_id: str, place: QRectF) -> QPointF:
    """The corner of a card, the beginning of a row or of words, the line of a way without words."""
    flow = scene.flows.get(record_id)
    if flow is not None and not flow.look.label:
        return QPointF(*next(pill_spots(flow.look.points, SIGN, SIGN)))
    node = scene.nodes.get(record_id)
    if node is not None and node.shape_name in ("decision", "parallel"):
        return QPointF(place.left() + place.width() * 0.2, place.top() + place.height() * 0.2)
    if node is not None:
        return place.topLeft()
    return QPointF(place.left(), place.center().y())
