"""Which item stands for which record, and how does it keep in step?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtWidgets import QGraphicsItem

from model.document import ChangeSet, Snapshot
from model.geometry import Rect
from model.graph import card_size, route
from model.graph.order import numbered
from model.records import (
    Annotation,
    DataFlow,
    DataObject,
    Flow,
    Frame,
    Node,
    Pool,
    Role,
)
from widgets.canvas.measured import Measured
from widgets.canvas.standing import Way
from widgets.canvas.words import NAME_REACH, place_of_words, side_of_name
from widgets.items.flow import FlowItem
from widgets.items.item import CanvasItem, qrect, rect
from widgets.items.looking import data_look, flow_look, is_drawn, is_lane, lane_look, node_look
from widgets.items.node import NodeItem
from widgets.items.signs import name_rank
from widgets.items.touched import changes_order, touched
from widgets.painters.flows import led
from widgets.painters.ink import ink
from widgets.painters.looks import DataLook, FlowLook, FrameLook, LaneLook, NodeLook, NoteLook
from widgets.painters.names import name_box
from widgets.painters.pills import middle_of

DETOUR = 60.0
"""Cards this near to the ends of a way are gone round."""
MANY, REST = 2000, 300
"""From so many nodes on, pages are numbered when the hand rests (milliseconds)."""


class CanvasScene(Measured):
    """Items for the records of one snapshot. ``show_changes`` touches only what looks different."""

    def __init__(self, theme: str, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self.pages: dict[str, int] = {}
        self.remarks: dict[str, int] = {}
        self.unfolded: frozenset[str] = frozenset()
        self._outgrown: list[FlowItem] = []
        self._renumbering = _once(self, REST, self._renumber_now)
        self._settling = _once(self, 0, self._settle)

    # ------------------------------------------------------------------------- whole documents

    def build(self, view: Snapshot) -> None:
        """Show a whole snapshot."""
        self.pages = numbered(view)
        self._outgrown, self.unfolded = [], frozenset()
        self.stand(view)
        self.measure_anew()

    def wear(self, theme: str) -> None:
        """Draw with the ink of another theme."""
        self.ink = ink(theme)
        for item in self.items():
            item.update()
        self.update()

    def speak_again(self) -> None:
        """Find all words again, in the language in use now."""
        for item in self.all_items():
            item.refresh()

    def unfold(self, cards: Iterable[str]) -> None:
        """These cards show all their rows, over their neighbours; all others are folded."""
        before, self.unfolded = self.unfolded, frozenset(cards)
        for one in before ^ self.unfolded:
            item = self.nodes.get(one)
            if item is not None:
                self._place_node(item, self.view_of.the(one, Node))
                item.refresh()

    # -------------------------------------------------------------------------------- changes

    def show_changes(self, view: Snapshot, changeset: ChangeSet) -> set[str]:
        """Bring the items in step with a ChangeSet; the ids whose look or place changed."""
        self.complete()
        self.view_of = view
        wanted = touched(view, changeset)
        if changes_order(changeset):
            if len(self._nodes) < MANY:
                wanted |= self._renumber()
            else:
                self._renumbering.start()
        before = self._boxes(wanted)
        # Ways last: their course goes round the cards that are there now.
        ways_last = sorted(wanted, key=self._is_way)
        changed = {one for one in ways_last if self._bring_in_step(one)}
        moved = {one for one in wanted if before.get(one) != self._box_of(one)}
        if moved:
            changed |= self._reroute(moved, before)
            self.measure_after(
                [(before.get(one), self._box_of(one)) for one in moved],
                lanes=bool(moved & self.lanes.keys()),
            )
        changed |= moved | self._lay_words_again(moved, before)
        return changed | self._tie_again(changed)

    def _is_way(self, record_id: str) -> bool:
        return record_id in self._flows or isinstance(self.view_of.get(record_id), Way)

    def _renumber(self) -> set[str]:
        old, self.pages = self.pages, numbered(self.view_of)
        if old is self.pages:
            return set()
        return {
            one for one in old.keys() | self.pages.keys() if old.get(one) != self.pages.get(one)
        }

    def _renumber_now(self) -> None:
        for node in self._renumber() & self._nodes.keys():
            self._nodes[node].refresh()

    def _boxes(self, ids: Iterable[str]) -> dict[str, Rect]:
        return {one: box for one in ids if (box := self._box_of(one)) is not None}

    def _box_of(self, record_id: str) -> Rect | None:
        item: CanvasItem | None = self._nodes.get(record_id) or self.lanes.get(record_id)
        item = item or self.notes.get(record_id) or self.frames.get(record_id)
        return rect(item.placed) if item is not None else None

    def _bring_in_step(self, record_id: str) -> bool:
        record = self.view_of.get(record_id)
        if isinstance(record, Way) or record_id in self._flows:
            return self._step_flow(record_id)
        if isinstance(record, Role | Pool) or record_id in self.lanes:
            return self._step_lane(record_id)
        if isinstance(record, Node) or record_id in self._nodes:
            return self._step_node(record_id)
        if isinstance(record, Annotation | Frame | DataObject) or self._is_aside(record_id):
            return self._step_aside(record_id)
        return False

    def _is_aside(self, record_id: str) -> bool:
        return record_id in self.notes or record_id in self.frames

    def _step_node(self, node: str) -> bool:
        record, item = self.view_of.get(node, Node), self._nodes.get(node)
        place = self.view_of.placement(node) if record is not None else None
        if record is None or place is None or not is_drawn(self.view_of, record):
            return self._drop(self._nodes, node)
        if item is None:
            self._add_node(record, place.box)
            for flow in (*self.view_of.outgoing(node), *self.view_of.incoming(node)):
                self._add_flow(flow)
            return True
        self._place_node(item, record)
        self.far.put_node(node, place.box)
        return item.refresh()

    def _place_node(self, item: NodeItem, record: Node) -> None:
        """Where its placement is; an unfolded card as tall as all its rows, above the others."""
        place = self.view_of.placement(record.id)
        assert place is not None
        drawn = place.box
        lifted = record.id in self.unfolded
        if lifted:
            height = card_size(self.view_of, record.id, unfolded=True)[1]
            drawn = drawn._replace(height=max(height, drawn.height))
        item.stand(place.box, drawn, self._level_of(record), lifted=lifted)

    def _step_lane(self, lane: str) -> bool:
        record = self.view_of.get(lane)
        place = self.view_of.placement(lane)
        item = self.lanes.get(lane)
        if not isinstance(record, Role | Pool) or place is None:
            return self._drop(self.lanes, lane)
        if item is None:
            if not is_lane(self.view_of, record):
                return False
            self._add_lane(lane, place.box)
            return True
        item.place(place.box)
        changed = item.refresh()
        self.far.put_lane(lane, f"lane_{item.look.side}", item.box)
        return changed

    def _step_aside(self, aside: str) -> bool:
        record, place = self.view_of.get(aside), self.view_of.placement(aside)
        if place is not None and isinstance(record, Annotation | DataObject):
            return self._stand_note(aside, place.box)
        if place is not None and isinstance(record, Frame):
            return self._stand_frame(aside, place.box)
        return self._drop(self.notes, aside) or self._drop(self.frames, aside)

    def _step_flow(self, flow: str) -> bool:
        record, item = self.view_of.get(flow), self._flows.get(flow)
        if not isinstance(record, Way) or not self._guess(record):
            return self._drop(self._flows, flow)
        if item is None:
            return self._add_flow(record)
        self.ties.note(record)
        changed = item.refresh()
        self._see_way_from_far(record)
        return changed

    def _reroute(self, moved: set[str], before: dict[str, Rect]) -> set[str]:
        """Ways at and near what moved take a new course."""
        found: set[str] = set()
        for one in moved - self.frames.keys():
            found |= self.ties.at(one)
            if one in self.lanes or one in self.notes:
                continue
            for box in (before.get(one), self._box_of(one)):
                if box is not None:
                    found |= self._flows_at(box.grown(DETOUR))
        return {flow for flow in found if self._follow(flow)}

    def _flows_at(self, area: Rect) -> set[str]:
        return {item.record_id for item in self.near(qrect(area)) if isinstance(item, FlowItem)}

    def _follow(self, flow: str) -> bool:
        item, record = self._flows.get(flow), self.view_of.get(flow)
        guess = self._guess(record) if isinstance(record, Way) else None
        if item is None or guess is None or not isinstance(record, Way):
            return self._drop(self._flows, flow)
        if item.known is None:
            item.guess(guess)
            self._see_way_from_far(record)
            return False
        self.ties.stir(flow)
        changed = item.refresh()
        self._see_way_from_far(record)
        return changed

    def _lay_words_again(self, moved: set[str], before: dict[str, Rect]) -> set[str]:
        """Near what moved, names and words of ways look for room again; the signs that found it
        elsewhere.
        """
        boxes = [
            qrect(box.grown(NAME_REACH))
            for one in moved - self.lanes.keys() - self.frames.keys()
            for box in (before.get(one), self._box_of(one))
            if box is not None
        ]
        near = {item for box in boxes for item in self.near(box)}
        signs = {item for item in near if isinstance(item, NodeItem)}
        signs |= {self._nodes[one] for one in self.ties.settled() if one in self._nodes}
        turned = [sign for sign in signs if sign.is_sign and sign.refresh()]
        boxes += [sign.boundingRect() for sign in turned]
        near |= {item for sign in turned for item in self.near(sign.boundingRect())}
        ways = [item for item in near if isinstance(item, FlowItem) and item.says_in(boxes)]
        lifted = [(way, place) for way in ways if (place := way.lift_words()) is not None]
        for way, place in sorted(lifted, key=lambda pair: pair[0].record_id):
            way.lay_words(place)
        return {sign.record_id for sign in turned}

    def _tie_again(self, changed: set[str]) -> set[str]:
        """Notes follow what they are about."""
        found = {note for note, item in self.notes.items() if self._is_about(note, changed)}
        return {note for note in found if self.notes[note].refresh()}

    def _is_about(self, note: str, changed: set[str]) -> bool:
        record = self.view_of.get(note, Annotation)
        if record is None or not record.about:
            return False
        card = self.view_of.card_of(record.about)
        return record.about in changed or (card is not None and card.id in changed)

    # ----------------------------------------------------------------------------- settling

    def _settle(self) -> None:
        outgrown, self._outgrown = self._outgrown, []
        for item in outgrown:
            if item.scene() is self:
                item.settle()

    # ---------------------------------------------------------------------------------- looks

    def look_of_node(self, node: str) -> NodeLook:
        """The card with its rows, or the sign with its name on a free side."""
        record = self.view_of.the(node, Node)
        look = node_look(self.view_of, record, self.pages, unfolded=node in self.unfolded)
        own = self._nodes.get(node)
        if own is None or not own.is_sign or not look.title:
            return look
        near = self.near(own.box.adjusted(-NAME_REACH, -NAME_REACH, NAME_REACH, NAME_REACH))
        names = self._names_before(record, near)
        side = side_of_name(self.ink, look, own, self._ways_at(node), near, names)
        return replace(look, side=side)

    def _names_before(self, own: Node, near: list[QGraphicsItem]) -> list[QRectF]:
        """Where the names stand that are placed before this one, and the card it is at."""
        found = []
        for item in near:
            record = self.view_of.get(getattr(item, "record_id", ""), Node)
            if record is None or not isinstance(item, NodeItem) or record is own:
                continue
            if record.id == getattr(own, "attached_to", ""):
                found.append(item.box)
            elif item.is_sign and name_rank(record) < name_rank(own):
                look = item.known or node_look(self.view_of, record, {})
                found.append(name_box(self.ink, look, item.box))
        return found

    def _ways_at(self, node: str) -> list[FlowItem]:
        ways = (self._flows[one] for one in self.ties.at(node) if one in self._flows)
        return [way for way in ways if node in self._ends_of(way.record_id)]

    def _ends_of(self, flow: str) -> tuple[str, str]:
        record = self.view_of.get(flow)
        return (record.source, record.target) if isinstance(record, Way) else ("", "")

    def pill_of(self, flow: str) -> QRectF:
        """Where the words of a way have room."""
        return place_of_words(self.ink, self._flows[flow], self.near)

    def look_of_lane(self, lane: str) -> LaneLook:
        record = self.view_of[lane]
        assert isinstance(record, Role | Pool)
        return lane_look(record)

    def look_of_data(self, data: str) -> DataLook:
        return data_look(self.view_of.the(data, DataObject))

    def look_of_frame(self, frame: str) -> FrameLook:
        return FrameLook(frame, self.view_of.the(frame, Frame).name)

    def look_of_note(self, note: str) -> NoteLook:
        """Its words, and the box of what they are about."""
        record = self.view_of.the(note, Annotation)
        return NoteLook(note, record.text, self._tied_to(record.about))

    def _tied_to(self, about: str) -> QRectF | None:
        way = self._flows.get(about)
        if way is not None:
            return QRectF(*middle_of(way.look.points), 1, 1)
        card = self.view_of.card_of(about) if about in self.view_of else None
        item = self._nodes.get(card.id) if card is not None else None
        if item is None:
            lane = self.lanes.get(about)
            return QRectF(lane.box) if lane is not None else None
        place = item.row_box(about)
        return place if place is not None else QRectF(item.placed)

    def look_of_flow(self, flow: str) -> FlowLook:
        """The way with its course around the cards near by."""
        record = self.view_of[flow]
        assert isinstance(record, Way)
        if isinstance(record, Flow):
            points = tuple(route(self.view_of, record, self._obstacles(record)))
        else:
            place = self.view_of.placement(record.id)
            bends = place.points if place is not None else ()
            ends = self._end(record.source), self._end(record.target)
            points = led(*ends, bends, direct=isinstance(record, DataFlow))
        look = flow_look(self.view_of, record, points)
        item = self._flows.get(flow)
        if item is not None:
            self._outgrown.append(item)
            self._settling.start()
            self.far.put_way(flow, points)
        return look

    def lead_ways(self, area: QRectF, most: int) -> bool:
        """Find the courses of so many ways of an area that nobody saw yet; True when these were
        all.
        """
        ways = (self._flows[one] for one in self.far.ways_in(area))
        unseen = [way for way in ways if way.known is None]
        for way in unseen[:most]:
            assert way.look is not None
        return len(unseen) <= most

    def _obstacles(self, flow: Flow) -> list[Rect]:
        guess, place = self._guess(flow), self.view_of.placement(flow.id)
        if guess is None or (place is not None and place.bends):
            return []
        parent = self.view_of.the(flow.source, Node).parent
        near = self.boxes_near(guess.grown(DETOUR))
        return [
            box
            for one, box in near.items()
            if one not in (flow.source, flow.target)
            and self.view_of.the(one, Node).parent == parent
        ]


def _once(owner: CanvasScene, milliseconds: int, work: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(work)
    return timer
