"""A large process as a BPMN file, for the desk and for bpmn-js alike.

Chains of tasks, of a decision with two ways that meet again, and of two things at once, in rows:
the shape that modelling tools write, with a diagram. Our own generator and our own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

ACROSS = 60
_WIDE, _TALL = 160, 120
_SIZES = {
    "startEvent": (36, 36),
    "endEvent": (36, 36),
    "exclusiveGateway": (50, 50),
    "parallelGateway": (50, 50),
    "task": (100, 80),
    "userTask": (100, 80),
}
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"'
    ' xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"'
    ' xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"'
    ' xmlns:di="http://www.omg.org/spec/DD/20100524/DI"'
    ' id="bench" targetNamespace="urn:fachwerk:bench">\n'
)


class _Shape(NamedTuple):
    id: str
    kind: str
    name: str
    x: float
    y: float


class _Way(NamedTuple):
    id: str
    source: _Shape
    target: _Shape
    name: str


class _Process:
    """Shapes and ways as they are drawn, one column after the other."""

    def __init__(self) -> None:
        self.shapes: list[_Shape] = []
        self.ways: list[_Way] = []
        self._column = self._row = 0

    def step(self, kind: str, name: str = "", lower: int = 0, *, on: bool = True) -> _Shape:
        """The next shape; ``lower``: one line further down, ``on``: the column is full then."""
        width, height = _SIZES[kind]
        x = 80 + self._column * _WIDE + (100 - width) / 2
        y = 80 + (self._row * 3 + lower) * _TALL + (80 - height) / 2
        shape = _Shape(f"s{len(self.shapes)}", kind, name, x, y)
        self.shapes.append(shape)
        if on:
            self._column += 1
            if self._column == ACROSS:
                self._column, self._row = 0, self._row + 1
        return shape

    @property
    def rows(self) -> int:
        """How many rows are begun."""
        return self._row + 1

    def way(self, source: _Shape, target: _Shape, name: str = "") -> None:
        self.ways.append(_Way(f"w{len(self.ways)}", source, target, name))


def process_xml(nodes: int) -> str:
    """About ``nodes`` flow nodes as BPMN 2.0 with its diagram."""
    process = _Process()
    last = process.step("startEvent", "Antrag liegt vor")
    number = 0
    while len(process.shapes) < nodes - 1:
        number += 1
        last = _block(process, last, number)
    process.way(last, process.step("endEvent", "Vorgang abgeschlossen"))
    return "".join((_HEAD, *_semantics(process), *_diagram(process), "</definitions>\n"))


def _block(process: _Process, last: _Shape, number: int) -> _Shape:
    """Ask, look, decide and meet again, do two things at once."""
    ask = process.step("userTask", f"Unterlage {number} anfordern")
    look = process.step("task", f"Unterlage {number} ansehen")
    gate = process.step("exclusiveGateway", "alles da?")
    good = process.step("userTask", f"Vorgang {number} entscheiden", on=False)
    bad = process.step("userTask", f"Rückfrage {number} stellen", 1)
    meet = process.step("exclusiveGateway")
    fork = process.step("parallelGateway")
    one = process.step("task", f"Betrag {number} buchen", on=False)
    two = process.step("task", f"Schreiben {number} ablegen", 1)
    join = process.step("parallelGateway")
    for source, target, name in (
        (last, ask, ""),
        (ask, look, ""),
        (look, gate, ""),
        (gate, good, "ja"),
        (gate, bad, "nein"),
        (good, meet, ""),
        (bad, meet, ""),
        (meet, fork, ""),
        (fork, one, ""),
        (fork, two, ""),
        (one, join, ""),
        (two, join, ""),
    ):
        process.way(source, target, name)
    return join


def _semantics(process: _Process) -> Iterator[str]:
    into: dict[str, list[str]] = {}
    out: dict[str, list[str]] = {}
    for way in process.ways:
        out.setdefault(way.source.id, []).append(way.id)
        into.setdefault(way.target.id, []).append(way.id)
    yield '<collaboration id="together"><participant id="pool" name="Amt"'
    yield ' processRef="process"/></collaboration>\n'
    yield '<process id="process" isExecutable="false"><laneSet id="lanes">'
    yield '<lane id="lane" name="Amt">'
    yield from (f"<flowNodeRef>{shape.id}</flowNodeRef>" for shape in process.shapes)
    yield "</lane></laneSet>\n"
    for shape in process.shapes:
        yield f"<{shape.kind} id={quoteattr(shape.id)}{_named(shape.name)}>"
        yield from (f"<incoming>{way}</incoming>" for way in into.get(shape.id, ()))
        yield from (f"<outgoing>{way}</outgoing>" for way in out.get(shape.id, ()))
        yield f"</{shape.kind}>\n"
    for way in process.ways:
        ends = f'sourceRef="{way.source.id}" targetRef="{way.target.id}"'
        yield f'<sequenceFlow id="{way.id}" {ends}{_named(way.name)}/>\n'
    yield "</process>\n"


def _named(name: str) -> str:
    return f" name={quoteattr(name)}" if name else ""


def _diagram(process: _Process) -> Iterator[str]:
    yield '<bpmndi:BPMNDiagram id="diagram">'
    yield '<bpmndi:BPMNPlane id="plane" bpmnElement="together">\n'
    width = 160 + ACROSS * _WIDE
    height = 160 + (process.rows * 3 - 1) * _TALL
    for id_, x in (("pool", 0), ("lane", 30)):
        yield f'<bpmndi:BPMNShape id="{id_}_di" bpmnElement="{id_}" isHorizontal="true">'
        yield f'<dc:Bounds x="{x}" y="0" width="{width - x}" height="{height}"/>'
        yield "</bpmndi:BPMNShape>\n"
    for shape in process.shapes:
        width, height = _SIZES[shape.kind]
        yield f'<bpmndi:BPMNShape id="{shape.id}_di" bpmnElement="{shape.id}">'
        yield f'<dc:Bounds x="{shape.x:g}" y="{shape.y:g}" width="{width}" height="{height}"/>'
        yield "</bpmndi:BPMNShape>\n"
    for way in process.ways:
        yield f'<bpmndi:BPMNEdge id="{way.id}_di" bpmnElement="{way.id}">'
        for at_x, at_y in _course(way):
            yield f'<di:waypoint x="{at_x:g}" y="{at_y:g}"/>'
        yield "</bpmndi:BPMNEdge>\n"
    yield "</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>\n"


def _course(way: _Way) -> list[tuple[float, float]]:
    """From the right edge to the left edge, with a step where the heights differ."""
    width, height = _SIZES[way.source.kind]
    start = way.source.x + width, way.source.y + height / 2
    end = way.target.x, way.target.y + _SIZES[way.target.kind][1] / 2
    if start[1] == end[1]:
        return [start, end]
    middle = (start[0] + end[0]) / 2
    return [start, (middle, start[1]), (middle, end[1]), end]
