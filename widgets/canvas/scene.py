"""Which item stands for which record?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtWidgets import QGraphicsScene

from model.document import ChangeSet, Snapshot
from model.geometry import Point, Rect, united
from model.graph import page_numbers, route
from model.records import Flow, MessageFlow, Node, Placement, Pool, Role, SubProcess
from widgets.canvas.afar import Ends, overview_of
from widgets.canvas.words import NAME_REACH, Ties, around, place_of_words, side_of_name
from widgets.items.flow import FlowItem
from widgets.items.item import FRAME_LEVEL, NODE_LEVEL, CanvasItem, qrect, rect
from widgets.items.lane import LaneItem
from widgets.items.looking import drawn_lanes, flow_look, is_drawn, is_lane, lane_look, node_look
from widgets.items.node import NodeItem
from widgets.items.touched import changes_order, touched
from widgets.painters.flows import straight
from widgets.painters.ink import Ink, ink
from widgets.painters.looks import FlowLook, LaneLook, NodeLook, Overview

Item = TypeVar("Item", bound=CanvasItem)

GUESS = 60.0
"""A way not yet seen is taken to stay this near to the box of its two ends."""
DETOUR = 60.0
"""Cards this near to the ends of a way are gone round."""
MANY, REST = 2000, 300
"""From so many nodes on, pages are numbered when the hand rests (milliseconds)."""
EDGE = 600.0
"""So far beyond the outermost thing one may scroll."""


class CanvasScene(QGraphicsScene):
    """Items for the records of one snapshot. ``show_changes`` touches only what looks different."""

    def __init__(self, theme: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view_of = Snapshot.of_records(())
        self.ink: Ink = ink(theme)
        self.nodes: dict[str, NodeItem] = {}
        self.flows: dict[str, FlowItem] = {}
        self.lanes: dict[str, LaneItem] = {}
        self.pages: dict[str, int] = {}
        self._overview: Overview | None = None
        self._extent = Rect(0, 0, 800, 500)
        self._ground = QRectF()
        self._ties = Ties()
        self._outgrown: list[FlowItem] = []
        self._renumbering = QTimer(self)
        self._renumbering.setSingleShot(True)
        self._renumbering.setInterval(REST)
        self._renumbering.timeout.connect(self._renumber_now)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(0)
        self._settling.timeout.connect(self._settle)

    # ------------------------------------------------------------------------- whole documents

    def build(self, view: Snapshot) -> None:
        """Show a whole snapshot."""
        self.clear()
        self.nodes, self.flows, self.lanes = {}, {}, {}
        self._ties, self._outgrown, self._overview = Ties(), [], None
        self.view_of = view
        self.pages = page_numbers(view)
        places = {p.about: p.box for p in view.of(Placement) if p.view == "main"}
        for lane in drawn_lanes(view):
            if lane.id in places:
                self._add(self.lanes, LaneItem(self, lane.id, places[lane.id]))
        for node in view.of(Node):
            if node.id in places and is_drawn(view, node):
                self._add(self.nodes, _node_item(self, node, places[node.id]))
        for flow in view.of(Flow):
            self._add_flow(flow)
        for message in view.of(MessageFlow):
            self._add_flow(message)
        self._ties.settled()
        self._measure()

    def wear(self, theme: str) -> None:
        """Draw with the ink of another theme."""
        self.ink = ink(theme)
        for item in self.items():
            item.update()
        self.update()

    def speak_again(self) -> None:
        """Find all words again, in the language in use now."""
        for item in self._all():
            item.refresh()

    def _all(self) -> list[CanvasItem]:
        return [*self.lanes.values(), *self.nodes.values(), *self.flows.values()]

    # -------------------------------------------------------------------------------- changes

    def show_changes(self, view: Snapshot, changeset: ChangeSet) -> set[str]:
        """Bring the items in step with a ChangeSet; the ids whose look or place changed."""
        self.view_of = view
        wanted = touched(view, changeset)
        if changes_order(changeset):
            if len(self.nodes) < MANY:
                wanted |= self._renumber()
            else:
                self._renumbering.start()
        before = self._boxes(wanted)
        # Ways last: their course goes round the cards that are there now.
        ways_last = sorted(wanted, key=self._is_way)
        changed = {one for one in ways_last if self._bring_in_step(one)}
        moved = {one for one in wanted if before.get(one) != self._box_of(one)}
        if any(one in self.flows or one not in view for one in changed):
            self._overview = None
        if moved:
            changed |= self._reroute(moved, before)
            self._measure_after(moved, before)
            self._overview = None
        return changed | moved | self._lay_words_again(moved, before)

    def _is_way(self, record_id: str) -> bool:
        return record_id in self.flows or isinstance(
            self.view_of.get(record_id), Flow | MessageFlow
        )

    def _renumber(self) -> set[str]:
        old, self.pages = self.pages, page_numbers(self.view_of)
        return {
            one for one in old.keys() | self.pages.keys() if old.get(one) != self.pages.get(one)
        }

    def _renumber_now(self) -> None:
        for node in self._renumber() & self.nodes.keys():
            self.nodes[node].refresh()

    def _boxes(self, ids: Iterable[str]) -> dict[str, Rect]:
        return {one: box for one in ids if (box := self._box_of(one)) is not None}

    def _box_of(self, record_id: str) -> Rect | None:
        item = self.nodes.get(record_id) or self.lanes.get(record_id)
        return rect(item.box) if item is not None else None

    def _bring_in_step(self, record_id: str) -> bool:
        record = self.view_of.get(record_id)
        if isinstance(record, Flow | MessageFlow) or record_id in self.flows:
            return self._step_flow(record_id)
        if isinstance(record, Role | Pool) or record_id in self.lanes:
            return self._step_lane(record_id)
        if isinstance(record, Node) or record_id in self.nodes:
            return self._step_node(record_id)
        return False

    def _step_node(self, node: str) -> bool:
        record, item = self.view_of.get(node, Node), self.nodes.get(node)
        place = self.view_of.placement(node) if record is not None else None
        if record is None or place is None or not is_drawn(self.view_of, record):
            return self._drop(self.nodes, node)
        if item is None:
            self._add(self.nodes, _node_item(self, record, place.box))
            for flow in (*self.view_of.outgoing(node), *self.view_of.incoming(node)):
                self._add_flow(flow)
            return True
        item.place(place.box)
        item.setZValue(_level(record))
        return item.refresh()

    def _step_lane(self, lane: str) -> bool:
        record = self.view_of.get(lane)
        place = self.view_of.placement(lane)
        item = self.lanes.get(lane)
        if not isinstance(record, Role | Pool) or place is None:
            return self._drop(self.lanes, lane)
        if item is None:
            if not is_lane(self.view_of, record):
                return False
            self._add(self.lanes, LaneItem(self, lane, place.box))
            return True
        item.place(place.box)
        return item.refresh()

    def _step_flow(self, flow: str) -> bool:
        record, item = self.view_of.get(flow), self.flows.get(flow)
        if not isinstance(record, Flow | MessageFlow) or not self._guess(record):
            return self._drop(self.flows, flow)
        if item is None:
            return self._add_flow(record)
        self._ties.note(record)
        return item.refresh()

    def _reroute(self, moved: set[str], before: dict[str, Rect]) -> set[str]:
        """Ways at and near what moved take a new course."""
        found: set[str] = set()
        for one in moved:
            found |= self._ties.at(one)
            if one in self.lanes:
                continue
            for box in (before.get(one), self._box_of(one)):
                if box is not None:
                    found |= self._flows_at(box.grown(DETOUR))
        return {flow for flow in found if self._follow(flow)}

    def _flows_at(self, area: Rect) -> set[str]:
        return {item.record_id for item in self.items(qrect(area)) if isinstance(item, FlowItem)}

    def _follow(self, flow: str) -> bool:
        item, record = self.flows.get(flow), self.view_of.get(flow)
        guess = self._guess(record) if isinstance(record, Flow | MessageFlow) else None
        if item is None or guess is None:
            return self._drop(self.flows, flow)
        if item.known is None:
            item.guess(guess)
            return False
        self._ties.stir(flow)
        return item.refresh()

    def _lay_words_again(self, moved: set[str], before: dict[str, Rect]) -> set[str]:
        """Near what moved, names and words of ways look for room again; the signs that found it
        elsewhere.
        """
        boxes = [
            box.grown(NAME_REACH)
            for one in moved - self.lanes.keys()
            for box in (before.get(one), self._box_of(one))
            if box is not None
        ]
        near = {item for box in boxes for item in self.items(qrect(box))}
        signs = {item for item in near if isinstance(item, NodeItem)}
        signs |= {self.nodes[one] for one in self._ties.settled() if one in self.nodes}
        turned = [sign for sign in signs if sign.is_sign and sign.refresh()]
        near |= {item for sign in turned for item in self.items(sign.boundingRect())}
        ways = [item for item in near if isinstance(item, FlowItem)]
        lifted = [(way, place) for way in ways if (place := way.lift_words()) is not None]
        for way, place in sorted(lifted, key=lambda pair: pair[0].record_id):
            way.lay_words(place)
        return {sign.record_id for sign in turned}

    # ---------------------------------------------------------------------------------- items

    def _add(self, where: dict[str, Item], item: Item) -> None:
        where[item.record_id] = item
        self.addItem(item)

    def _add_flow(self, flow: Flow | MessageFlow) -> bool:
        guess = self._guess(flow)
        if guess is None or flow.id in self.flows:
            return False
        self._ties.note(flow)
        self._add(self.flows, FlowItem(self, flow.id, guess))
        return True

    def _drop(self, where: dict[str, Item], record_id: str) -> bool:
        item = where.pop(record_id, None)
        if item is None:
            return False
        self.removeItem(item)
        self._ties.stir(record_id)
        return True

    def _guess(self, flow: Flow | MessageFlow) -> Rect | None:
        """A box that most probably holds the way; None when one of its ends is not drawn."""
        source, target = self._end(flow.source), self._end(flow.target)
        if source is None or target is None:
            return None
        return united([source, target]).grown(GUESS)

    def _end(self, record_id: str) -> Rect | None:
        item = self.nodes.get(record_id) or self.lanes.get(record_id)
        return rect(item.box) if item is not None else None

    def _measure(self) -> None:
        """How far one may scroll."""
        boxes = [rect(item.box) for item in (*self.lanes.values(), *self.nodes.values())]
        self._extent = united(boxes) if boxes else Rect(0, 0, 800, 500)
        self._ground = qrect(united(rect(item.box) for item in self.lanes.values()))
        self.setSceneRect(qrect(self._extent.grown(EDGE)))

    def extent(self) -> Rect:
        """The box around everything that is drawn."""
        return self._extent

    def ground(self) -> QRectF:
        """The box that the lanes cover."""
        return self._ground

    def _measure_after(self, moved: set[str], before: dict[str, Rect]) -> None:
        """Measure again only when something reached or left the border of everything."""
        inner = self._extent.grown(-1)
        boxes = [b for one in moved for b in (before.get(one), self._box_of(one)) if b is not None]
        if moved & self.lanes.keys() or any(not _within(inner, box) for box in boxes):
            self._measure()

    def _settle(self) -> None:
        outgrown, self._outgrown = self._outgrown, []
        for item in outgrown:
            if item.scene() is self:
                item.settle()

    # ---------------------------------------------------------------------------------- looks

    def look_of_node(self, node: str) -> NodeLook:
        """The card with its rows, or the sign with its name on a free side."""
        look = node_look(self.view_of, self.view_of.the(node, Node), self.pages)
        own = self.nodes.get(node)
        if own is None or not own.is_sign or not look.title:
            return look
        near = self.items(own.box.adjusted(-NAME_REACH, -NAME_REACH, NAME_REACH, NAME_REACH))
        return replace(look, side=side_of_name(self.ink, look, own, self._ways_at(node), near))

    def _ways_at(self, node: str) -> list[FlowItem]:
        ways = (self.flows[one] for one in self._ties.at(node) if one in self.flows)
        return [way for way in ways if node in self._ends_of(way.record_id)]

    def _ends_of(self, flow: str) -> tuple[str, str]:
        record = self.view_of.get(flow)
        return (
            (record.source, record.target) if isinstance(record, Flow | MessageFlow) else ("", "")
        )

    def pill_of(self, flow: str) -> QRectF:
        """Where the words of a way have room."""
        item = self.flows[flow]
        points = item.look.points
        near = self.items(around(points)) if points else ()
        return place_of_words(self.ink, item, near)

    def look_of_lane(self, lane: str) -> LaneLook:
        record = self.view_of[lane]
        assert isinstance(record, Role | Pool)
        return lane_look(record)

    def look_of_flow(self, flow: str) -> FlowLook:
        """The way with its course around the cards near by."""
        record = self.view_of[flow]
        assert isinstance(record, Flow | MessageFlow)
        if isinstance(record, Flow):
            points = tuple(route(self.view_of, record, self._obstacles(record)))
        else:
            points = straight(self._end(record.source), self._end(record.target))
        look = flow_look(self.view_of, record, points)
        item = self.flows.get(flow)
        if item is not None:
            self._outgrown.append(item)
            self._settling.start()
        return look

    def _obstacles(self, flow: Flow) -> list[Rect]:
        guess = self._guess(flow)
        if guess is None:
            return []
        parent = self.view_of.the(flow.source, Node).parent
        near = self.boxes_near(guess.grown(DETOUR))
        return [
            box
            for one, box in near.items()
            if one not in (flow.source, flow.target)
            and self.view_of.the(one, Node).parent == parent
        ]

    def boxes_near(self, area: Rect) -> dict[str, Rect]:
        """The boxes of the nodes that touch an area."""
        wanted = qrect(area)
        return {
            item.record_id: rect(item.box)
            for item in self.items(wanted)
            if isinstance(item, NodeItem) and item.box.intersects(wanted)
        }

    def overview(self) -> Overview:
        """The whole from far; kept until something changes."""
        if self._overview is None:
            ways = ((way, self._end_boxes(one)) for one, way in self.flows.items())
            self._overview = overview_of(self.lanes.values(), self.nodes.values(), ways)
        return self._overview

    def _end_boxes(self, flow: str) -> Ends:
        source, target = self._ends_of(flow)
        return self._end(source), self._end(target)


def _node_item(scene: CanvasScene, node: Node, box: Rect) -> NodeItem:
    return NodeItem(scene, node.id, box, node.kind, _level(node))


def _level(node: Node) -> float:
    """Open frames lie below the ways, signs on the edge of a card above it."""
    if isinstance(node, SubProcess) and node.expanded:
        return FRAME_LEVEL
    return NODE_LEVEL + 0.5 if getattr(node, "attached_to", "") else NODE_LEVEL


def _within(area: Rect, box: Rect) -> bool:
    return area.contains(Point(box.x, box.y)) and area.contains(Point(box.right, box.bottom))
