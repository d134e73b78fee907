"""Any BPMN 2.0 the schema allows, as many tools and people with an XML editor would write it.

Nothing here is sensible; everything is valid: odd prefixes, comments and instructions anywhere,
pools, nested lanes and sub-processes, every kind of event, data, notes, groups, vendors' elements,
several diagrams of which each draws only some of it.
"""

from __future__ import annotations

from random import Random
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from hypothesis import strategies as st

from exporters.bpmn.vocabulary import BPMN, BPMNDI, DC, DI, XSI

WORDS: Final = (
    "Antrag prüfen",
    "",
    "a < b & „c“",
    "Zeile\nzwei",
    "  Rand  ",
    "😀 ﬁ",
    "x" * 120,
    "§ 5 Abs. 1",
)
TASKS: Final = tuple("task userTask manualTask serviceTask scriptTask sendTask receiveTask".split())
GATES: Final = tuple(
    "exclusiveGateway inclusiveGateway parallelGateway complexGateway eventBasedGateway".split()
)
CATCH: Final = ("startEvent", "intermediateCatchEvent")
THROW: Final = ("endEvent", "intermediateThrowEvent")
SORTS: Final = tuple("message timer signal error escalation compensate conditional link".split())
TIMES: Final = (
    ("timeDuration", "P14D"),
    ("timeDate", "2026-01-01T00:00:00Z"),
    ("timeCycle", "R3/PT10H"),
)


