"""How do moved, new and bent things get into the diagram of a foreign file?

A file without a diagram gets one only when a person placed or moved something. A way follows a
moved card with its end, as little
as possible; it is drawn anew only when its bends were changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Final

from lxml import etree

from exporters.bpmn import elements, tree
from exporters.bpmn.asides import line_between, middle_of
from exporters.bpmn.lines import Courses, docked
from exporters.bpmn.patch_meaning import MeaningPatch
from exporters.bpmn.source import Source, local
from exporters.bpmn.vocabulary import BPMNDI, DC, DI
from exporters.xmlkit.build import element
from model.document import Snapshot
from model.geometry import Point, Rect
from model.records import (
    Annotation,
    DataFlow,
    DataObject,
    Decision,
    Flow,
    Frame,
    MessageFlow,
    Node,
    Placement,
    Pool,
    Record,
    Role,
    SubProcess,
)

Xml = Any
_Way = Flow | MessageFlow | DataFlow
_PREFIXES: Final[dict[str | None, str]] = {"bpmndi": BPMNDI, "dc": DC, "di": DI}
_EDGE: Final = f"{{{BPMNDI}}}BPMNEdge"
_BOUNDS, _WAYPOINT = f"{{{DC}}}Bounds", f"{{{DI}}}waypoint"
_FEWEST_POINTS: Final = 2


class PicturePatch:
    """Edits of placements, and places for new elements."""

    def __init__(self, source: Source, view: Snapshot, meaning: MeaningPatch) -> None:
        self._source = source
        self._view = view
        self._meaning = meaning
        self._drawn: dict[str, list[Placement]] = defaultdict(list)
        for record in source.records.values():
            if isinstance(record, Placement) and record.id in source.elements:
                self._drawn[record.about].append(record)
        self._redrawn: set[str] = set()

    def apply(
        self,
        removed: Sequence[Record],
        changed: Sequence[tuple[Record, Record]],
        added: Sequence[Record],
    ) -> None:
        freed: list[str] = []
        for record in removed:
            if not isinstance(record, Placement) or record.id not in self._source.elements:
                continue
            if isinstance(self._view.get(record.about), _Way):
                freed.append(record.about)  # it only finds its own course again
            else:
                tree.remove(self._source.elements[record.id])
        pairs = [
            (before, after)
            for before, after in changed
            if isinstance(before, Placement) and isinstance(after, Placement)
        ]
        new = [record for record in added if isinstance(record, Placement)]
        if self._source.planes:
            self._apply_places(pairs, new)
            self._apply_ways(changed, added)
            for way in freed:
                self._redraw(way)
            self._apply_ties(changed, added)
        elif pairs or new:
            self._draw_everything()
            self._apply_ties(changed, added)

    def _apply_places(
        self, pairs: Sequence[tuple[Placement, Placement]], new: Sequence[Placement]
    ) -> None:
        for before, after in pairs:
            self._change(before, after)
        for placement in new:
            self._add(placement)
        for before, after in pairs:
            self._follow(before, after)

    def _apply_ways(
        self, changed: Sequence[tuple[Record, Record]], added: Sequence[Record]
    ) -> None:
        for record in added:
            if isinstance(record, _Way):
                self._add_edge(record)
        for before, after in changed:
            if isinstance(before, SubProcess) and isinstance(after, SubProcess):
                if before.expanded != after.expanded:
                    self._fold(after)
            elif _turned(before, after):
                self._redraw(after.id, turned=True)

    def _apply_ties(
        self, changed: Sequence[tuple[Record, Record]], added: Sequence[Record]
    ) -> None:
        """The dotted line of a note follows it, and what it is about."""
        touched = {r.id for r in added}
        touched |= {after.id for before, after in changed if _stands_elsewhere(before, after)}
        touched |= {r.about for r in (*added, *(a for _, a in changed)) if isinstance(r, Placement)}
        edges = {e.get("bpmnElement", ""): e for e in self._source.parsed.root.iter(_EDGE)}
        for note in self._view.of(Annotation):
            card = self._view.card_of(note.about) if note.about else None
            ends = {note.id, note.about, card.id if card is not None else ""}
            tie = self._meaning.asides.ties.get(note.id)
            if tie is not None and ends & touched:
                self._draw_tie(note, tie, edges.get(tie.get("id", "")))

    def _draw_tie(self, note: Annotation, tie: Xml, edge: Xml) -> None:
        about = self._view.card_of(note.about) or self._view.get(note.about)
        box = self._box(note.id, "main")
        thing = self._thing(about) if about is not None else None
        if box is None or thing is None:
            return
        points = line_between(box, thing)
        if tie.get("targetRef") == self._meaning.xml_id(note.id):
            points.reverse()
        if edge is None:
            name = self._meaning.names.made(f"{tie.get('id')}_di")
            plane = self._source.planes.get("main")
            if plane is not None:
                elements.edge_element(plane, name, tie.get("id", ""), points)
            return
        for old in list(edge.iterchildren(_WAYPOINT)):
            edge.remove(old)
        for number, point in enumerate(points):
            made = elements.waypoint_element(edge, point)
            edge.remove(made)
            edge.insert(number, made)

    def _thing(self, record: Record) -> Rect | None:
        if isinstance(record, _Way):
            points = self._points(record.id, "main")
            return middle_of(points) if points else None
        return self._box(record.id, "main")

    # ---------------------------------------------------------------------------------- changing

    def _change(self, before: Placement, after: Placement) -> None:
        drawing = self._source.elements.get(before.id)
        if drawing is None or drawing.getparent() is None:
            self._add(after)
            return
        if isinstance(self._view.get(after.about), _Way):
            if before.bends != after.bends:
                self._redraw(after.about)
            return
        bounds = next(drawing.iterchildren(_BOUNDS))
        for name in ("x", "y", "width", "height"):
            if getattr(before, name) != getattr(after, name):
                bounds.set(name, elements.number(getattr(after, name)))
        for label in drawing.iter(_BOUNDS):
            if label is not bounds:
                _shift(label, after.x - before.x, after.y - before.y)

    def _follow(self, before: Placement, after: Placement) -> None:
        """The ends of its ways follow a moved card."""
        dx, dy = after.box.center.x - before.box.center.x, after.box.center.y - before.box.center.y
        resized = (before.width, before.height) != (after.width, after.height)
        if not isinstance(self._view.get(after.about), Node | Pool | DataObject) or not (
            dx or dy or resized
        ):
            return
        for flow in self._view.referring(after.about):
            if not isinstance(flow, _Way) or flow.id in self._redrawn:
                continue
            for drawn in self._drawn[flow.id]:
                edge = self._source.elements[drawn.id]
                points = list(edge.iterchildren(_WAYPOINT))
                if drawn.view != after.view or len(points) < 2:
                    continue
                if resized:
                    self._redraw(flow.id)
                    continue
                for end, point in ((flow.source, points[0]), (flow.target, points[-1])):
                    if end == after.about:
                        _shift(point, dx, dy)

    def _redraw(self, flow: str, *, turned: bool = False) -> None:
        """All points of a way anew, through the bends of its placement. Where the picture does not
        show both its ends, an old line stays, and one that led elsewhere goes.
        """
        if flow in self._redrawn:
            return
        self._redrawn.add(flow)
        for drawn in self._drawn[flow]:
            edge = self._source.elements[drawn.id]
            if edge.getparent() is None:
                continue
            points = self._points(flow, drawn.view)
            if len(points) < _FEWEST_POINTS:
                if turned:
                    tree.remove(edge)
                continue
            old = list(edge.iterchildren(_WAYPOINT))
            place = edge.index(old[0]) if old else len(edge)
            for point in old:
                edge.remove(point)
            for number, point in enumerate(points):
                made = elements.waypoint_element(edge, point)
                edge.remove(made)
                edge.insert(place + number, made)

    def _fold(self, record: SubProcess) -> None:
        for drawn in self._drawn[record.id]:
            shape = self._source.elements[drawn.id]
            shape.set("isExpanded", "true" if record.expanded else "false")

    # ------------------------------------------------------------------------------------ adding

    def _draw_everything(self) -> None:
        """The first diagram of a file that had none: all places of the view "main"."""
        root = self._source.parsed.root
        names = self._meaning.names
        diagram = etree.SubElement(root, f"{{{BPMNDI}}}BPMNDiagram", nsmap=_PREFIXES)
        diagram.set("id", names.made("diagram"))
        owners = [child for child in root if local(child.tag) in ("collaboration", "process")]
        owners.sort(key=lambda child: local(child.tag))
        about = owners[0].get("id", "") if owners else ""
        plane = element(
            diagram, f"{{{BPMNDI}}}BPMNPlane", {"id": names.made("plane"), "bpmnElement": about}
        )
        self._source.planes["main"] = plane
        for kind in (Pool, Role, Node, DataObject, Frame, Annotation):
            for record in self._view.of(kind):
                self._add_all(record.id)
        for flow in self._view.of(Flow):
            self._add_edge(flow)
        for message in self._view.of(MessageFlow):
            self._add_edge(message)
        for way in self._view.of(DataFlow):
            self._add_edge(way)

    def _add_all(self, about: str) -> None:
        for placement in self._view.referring(about, Placement):
            self._add(placement)

    def _add(self, placement: Placement) -> None:
        """A shape for a placed node, lane or pool."""
        plane = self._source.planes.get(placement.view)
        record = self._view.get(placement.about)
        if plane is None or record is None or self._meaning.element(placement.about) is None:
            return
        if isinstance(record, _Way):
            if self._drawn[record.id]:
                self._redraw(record.id)
            return
        drawn = isinstance(record, Node | Role | Pool | DataObject | Annotation | Frame)
        if not drawn or not placement.width:
            return
        shape = elements.shape_element(
            plane,
            self._drawing_id(placement),
            self._meaning.xml_id(placement.about),
            placement.box,
            _marks(record),
        )
        _before_edges(plane, shape)

    def _add_edge(self, flow: _Way) -> None:
        """An edge for a new way, in the views that draw both ends."""
        if self._meaning.element(flow.id) is None:
            return
        for view, plane in self._source.planes.items():
            points = self._points(flow.id, view)
            if points:
                own = self._view.placement(flow.id, view)
                made = self._meaning.names.made
                edge_id = self._drawing_id(own) if own else made(f"{flow.id}_di")
                elements.edge_element(plane, edge_id, self._meaning.xml_id(flow.id), points)

    def _drawing_id(self, placement: Placement) -> str:
        """A drawing bears the id of its placement: read again, it is the same record."""
        names = self._meaning.names
        if placement.id in self._source.records:
            return names.made(placement.id)
        return names[placement.id]

    def _points(self, flow_id: str, view: str) -> list[Point]:
        flow = self._view.get(flow_id)
        assert isinstance(flow, _Way)
        source, target = self._box(flow.source, view), self._box(flow.target, view)
        if source is None or target is None:
            return []
        own = self._view.placement(flow_id, view)
        if own is not None and own.bends:
            return docked(source, own.points, target)
        if isinstance(flow, DataFlow):
            return line_between(source, target)
        return Courses(self._boxes(view)).between(source, target)

    def _box(self, about: str, view: str) -> Rect | None:
        placement = self._view.placement(about, view)
        return placement.box if placement is not None and placement.width else None

    def _boxes(self, view: str) -> Iterable[Rect]:
        for node in self._view.of(Node):
            box = self._box(node.id, view)
            if box is not None and not (isinstance(node, SubProcess) and node.expanded):
                yield box


def _stands_elsewhere(before: Record, after: Record) -> bool:
    """Another name moves no line."""
    if isinstance(before, Annotation) and isinstance(after, Annotation):
        return before.about != after.about
    return _turned(before, after)


def _turned(before: Record, after: Record) -> bool:
    """True for a way whose ends are others now."""
    ways = _Way
    if not isinstance(before, ways) or not isinstance(after, ways):
        return False
    return (before.source, before.target) != (after.source, after.target)


def _marks(record: Record) -> dict[str, str]:
    if isinstance(record, Decision) and record.mode == "exclusive":
        return {"isMarkerVisible": "true"}
    if isinstance(record, SubProcess):
        return {"isExpanded": "true" if record.expanded else "false"}
    if isinstance(record, Role | Pool):
        return {"isHorizontal": "true"}
    return {}


def _before_edges(plane: Xml, shape: Xml) -> None:
    """Shapes stand before edges, as most tools write them."""
    tree.remove(shape)
    edge = f"{{{BPMNDI}}}BPMNEdge"
    index = next((i for i, child in enumerate(plane) if child.tag == edge), len(plane))
    tree.insert_at(plane, shape, index)


def _shift(place: Xml, dx: float, dy: float) -> None:
    for name, by in (("x", dx), ("y", dy)):
        if by:
            try:
                place.set(name, elements.number(float(place.get(name, "")) + by))
            except ValueError:
                continue
