"""How is a middle distance drawn, hundreds of cards with title and counts at once?

All ways are a few hairlines made ready before; cards and signs are painted in one sweep, one font
after the other, without Qt asking each item for its box. Words that were never needed are found
some at a time; what is missing comes with the next frame.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from widgets.canvas.scene import CanvasScene
from widgets.items.node import NodeItem
from widgets.painters.looks import Detail
from widgets.painters.table import painter_of

AT_ONCE = 60
"""So many looks are found in one frame."""
CAREFUL_FROM = 0.36
"""From here on corners are round and signs have their icons."""


def paint_glance(
    painter: QPainter, scene: CanvasScene, area: QRectF, zoom: float, strong: Iterable[str]
) -> bool:
    """Everything of an area; False when words are still missing."""
    _lanes(painter, scene, area)
    items = [scene.nodes[one] for one in scene.far.nodes_in(area) if one in scene.nodes]
    items = [item for item in items if item.is_frame] + [i for i in items if not i.is_frame]
    careful = zoom >= CAREFUL_FROM
    known, whole = _known(items)
    _papers(painter, scene, [item for item in items if item.is_frame], careful=careful)
    for frame in scene.frames.values():
        if frame.boundingRect().intersects(area):
            frame.draw(painter, Detail.TITLE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=careful)
    scene.far.paint_ways(painter, scene.ink, area, heads=True)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for way in strong:
        scene.flows[way].draw(painter, Detail.TITLE)
    for note in scene.notes.values():
        if note.boundingRect().intersects(area):
            note.draw(painter, Detail.TITLE)
    _papers(painter, scene, [item for item in items if not item.is_frame], careful=careful)
    _words(painter, scene, [item for item in known if not item.is_sign])
    return whole


def _known(items: list[NodeItem]) -> tuple[list[NodeItem], bool]:
    """Those whose look is known, or found now; and whether these are all."""
    found: list[NodeItem] = []
    left = AT_ONCE
    for item in items:
        if item.known is None:
            if not left:
                continue
            left -= 1
        if item.look is not None:
            found.append(item)
    return found, len(found) == len(items)


def _lanes(painter: QPainter, scene: CanvasScene, area: QRectF) -> None:
    for lane in scene.lanes.values():
        if lane.boundingRect().intersects(area):
            lane.draw(painter, Detail.TITLE)


def _papers(painter: QPainter, scene: CanvasScene, items: list[NodeItem], *, careful: bool) -> None:
    """White paper of the cards, and the signs."""
    ink = scene.ink
    detail = Detail.TITLE if careful else Detail.BOX
    signs = [item for item in items if item.is_sign]
    cards = [item for item in items if not item.is_sign]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=careful)
    painter.setBrush(ink.brush("card"))
    painter.setPen(ink.pen("card_line", 1.6))
    if careful:
        radius = ink.tokens.radius_card
        for card in cards:
            foreign = card.known is not None and card.known.foreign
            if foreign:
                painter.setPen(ink.pen("card_edge", 1.6, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(card.box, radius, radius)
            if foreign:
                painter.setPen(ink.pen("card_line", 1.6))
    else:
        painter.drawRects([card.box for card in cards])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for sign in signs:
        if sign.known is not None:
            painter_of(sign.shape_name)(painter, ink, sign.known, sign.box, detail)
        else:
            painter.drawRect(sign.box)


def _words(painter: QPainter, scene: CanvasScene, cards: list[NodeItem]) -> None:
    """Titles and counts, font by font."""
    ink = scene.ink
    lines: dict[tuple[str, str], list[tuple[QPointF, str]]] = {}
    for card in cards:
        words = card.far_words
        color = "muted" if card.look.placeholder else "text"
        lines.setdefault((words.font, color), []).extend(words.lines)
        lines.setdefault((words.small, "muted"), []).extend(words.below)
    for (font, color), said in lines.items():
        painter.setFont(ink.font(font))
        painter.setPen(ink.pen(color))
        for at, line in said:
            painter.drawText(at, line)
