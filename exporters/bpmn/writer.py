"""How does a service become a BPMN 2.0 file?

``write`` is the target "bpmn": a service drawn here is written anew, an imported one as its source
with the edits patched in.
``serialise`` turns any ``Description`` into bytes; the engine-specific writers call it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from lxml import etree

from exporters.artifact import Artifact
from exporters.bpmn import elements
from exporters.bpmn.description import (
    DataWay,
    Description,
    Flow,
    Lane,
    Node,
    Process,
    Thing,
)
from exporters.bpmn.diagram import plane_of
from exporters.bpmn.naming import Names
from exporters.bpmn.semantics import build
from exporters.bpmn.vocabulary import BPMNDI, MEDIA_TYPE, NAMESPACES, XSI, q
from exporters.causes import grouped
from exporters.report import ExportReport
from exporters.xmlkit.build import element, to_bytes
from model.document import Snapshot
from model.records import ForeignFile

Xml = Any


def write(view: Snapshot) -> tuple[list[Artifact], ExportReport]:
    """One artifact: the process as neutral BPMN 2.0 with its picture."""
    report = ExportReport()
    source = foreign_source(view)
    if source is not None:
        from exporters.bpmn.patch import patched

        content = patched(view, source, report)
    else:
        content = serialise(build(view, report))
    return [Artifact("process.bpmn", MEDIA_TYPE, content, "prozess")], grouped(report, view)


def foreign_source(view: Snapshot) -> ForeignFile | None:
    """The kept BPMN file this service was imported from, if any."""
    files = (file for file in view.ordered(ForeignFile) if file.media_type == MEDIA_TYPE)
    return next(files, None)


def serialise(description: Description) -> bytes:
    """The bytes of a description; the same for the same description."""
    return to_bytes(_Writing(description).root())


class _Writing:
    """One run over a description: what belongs together is grouped once."""

    def __init__(self, description: Description) -> None:
        self.description = description
        self.names = Names([*description.nodes, *description.flows, *description.lanes])
        self.names.taken.update(description.pools, description.messages, description.shared)
        self.names.taken.update(process.id for process in description.processes)
        self.names.taken.add(description.id)
        self.names.taken.update(description.notes, description.frames)
        self.names.taken.update(note.association for note in description.notes.values())
        for frame in description.frames.values():
            self.names.taken.update((frame.category, frame.value))
        for thing in description.things.values():
            self.names.taken.update((thing.id, thing.whole))
        self.data: dict[str, list[DataWay]] = defaultdict(list)
        for way in description.data_ways.values():
            self.names.taken.update((way.id, way.place))
            self.data[way.node].append(way)
        self.incoming: dict[str, list[str]] = defaultdict(list)
        self.outgoing: dict[str, list[str]] = defaultdict(list)
        self.flows: dict[tuple[str, str], list[Flow]] = defaultdict(list)
        for flow in description.flows.values():
            self.incoming[flow.target].append(flow.id)
            self.outgoing[flow.source].append(flow.id)
            self.flows[flow.process, flow.parent].append(flow)
        self.nodes: dict[tuple[str, str], list[Node]] = defaultdict(list)
        self.in_lane: dict[str, list[str]] = defaultdict(list)
        for node in description.nodes.values():
            self.nodes[node.process, node.parent].append(node)
            self.in_lane[node.lane].append(node.id)
        self.aside_homes = {(note.process, note.parent) for note in description.notes.values()}
        self.aside_homes |= {(frame.process, frame.parent) for frame in description.frames.values()}
        things = description.things.values()
        self.aside_homes |= {(thing.process, thing.parent) for thing in things}
        self.lanes: dict[str, list[Lane]] = defaultdict(list)
        for lane in description.lanes.values():
            self.lanes[lane.parent].append(lane)

    def root(self) -> Xml:
        """definitions: shared parts, collaboration, processes, pictures."""
        root = etree.Element(q("definitions"), nsmap=self._namespaces())
        root.set("id", self.description.id)
        root.set("targetNamespace", self.description.target_namespace)
        root.set("exporter", "Fachwerk")
        for shared in self.description.shared.values():
            elements.shared_element(root, shared)
        for thing in self.description.things.values():
            if thing.form == "store":
                elements.store_element(root, thing)
        for frame in self.description.frames.values():
            if frame.category:
                elements.category_element(root, frame)
        collaboration = self._collaboration(root)
        for process in self.description.processes:
            self._process(root, process)
        self._pictures(root, collaboration)
        return root

    def _namespaces(self) -> Any:
        return {**NAMESPACES, "xsi": XSI, **self.description.namespaces}

    def _collaboration(self, root: Xml) -> str:
        """The id of the collaboration, or "" when nobody takes part by name."""
        pools = self.description.pools
        if not pools:
            return ""
        collaboration = self.names.made("collaboration")
        made = element(root, q("collaboration"), {"id": collaboration})
        for pool in pools.values():
            elements.pool_element(made, pool)
        for message in self.description.messages.values():
            elements.message_flow_element(made, message)
        return collaboration

    def _process(self, root: Xml, process: Process) -> None:
        made = elements.part_element(root, "process", process, {})
        outside = [t for t in self._things(process.id, "") if t.form in ("input", "output")]
        if outside:
            elements.io_element(made, outside)
        pool = next((p.id for p in self.description.pools.values() if p.process == process.id), "")
        if self.lanes.get(pool):
            self._lane_set(made, pool, "laneSet")
        waiting = [(made, "")]
        while waiting:
            holder, parent = waiting.pop()
            for node in self.nodes[process.id, parent]:
                one = elements.node_element(
                    holder,
                    node,
                    self.incoming[node.id],
                    self.outgoing[node.id],
                    self.data[node.id],
                )
                home = process.id, node.id
                if self.nodes.get(home) or home in self.aside_homes:
                    waiting.append((one, node.id))
            for flow in self.flows[process.id, parent]:
                elements.flow_element(holder, flow)
            for thing in self._things(process.id, parent):
                if thing.whole:
                    elements.thing_elements(holder, thing)
            self._asides(holder, process.id, parent)

    def _things(self, process: str, parent: str) -> list[Thing]:
        things = self.description.things.values()
        return [thing for thing in things if (thing.process, thing.parent) == (process, parent)]

    def _asides(self, holder: Xml, process: str, parent: str) -> None:
        """Groups, text annotations and their associations: after everything on the way."""
        home = process, parent
        for frame in self.description.frames.values():
            if (frame.process, frame.parent) == home:
                elements.group_element(holder, frame)
        notes = [n for n in self.description.notes.values() if (n.process, n.parent) == home]
        for note in notes:
            elements.note_element(holder, note)
        for note in notes:
            if note.about:
                elements.association_element(holder, note.association, note.about, note.id)

    def _lane_set(self, holder: Xml, parent: str, tag: str) -> None:
        """Lanes and the lanes inside them, without recursion."""
        waiting = [(holder, parent, tag)]
        while waiting:
            above, name, word = waiting.pop()
            made = element(above, q(word), {"id": self.names.made(f"{name or 'process'}_lanes")})
            for lane in self.lanes[name]:
                one = elements.lane_element(made, lane, self._nodes_below(lane))
                if self.lanes.get(lane.id):
                    waiting.append((one, lane.id, "childLaneSet"))

    def _nodes_below(self, lane: Lane) -> list[str]:
        """An outer lane names the nodes of its inner lanes too."""
        found: list[str] = []
        waiting = [lane.id]
        while waiting:
            one = waiting.pop()
            found.extend(self.in_lane[one])
            waiting.extend(child.id for child in reversed(self.lanes.get(one, [])))
        return found

    # ------------------------------------------------------------------------------- the picture

    def _pictures(self, root: Xml, collaboration: str) -> None:
        """The main picture, and one for the inside of each folded sub-process."""
        planes: dict[str, list[Node]] = {"": []}
        for node in self.description.nodes.values():
            planes.setdefault(plane_of(self.description, node), []).append(node)
        for plane, nodes in planes.items():
            about = plane or collaboration or self.description.processes[0].id
            diagram = element(
                root, f"{{{BPMNDI}}}BPMNDiagram", {"id": self.names.made(f"{about}_diagram")}
            )
            made = element(
                diagram,
                f"{{{BPMNDI}}}BPMNPlane",
                {"id": self.names.made(f"{about}_plane"), "bpmnElement": about},
            )
            if not plane:
                self._participants(made)
            self._shapes(made, nodes)
            self._aside_shapes(made, plane)

    def _participants(self, plane: Xml) -> None:
        wide = {"isHorizontal": "true"}
        for pool in self.description.pools.values():
            elements.shape_element(plane, self._di(pool.id), pool.id, pool.box, wide)
        for lane in self.description.lanes.values():
            elements.shape_element(plane, self._di(lane.id), lane.id, lane.box, wide)
        for message in self.description.messages.values():
            elements.edge_element(plane, self._di(message.id), message.id, message.points)

    def _shapes(self, plane: Xml, nodes: Iterable[Node]) -> None:
        own = set()
        for node in nodes:
            own.add(node.id)
            elements.shape_element(plane, self._di(node.id), node.id, node.box, shape_marks(node))
        for flow in self.description.flows.values():
            if flow.source in own:
                elements.edge_element(plane, self._di(flow.id), flow.id, flow.points)

    def _aside_shapes(self, plane: Xml, about: str) -> None:
        for thing in self.description.things.values():
            if plane_of(self.description, thing) == about:
                elements.shape_element(plane, self._di(thing.id), thing.id, thing.box)
        for way in self.description.data_ways.values():
            if plane_of(self.description, self.description.things[way.thing]) == about:
                elements.edge_element(plane, self._di(way.id), way.id, way.points)
        for frame in self.description.frames.values():
            if frame.box.width and plane_of(self.description, frame) == about:
                elements.shape_element(plane, self._di(frame.id), frame.id, frame.box)
        for note in self.description.notes.values():
            if plane_of(self.description, note) != about:
                continue
            elements.shape_element(plane, self._di(note.id), note.id, note.box)
            if note.points:
                tie = note.association
                elements.edge_element(plane, self._di(tie), tie, note.points[::-1])

    def _di(self, about: str) -> str:
        return self.names.made(f"{about}_di")


def shape_marks(node: Node) -> dict[str, str]:
    """Attributes of a shape that belong to its kind."""
    if node.tag == "exclusiveGateway":
        return {"isMarkerVisible": "true"}
    if node.expanded is not None:
        return {"isExpanded": "true" if node.expanded else "false"}
    return {}
