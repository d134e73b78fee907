"""How is a service said as a process of BPMN 2.0?

``build`` turns a snapshot into a ``Description`` (see there for the hook of other writers): lanes,
cards and ways become
what they mean; ways that leave an answer get a gateway; everything gets a place in the picture. It
says no more than BPMN
can: fields, deadlines and norms of a card become readable words, the rest is named in the report.
"""

from __future__ import annotations

from exporters.bpmn import diagram, ways
from exporters.bpmn.asides import take_asides
from exporters.bpmn.data import take_data
from exporters.bpmn.description import (
    Description,
    Flow,
    Lane,
    MessageFlow,
    Node,
    Pool,
    Process,
)
from exporters.bpmn.naming import Names
from exporters.bpmn.nodes import SharedParts, described
from exporters.bpmn.silence import tell_what_is_lost
from exporters.bpmn.vocabulary import DRAWN_ONLY
from exporters.report import ExportReport
from model.document import Snapshot
from model.language import say, tr
from model.records import (
    Flow as FlowRecord,
)
from model.records import (
    ForeignNode,
    Role,
)
from model.records import (
    MessageFlow as MessageFlowRecord,
)
from model.records import (
    Node as NodeRecord,
)
from model.records import (
    Pool as PoolRecord,
)

TARGET_NAMESPACE = "urn:fachwerk:bpmn"


def build(view: Snapshot, report: ExportReport | None = None) -> Description:
    """The process of a service with its picture. What BPMN cannot say is told to ``report``."""
    report = report if report is not None else ExportReport()
    building = _Building(view, report)
    building.take_participants()
    building.take_nodes()
    building.take_flows()
    description = building.description
    take_asides(description, view, building.names)
    diagram.take_boxes(description, view)
    take_data(description, view, building.names, report)
    inserted = ways.insert_gateways(description, view, building.names, report)
    diagram.make_room(description, inserted)
    diagram.draw(description)
    tell_what_is_lost(view, report)
    return description


class _Building:
    """The steps of ``build`` that share the names and the parts taken so far."""

    def __init__(self, view: Snapshot, report: ExportReport) -> None:
        self.view = view
        self.report = report
        self.service = view.service
        self.names = Names(record.id for record in view if not record.of)
        self.names.taken.add(self.service.id)
        self.description = Description(
            id=self.names.made("definitions"), target_namespace=TARGET_NAMESPACE
        )
        self.description.ids = self.names.of
        self._process_of_pool: dict[str, str] = {}

    def take_participants(self) -> None:
        """Pools become participants with a process each, roles become lanes."""
        roles = self.view.ordered(Role)
        pools = self.view.ordered(PoolRecord)
        home = next((pool.id for pool in pools if not pool.black_box), "")
        main = self._process(self.names[self.service.id], home)
        if roles and not home:
            name = self.service.name or tr("bpmn.unnamed.pool")
            pool_id = self.names.made("pool")
            self.description.pools[pool_id] = Pool(id=pool_id, name=name, process=main)
            home = pool_id
        self._process_of_pool[home] = main
        for pool in pools:
            self._take_pool(pool)
        for role in roles:
            self._take_role(role, home)

    def _process(self, wish: str, pool: str) -> str:
        process = Process(id=wish, attributes={"isExecutable": "false"})
        if not self.description.processes:
            process.name = self.service.name
            process.record = self.service.id
            if self.service.description:
                process.documentation.append(self.service.description)
        self.description.processes.append(process)
        self._process_of_pool[pool] = wish
        return wish

    def _take_pool(self, pool: PoolRecord) -> None:
        process = ""
        if not pool.black_box:
            process = self._process_of_pool.get(pool.id) or self._process(
                self.names.made(f"{self.names[pool.id]}_process"), pool.id
            )
        name = pool.name or self.service.name or tr("bpmn.unnamed.pool")
        pool_id = self.names[pool.id]
        self.description.pools[pool_id] = Pool(
            id=pool_id, name=name, record=pool.id, process=process
        )

    def _take_role(self, role: Role, home: str) -> None:
        pool = self._pool_of(role) or home
        lane_id = self.names[role.id]
        self.description.lanes[lane_id] = Lane(
            id=lane_id,
            name=role.name or tr(f"bpmn.unnamed.side.{role.side}"),
            record=role.id,
            process=self._process_of_pool[pool],
            parent=self.names[role.parent if self.view.get(role.parent, Role) else pool],
        )

    def _pool_of(self, role: Role) -> str:
        parent = role.parent
        for _ in range(300):
            record = self.view.get(parent)
            if isinstance(record, PoolRecord):
                return record.id if record.id in self._process_of_pool else ""
            if not isinstance(record, Role):
                return ""
            parent = record.parent
        return ""

    def take_nodes(self) -> None:
        """Everything on the way, in reading order."""
        shared = SharedParts(self.description, self.names)
        for record in ways.in_reading_order(self.view):
            if isinstance(record, ForeignNode) and record.tag in DRAWN_ONLY:
                self.report.lost(record.id, say("bpmn.lost.drawn_only", name=record.name))
                continue
            node = described(self.view, record, self.names, shared, self.report)
            node.process, node.lane = self._home_of(record)
            self.description.nodes[node.id] = node

    def _home_of(self, record: NodeRecord) -> tuple[str, str]:
        """Process and lane of a node; without a lane that of what holds it."""
        first = self.description.processes[0].id
        seen: NodeRecord | None = record
        for _ in range(300):
            if seen is None:
                break
            lane = self.description.lanes.get(self.names[seen.role])
            if lane is not None:
                return lane.process, lane.id if not record.parent else ""
            above = getattr(seen, "attached_to", "") or seen.parent
            seen = self.view.get(above, NodeRecord)
        return first, ""

    def take_flows(self) -> None:
        """Ways inside one process; others cannot be said."""
        nodes = self.description.nodes
        for source in list(nodes.values()):
            for record in self.view.outgoing(source.record):
                self._take_flow(record, source, nodes.get(self.names[record.target]))
        for message in self.view.ordered(MessageFlowRecord):
            self._take_message_flow(message)

    def _take_flow(self, record: FlowRecord, source: Node, target: Node | None) -> None:
        if target is None or (source.process, source.parent) != (target.process, target.parent):
            self.report.lost(record.id, say("bpmn.lost.flow_across"))
            return
        flow_id = self.names[record.id]
        self.description.flows[flow_id] = Flow(
            id=flow_id,
            name=ways.label(self.view, record),
            record=record.id,
            source=source.id,
            target=target.id,
            process=source.process,
            parent=source.parent,
            condition=record.condition,
            condition_text=ways.condition_text(self.view, record),
        )
        if record.default:
            source.default = flow_id

    def _take_message_flow(self, record: MessageFlowRecord) -> None:
        ends = [self.names[record.source], self.names[record.target]]
        known = [end in self.description.nodes or end in self.description.pools for end in ends]
        if not all(known):
            self.report.lost(record.id, say("bpmn.lost.message_flow"))
            return
        flow_id = self.names[record.id]
        self.description.messages[flow_id] = MessageFlow(
            id=flow_id, name=record.name, record=record.id, source=ends[0], target=ends[1]
        )
