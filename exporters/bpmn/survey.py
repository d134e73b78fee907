"""How is a foreign BPMN file walked?

Once, without recursion; each record keeps the element it was made of, and the patcher changes
exactly these. The same file always gives the same records.
"""

from __future__ import annotations

from typing import Any, Final

from exporters.bpmn.identity import Identity
from exporters.bpmn.lanes import Lanes
from exporters.bpmn.picture import Picture
from exporters.bpmn.raw import Raw
from exporters.bpmn.read_asides import tie_notes
from exporters.bpmn.read_data import DataReader
from exporters.bpmn.read_nodes import NodeReader
from exporters.bpmn.source import Source, local
from exporters.bpmn.vocabulary import DRAWN_ONLY, FLOW_NODES, q
from exporters.xmlkit.parse import ParsedXml, text_of
from model.language import say
from model.records import Flow, ForeignFile, MessageFlow, Pool, Service, key_between
from model.storage.collector import collector_off

Xml = Any
_CONTAINERS = frozenset({"process", "choreography", "globalChoreographyTask"})
_FILLING = frozenset({*FLOW_NODES, "laneSet"})
_BESIDE = frozenset({*DRAWN_ONLY, "association"})
_NUMBER: Final = "reading"
REPEATED: Final = "repeated"
"""The kept text by which a check of the service finds ids that stood twice."""


READING: Final = 2
"""What this program makes of a file. 1: before events, repetitions and what is worked with had
records of their own. A kept file bears the number it was read with, so that a service imported
then is compared with the records it was given then, and not with those of today.
"""


def survey(parsed: ParsedXml, name: str, reading: int = READING) -> Source:
    """Read the whole file, as the program of ``reading`` did."""
    with collector_off():
        return _Survey(parsed, name, reading).result()


def reading_of(file: ForeignFile) -> int:
    """The number a kept file was read with."""
    number = file.extra(_NUMBER)
    return int(number) if number.isdecimal() else 1


def read_with(file: ForeignFile, reading: int) -> ForeignFile:
    """The kept file with the number."""
    return file.with_extra(_NUMBER, str(reading) if reading > 1 else "")


