"""A snapshot measured and ready to be painted, without a window: where does everything stand?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from functools import cached_property

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from model.document import Snapshot
from model.geometry import Point, Rect, united
from model.graph import page_numbers, route
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
from widgets.canvas.cells import Cells
from widgets.items.item import qrect
from widgets.items.looking import (
    CARDS,
    data_look,
    drawn_lanes,
    flow_look,
    is_drawn,
    lane_look,
    node_look,
)
from widgets.items.signs import is_frame, name_rank, shape_of
from widgets.painters.asides import paint_frame, paint_note
from widgets.painters.badges import badge_box
from widgets.painters.card import title_place
from widgets.painters.data import data_name_box, paint_data
from widgets.painters.flows import course_of, led, paint_flow
from widgets.painters.ink import Ink, ink
from widgets.painters.lanes import paint_lane
from widgets.painters.looks import Detail, FlowLook, FrameLook, NodeLook, NoteLook
from widgets.painters.names import free_side, name_box
from widgets.painters.pills import Near, flow_pill, middle_of
from widgets.painters.table import painter_of

MARGIN = 24.0
REACH = 120.0


class Picture:
    """A snapshot, or some elements of it, measured and ready to be painted any number of times."""

    def __init__(
        self, snapshot: Snapshot, theme: str = "light", only: Collection[str] | None = None
    ) -> None:
        self.view = snapshot
        self.ink: Ink = ink(theme)
        self._pages = page_numbers(snapshot)
        places = {p.about: p.box for p in snapshot.of(Placement) if p.view == "main"}
        wanted = None if only is None else wanted_of(snapshot, only)
        seen = {one: box for one, box in places.items() if wanted is None or one in wanted}
        self._lanes = [(lane, seen[lane.id]) for lane in drawn_lanes(snapshot) if lane.id in seen]
        self._nodes = {
            node.id: (node, seen[node.id])
            for node in snapshot.of(Node)
            if node.id in seen and is_drawn(snapshot, node)
        }
        self._data = [
            (data_look(data), qrect(seen[data.id]))
            for data in snapshot.of(DataObject)
            if data.id in seen and is_drawn(snapshot, data)
        ]
        self._near = Cells()
        for one, (_, box) in self._nodes.items():
            self._near.add(one, box)
        self._flows = self._ways(places)
        self._ways_near = Cells()
        for look in self._flows:
            self._ways_near.add(look.id, _around(look))
        self._looks: dict[str, NodeLook] = {}
        for node, box in sorted(self._nodes.values(), key=lambda pair: name_rank(pair[0])):
            self._looks[node.id] = self._look(node, box)
        self.pills = self._placed_pills()
        self._frames = [
            (FrameLook(frame.id, frame.name), qrect(seen[frame.id]))
            for frame in snapshot.of(Frame)
            if frame.id in seen
        ]
        self._notes = [
            (NoteLook(note.id, note.text, self._tied(note.about)), qrect(seen[note.id]))
            for note in snapshot.of(Annotation)
            if note.id in seen
        ]

    @property
    def title(self) -> str:
        return self.view.service.name

    def extent(self) -> Rect:
        """Everything that is painted, with the words outside of signs and a margin."""
        boxes = [box for _, box in (*self._lanes, *self._nodes.values())]
        boxes += [_plain(box) for box in (*self._names().values(), *self.pills.values())]
        boxes += [_plain(box) for _, box in (*self._frames, *self._notes, *self._data)]
        boxes += [_plain(data_name_box(self.ink, *data)) for data in self._data]
        boxes += [
            _plain(badge_box(self.ink, look.badge, qrect(self._nodes[one][1])))
            for one, look in self._looks.items()
            if look.badge
        ]
        for look in self._flows:
            boxes += [Rect(p.x, p.y, 0, 0) for p in look.points]
        real = [box for box in boxes if box.width or box.height or box.x or box.y]
        return united(real).grown(MARGIN) if real else Rect(0, 0, 400, 200)

    def solids(self) -> list[Rect]:
        """What may not be cut through: cards and signs with their names, words of ways, notes."""
        boxes = [box for _, (node, box) in self._nodes.items() if not is_frame(self.view, node)]
        words = [*self._names().values(), *self.pills.values()]
        words += [place for _, place in (*self._notes, *self._data)]
        words += [data_name_box(self.ink, *data) for data in self._data]
        words += [self._badge(one) for one, look in self._looks.items() if look.badge]
        return boxes + [_plain(box) for box in words if not box.isEmpty()]

    def paint(self, painter: QPainter, detail: Detail = Detail.FULL) -> None:
        """Lanes, open sub-processes, frames, ways, notes, nodes, from bottom to top."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(qrect(self.extent()), self.ink.brush("paper"))
        for lane, box in self._lanes:
            paint_lane(painter, self.ink, lane_look(lane), qrect(box), detail)
        levels = self._levels()
        for node, box in levels[0]:
            self._node(painter, node, box, detail)
        for frame, place in self._frames:
            paint_frame(painter, self.ink, frame, place, detail)
        for look in self._flows:
            course = course_of(look.points, self.ink)
            paint_flow(painter, self.ink, look, course, self.pills[look.id], detail)
        for data, place in self._data:
            paint_data(painter, self.ink, data, place, detail)
        for note, place in self._notes:
            paint_note(painter, self.ink, note, place, detail)
        for node, box in (*levels[1], *levels[2]):
            self._node(painter, node, box, detail)

    def _levels(self) -> tuple[list[tuple[Node, Rect]], ...]:
        """Open sub-processes (the largest below), what stands, and what hangs at something."""
        levels: tuple[list[tuple[Node, Rect]], ...] = ([], [], [])
        for node, box in self._nodes.values():
            hangs = bool(getattr(node, "attached_to", ""))
            levels[0 if is_frame(self.view, node) else 1 + hangs].append((node, box))
        levels[0].sort(key=lambda pair: -pair[1].width * pair[1].height)
        return levels

    def _ways(self, places: dict[str, Rect]) -> list[FlowLook]:
        """The ways between what is drawn."""
        found = [
            flow_look(self.view, flow, tuple(route(self.view, flow, self._obstacles(flow))))
            for flow in self.view.of(Flow)
            if flow.source in self._nodes and flow.target in self._nodes
        ]
        lanes = {lane.id for lane, _ in self._lanes}
        for message in self.view.of(MessageFlow):
            points = led(
                places.get(message.source), places.get(message.target), self._bends(message)
            )
            if {message.source, message.target} <= lanes | self._nodes.keys():
                found.append(flow_look(self.view, message, points))
        data = {one.id for one, _ in self._data}
        for way in self.view.of(DataFlow):
            ends = places.get(way.source), places.get(way.target)
            if {way.source, way.target} <= data | self._nodes.keys():
                points = led(*ends, self._bends(way), direct=True)
                found.append(flow_look(self.view, way, points))
        return found

    def _bends(self, way: MessageFlow | DataFlow) -> tuple[Point, ...]:
        place = self.view.placement(way.id)
        return place.points if place is not None else ()

    def _tied(self, about: str) -> QRectF | None:
        """The box of what a note is about."""
        way = next((look for look in self._flows if look.id == about), None)
        if way is not None:
            return QRectF(*middle_of(way.points), 1, 1)
        card = self.view.card_of(about) if about in self.view else None
        return (
            qrect(self._nodes[card.id][1]) if card is not None and card.id in self._nodes else None
        )

    def _node(self, painter: QPainter, node: Node, box: Rect, detail: Detail) -> None:
        look = self._looks[node.id]
        painter_of(look.shape)(painter, self.ink, look, qrect(box), detail)

    def _look(self, node: Node, box: Rect) -> NodeLook:
        """The look of a node; the name of a sign stands on a free side."""
        look = node_look(self.view, node, self._pages)
        if shape_of(node) in CARDS or not look.title:
            return look
        near = self._ways_in(box.grown(1))
        ways = [way.points for way in near if node.id in self._ends(way)]
        boxes = self._standing(box.grown(REACH))
        boxes.pop(node.id, None)
        taken = [*boxes.values(), *self._names_before(node, box), *self._titles]
        return replace(look, side=free_side(self.ink, look, qrect(box), ways, taken))

    def _names_before(self, own: Node, box: Rect) -> list[QRectF]:
        """Where the names stand that are placed before this one, and the card it is at."""
        host = self._nodes.get(getattr(own, "attached_to", ""))
        found = [qrect(host[1])] if host is not None else []
        for one in self._near.near(box.grown(REACH)):
            other, place = self._nodes[one]
            if shape_of(other) not in CARDS and name_rank(other) < name_rank(own):
                found.append(name_box(self.ink, self._looks[one], qrect(place)))
        return found

    @cached_property
    def _titles(self) -> tuple[QRectF, ...]:
        """Where the names of lanes and of open sub-processes stand."""
        strip = self.ink.tokens.lane_title
        found = [QRectF(box.x, box.y, strip, box.height) for _, box in self._lanes]
        for node, box in self._nodes.values():
            if is_frame(self.view, node):
                look = node_look(self.view, node, self._pages)
                found.append(title_place(self.ink, look, qrect(box)))
        return tuple(found)

    def _ways_in(self, area: Rect) -> list[FlowLook]:
        wanted = set(self._ways_near.near(area))
        return [look for look in self._flows if look.id in wanted]

    def _ends(self, way: FlowLook) -> tuple[str, str]:
        record = self.view[way.id]
        assert isinstance(record, Flow | MessageFlow | DataFlow)
        return record.source, record.target

    def _standing(self, area: Rect) -> dict[str, QRectF]:
        """The boxes in an area, without the frames on which others stand."""
        found = {one: self._nodes[one] for one in self._near.near(area)}
        return {
            one: qrect(box) for one, (node, box) in found.items() if not is_frame(self.view, node)
        }

    def _names(self) -> dict[str, QRectF]:
        """Where the names of signs stand."""
        return {
            one: name_box(self.ink, self._looks[one], qrect(box))
            for one, (node, box) in self._nodes.items()
            if shape_of(node) not in CARDS
        }

    def _placed_pills(self) -> dict[str, QRectF]:
        """Where the words of each way stand, so that none covers a card or other words."""
        names, found = self._names(), {look.id: QRectF() for look in self._flows}
        for way in self._flows:
            if way.label and way.points:
                area = _around(way).grown(REACH)
                boxes = self._standing(area)
                others = [other for other in self._ways_in(area) if other is not way]
                taken = [*boxes.values(), *(names[one] for one in boxes if one in names)]
                taken += [*self._titles, *(found[other.id] for other in others)]
                taken += [self._badge(one) for one in boxes if self._looks[one].badge]
                courses = [other.points for other in others]
                found[way.id] = flow_pill(self.ink, way, _always(taken, courses))
        return found

    def _badge(self, node: str) -> QRectF:
        return badge_box(self.ink, self._looks[node].badge, qrect(self._nodes[node][1]))

    def _obstacles(self, flow: Flow) -> list[Rect]:
        source, target = self._nodes[flow.source], self._nodes[flow.target]
        area = united([source[1], target[1]]).grown(REACH)
        near = [one for one in self._near.near(area) if one not in (flow.source, flow.target)]
        return [
            self._nodes[one][1] for one in near if self._nodes[one][0].parent == source[0].parent
        ]


def wanted_of(view: Snapshot, ids: Collection[str]) -> set[str]:
    """What is drawn for a choice: the things themselves, the cards of rows, what lies in frames of
    the process, and the signs at the edges of cards.
    """
    found = set(ids)
    found |= {card.id for one in ids if one in view and (card := view.card_of(one)) is not None}
    waiting = list(found)
    while waiting:
        inner = [
            node.id
            for node in view.referring(waiting.pop(), Node)
            if (node.parent in found or getattr(node, "attached_to", "") in found)
            and node.id not in found
        ]
        found.update(inner)
        waiting += inner
    return found


def _always(taken: list[QRectF], courses: list[tuple[Point, ...]]) -> Near:
    return lambda _box: (taken, courses)


def _around(way: FlowLook) -> Rect:
    """The box of a course; never empty, so that it is found."""
    return united([Rect(p.x, p.y, 0.01, 0.01) for p in way.points])


def _plain(box: QRectF) -> Rect:
    return Rect(box.x(), box.y(), box.width(), box.height())
