"""Where does everything stand in the picture?

Boxes are the placements of the canvas. Where a gateway is inserted, everything right of it moves
by what is missing (never up or
down), so nothing ever overlaps that did not overlap before. Ways bent by hand keep their bends.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from exporters.bpmn.asides import draw_asides
from exporters.bpmn.data import draw_data
from exporters.bpmn.description import DataWay, Description, Flow, Frame, Node, Note, Thing
from exporters.bpmn.layout import layered
from exporters.bpmn.lines import Courses, docked
from exporters.bpmn.participants import take_lanes_and_pools
from exporters.bpmn.ways import Inserted
from model.document import Snapshot
from model.geometry import Point, Rect, united
from model.records import Placement

SPACE = 28.0
_SIZES = {"Event": (36.0, 36.0), "Gateway": (50.0, 50.0)}


def size_of(tag: str) -> tuple[float, float]:
    """The usual size of an element that nobody placed."""
    return next((size for end, size in _SIZES.items() if tag.endswith(end)), (100.0, 80.0))


def take_boxes(description: Description, view: Snapshot) -> None:
    """The boxes of the canvas; what has none is laid out below, lanes and pools wrap what they
    hold.
    """
    missing: list[Node] = []
    for node in description.nodes.values():
        placement = _placement(view, node.record)
        if placement is None or not placement.width or not placement.height:
            missing.append(node)
        else:
            node.box = placement.box
    _lay_out(description, missing)
    _attach(description)
    take_lanes_and_pools(description, view)
    _take_bends(description, view)


def _placement(view: Snapshot, record: str) -> Placement | None:
    found = view.referring(record, Placement)
    return next((p for p in found if p.view == "main"), found[0] if found else None)


def _lay_out(description: Description, missing: list[Node]) -> None:
    if not missing:
        return
    placed = [node.box for node in description.nodes.values() if node.box.width]
    top = united(placed).bottom + 100 if placed else 100.0
    lanes = {lane: number for number, lane in enumerate(description.lanes)}
    boxes = layered(
        {node.id: size_of(node.tag) for node in missing},
        [(flow.source, flow.target) for flow in description.flows.values()],
        {node.id: lanes.get(node.lane, len(lanes)) for node in missing},
        top=top,
    )
    for node in missing:
        node.box = boxes[node.id]


def _attach(description: Description) -> None:
    """An exception sits on the border of its step."""
    seats: dict[str, int] = defaultdict(int)
    for node in description.nodes.values():
        host = description.nodes.get(node.attached_to)
        if host is None or host.box.intersects(node.box.grown(1)):
            continue
        seats[host.id] += 1
        width, height = node.box.width, node.box.height
        x = host.box.right - seats[host.id] * (width + 10)
        node.box = Rect(x, host.box.bottom - height / 2, width, height)


# ---------------------------------------------------------------------------- room for gateways


class _Shift:
    """Cuts across the picture: everything at or right of a cut moves by the sum of the cuts before
    it.
    """

    def __init__(self, cuts: dict[float, float]) -> None:
        self._at = sorted(cuts)
        self._sums = [0.0]
        for x in self._at:
            self._sums.append(self._sums[-1] + cuts[x])

    def of(self, x: float) -> float:
        """How far a thing whose left edge is at x moves."""
        return self._sums[bisect_left(self._at, x + 0.001)]

    def inside(self, x: float) -> float:
        """How far a right border at x moves: a cut exactly there does not count."""
        return self._sums[bisect_left(self._at, x - 0.001)]

    def wrap(self, box: Rect) -> Rect:
        left = box.x + self.of(box.x)
        return Rect(left, box.y, box.right + self.inside(box.right) - left, box.height)


def make_room(description: Description, inserted: Sequence[Inserted]) -> None:
    """Move what stands right of inserted gateways and put these in their place."""
    by_plane: dict[str, list[Inserted]] = defaultdict(list)
    for one in inserted:
        by_plane[plane_of(description, one.neighbour)].append(one)
    members: dict[str, list[Node]] = defaultdict(list)
    new = {one.gateway.id for one in inserted}
    for node in description.nodes.values():
        if node.id not in new:
            members[plane_of(description, node)].append(node)
    for plane, ones in by_plane.items():
        shift = _Shift(_cuts(ones, members[plane]))
        _move(description, shift, members[plane], plane)
    for one in inserted:
        _put_beside(one)


def plane_of(description: Description, node: Node | Note | Frame | Thing) -> str:
    """The folded sub-process whose inside shows a thing, "" for the main picture."""
    parent = node.parent
    for _ in range(300):
        above = description.nodes.get(parent)
        if above is None:
            return ""
        if above.expanded is False:
            return above.id
        parent = above.parent
    return ""


def _cuts(ones: Sequence[Inserted], nodes: Sequence[Node]) -> dict[float, float]:
    by_left = sorted(nodes, key=lambda node: node.box.x)
    lefts = [node.box.x for node in by_left]
    cuts: dict[float, float] = defaultdict(float)
    for one in ones:
        box, width = one.neighbour.box, one.gateway.box.width
        if one.side == "before":
            cuts[box.x] = max(cuts[box.x], width + SPACE)
        else:
            wanted = width + 2 * SPACE
            free = _free_right_of(box, wanted, by_left, lefts)
            cuts[box.right] = max(cuts[box.right], wanted - free)
    return cuts


def _free_right_of(
    box: Rect, wanted: float, by_left: Sequence[Node], lefts: Sequence[float]
) -> float:
    """The width up to the next box in the same row, at most what is wanted."""
    for index in range(bisect_left(lefts, box.right), len(lefts)):
        if lefts[index] >= box.right + wanted:
            break
        other = by_left[index].box
        if other.y < box.bottom and box.y < other.bottom:
            return lefts[index] - box.right
    return wanted


def _move(description: Description, shift: _Shift, nodes: Sequence[Node], plane: str) -> None:
    hosts = {node.id: node.box for node in description.nodes.values()}
    for node in nodes:
        if node.expanded:
            node.box = shift.wrap(node.box)
        else:
            anchor = hosts.get(node.attached_to, node.box)
            node.box = node.box.moved(shift.of(anchor.x), 0)
    if plane == "":
        for lane in description.lanes.values():
            lane.box = shift.wrap(lane.box)
        for pool in description.pools.values():
            pool.box = shift.wrap(pool.box)
    _move_asides(description, shift, plane)
    own = {node.id for node in nodes}
    for flow in description.flows.values():
        if flow.source in own or flow.target in own:
            flow.points = [point.moved(shift.of(point.x), 0) for point in flow.points]


def _move_asides(description: Description, shift: _Shift, plane: str) -> None:
    """Notes and things go along, frames become wider."""
    ways_of: dict[str, list[DataWay]] = defaultdict(list)
    for one in description.data_ways.values():
        ways_of[one.thing].append(one)
    for thing in description.things.values():
        if plane_of(description, thing) == plane:
            thing.box = thing.box.moved(shift.of(thing.box.x), 0)
            for way in ways_of[thing.id]:
                way.points = [point.moved(shift.of(point.x), 0) for point in way.points]
    for note in description.notes.values():
        if plane_of(description, note) == plane:
            note.box = note.box.moved(shift.of(note.box.x), 0)
    for frame in description.frames.values():
        if plane_of(description, frame) == plane:
            frame.box = shift.wrap(frame.box)


def _put_beside(one: Inserted) -> None:
    box, gateway = one.neighbour.box, one.gateway.box
    y = box.center.y - gateway.height / 2
    x = box.right + SPACE if one.side == "after" else box.x - SPACE - gateway.width
    one.gateway.box = Rect(x, y, gateway.width, gateway.height)


def room_before(description: Description, new: Node, following: Node, ways: Sequence[Flow]) -> None:
    """Place one further node before another and draw its ways (``insertion.insert_before``)."""
    if not new.box.width:
        new.box = Rect(0, 0, *size_of(new.tag))
    inserted = Inserted(new, following, "before")
    make_room(description, [inserted])
    courses = _courses(description)[plane_of(description, following)]
    for flow in ways:
        source, target = description.nodes[flow.source], description.nodes[flow.target]
        flow.points = courses.between(source.box, target.box)


# ------------------------------------------------------------------------------------------ lines


def draw(description: Description) -> None:
    """The points of all ways; bends made by hand stay where the way has still its own two ends."""
    courses = _courses(description)
    for flow in description.flows.values():
        source, target = description.nodes[flow.source], description.nodes[flow.target]
        if flow.points and source.record and target.record:
            flow.points = docked(source.box, flow.points, target.box)
        else:
            plane = plane_of(description, source)
            flow.points = courses[plane].between(source.box, target.box)
    for message in description.messages.values():
        ends = [_box(description, message.source), _box(description, message.target)]
        message.points = Courses(()).between(*ends)
    draw_asides(description)
    draw_data(description)


def _courses(description: Description) -> dict[str, Courses]:
    """One drawing of ways per picture; an unfolded sub-process is no obstacle."""
    boxes: dict[str, list[Rect]] = defaultdict(list)
    for node in description.nodes.values():
        if not node.expanded:
            boxes[plane_of(description, node)].append(node.box)
    planes = {plane_of(description, node) for node in description.nodes.values()}
    return {plane: Courses(boxes[plane]) for plane in planes}


def _take_bends(description: Description, view: Snapshot) -> None:
    """The bends made by hand, so that they move with everything else."""
    for flow in description.flows.values():
        placement = _placement(view, flow.record)
        if placement is not None and placement.bends:
            flow.points = [Point(x, y) for x, y in placement.bends]


def _box(description: Description, part: str) -> Rect:
    node = description.nodes.get(part)
    return node.box if node is not None else description.pools[part].box
