"""Where is a record drawn?"""

from __future__ import annotations

from PySide6.QtCore import QRectF

from widgets.canvas.scene import CanvasScene
from widgets.painters.looks import TITLE_BELOW


def place_of(scene: CanvasScene, record_id: str) -> QRectF | None:
    """Where an element or a row is drawn; a row that its card hides is where its card is."""
    flow = scene.flows.get(record_id)
    if flow is not None:
        return flow.pill if flow.look.label else QRectF(flow.reach)
    item = scene.item_of(record_id)
    if item is not None:
        return QRectF(item.box)
    card = scene.view_of.card_of(record_id) if record_id in scene.view_of else None
    node = scene.nodes.get(card.id) if card is not None else None
    if node is None:
        return None
    row = node.row_box(record_id)
    return row if row is not None else QRectF(node.box)


def seen_place(scene: CanvasScene, record_id: str, unit: float) -> QRectF | None:
    """Where something is drawn at this zoom: from far a row has gone into its card."""
    if record_id not in scene.view_of:
        return None
    if 1 / unit < TITLE_BELOW and record_id not in scene.flows:
        card = scene.view_of.card_of(record_id)
        item = scene.nodes.get(card.id) if card is not None else None
        if item is not None:
            return QRectF(item.box)
    return place_of(scene, record_id)
