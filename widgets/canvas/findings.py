"""Which element wears the sign of a finding?

The row or way itself where it can be read; otherwise the card in which it is hidden, and then one
sign for all that is in it, of the worst severity. So no sign ever stands where nothing is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF

from model.records import Record
from widgets.canvas.scene import CanvasScene
from widgets.items.node import NodeItem

RANK = ("error", "warning", "hint")
DEEPEST = 300


def signs_on(
    scene: CanvasScene, badges: Mapping[str, str], area: QRectF, *, far: bool
) -> dict[str, str]:
    """Id of a node, row, way or lane in an area -> the worst severity of what is found there."""
    found: dict[str, str] = {}
    for record_id, severity in badges.items():
        wearer = _wearer(scene, record_id, area, far=far)
        if wearer and (wearer not in found or _worse(severity, found[wearer])):
            found[wearer] = severity
    return found


def _worse(one: str, other: str) -> bool:
    return RANK.index(one) < RANK.index(other)


def _wearer(scene: CanvasScene, record_id: str, area: QRectF, *, far: bool) -> str:
    """Who shows it: itself, or the nearest thing around it that is drawn; "" outside the area."""
    if record_id in scene.flows or record_id in scene.lanes:
        return record_id
    card = _drawn_around(scene, record_id)
    if card is None or not card.boundingRect().intersects(area):
        return ""
    shown = not far and not card.look.counts_only
    is_row = shown and any(row.id == record_id for row in card.look.rows)
    return record_id if is_row else card.record_id


def _drawn_around(scene: CanvasScene, record_id: str) -> NodeItem | None:
    """The card in which a record is; of what lies in a folded frame, the frame."""
    record: Record | None = scene.view_of.get(record_id)
    for _ in range(DEEPEST):
        if record is None or record.id in scene.nodes:
            break
        record = scene.view_of.get(getattr(record, "parent", ""))
    return scene.nodes.get(record.id) if record is not None else None
