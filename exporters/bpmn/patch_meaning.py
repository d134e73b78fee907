"""How are edits of cards, ways and lanes written into the tree of a foreign file?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from exporters.bpmn import elements, tree
from exporters.bpmn.description import Description, Flow
from exporters.bpmn.durations import iso_duration
from exporters.bpmn.nodes import SharedParts, described
from exporters.bpmn.openfile import OpenFile
from exporters.bpmn.patch_asides import AsidePatch
from exporters.bpmn.patch_data import DataPatch
from exporters.bpmn.patch_events import EVENT_FIELDS, EventPatch, set_repeats
from exporters.bpmn.patch_kind import become
from exporters.bpmn.patch_lanes import LanePatch
from exporters.bpmn.source import Source, local
from exporters.bpmn.vocabulary import ACTIVITIES, FLOW_NODES, SHARED_CODES, q, sort_of
from exporters.bpmn.ways import condition_text, label
from exporters.report import ExportReport
from model.document import Snapshot
from model.language import say
from model.records import (
    Annotation,
    DataFlow,
    DataObject,
    Deadline,
    ForeignNode,
    Frame,
    MessageFlow,
    Node,
    Pool,
    Record,
    Role,
    Service,
    ServiceCall,
    Start,
    SubProcess,
)
from model.records import Flow as FlowRecord

Xml = Any
_REFERENCES: Final = ("sourceRef", "targetRef", "attachedToRef", "default", "bpmnElement")
_SHARED: Final = ("message", "signal", "error", "escalation")
_REMOVABLE: Final = ("node", "flow", "aside")
_MAY_HAVE_DEFAULT: Final = frozenset(ACTIVITIES) | {
    "exclusiveGateway",
    "inclusiveGateway",
    "complexGateway",
}
ATTRIBUTE_FIELDS: Final = frozenset({"attached_to", "interrupting", "called", "by_event"})
_WRITTEN: Final = EVENT_FIELDS | frozenset(
    {"name", "documentation", "role", "parent", "mode", "form", "attached_to", "interrupting"}
    | {"called", "by_event", "expanded", "order", "extras", "source", "target", "default"}
    | {"kind", "task", "repeats", "many", "state"}
    | {"text", "about", "condition", "side", "group", "black_box", "length", "unit", "tag"}
)
"""Fields whose change is written, or is no matter of BPMN; a change of any other one is told."""


class MeaningPatch(OpenFile):
    """Edits of everything but the picture. ``drawn`` collects new elements that need a place in
    it.
    """

    def __init__(self, source: Source, view: Snapshot, report: ExportReport) -> None:
        super().__init__(source, view, report)
        self._holder = Description(id="", target_namespace="")
        self._shared = SharedParts(self._holder, self.names)
        self.events = EventPatch(self, self._shared)
        self._refers = next(self.root.iter(q("incoming"), q("outgoing")), None) is not None
        self._defaults: dict[str, None] = {}
        self.lanes = LanePatch(self)
        self.asides = AsidePatch(self)
        self.data = DataPatch(self)
        self._left: set[str] = set()
        self._turned: list[str] = []
        for sort in _SHARED:
            for shared in self.root.iterchildren(q(sort)):
                code = shared.get(SHARED_CODES[sort], "") if sort in SHARED_CODES else ""
                self._shared.know(sort, shared.get("name", ""), code, shared.get("id", ""))

    def apply(
        self,
        removed: Sequence[Record],
        changed: Sequence[tuple[Record, Record]],
        added: Sequence[Record],
    ) -> None:
        gone = self._remove([r for r in removed if r.family in _REMOVABLE or _takes_part(r)])
        self.lanes.add([r for r in added if isinstance(r, Pool | Role)])
        self._add_stops(added)
        for before, after in changed:
            self._change(before, after)
        self._add_ways(added)
        for node in self._turned:
            self.data.mend(node, self._left)
        for node in self._defaults:
            self._settle_default(node)
        self._add_shared()
        gone |= self._left
        if gone:
            self._sweep(gone)

    def _add_stops(self, added: Sequence[Record]) -> None:
        """Nodes, then what they work with: ways need both."""
        for record in added:
            if isinstance(record, Node):
                self._add_node(record)
        for record in added:
            if isinstance(record, DataObject):
                self.data.add(record)

    def _add_ways(self, added: Sequence[Record]) -> None:
        for record in added:
            if isinstance(record, FlowRecord):
                self._add_flow(record)
            elif isinstance(record, MessageFlow):
                self.lanes.add_message_flow(record)
            elif isinstance(record, DataFlow):
                self.data.connect(record)
            elif isinstance(record, Annotation | Frame):
                self.asides.add(record)

    # ---------------------------------------------------------------------------------- removing

    def _remove(self, records: Sequence[Record]) -> set[str]:
        """Take elements out; their ids. What refers to them goes when all other edits are done."""
        gone = {self.source.elements[record.id].get("id", "") for record in records}
        for record in records:
            if isinstance(record, FlowRecord):
                self._defaults[record.source] = None
            tree.remove(self.source.elements[record.id])
            if isinstance(record, DataFlow | DataObject):
                self.data.forget(self.source.elements[record.id])
        return gone - {""}

    def _sweep(self, gone: set[str]) -> None:
        """Remove what refers to removed ids, and what refers to that."""
        records = {id(element): name for name, element in self.source.elements.items()}
        while gone:
            # An id that stood twice is still there.
            gone -= {node.get("id", "") for node in self.root.iter("*")}
            fresh: set[str] = set()
            for node in self._referring_to(gone):
                record = records.get(id(node), "")
                if record in self.view:
                    self.report.lost(record, say("bpmn.lost.attached"))
                if local(node.tag):
                    fresh.add(node.get("id", ""))
                is_plane = str(node.tag).endswith("}BPMNPlane")
                tree.remove(node.getparent() if is_plane else node)
            gone = fresh - {""}

    def _referring_to(self, gone: set[str]) -> list[Xml]:
        found: list[Xml] = []
        for node in self.root.iter("*"):
            for name in _REFERENCES:
                if node.get(name) in gone:
                    if name == "default":
                        del node.attrib[name]
                    else:
                        found.append(node)
            if not len(node) and node.text and node.text.strip() in gone and _is_reference(node):
                found.append(node)
        return found

    # ---------------------------------------------------------------------------------- changing

    def _change(self, before: Record, after: Record) -> None:
        element = self.element(after.id)
        if element is None:
            return
        fields = _changed(before, after)
        if isinstance(after, Node):
            self._change_node(before, after, element, fields)
        elif isinstance(after, FlowRecord) and isinstance(before, FlowRecord):
            self._change_flow(before, after, element, fields)
        else:
            self._change_other(before, after, element, fields)
        unsaid = fields - _WRITTEN if after.kind != "placement" else set()
        if unsaid and after.kind != "service":
            self.report.lost(after.id, say("bpmn.lost.fields"))

    def _change_other(self, before: Record, after: Record, element: Xml, fields: set[str]) -> None:
        if isinstance(after, Annotation | Frame) and isinstance(before, Annotation | Frame):
            self.asides.change(before, after)
        elif isinstance(after, DataObject) and isinstance(before, DataObject):
            self.data.change(before, after)
        elif isinstance(after, DataFlow):
            self.data.reconnect(after)
        elif isinstance(after, MessageFlow):
            element.set("sourceRef", self.xml_id(after.source))
            element.set("targetRef", self.xml_id(after.target))
            tree.set_name(element, after.name)
        elif isinstance(after, Deadline):
            tree.set_text(element, iso_duration(after))
        elif isinstance(after, Pool | Role | Service) and "name" in fields:
            tree.set_name(element, after.name)

    def _change_node(self, before: Record, after: Node, element: Xml, fields: set[str]) -> None:
        if "name" in fields:
            self._rename(element, after)
        if "documentation" in fields:
            tree.set_documentation(element, after.documentation)
        if "role" in fields:
            self.lanes.move(after, getattr(before, "role", ""))
        if "parent" in fields and (holder := self._home(after)) is not None:
            tree.remove(element)
            tree.add_flow_element(holder, element)
        if local(element.tag) not in FLOW_NODES:
            return
        tag = sort_of(after)
        if isinstance(before, Node) and tag != sort_of(before):
            self._turn(element, after, tag)
        another = before.kind != after.kind
        if before.extra("condition") != after.extra("condition"):
            fields = fields | {"condition"}
        if another or fields & EVENT_FIELDS:
            self.events.change(after, element, fields)
        self._change_attributes(after, element, fields | (ATTRIBUTE_FIELDS if another else set()))

    def _turn(self, element: Xml, after: Node, tag: str) -> None:
        """It is an element of another kind now; what that may not have leaves."""
        told, gone = become(element, tag)
        element.tag = q(tag)
        parts = {one.get("id", "") for child in gone for one in child.iter("*")}
        self._left |= parts - {""}
        self._turned.append(after.id)
        self._defaults[after.id] = None
        if told:
            self.report.lost(after.id, say("bpmn.lost.left_over", what=", ".join(told)))

    def _rename(self, element: Xml, after: Node) -> None:
        text = next(element.iterchildren(q("text")), None)
        if isinstance(after, ForeignNode) and text is not None:
            tree.set_text(text, after.name)
        else:
            tree.set_name(element, after.name)

    def _change_attributes(self, after: Node, element: Xml, fields: set[str]) -> None:
        if "attached_to" in fields:
            attached = getattr(after, "attached_to", "")
            tree.set_name(element, self.xml_id(attached) if attached else "", "attachedToRef")
        if "interrupting" in fields:
            value = "" if getattr(after, "interrupting", True) else "false"
            name = "isInterrupting" if isinstance(after, Start) else "cancelActivity"
            tree.set_name(element, value, name)
        if "repeats" in fields:
            set_repeats(element, getattr(after, "repeats", ""))
        if isinstance(after, ServiceCall) and "called" in fields:
            tree.set_name(element, after.called, "calledElement")
        if isinstance(after, SubProcess) and "by_event" in fields:
            element.set("triggeredByEvent", "true" if after.by_event else "false")

    def _change_flow(
        self, before: FlowRecord, after: FlowRecord, element: Xml, fields: set[str]
    ) -> None:
        xml_id = self.xml_id(after.id)
        for end, word in (("source", "outgoing"), ("target", "incoming")):
            if end not in fields:
                continue
            element.set(f"{end}Ref", self.xml_id(getattr(after, end)))
            old, new = self.element(getattr(before, end)), self.element(getattr(after, end))
            if old is not None:
                tree.drop_reference(old, word, xml_id)
            if new is not None and self._refers:
                tree.set_reference(new, word, xml_id)
        if "name" in fields:
            tree.set_name(element, after.name)
        if "condition" in fields or before.extra("condition") != after.extra("condition"):
            self._change_condition(after, element)
        if fields & {"default", "source"}:
            self._defaults.update(dict.fromkeys((before.source, after.source)))
        if "parent" in fields and (holder := self._home(after)) is not None:
            tree.remove(element)
            tree.add_flow_element(holder, element)

    def _change_condition(self, after: FlowRecord, element: Xml) -> None:
        for child in list(element.iterchildren(q("conditionExpression"))):
            tree.remove(child)
        text = condition_text(self.view, after)
        if text:
            elements.condition_element(element, text)
        if after.condition is not None and not after.name:
            tree.set_name(element, label(self.view, after))

    def _settle_default(self, node: str) -> None:
        element = self.element(node)
        if element is None or element.getparent() is None:
            return
        default = next((f for f in self.view.outgoing(node) if f.default), None)
        if default is not None and local(element.tag) not in _MAY_HAVE_DEFAULT:
            self.report.lost(default.id, say("bpmn.lost.default"))
            return
        tree.set_name(element, self.xml_id(default.id) if default is not None else "", "default")

    # ------------------------------------------------------------------------------------ adding

    def _home(self, record: Node | FlowRecord) -> Xml:
        """The sub-process or process a node or way belongs in."""
        if record.parent:
            return self.element(record.parent)
        if isinstance(record, FlowRecord):
            source = self.element(record.source)
            return source.getparent() if source is not None else None
        return self.lanes.process_of(record)

    def _add_node(self, record: Node) -> None:
        holder = self._home(record)
        if holder is None:
            self.report.lost(record.id, say("bpmn.lost.no_process"))
            return
        node = described(self.view, record, self.names, self._shared, self.report)
        node.attached_to = self.xml_id(node.attached_to) if node.attached_to else ""
        element = elements.node_element(holder, node, (), ())
        tree.remove(element)
        tree.add_flow_element(holder, element)
        self.new[record.id] = element
        if record.role:
            self.lanes.move(record, "")

    def _add_flow(self, record: FlowRecord) -> None:
        source, target = self.element(record.source), self.element(record.target)
        if source is None or target is None or source.getparent() is not target.getparent():
            self.report.lost(record.id, say("bpmn.lost.flow_across"))
            return
        flow = Flow(
            id=self.names[record.id],
            name=label(self.view, record),
            source=self.xml_id(record.source),
            target=self.xml_id(record.target),
            condition_text=condition_text(self.view, record),
        )
        holder = source.getparent()
        element = elements.flow_element(holder, flow)
        tree.remove(element)
        tree.add_flow_element(holder, element)
        self.new[record.id] = element
        if self._refers:
            tree.set_reference(source, "outgoing", flow.id)
            tree.set_reference(target, "incoming", flow.id)
        if record.default:
            self._defaults[record.source] = None

    def _add_shared(self) -> None:
        """Messages and errors the edits need, before the first collaboration or process."""
        for shared in self._holder.shared.values():
            element = elements.shared_element(self.root, shared)
            tree.remove(element)
            places = [
                index
                for index, child in enumerate(self.root)
                if local(child.tag) in ("collaboration", "process", "choreography")
            ]
            tree.insert_at(self.root, element, places[0] if places else 0)


def _changed(before: Record, after: Record) -> set[str]:
    """Fields that say something else now; one the former kind did not have counts from its
    default.
    """
    return {
        name
        for name, field in type(after).model_fields.items()
        if getattr(before, name, field.default) != getattr(after, name)
    }


def _takes_part(record: Record) -> bool:
    return isinstance(record, Pool | Role)


def _is_reference(node: Xml) -> bool:
    word = local(node.tag)
    return word.endswith(("Ref", "Refs")) or word in ("incoming", "outgoing", "source", "target")
