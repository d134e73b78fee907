"""What stands on the paper, and where?

Many things are made in portions: first what is in sight, then the rest in the turns of the loop
in which nobody waits. Whoever asks for all of them (``nodes``, ``flows``) gets all of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from time import perf_counter
from typing import TypeVar, cast

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from model.document import Snapshot
from model.geometry import Point, Rect, united
from model.records import (
    Annotation,
    DataFlow,
    DataObject,
    Flow,
    Frame,
    MessageFlow,
    Node,
    Placement,
)
from widgets.canvas.words import Ties
from widgets.items.aside import DataItem, FrameItem, NoteItem
from widgets.items.flow import FlowItem
from widgets.items.item import FRAME_LEVEL, NODE_LEVEL, CanvasItem, Shown, qrect, rect
from widgets.items.lane import LaneItem
from widgets.items.looking import drawn_lanes, is_drawn
from widgets.items.node import NodeItem
from widgets.items.signs import is_frame, shape_of
from widgets.painters.ink import Ink, ink
from widgets.painters.overview import Far

Item = TypeVar("Item", bound=CanvasItem)
Way = Flow | MessageFlow | DataFlow

GUESS = 60.0
"""A way not yet seen is taken to stay this near to the box of its two ends."""
AT_ONCE = 1500
"""So many nodes are made before the first painting."""
PORTION = 0.006
"""Seconds of one portion of what is made later."""
STRIP = 500.0
"""Height of the strips in which things wait."""
BOXES = Qt.ItemSelectionMode.IntersectsItemBoundingRect


class _Rows:
    """What is not made yet, by strips of the paper; a question looks at a few of them only."""

    def __init__(self, boxes: Iterable[tuple[str, Rect]]) -> None:
        self._ids: dict[int, dict[str, None]] = {}
        self._tallest = 0.0
        for one, box in boxes:
            self._ids.setdefault(int(box.y // STRIP), {})[one] = None
            self._tallest = max(self._tallest, box.height)

    def between(self, area: Rect) -> list[str]:
        """The ids that may touch an area."""
        first, last = int((area.y - self._tallest) // STRIP), int(area.bottom // STRIP)
        return [one for row in range(first, last + 1) for one in self._ids.get(row, ())]

    def drop(self, one: str, box: Rect) -> None:
        """It is made."""
        del self._ids[int(box.y // STRIP)][one]


class Standing(QGraphicsScene):
    """Items by id: nodes, ways, lanes, notes and frames. ``filled`` says that all are made."""

    filled = Signal()

    def __init__(self, theme: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view_of = Snapshot.of_records(())
        self.ink: Ink = ink(theme)
        self.far = Far()
        self.lanes: dict[str, LaneItem] = {}
        self.notes: dict[str, NoteItem | DataItem] = {}
        self.frames: dict[str, FrameItem] = {}
        self.ties = Ties()
        self._nodes: dict[str, NodeItem] = {}
        self._flows: dict[str, FlowItem] = {}
        self._unmade: dict[str, tuple[Node, Rect]] = {}
        self._unled: dict[str, Way] = {}
        self._rows = _Rows(())
        self._attended = QRectF()
        self._places: dict[str, Placement] = {}
        self._portions = QTimer(self)
        self._portions.setInterval(0)
        self._portions.timeout.connect(self._make_some)

    # --------------------------------------------------------------------------- whole documents

    def stand(self, view: Snapshot) -> None:
        """Everything of a snapshot, at once or in portions."""
        self._portions.stop()
        self.clear()
        self.lanes, self.notes, self.frames, self._nodes, self._flows = {}, {}, {}, {}, {}
        self.ties, self.far, self.view_of = Ties(), Far(), view
        places = {p.about: p for p in view.of(Placement) if p.view == "main"}
        for lane in drawn_lanes(view):
            if lane.id in places:
                self._add_lane(lane.id, places[lane.id].box)
        self._unmade = {
            node.id: (node, places[node.id].box)
            for node in view.of(Node)
            if node.id in places and is_drawn(view, node)
        }
        self._rows = _Rows((one, box) for one, (_, box) in self._unmade.items())
        self._attended = QRectF()
        ways: list[Way] = [*view.of(Flow), *view.of(MessageFlow)]
        self._unled = {way.id: way for way in ways}
        self._places = places
        # Qt would choose the depth by what stands there at the first question: far too little.
        self.setBspTreeDepth(max((len(self._unmade) + len(self._unled)).bit_length(), 8))
        if len(self._unmade) <= AT_ONCE:
            self.complete()
        else:
            self._portions.start()

    def attend(self, area: QRectF) -> None:
        """What is in an area is needed now."""
        if not self._unmade or self._attended.contains(area):
            return
        self._attended = self._attended.united(area) if self._attended.isValid() else QRectF(area)
        near = rect(self._attended).grown(GUESS)
        seen = [one for one in self._rows.between(near) if self._unmade[one][1].intersects(near)]
        for one in seen:
            self._make_node(one)
        for one in seen:
            for way in (*self.view_of.outgoing(one), *self.view_of.incoming(one)):
                self._make_way(way.id)

    def complete(self) -> None:
        """Everything is needed now."""
        self._portions.stop()
        while self._unmade or self._unled:
            self._make_portion(60.0)

    def _make_some(self) -> None:
        self._make_portion(PORTION)
        if not self._unmade and not self._unled:
            self._portions.stop()

    def _make_portion(self, seconds: float) -> None:
        """Nodes before ways: a way needs its ends."""
        end = perf_counter() + seconds
        while self._unmade and perf_counter() < end:
            for one in list(self._unmade)[:100]:
                self._make_node(one)
        while not self._unmade and self._unled and perf_counter() < end:
            for one in list(self._unled)[:100]:
                self._make_way(one)
        if not self._unmade and not self._unled:
            self._finished()

    def _make_node(self, node: str) -> None:
        record, box = self._unmade.pop(node)
        self._rows.drop(node, box)
        self._add_node(record, box)

    def _make_way(self, way: str) -> None:
        record = self._unled.pop(way, None)
        if record is not None:
            self._add_flow(record)

    def _finished(self) -> None:
        """Notes and frames last: what they are about stands by now."""
        places, self._places = self._places, {}
        for frame in self.view_of.of(Frame):
            if frame.id in places:
                self._stand_frame(frame.id, places[frame.id].box)
        for data in self.view_of.of(DataObject):
            if data.id in places and is_drawn(self.view_of, data):
                self._stand_note(data.id, places[data.id].box)
        for way in self.view_of.of(DataFlow):
            self._add_flow(way)
        for note in self.view_of.of(Annotation):
            if note.id in places:
                self._stand_note(note.id, places[note.id].box)
        self.ties.settled()
        self.filled.emit()

    @property
    def _shown(self) -> Shown:
        """Who finds the looks: the scene that this becomes."""
        return cast("Shown", self)

    @property
    def filling(self) -> bool:
        """True while some things are not made yet."""
        return bool(self._unmade or self._unled)

    @property
    def nodes(self) -> dict[str, NodeItem]:
        """All nodes that are drawn."""
        if self._unmade:
            self.complete()
        return self._nodes

    @property
    def flows(self) -> dict[str, FlowItem]:
        """All ways that are drawn."""
        if self._unled:
            self.complete()
        return self._flows

    def item_of(self, record_id: str) -> CanvasItem | None:
        """What is drawn for a record of its own."""
        return (
            self.nodes.get(record_id)
            or self.flows.get(record_id)
            or self.lanes.get(record_id)
            or self.notes.get(record_id)
            or self.frames.get(record_id)
        )

    def all_items(self) -> list[CanvasItem]:
        boxes = (*self.lanes.values(), *self.frames.values(), *self.nodes.values())
        return [*boxes, *self.flows.values(), *self.notes.values()]

    # ------------------------------------------------------------------------------ one by one

    def _add(self, where: dict[str, Item], item: Item) -> None:
        where[item.record_id] = item
        self.addItem(item)

    def _add_node(self, node: Node, box: Rect) -> None:
        self._add(
            self._nodes, NodeItem(self._shown, node.id, box, shape_of(node), self._level_of(node))
        )
        self.far.put_node(node.id, box)

    def _add_lane(self, lane: str, box: Rect) -> None:
        item = LaneItem(self._shown, lane, box)
        self._add(self.lanes, item)
        self.far.put_lane(lane, f"lane_{item.look.side}", item.box)

    def _stand_note(self, note: str, box: Rect) -> bool:
        """Let a note or data object stand here; True when it looks different then."""
        self.far.put_node(note, box)
        item = self.notes.get(note)
        if item is None:
            data = self.view_of.get(note, DataObject) is not None
            made = (DataItem if data else NoteItem)(self._shown, note, box)
            self._add(self.notes, made)
            return True
        item.place(box)
        return item.refresh()

    def _stand_frame(self, frame: str, box: Rect) -> bool:
        self.far.put_frame(frame, qrect(box))
        item = self.frames.get(frame)
        if item is None:
            self._add(self.frames, FrameItem(self._shown, frame, box))
            return True
        item.place(box)
        return item.refresh()

    def _add_flow(self, flow: Way) -> bool:
        guess = self._guess(flow)
        if guess is None or flow.id in self._flows:
            return False
        self.ties.note(flow)
        self._add(self._flows, FlowItem(self._shown, flow.id, guess))
        self._see_way_from_far(flow)
        return True

    def _drop(self, where: dict[str, Item], record_id: str) -> bool:
        item = where.pop(record_id, None)
        if item is None:
            return False
        self.removeItem(item)
        self.far.drop(record_id)
        self.ties.stir(record_id)
        return True

    def _see_way_from_far(self, flow: Way) -> None:
        """Its course; of a way that nobody saw yet its bends, or a line from end to end."""
        item = self._flows[flow.id]
        if item.known is not None:
            self.far.put_way(flow.id, item.known.points)
            return
        source, target = self._end(flow.source), self._end(flow.target)
        if source is None or target is None:
            return
        place = self._places.get(flow.id)
        bends = place.points if place is not None else ()
        start, end = Point(source.right, source.center.y), Point(target.x, target.center.y)
        if not bends and start.y != end.y:
            middle = (start.x + end.x) / 2
            bends = (Point(middle, start.y), Point(middle, end.y))
        self.far.put_way(flow.id, (start, *bends, end))

    # ------------------------------------------------------------------------------ what is where

    def near(self, area: QRectF) -> list[QGraphicsItem]:
        """Everything that may paint in an area, the topmost first."""
        self.attend(area)
        return self.items(area, BOXES)

    def boxes_near(self, area: Rect) -> dict[str, Rect]:
        """The places of the nodes that touch an area (of unfolded cards the folded ones)."""
        wanted = qrect(area)
        return {
            item.record_id: rect(item.placed)
            for item in self.near(wanted)
            if isinstance(item, NodeItem) and item.placed.intersects(wanted)
        }

    def _guess(self, flow: Way) -> Rect | None:
        """A box that most probably holds the way; None when one of its ends is not drawn."""
        source, target = self._end(flow.source), self._end(flow.target)
        if source is None or target is None:
            return None
        return united([source, target]).grown(GUESS)

    def _end(self, record_id: str) -> Rect | None:
        item: CanvasItem | None = self._nodes.get(record_id) or self.lanes.get(record_id)
        item = item or self.notes.get(record_id)
        if item is not None:
            return rect(item.placed)
        unmade = self._unmade.get(record_id)
        return unmade[1] if unmade is not None else None

    def _standing_boxes(self) -> Iterable[Rect]:
        for item in (*self.lanes.values(), *self._nodes.values(), *self.notes.values()):
            yield rect(item.placed)
        yield from (rect(item.box) for item in self.frames.values())
        yield from (box for _, box in self._unmade.values())
        kinds = (Annotation, Frame, DataObject) if self._places else ()
        asides = [one for kind in kinds for one in self.view_of.of(kind)]
        yield from (self._places[one.id].box for one in asides if one.id in self._places)

    def _level_of(self, node: Node) -> float:
        """Open frames lie below the ways, signs on the edge of a card above it."""
        if is_frame(self.view_of, node):
            return FRAME_LEVEL
        return NODE_LEVEL + 0.5 if getattr(node, "attached_to", "") else NODE_LEVEL