class Maker:
    """One document. ``p`` is the prefix of BPMN with its colon, ``dice`` decides everything."""

    def __init__(self, dice: Random) -> None:
        self.dice = dice
        self.p = dice.choice(("", "bpmn:", "b:", "semantic:", "ns-1.x:"))
        self.d = dice.choice(("bpmndi:", "d:", "DI-0:"))
        self.vendor = dice.choice(("", "v:", "signavio:", "camunda:"))
        self.count = 0
        self.nodes: list[str] = []
        self.flows: list[str] = []
        self.boxes: list[str] = []
        self.roots: list[str] = []
        self.things: list[str] = []
        self.style = dice.choice(("n{}", "_{}", "sid-{}-ABCD", "Übergang.{}", "ID_{}-x.y"))

    # ------------------------------------------------------------------------------------- bits

    def name_of(self) -> str:
        self.count += 1
        return self.style.format(self.count)

    def perhaps(self, text: str, chance: float = 0.4) -> str:
        return text if self.dice.random() < chance else ""

    def gap(self) -> str:
        """What may stand between two elements and means nothing."""
        return self.dice.choice(
            ("", "", "\n", "\r\n    ", "\t", "<!-- ein Wort -->", "<?werkzeug tut was?>\n")
        )

    def tag(self, name: str, inside: str = "", /, **facts: str) -> str:
        """An element with attributes in any order; an empty name is written all the same."""
        pairs = [f"{key}={_quoted(value)}" for key, value in facts.items()]
        if self.vendor and name != "extensionElements" and self.dice.random() < 0.2:
            pairs.append(f'{self.vendor}farbe="#fff &amp; {self.count}"')
        self.dice.shuffle(pairs)
        head = f"{self.p}{name}{' ' if pairs else ''}{' '.join(pairs)}"
        if not inside and self.dice.random() < 0.7:
            return f"<{head}/>{self.gap()}"
        return f"<{head}>{self.gap()}{inside}</{self.p}{name}>{self.gap()}"

    def head(self) -> str:
        """Documentation and extension elements."""
        words = escape(self.dice.choice(WORDS))
        if self.dice.random() < 0.2:
            words = f"<![CDATA[{self.dice.choice(WORDS)}]]>"
        said = self.perhaps(self.tag_of_text("documentation", words), 0.3)
        if not self.vendor or self.dice.random() < 0.7:
            return said
        inner = f'<{self.vendor}eigen a="1" b="&#10;">x<{self.vendor}tief/>y</{self.vendor}eigen>'
        return said + self.tag("extensionElements", inner)

    def tag_of_text(self, name: str, words: str) -> str:
        return f"<{self.p}{name}>{words}</{self.p}{name}>{self.gap()}"

    def called(self) -> dict[str, str]:
        return {"name": self.dice.choice(WORDS)} if self.dice.random() < 0.8 else {}

    # ------------------------------------------------------------------------------------ events

    def definitions_of(self, sorts: tuple[str, ...]) -> str:
        number = self.dice.choice((0, 1, 1, 1, 2))
        return "".join(self.definition(self.dice.choice(sorts)) for _ in range(number))

    def definition(self, sort: str) -> str:
        inside, facts = "", {"id": self.name_of()}
        if sort == "timer":
            tag, when = self.dice.choice(TIMES)
            inside = self.perhaps(self.tag_of_text(tag, when), 0.8)
        elif sort == "conditional":
            inside = self.tag_of_text("condition", "a &gt; 1")
        elif sort == "link":
            facts["name"] = "Sprung"
        elif sort in ("message", "signal", "error", "escalation") and self.dice.random() < 0.7:
            shared = self.name_of()
            self.roots.append(self.tag(sort, id=shared, **self.called()))
            facts[f"{sort}Ref"] = shared
        return self.tag(f"{sort}EventDefinition", inside, **facts)

    def event(self, ways: str) -> str:
        tag = self.dice.choice(CATCH + THROW)
        sorts = (*SORTS, "terminate", "cancel") if tag == "endEvent" else SORTS
        inside = self.head() + ways + self.definitions_of(sorts)
        return self.tag(tag, inside, id=self.nodes[-1], **self.called())

    def boundary(self, host: str) -> str:
        name = self.name_of()
        self.boxes.append(name)
        facts = {"id": name, "attachedToRef": host, **self.called()}
        if self.dice.random() < 0.5:
            facts["cancelActivity"] = self.dice.choice(("true", "false"))
        return self.tag("boundaryEvent", self.definitions_of((*SORTS, "cancel")), **facts)

    # ------------------------------------------------------------------------------------- steps

    def node(self, depth: int, ways: str) -> str:
        kind = self.dice.random()
        if kind < 0.3:
            return self.event(ways)
        facts = {"id": self.nodes[-1], **self.called()}
        if kind < 0.5:
            if self.dice.random() < 0.5:
                facts["gatewayDirection"] = "Unspecified"
            return self.tag(self.dice.choice(GATES), self.head() + ways, **facts)
        repeated = self.perhaps(
            self.tag("multiInstanceLoopCharacteristics", isSequential="true"), 0.15
        )
        if kind < 0.62 and depth:
            if self.dice.random() < 0.3:
                facts["triggeredByEvent"] = "true"
            return self.tag(
                self.dice.choice(("subProcess", "subProcess", "transaction")),
                self.head() + ways + repeated + self.scope(depth - 1),
                **facts,
            )
        if kind < 0.67:
            facts["calledElement"] = "q"
            return self.tag("callActivity", self.head() + ways + repeated, **facts)
        inside = self.head() + ways + self.perhaps(self.inputs(), 0.25) + repeated
        return self.tag(self.dice.choice(TASKS), inside, **facts)

    def inputs(self) -> str:
        """What a step reads, said in full, from a thing drawn elsewhere or from nowhere."""
        came, tie = self.name_of(), self.name_of()
        refs = self.tag_of_text("dataInputRefs", came)
        said = self.tag(
            "ioSpecification",
            self.tag("dataInput", id=came, **self.called())
            + self.tag("inputSet", refs, id=self.name_of())
            + self.tag("outputSet", id=self.name_of()),
            id=self.name_of(),
        )
        if not self.things:
            return said
        start = self.tag_of_text("sourceRef", self.dice.choice(self.things))
        self.flows.append(tie)
        return said + self.tag(
            "dataInputAssociation", start + self.tag_of_text("targetRef", came), id=tie
        )

    def scope(self, depth: int) -> str:
        """The flow elements of a process or sub-process, then its artifacts."""
        names = [self.name_of() for _ in range(self.dice.randint(0, 5))]
        ways = [
            (self.name_of(), *self.dice.choices(names, k=2))
            for _ in range(self.dice.randint(0, len(names) + 1) if names else 0)
        ]
        said = self.dice.random() < 0.6
        parts = []
        for name in names:
            self.nodes.append(name)
            self.boxes.append(name)
            refs = [self.tag_of_text("incoming", w) for w, _, to in ways if to == name]
            refs += [self.tag_of_text("outgoing", w) for w, start, _ in ways if start == name]
            parts.append(self.node(depth, "".join(refs) if said else ""))
            if (
                "ask " in parts[-1][:40] or "rocess" in parts[-1][:40]
            ) and self.dice.random() < 0.3:
                parts.append(self.boundary(name))
        parts += [self.flow(*way) for way in ways] + self.data()
        self.dice.shuffle(parts)
        return "".join(parts) + self.artifacts(names)

    def flow(self, name: str, start: str, to: str) -> str:
        self.flows.append(name)
        formal = f'xsi:type="{self.p}tFormalExpression"'
        typed = self.dice.choice(("", f" {formal}"))
        condition = f"<{self.p}conditionExpression{typed}>${{a}}</{self.p}conditionExpression>"
        inside = self.perhaps(condition, 0.2)
        return self.tag(
            "sequenceFlow", inside, id=name, sourceRef=start, targetRef=to, **self.called()
        )

    def data(self) -> list[str]:
        if self.dice.random() < 0.6:
            return []
        thing, reference, store = (self.name_of() for _ in range(3))
        self.boxes += [reference, store]
        self.things += [reference, store]
        return [
            self.tag("dataObject", id=thing, isCollection="false"),
            self.tag("dataObjectReference", id=reference, dataObjectRef=thing, **self.called()),
            self.tag("dataStoreReference", id=store, **self.called()),
        ]

    def artifacts(self, names: list[str]) -> str:
        if self.dice.random() < 0.5:
            return ""
        note = self.name_of()
        self.boxes.append(note)
        found = self.tag(
            "textAnnotation", self.tag_of_text("text", escape(self.dice.choice(WORDS))), id=note
        )
        if names:
            tie = self.name_of()
            self.flows.append(tie)
            found += self.tag(
                "association", id=tie, sourceRef=self.dice.choice(names), targetRef=note
            )
        if self.dice.random() < 0.4:
            group, value = self.name_of(), self.name_of()
            self.boxes.append(group)
            inner = self.tag("categoryValue", id=value, value="Rahmen")
            self.roots.append(self.tag("category", inner, id=self.name_of()))
            found += self.tag("group", id=group, categoryValueRef=value)
        return found

    # -------------------------------------------------------------------------------- the whole

    def lanes(self, nodes: list[str], depth: int) -> str:
        lanes = []
        for _ in range(self.dice.randint(1, 2)):
            mine = [node for node in nodes if self.dice.random() < 0.6]
            nodes = [node for node in nodes if node not in mine]
            refs = "".join(self.tag_of_text("flowNodeRef", node) for node in mine)
            deeper = ""
            if depth and self.dice.random() < 0.3:
                deeper = self.lanes(mine, depth - 1).replace("laneSet", "childLaneSet")
            name = self.name_of()
            self.boxes.append(name)
            lanes.append(self.tag("lane", self.head() + refs + deeper, id=name, **self.called()))
        return self.tag("laneSet", "".join(lanes), id=self.name_of())

    def process(self) -> tuple[str, str]:
        """Its id and its text."""
        name, before = self.name_of(), len(self.nodes)
        inside = self.scope(2)
        lanes = self.perhaps(self.lanes(self.nodes[before:], 1), 0.5)
        facts = {"id": name, **self.called()}
        if self.dice.random() < 0.5:
            facts["isExecutable"] = self.dice.choice(("true", "false"))
        return name, self.tag("process", self.head() + lanes + inside, **facts)

    def collaboration(self, processes: list[str]) -> tuple[str, str]:
        name = self.name_of()
        pools = [self.name_of() for _ in processes] + [self.name_of()]
        self.boxes += pools
        inside = "".join(
            self.tag("participant", id=pool, processRef=process, **self.called())
            for pool, process in zip(pools, processes, strict=False)
        ) + self.tag("participant", id=pools[-1], name="Außen")
        for _ in range(self.dice.randint(0, 2)):
            way = self.name_of()
            self.flows.append(way)
            start, to = (self.dice.choice([*self.nodes, *pools]) for _ in range(2))
            inside += self.tag("messageFlow", id=way, sourceRef=start, targetRef=to)
        return name, self.tag("collaboration", self.head() + inside, id=name)

    def diagram(self, about: str) -> str:
        d = self.d
        shapes = "".join(self.shape(box) for box in self.boxes if self.dice.random() < 0.8)
        edges = "".join(self.edge(flow) for flow in self.flows if self.dice.random() < 0.8)
        return (
            f'<{d}BPMNDiagram id="{self.name_of()}" name="Bild">{self.gap()}'
            f'<{d}BPMNPlane id="{self.name_of()}" bpmnElement="{about}">{shapes}{edges}'
            f"</{d}BPMNPlane></{d}BPMNDiagram>{self.gap()}"
        )

    def bounds(self) -> str:
        x, y = (self.dice.choice((0, -12.5, 160, 99999, 33.333333)) for _ in range(2))
        return f'<dc:Bounds x="{x}" y="{y}" width="100.0" height="{self.dice.choice((80, 36))}"/>'

    def shape(self, box: str) -> str:
        label = f"<{self.d}BPMNLabel>{self.bounds()}</{self.d}BPMNLabel>"
        folded = self.perhaps(' isExpanded="false"', 0.1)
        return (
            f'<{self.d}BPMNShape id="{self.name_of()}" bpmnElement="{box}"{folded}>'
            f"{self.bounds()}{self.perhaps(label, 0.3)}</{self.d}BPMNShape>{self.gap()}"
        )

    def edge(self, flow: str) -> str:
        points = "".join(
            f'<di:waypoint x="{self.dice.randint(-5, 900)}" y="{self.dice.randint(0, 500)}.0"/>'
            for _ in range(self.dice.randint(2, 4))
        )
        return (
            f'<{self.d}BPMNEdge id="{self.name_of()}" bpmnElement="{flow}">{points}'
            f"</{self.d}BPMNEdge>{self.gap()}"
        )

    def document(self) -> bytes:
        made = [self.process() for _ in range(self.dice.choice((1, 1, 2)))]
        about, parts = made[0][0], [text for _, text in made]
        if self.dice.random() < 0.5:
            about, text = self.collaboration([name for name, _ in made])
            parts.insert(self.dice.choice((0, len(parts))), text)
        parts += self.roots
        parts += [self.diagram(about) for _ in range(self.dice.choice((0, 1, 1, 2)))]
        own = f"xmlns:{self.p[:-1]}" if self.p else "xmlns"
        spaces = f'{own}="{BPMN}" xmlns:{self.d[:-1]}="{BPMNDI}" xmlns:dc="{DC}" xmlns:di="{DI}"'
        if self.vendor:
            spaces += f' xmlns:{self.vendor[:-1]}="urn:hersteller"'
        line = self.dice.choice(("\n", "\r\n", ""))
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>{line}{self.perhaps("<!-- vorn -->")}'
            f'<{self.p}definitions {spaces} xmlns:xsi="{XSI}" id="{self.name_of()}" '
            f'targetNamespace="urn:t" exporter="Zufall">{self.gap()}{"".join(parts)}'
            f"</{self.p}definitions>{line}{self.perhaps('<!-- hinten -->')}"
        ).encode()


def _quoted(text: str) -> str:
    return quoteattr(text, {"\n": "&#10;"})


def documents() -> st.SearchStrategy[bytes]:
    """Any of them."""
    return st.randoms(use_true_random=False).map(lambda dice: Maker(dice).document())
