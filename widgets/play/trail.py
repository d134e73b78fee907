"""How is a run seen on the canvas?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QStyle

from model.records import Record
from widgets.canvas import Canvas
from widgets.canvas.glass import Glass
from widgets.items.item import rect
from widgets.items.looking import CARDS
from widgets.items.node import NodeItem
from widgets.play.folder import HEIGHT, WIDTH, paint_folder
from widgets.play.notes import paint_note

SHORTEST, LONGEST, SPEED = 180, 620, 1.6
"""Milliseconds of a movement, and units of the canvas in one of them."""
DEEPEST = 300
SMALLEST = 0.45
"""The canvas is made so small that all Akten are seen, not smaller."""
AROUND = 56.0
"""Pixels around a card in which its Akte and its note have room."""
_SMALL = 60.0


@dataclass(frozen=True, slots=True)
class Sight:
    """What is seen of a run. ``stands``: where the Akten are; ``nodes`` and ``ways`` were taken;
    ``notes``: a node, and the sentence that is said at it; ``troubles``: where it does not go on;
    ``travels``: of each Akte the ways by which it came just now.
    """

    stands: tuple[str, ...] = ()
    nodes: frozenset[str] = frozenset()
    ways: frozenset[str] = frozenset()
    notes: tuple[tuple[str, str], ...] = ()
    troubles: tuple[str, ...] = ()
    travels: tuple[tuple[str, ...], ...] = ()


NOTHING = Sight()


class Trail(Glass):
    """The Akten, what they stand on, and the ways by which they came."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.sight = NOTHING
        self.moving: Callable[[], bool] = may_move
        self._paths: list[QPainterPath] = []
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._motion.valueChanged.connect(lambda _v: self.update())
        self._motion.finished.connect(self._arrived)

    # ------------------------------------------------------------------------------------ showing

    def show_sight(self, sight: Sight) -> None:
        """Show a run as it is now; the Akten go where they stand, if they may move."""
        self.finish()
        self.sight = sight
        self._paths = [path for legs in sight.travels if not (path := self._path(legs)).isEmpty()]
        self.look()
        longest = max((path.length() for path in self._paths), default=0.0)
        if self._paths and self.isVisible() and self.moving():
            self._motion.setDuration(int(min(max(longest / SPEED, SHORTEST), LONGEST)))
            self._motion.start()
        else:
            self._paths = []
        self.update()

    def finish(self) -> None:
        """The Akten are where they go to, at once."""
        self._motion.stop()
        self._arrived()

    @property
    def busy(self) -> bool:
        """Is an Akte on its way?"""
        return bool(self._paths)

    def look(self) -> None:
        """Bring into sight where the case stands; what is already well in sight stays."""
        places = [item.placed for item in map(self.item_of, self.sight.stands) if item is not None]
        if not places:
            return
        around = AROUND / self.canvas.zoom
        seen = self.canvas.mapToScene(self.rect()).boundingRect()
        wanted, whole = QRectF(places[0]), QRectF(places[0])
        for place in places[1:]:
            whole = whole.united(place)
        whole.adjust(-around, -around, around, around)
        wanted.adjust(-around, -around, around, around)
        fits = min(seen.width() / whole.width(), seen.height() / whole.height())
        if fits >= 1:
            wanted = whole
        elif fits * self.canvas.zoom >= SMALLEST:  # all Akten are seen, as small as need be
            self.canvas.show_box(rect(whole), largest=self.canvas.zoom)
            return
        if not seen.contains(wanted):
            self.canvas.centerOn(wanted.center())

    def strike(self) -> None:
        self._motion.stop()
        super().strike()

    def _arrived(self) -> None:
        self._paths = []
        self.update()

    # -------------------------------------------------------------------------------------- where

    def item_of(self, node: str) -> NodeItem | None:
        """What is drawn for a node: itself, or the folded card that hides it."""
        graph = self.canvas.graph
        record: Record | None = graph.view_of.get(node)
        for _ in range(DEEPEST):
            if record is None or record.id in graph.nodes:
                break
            record = graph.view_of.get(getattr(record, "parent", ""))
        return graph.nodes.get(record.id) if record is not None else None

    def folders(self) -> list[QPointF]:
        """Where the Akten are now, on the paper."""
        if self._paths:
            share = float(self._motion.currentValue() or 0.0)
            return [path.pointAtPercent(path.percentAtLength(path.length() * share))
                    for path in self._paths]  # fmt: skip
        return self._resting()

    def _resting(self) -> list[QPointF]:
        """At the upper right of what they stand on; several beside each other."""
        found: list[QPointF] = []
        there: dict[str, int] = {}
        for node in self.sight.stands:
            item = self.item_of(node)
            if item is None:
                continue
            number = there.get(item.record_id, 0)
            there[item.record_id] = number + 1
            box, shift = item.box, number * (WIDTH * 0.7)
            if box.width() <= _SMALL:
                named_above = item.look.side.startswith("above")
                y = box.bottom() + HEIGHT * 0.35 if named_above else box.top() - HEIGHT * 0.35
                place = QPointF(box.center().x() + shift, y)
            else:
                place = QPointF(box.right() - WIDTH * 0.8 - shift, box.top() - 6)
            found.append(place)
        return found

    def _path(self, legs: Sequence[str]) -> QPainterPath:
        """One line along several ways."""
        path, flows = QPainterPath(), self.canvas.graph.flows
        for leg in legs:
            for number, point in enumerate(flows[leg].look.points if leg in flows else ()):
                if path.elementCount() == 0:
                    path.moveTo(*point)
                elif number or path.currentPosition() != QPointF(*point):
                    path.lineTo(*point)
        return path

    # ------------------------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.sight == NOTHING or self.canvas.graph.filling:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        painter.setTransform(self.canvas.viewportTransform())
        area = self.canvas.mapToScene(self.rect()).boundingRect()
        self._ways(painter, area)
        self._cards(painter, area)
        unit = 1 / self.canvas.zoom
        said = self.canvas.graph.ink.tokens
        for place in self.folders():
            paint_folder(painter, place, said, min(max(1.0, unit), 4.0))
        if not self.busy:
            for node, words in self.sight.notes:
                item = self.item_of(node)
                if item is not None and item.box.intersects(area):
                    paint_note(painter, self.canvas, words, item.box, area)

    def _ways(self, painter: QPainter, area: QRectF) -> None:
        color = _sheer(self.canvas.graph.ink.tokens.color("accent"), 150)
        width = 3.2 * max(1.0, 0.7 / self.canvas.zoom)
        pen = QPen(color, width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        flows = self.canvas.graph.flows
        for way in self.sight.ways:
            item = flows.get(way)
            if item is not None and item.box.adjusted(-2, -2, 2, 2).intersects(area):
                painter.save()
                if not item.pill.isEmpty():  # the words stay readable
                    painter.setClipPath(_around(item.pill, area), Qt.ClipOperation.IntersectClip)
                painter.drawPath(self._path((way,)))
                painter.restore()

    def _cards(self, painter: QPainter, area: QRectF) -> None:
        said = self.canvas.graph.ink.tokens
        accent, error = said.color("accent"), said.color("error")
        unit = max(1.0, 0.7 / self.canvas.zoom)
        for item in self._items(self.sight.nodes, area):
            painter.setPen(QPen(_sheer(accent, 130), 1.6 * unit))
            painter.setBrush(_sheer(accent, 24))
            _shape(painter, item, 0.0, said.radius_card)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for item in self._items(self.sight.stands, area):
            painter.setPen(QPen(accent, 3.4 * unit))
            _shape(painter, item, 4.5, said.radius_card)
        for item in self._items(self.sight.troubles, area):
            painter.setPen(QPen(error, 2.6 * unit, Qt.PenStyle.DashLine))
            _shape(painter, item, 9.0, said.radius_card)

    def _items(self, nodes: Iterable[str], area: QRectF) -> list[NodeItem]:
        found = {item.record_id: item for node in nodes if (item := self.item_of(node)) is not None}
        return [item for item in found.values() if item.box.intersects(area)]


def _shape(painter: QPainter, item: NodeItem, gap: float, radius: float) -> None:
    """The outline of what is drawn, some way outside."""
    box = item.box.adjusted(-gap, -gap, gap, gap)
    if item.shape_name in ("decision", "parallel"):
        painter.drawRoundedRect(box, 6, 6)
    elif item.shape_name in CARDS:
        painter.drawRoundedRect(box, radius + gap, radius + gap)
    else:
        painter.drawEllipse(box)


def _around(words: QRectF, area: QRectF) -> QPainterPath:
    """Everything that is seen, but for the words of a way."""
    path = QPainterPath()
    path.addRect(area)
    path.addRoundedRect(words, words.height() / 2, words.height() / 2)
    return path


def _sheer(color: QColor, alpha: int) -> QColor:
    sheer = QColor(color)
    sheer.setAlpha(alpha)
    return sheer


def may_move() -> bool:
    """Does the system want movement? Who has turned it off there must not see it here."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return False
    return app.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
