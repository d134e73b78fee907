"""How is a middle distance drawn, hundreds of cards with title and counts at once?

All ways are a few hairlines made ready before; cards and signs are painted in one sweep, one font
after the other, without Qt asking each item for its box. Words that were never needed are found
some at a time; what is missing comes with the next frame.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from widgets.canvas.scene import CanvasScene
from widgets.items.node import NodeItem
from widgets.painters.ink import Ink
from widgets.painters.lanes import paint_lane_name_afar
from widgets.painters.looks import BOX_BELOW, NAMES_FROM, SMALL_NAMES_BELOW, Detail
from widgets.painters.names import GATEWAYS
from widgets.painters.table import painter_of

AT_ONCE = 60
"""So many looks are found in one frame."""
CAREFUL_FROM = 0.36
"""From here on corners are round and signs have their icons."""
FEW = 350
"""So few things in sight are drawn with names and round corners from further away, too."""
NAMED_FROM = 40.0
"""A card that is narrower on the screen shows no words."""


def can_name(scene: CanvasScene, area: QRectF, zoom: float) -> bool:
    """Whether cards can show their names though the whole is in sight."""
    return zoom >= NAMES_FROM and len(scene.far.nodes_in(area)) <= FEW


def paint_glance(
    painter: QPainter, scene: CanvasScene, area: QRectF, zoom: float, strong: Iterable[str]
) -> bool:
    """Everything of an area; False when words are still missing."""
    _lanes(painter, scene, area, zoom)
    items = [scene.nodes[one] for one in scene.far.nodes_in(area) if one in scene.nodes]
    items = [item for item in items if item.is_frame] + [i for i in items if not i.is_frame]
    careful = zoom >= CAREFUL_FROM or zoom < BOX_BELOW
    known, whole = _known(items)
    _papers(painter, scene, [item for item in items if item.is_frame], zoom, careful=careful)
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
    _papers(painter, scene, [item for item in items if not item.is_frame], zoom, careful=careful)
    wide = NAMED_FROM / zoom if zoom < BOX_BELOW else 0.0
    cards = [item for item in known if not item.is_sign and item.box.width() >= wide]
    _words(painter, scene, cards, zoom)
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


def _lanes(painter: QPainter, scene: CanvasScene, area: QRectF, zoom: float) -> None:
    small = zoom < SMALL_NAMES_BELOW
    for lane in scene.lanes.values():
        if not lane.boundingRect().intersects(area):
            continue
        if zoom >= BOX_BELOW:
            lane.draw(painter, Detail.TITLE)
        else:
            lane.draw(painter, Detail.BOX)
            paint_lane_name_afar(painter, scene.ink, lane.look, lane.box, small=small)


def _papers(
    painter: QPainter, scene: CanvasScene, items: list[NodeItem], zoom: float, *, careful: bool
) -> None:
    """White paper of the cards, and the signs."""
    ink = scene.ink
    signs = [item for item in items if item.is_sign]
    cards = [item for item in items if not item.is_sign]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=careful)
    painter.setBrush(ink.brush("card"))
    if careful:
        _round(painter, ink, cards, afar=zoom < BOX_BELOW)
    else:
        painter.setPen(ink.pen("card_line", 1.6))
        painter.drawRects([card.box for card in cards])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if zoom < BOX_BELOW:
        for sign in signs:
            _sign_afar(painter, ink, sign)
        return
    detail = Detail.TITLE if careful else Detail.BOX
    for sign in signs:
        if sign.known is not None:
            painter_of(sign.shape_name)(painter, ink, sign.known, sign.box, detail)
        else:
            painter.drawRect(sign.box)


def _round(painter: QPainter, ink: Ink, cards: list[NodeItem], *, afar: bool) -> None:
    """Cards with round corners; foreign ones with a broken edge."""
    radius = ink.tokens.radius_card
    plain = _thin(ink, "card_line") if afar else ink.pen("card_line", 1.6)
    broken = QPen(_thin(ink, "card_edge") if afar else ink.pen("card_edge", 1.6))
    broken.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(plain)
    for card in cards:
        foreign = card.known is not None and card.known.foreign
        if foreign:
            painter.setPen(broken)
        painter.drawRoundedRect(card.box, radius, radius)
        if foreign:
            painter.setPen(plain)


def _sign_afar(painter: QPainter, ink: Ink, sign: NodeItem) -> None:
    """A sign of ten pixels: its outline says what it is."""
    painter.setPen(_thin(ink, "ok" if sign.shape_name == "start" else "flow"))
    box = sign.box
    if sign.shape_name in GATEWAYS:
        left, top, middle = box.left(), box.top(), box.center()
        corners = [
            QPointF(middle.x(), top),
            QPointF(box.right(), middle.y()),
            QPointF(middle.x(), box.bottom()),
            QPointF(left, middle.y()),
        ]
        painter.drawPolygon(corners)
    else:
        painter.drawEllipse(box)


def _thin(ink: Ink, color: str) -> QPen:
    """One pixel wide on the screen, from wherever one looks."""
    pen = QPen(ink.pen(color))
    pen.setCosmetic(True)
    return pen


def _words(painter: QPainter, scene: CanvasScene, cards: list[NodeItem], zoom: float) -> None:
    """Titles and counts, font by font."""
    ink = scene.ink
    lines: dict[tuple[str, str], list[tuple[QPointF, str]]] = {}
    for card in cards:
        words = card.words_at(zoom)
        color = "muted" if card.look.placeholder else "text"
        lines.setdefault((words.font, color), []).extend(words.lines)
        lines.setdefault((words.small, "muted"), []).extend(words.below)
    for (font, color), said in lines.items():
        painter.setFont(ink.font(font))
        painter.setPen(ink.pen(color))
        for at, line in said:
            painter.drawText(at, line)
