"""How do edits of lanes and participants get into a foreign file?"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Any

from exporters.bpmn import elements, tree
from exporters.bpmn.description import Lane
from exporters.bpmn.description import MessageFlow as MessageFlowPart
from exporters.bpmn.description import Pool as PoolPart
from exporters.bpmn.openfile import OpenFile
from exporters.bpmn.source import local
from exporters.bpmn.vocabulary import q
from exporters.xmlkit.build import element
from exporters.xmlkit.parse import text_of
from model.language import say
from model.records import MessageFlow, Node, Pool, Role

Xml = Any


class LanePatch:
    """New lanes, new participants, and nodes that change their lane."""

    def __init__(self, patch: OpenFile) -> None:
        self._patch = patch

    def add(self, records: Sequence[Pool | Role]) -> None:
        for record in records:
            if isinstance(record, Pool):
                self._add_pool(record)
        for record in records:
            if isinstance(record, Role):
                self._add_lane(record)

    def _add_pool(self, pool: Pool) -> None:
        if not pool.black_box:
            self._patch.report.lost(pool.id, say("bpmn.lost.pool"))
            return
        collaboration = self._collaboration()
        name = self._patch.names[pool.id]
        made = elements.pool_element(collaboration, PoolPart(id=name, name=pool.name))
        tree.remove(made)
        tree.insert_after(collaboration, made, (*tree.HEAD, q("participant")))
        self._patch.new[pool.id] = made

    def _collaboration(self) -> Xml:
        """The collaboration of the file; a made one stands before the first process."""
        root = self._patch.root
        found = next(root.iterchildren(q("collaboration")), None)
        if found is None:
            found = root.makeelement(q("collaboration"))
            found.set("id", self._patch.names.made("collaboration"))
            processes = [i for i, c in enumerate(root) if local(c.tag) == "process"]
            tree.insert_at(root, found, processes[0] if processes else 0)
        return found

    def _add_lane(self, role: Role) -> None:
        above = self._patch.element(role.parent)
        if above is not None and local(above.tag) == "lane":
            lane_set = next(above.iterchildren(q("childLaneSet")), None)
            if lane_set is None:
                lane_set = element(above, q("childLaneSet"))
        else:
            process = self._process_of_pool(above)
            if process is None:
                self._patch.report.lost(role.id, say("bpmn.lost.no_process"))
                return
            lane_set = next(process.iterchildren(q("laneSet")), None)
            if lane_set is None:
                lane_set = process.makeelement(q("laneSet"))
                lane_set.set("id", self._patch.names.made("lanes"))
                tree.insert_after(process, lane_set, tree.HEAD)
        lane = Lane(id=self._patch.names[role.id], name=role.name)
        self._patch.new[role.id] = elements.lane_element(lane_set, lane, ())

    def _process_of_pool(self, pool: Xml) -> Xml:
        processes = list(self._patch.root.iterchildren(q("process")))
        if pool is not None:
            wanted = pool.get("processRef", "").rpartition(":")[2]
            return next((p for p in processes if p.get("id") == wanted), None)
        return processes[0] if processes else None

    def process_of(self, record: Node) -> Xml:
        """The process a new node belongs in: that of its lane, or of what it is attached to."""
        lane = self._patch.element(record.role)
        attached = self._patch.element(getattr(record, "attached_to", ""))
        if attached is not None:
            return attached.getparent()
        if lane is None:
            lane = self._neighbour(record)
        above = lane
        while above is not None and local(above.tag) != "process":
            above = above.getparent()
        return above if above is not None else self._process_of_pool(None)

    def _neighbour(self, record: Node) -> Xml:
        """The nearest element of the file that ways connect with a new node, or None."""
        view = self._patch.view
        waiting, seen = deque([record.id]), {record.id}
        while waiting:
            node = waiting.popleft()
            found = self._patch.element(node)
            if found is not None:
                return found
            ends = [f.source for f in view.incoming(node)] + [f.target for f in view.outgoing(node)]
            for end in ends:
                if end not in seen:
                    seen.add(end)
                    waiting.append(end)
        return None

    def move(self, record: Node, old_lane: str) -> None:
        """A node leaves its lane and enters another."""
        xml_id = self._patch.xml_id(record.id)
        if old_lane and (old := self._patch.element(old_lane)) is not None:
            for lane in [old, *old.iterancestors(q("lane"))]:
                for reference in list(lane.iterchildren(q("flowNodeRef"))):
                    if text_of(reference).strip() == xml_id:
                        tree.remove(reference)
        new = self._patch.element(record.role)
        if new is not None and new.getparent() is not None:
            reference = new.makeelement(q("flowNodeRef"))
            reference.text = xml_id
            tree.insert_after(new, reference, (*tree.HEAD, q("flowNodeRef")))

    def add_message_flow(self, record: MessageFlow) -> None:
        """A new message between participants."""
        patch = self._patch
        if patch.element(record.source) is None or patch.element(record.target) is None:
            patch.report.lost(record.id, say("bpmn.lost.message_flow"))
            return
        collaboration = self._collaboration()
        part = MessageFlowPart(
            id=patch.names[record.id],
            name=record.name,
            source=patch.xml_id(record.source),
            target=patch.xml_id(record.target),
        )
        made = elements.message_flow_element(collaboration, part)
        tree.remove(made)
        tree.insert_after(collaboration, made, (*tree.HEAD, q("participant"), q("messageFlow")))
        patch.new[record.id] = made