class _Survey:
    """One walk over one file; the methods are its stages."""

    def __init__(self, parsed: ParsedXml, name: str, reading: int) -> None:
        self.name = name
        self.older = reading < 2
        self.root = parsed.root
        self.source = Source(parsed, notes=list(parsed.notes))
        self.identity = Identity(parsed.root)
        self.picture = Picture(parsed.root, inner_points_only=self.older)
        self.lanes = Lanes(self.identity)
        self.raw: list[Raw] = []
        self.flows: list[tuple[Xml, str, str]] = []
        self.drawn_only: dict[str, tuple[Xml, str, str]] = {}
        self.associations: list[tuple[Xml, str]] = []
        self.data = DataReader(self.identity, self.picture)
        self.pool_of_process: dict[str, str] = {}
        self.dangling = 0

    def result(self) -> Source:
        children = [(child, local(child.tag)) for child in self.root]
        processes = [child for child, word in children if word in _CONTAINERS]
        collaborations = [child for child, word in children if word == "collaboration"]
        self._take_service(processes)
        self._take_pools(collaborations, processes)
        for process in processes:
            self._walk(process, process.get("id", ""))
        for collaboration in collaborations:
            self._take_drawn_only(collaboration)
        self._make_roles()
        self._make_nodes()
        self._make_flows()
        self._make_message_flows(collaborations)
        if not self.older:
            self.data.read(self.source, self.raw, self.drawn_only)
        self.picture.place(self.source, self.identity, self.drawn_only)
        tie_notes(self.source, self.identity, self.associations)
        if not self.older:
            self._mark_repeated()
        self._tell()
        self.source.elements.update(self.identity.element)
        return self.source

    # ------------------------------------------------------------------------------ participants

    def _take_service(self, processes: list[Xml]) -> None:
        main = next((p for p in processes if any(local(c.tag) in FLOW_NODES for c in p)), None)
        main = main if main is not None else next(iter(processes), None)
        if main is None:
            service = Service(id=self.identity.free("service"), name=self._stem())
        else:
            record = self.identity.claim(main, "service")
            service = Service(id=record, name=main.get("name") or self._stem())
        self.source.add(service)

    def _stem(self) -> str:
        return self.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]

    def _take_pools(self, collaborations: list[Xml], processes: list[Xml]) -> None:
        filled = {
            process.get("id")
            for process in processes
            if any(local(child.tag) in _FILLING for child in process)
        }
        order = ""
        for collaboration in collaborations:
            for participant in collaboration.iterchildren(q("participant")):
                order = key_between(order)
                record = self.identity.claim(participant, "pool")
                process = participant.get("processRef", "").rpartition(":")[2]
                if process:
                    self.pool_of_process.setdefault(process, record)
                pool = Pool(
                    id=record,
                    order=order,
                    name=participant.get("name", ""),
                    black_box=process not in filled,
                )
                self.source.add(pool)

    # ------------------------------------------------------------------------------------- walk

    def _walk(self, process: Xml, scope: str) -> None:
        """All flow nodes, ways and lanes of a process, nested ones too."""
        waiting: list[tuple[Xml, str]] = [(process, "")]
        words: dict[Any, str] = {}
        while waiting:
            holder, parent = waiting.pop()
            for child in holder:
                tag = child.tag
                word = words.get(tag)
                if word is None:
                    word = words[tag] = local(tag)
                if word in FLOW_NODES:
                    record = self.identity.claim(child, word, scope)
                    self.raw.append(Raw(record, child, word, scope, parent))
                    if (
                        word.endswith("rocess")
                        or word == "transaction"
                        or word == "subChoreography"
                    ):
                        waiting.append((child, record))
                elif word == "sequenceFlow":
                    self.flows.append((child, scope, parent))
                elif word in _BESIDE:
                    self._take_beside(child, word, scope, parent)
                elif word == "laneSet":
                    pool = "" if parent else self.pool_of_process.get(scope, "")
                    self.lanes.take(child, scope, pool)
                elif word == "ioSpecification":
                    self._take_drawn_only(child)

    def _take_drawn_only(self, holder: Xml) -> None:
        for child in holder:
            word = local(child.tag)
            if word in _BESIDE:
                self._take_beside(child, word, "", "")

    def _take_beside(self, child: Xml, word: str, scope: str, parent: str) -> None:
        if word == "association":
            self.associations.append((child, scope))
        else:
            self._remember(child, word, parent)

    def _remember(self, child: Xml, word: str, parent: str = "") -> None:
        name = child.get("id")
        if name:
            self.drawn_only.setdefault(name, (child, word, parent))

    # ----------------------------------------------------------------------------------- records

    def _make_roles(self) -> None:
        tags: dict[str, list[str]] = {}
        for raw in self.raw:
            raw.lane = self.lanes.lane_of(raw.scope, raw.element.get("id", ""))
            tags.setdefault(raw.lane, []).append(raw.tag)
        for role in self.lanes.roles(tags):
            self.source.add(role)

    def _make_nodes(self) -> None:
        pools = {
            name: record.name
            for name, record in self.source.records.items()
            if isinstance(record, Pool)
        }
        reader = NodeReader(self.root, self.identity, self.picture, self.lanes, older=self.older)
        for raw in self.raw:
            pool = self.pool_of_process.get(raw.scope, "")
            for record in reader.read(raw, pool, pools.get(pool, "")):
                self.source.add(record)

    def _make_flows(self) -> None:
        order: dict[str, str] = {}
        for child, scope, parent in self.flows:
            source = self.identity.meant(child.get("sourceRef", ""), scope)
            target = self.identity.meant(child.get("targetRef", ""), scope)
            if source not in self.source.records or target not in self.source.records:
                self.dangling += 1
                continue
            record = self.identity.claim(child, "flow", scope)
            order[source] = key_between(order.get(source, ""))
            default = self.identity.element[source].get("default")
            self.source.add(
                Flow(
                    id=record,
                    parent=parent,
                    order=order[source],
                    source=source,
                    target=target,
                    name=child.get("name", ""),
                    default=default is not None and default == child.get("id"),
                    extras=_condition(child) if len(child) else (),
                )
            )

    def _make_message_flows(self, collaborations: list[Xml]) -> None:
        for collaboration in collaborations:
            for child in collaboration.iterchildren(q("messageFlow")):
                source = self.identity.meant(child.get("sourceRef", ""))
                target = self.identity.meant(child.get("targetRef", ""))
                if source not in self.source.records or target not in self.source.records:
                    self.dangling += 1
                    continue
                record = self.identity.claim(child, "message_flow")
                flow = MessageFlow(
                    id=record, source=source, target=target, name=child.get("name", "")
                )
                self.source.add(flow)

    def _mark_repeated(self) -> None:
        """A record whose id stood twice says so: the check of the service shows it there."""
        for name, own in self.identity.renamed.items():
            record = self.source.records.get(name)
            if record is not None and record.kind != "placement":
                self.source.add(record.with_extra(REPEATED, own))

    def _tell(self) -> None:
        repeated = self.identity.repeated
        if repeated:
            ids = ", ".join(dict.fromkeys(repeated[:5]))
            self.source.notes.append(say("bpmn.note.repeated", n=len(repeated), ids=ids))
        if self.dangling:
            self.source.notes.append(say("bpmn.note.dangling", n=self.dangling))
        if self.picture.computed:
            self.source.notes.append(say("bpmn.note.computed", n=self.picture.computed))


def _condition(flow: Xml) -> tuple[tuple[str, str], ...]:
    """The text of a foreign condition, kept as it stands."""
    condition = next(flow.iterchildren(q("conditionExpression")), None)
    if condition is None:
        return ()
    text = text_of(condition).strip()
    return (("condition", text),) if text else ()
