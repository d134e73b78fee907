"""What may happen at each sign, as a net of ways?

A ``Vertex`` takes what comes in by its ``join`` and gives it on by its ``split``; a case part lies
on a ``Way``. One ``Net`` is one connected part of the service or of a sub-process.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from model.document.queries import Queries
from model.records import Decision, End, Event, Flow, ForeignNode, Node, Parallel, Start, SubProcess

Manner = Literal["one", "all", "some"]
"""One way of several, all of them, or at least one."""
Ends = Literal["", "one", "all"]
"""A part of the case ends here, or (BPMN: Terminate) the whole."""
END, NEVER = " end", " never"
"""Where every plain end is, and where ways begin that nothing comes to."""
Trail = tuple[object, ...]
"""Ids in the order they are passed, nested where ways were joined; read by ``ids_of``."""


@dataclass(slots=True)
class Way:
    """From one vertex to the next; ``trail`` is what a case passes on it."""

    source: str
    target: str
    trail: Trail = ()


@dataclass(slots=True)
class Vertex:
    """``must``: the way that is taken in any case; the others only add to it (what hangs at a step
    without stopping it).
    """

    join: Manner = "one"
    split: Manner = "one"
    into: set[int] = field(default_factory=set)
    out: set[int] = field(default_factory=set)
    must: int = -1
    ends: Ends = ""


@dataclass(slots=True)
class Net:
    """Vertices by id and ways by number; a case begins at one of ``starts``."""

    vertices: dict[str, Vertex] = field(default_factory=dict)
    ways: dict[int, Way] = field(default_factory=dict)
    starts: list[str] = field(default_factory=list)
    _next: int = 0

    def add(self, source: str, target: str, trail: Trail = ()) -> int:
        """A way more; its number."""
        number = self._next
        self._next += 1
        self.ways[number] = Way(source, target, trail)
        self.vertices[source].out.add(number)
        self.vertices[target].into.add(number)
        return number

    def drop(self, number: int) -> Way:
        """A way less."""
        way = self.ways.pop(number)
        source, target = self.vertices.get(way.source), self.vertices.get(way.target)
        if source is not None:
            source.out.discard(number)
            source.must = -1 if source.must == number else source.must
        if target is not None:
            target.into.discard(number)
        return way


def ids_of(trail: Trail) -> list[str]:
    """The ids of a nested trail, in order."""
    found: list[str] = []
    todo: list[object] = [trail]
    while todo:
        part = todo.pop()
        if isinstance(part, tuple):
            todo.extend(reversed(part))
        elif part and " " not in str(part):  # with a space: made for the net, no element
            found.append(str(part))
    return found


def nets(view: Queries) -> Iterator[Net]:
    """One net for each connected part, scope by scope; parts without a beginning are left out."""
    scopes: dict[str, list[Node]] = defaultdict(list)
    for node in view.of(Node):
        scopes[node.parent].append(node)
    for scope in sorted(scopes):
        whole = _whole(view, scopes[scope])
        yield from _parts(view, whole)


def _whole(view: Queries, nodes: list[Node]) -> Net:
    net = Net()
    for node in nodes:
        net.vertices[node.id] = _vertex(view, node)
    hanging: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        if at := getattr(node, "attached_to", ""):
            hanging[at].append(node)
    for node in nodes:
        leaves = node.id
        if hanging.get(node.id) and net.vertices[node.id].ends == "":
            leaves = _hang(net, node, hanging[node.id])
        for flow in _ways_of(view, node):
            if flow.target in net.vertices:
                net.add(leaves, flow.target, (flow.id,))
    _jump(net, nodes)
    for vertex in net.vertices.values():
        if not vertex.out and not vertex.ends:
            vertex.ends = "one"  # BPMN: where nothing follows, a case part ends
    return net


def _ways_of(view: Queries, node: Node) -> list[Flow]:
    """The ways that lead on; faulty ones have checks of their own and would only be told twice."""
    found: list[Flow] = []
    for way in view.outgoing(node.id) if not isinstance(node, End) else ():
        wrong = way.target == node.id or isinstance(view.get(way.target), Start)
        if not wrong and not any(_equal(way, other) for other in found):
            found.append(way)
    return found


def _equal(way: Flow, other: Flow) -> bool:
    return way.target == other.target and way.condition == other.condition


def _vertex(view: Queries, node: Node) -> Vertex:
    if isinstance(node, Parallel):
        return Vertex("all", "all")
    if isinstance(node, Decision):
        if node.mode in ("inclusive", "complex"):
            return Vertex("some", "some")
        return Vertex("one", "one")
    if isinstance(node, End):
        return Vertex(ends="all" if node.result in ("stop", "error", "cancel") else "one")
    ways = _ways_of(view, node)
    asks = any(way.condition is not None or way.default for way in ways)
    return Vertex("one", "one" if asks else "all")


def _hang(net: Net, node: Node, events: list[Node]) -> str:
    """Put the exceptions between a step and its own ways; the id these leave from."""
    choice, adding, normal = (f"{node.id} {word}" for word in ("choice", "adding", "normal"))
    first = net.vertices[node.id]
    net.vertices[choice] = Vertex("one", "one")
    net.vertices[adding] = Vertex("one", "some")
    net.vertices[normal] = Vertex("one", first.split)
    first.split = "one"
    net.add(node.id, choice)
    net.add(choice, adding)
    net.vertices[adding].must = net.add(adding, normal)
    for event in events:
        stops = getattr(event, "interrupting", True)
        net.add(choice if stops else adding, event.id)
    return normal


def _jump(net: Net, nodes: list[Node]) -> None:
    """A link goes on where its name is received."""
    links = [n for n in nodes if isinstance(n, Event) and n.trigger == "link"]
    catching = {_link_name(n): n.id for n in links if n.direction == "receive"}
    for node in links:
        if node.direction == "send" and (there := catching.get(_link_name(node))):
            net.add(node.id, there)


def _link_name(event: Event) -> str:
    return event.event_name or event.name


def _parts(view: Queries, whole: Net) -> Iterator[Net]:
    """The connected parts that a case can begin in."""
    seen: set[str] = set()
    for first in sorted(whole.vertices):
        if first in seen:
            continue
        part = _connected(whole, first)
        seen |= part
        starts = _starts(view, whole, part)
        if starts:
            yield _cut(whole, part, starts)


def _connected(net: Net, first: str) -> set[str]:
    found, todo = {first}, [first]
    while todo:
        vertex = net.vertices[todo.pop()]
        for number in (*vertex.into, *vertex.out):
            way = net.ways[number]
            for other in (way.source, way.target):
                if other not in found:
                    found.add(other)
                    todo.append(other)
    return found


def _starts(view: Queries, net: Net, part: set[str]) -> list[str]:
    """Where a case begins: at the starts, or, where none is drawn, at what nothing leads to."""
    nodes = [node for node in (view.get(name, Node) for name in sorted(part)) if node is not None]
    starts = [node.id for node in nodes if isinstance(node, Start)]
    starts += [n.id for n in nodes if isinstance(n, ForeignNode) and "start" in n.tag.lower()]
    if starts:
        return starts
    return [node.id for node in nodes if not net.vertices[node.id].into and not _by_event(node)]


def _by_event(node: Node) -> bool:
    return isinstance(node, SubProcess) and node.by_event


def _cut(whole: Net, part: set[str], starts: list[str]) -> Net:
    """What the starts lead to. All plain ends are one, for whatever ends there is over.

    A way from elsewhere never brings anything; only what waits for all its ways keeps it.
    """
    reached = _reached(whole, starts)
    named = sorted(part & reached)
    parts = any(_parts_company(whole.vertices[name]) for name in named)
    net = Net(starts=starts)
    net.vertices[END] = Vertex(ends="one")
    net.vertices[NEVER] = Vertex()
    for name in named:
        old = whole.vertices[name]
        ends: Ends = old.ends if parts or not old.ends else "one"
        if ends != "one" or name in starts:
            net.vertices[name] = Vertex(old.join, old.split, ends=ends)
    for number in sorted({number for name in named for number in whole.vertices[name].out}):
        _copy(net, whole, number)
    for name in named:
        into = (whole.ways[number].source for number in whole.vertices[name].into)
        if net.vertices.get(name, _PLAIN).join == "all" and not reached.issuperset(into):
            net.add(NEVER, name)
    return net


def _reached(net: Net, starts: list[str]) -> set[str]:
    reached, todo = set(starts), list(starts)
    while todo:
        for number in net.vertices[todo.pop()].out:
            target = net.ways[number].target
            if target not in reached:
                reached.add(target)
                todo.append(target)
    return reached


def _parts_company(vertex: Vertex) -> bool:
    """May two parts of a case be under way after it?"""
    return vertex.split != "one" and len(vertex.out) > 1


def _copy(net: Net, whole: Net, number: int) -> None:
    way = whole.ways[number]
    target, trail = way.target, way.trail
    if target not in net.vertices:
        target, trail = END, (trail, target)
    made = net.add(way.source, target, trail)
    if whole.vertices[way.source].must == number:
        net.vertices[way.source].must = made


_PLAIN = Vertex()
