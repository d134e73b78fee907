"""Where does a foreign file draw its elements?

The first diagram is the view "main", further ones bear their own id. What is drawn nowhere gets a
computed place; computed
places live in the records only and are never written back unasked.
"""

from __future__ import annotations

from typing import Any

from exporters.bpmn.arrange import arranged
from exporters.bpmn.identity import Identity
from exporters.bpmn.read_asides import Blocks
from exporters.bpmn.source import Source
from exporters.bpmn.vocabulary import BPMNDI, DC, DI
from model.records import Flow, Placement, Record

Xml = Any
Points = list[tuple[float, float]]
_SHAPE, _EDGE = f"{{{BPMNDI}}}BPMNShape", f"{{{BPMNDI}}}BPMNEdge"
_BOUNDS, _WAYPOINT = f"{{{DC}}}Bounds", f"{{{DI}}}waypoint"
_FAR = 1e7
_TASK_SIZE = (140.0, 120.0)


class Picture:
    """The diagrams of one file."""

    def __init__(self, root: Xml, *, inner_points_only: bool = False) -> None:
        self.computed = 0
        self._inner_points_only = inner_points_only
        self._blocks = Blocks(root)
        self._drawings: list[tuple[str, Xml]] = []
        self.planes: dict[str, Xml] = {}
        self._shape: dict[str, Xml] = {}
        self._drawn: set[str] = set()
        for diagram in root.iterchildren(f"{{{BPMNDI}}}BPMNDiagram"):
            plane = next(diagram.iterchildren(f"{{{BPMNDI}}}BPMNPlane"), None)
            if plane is not None:
                self._take(plane, diagram.get("id", ""))

    def _take(self, plane: Xml, diagram: str) -> None:
        view = "main" if not self.planes else diagram or f"view_{len(self.planes) + 1}"
        while view in self.planes:
            view += "_2"
        self.planes[view] = plane
        for child in plane:
            tag = child.tag
            if tag == _SHAPE:
                about = child.get("bpmnElement", "")
                self._shape.setdefault(about, child)
                self._drawn.add(about.rpartition(":")[2])
                self._drawings.append((view, child))
            elif tag == _EDGE:
                self._drawings.append((view, child))

    def draws(self, element: str) -> bool:
        """Is there a shape for it?"""
        return element in self._drawn

    def is_expanded(self, element: str) -> bool:
        """Is a sub-process drawn with its inside? Where the file does not say, its size tells."""
        shape = self._shape.get(element)
        if shape is None:
            return False
        said = shape.get("isExpanded")
        if said is not None:
            return bool(said in ("true", "1"))
        box = _bounds(shape)
        return box is not None and box[2] > _TASK_SIZE[0] and box[3] > _TASK_SIZE[1]

    def place(
        self, source: Source, identity: Identity, drawn_only: dict[str, tuple[Xml, str, str]]
    ) -> None:
        """Placements of everything drawn, blocks for what is drawn only, computed places for the
        rest.
        """
        source.planes = self.planes
        seen: set[tuple[str, str]] = set()
        placed: set[str] = set()
        for view, drawing in self._drawings:
            reference = drawing.get("bpmnElement", "")
            about = identity.meant(reference)
            if about not in source.records:
                about = self._block(source, identity, drawn_only, reference, drawing)
            if not about or (view, about) in seen:
                continue
            record = self._placement(drawing, source.records[about])
            if record is None:
                continue
            seen.add((view, about))
            placed.add(about)
            record_id = identity.claim(drawing, f"{about}_place")
            source.add(Placement(id=record_id, about=about, view=view, **record))
        for placement in arranged(source.records, placed, identity):
            self.computed += 1
            source.add(placement)

    def _block(
        self,
        source: Source,
        identity: Identity,
        drawn_only: dict[str, tuple[Xml, str, str]],
        reference: str,
        drawing: Xml,
    ) -> str:
        found = drawn_only.pop(reference, None)
        if found is None or drawing.tag != _SHAPE:
            return ""
        element, tag, parent = found
        record = identity.claim(element, tag)
        source.add(self._blocks.record(record, tag, element, parent))
        return record

    def _placement(self, drawing: Xml, record: Record) -> dict[str, Any] | None:
        """The fields of a placement, or None when the drawing makes no sense."""
        if drawing.tag == _SHAPE:
            box = _bounds(drawing)
            if box is None or record.family == "flow":
                return None
            return {"x": box[0], "y": box[1], "width": box[2], "height": box[3]}
        if record.family != "flow":
            return None
        points = waypoints(drawing)
        if len(points) < 2:
            return None
        bends = points[1:-1] if self._inner_points_only else _bends(points, record)
        return {"bends": tuple(bends), "pinned": False}


def _bends(points: Points, record: Record) -> Points:
    """So many points that the picture is the one of the source.

    Messages and data dock anywhere, so their ends count. A way that is one straight piece gets its
    middle: without a bend it would dock where a card's title stands.
    """
    if not isinstance(record, Flow):
        return points
    (x, y), (end_x, end_y) = points[0], points[-1]
    if len(points) == 2 and (x == end_x or y == end_y):
        return [((x + end_x) / 2, (y + end_y) / 2)]
    return points[1:-1]


def waypoints(edge: Xml) -> Points:
    """All points of an edge; those that are no numbers are left out."""
    points = []
    for child in edge.iterchildren(_WAYPOINT):
        found = _pair(child, "x", "y")
        if found is not None:
            points.append(found)
    return points


def _bounds(shape: Xml) -> tuple[float, float, float, float] | None:
    bounds = next(shape.iterchildren(_BOUNDS), None)
    if bounds is None:
        return None
    place, size = _pair(bounds, "x", "y"), _pair(bounds, "width", "height")
    if place is None or size is None or size[0] < 0 or size[1] < 0:
        return None
    return (*place, *size)


def _pair(element: Xml, first: str, second: str) -> tuple[float, float] | None:
    """Two attributes as numbers; None when one is missing, no number, or absurd."""
    get = element.get
    try:
        one, two = float(get(first, "")), float(get(second, ""))
    except ValueError:
        return None
    return (one, two) if -_FAR < one < _FAR and -_FAR < two < _FAR else None
