"""Which blocks are sound in themselves, so that one way may stand for each?

Every rule keeps what ``soundness`` asks about: whether all cases end, whether two parts of a case
come to lie on one way. Rules: a vertex with one way in and one out is passed; a vertex with one
way out grows together with a follower that only it leads to; a choice that flows into a choice, or
a parting into a parting, is one (a meeting is left as it is: where it fails must stay known); ways
between the same two vertices are one where both mean the same; a circle back into a choice is left
out while another way leads on.
"""

from __future__ import annotations

from model.play.proof.net import END, NEVER, Net, Vertex, Way


def reduced(net: Net) -> Net:
    """The net itself, with fewer vertices and ways. Never recursive; about linear in time."""
    todo = list(net.vertices)
    waiting = set(todo)
    while todo:
        name = todo.pop()
        waiting.discard(name)
        vertex = net.vertices.get(name)
        if vertex is None:
            continue
        touched = _one_step(net, name, vertex)
        for other in touched:
            if other in net.vertices and other not in waiting:
                waiting.add(other)
                todo.append(other)
    return net


def _one_step(net: Net, name: str, vertex: Vertex) -> set[str]:
    """Apply the first rule that fits at a vertex; who may fit a rule now."""
    for rule in _RULES:
        touched = rule(net, name, vertex)
        if touched:
            return touched
    return set()


def _around(net: Net, *names: str) -> set[str]:
    found = set(names)
    for name in names:
        vertex = net.vertices.get(name)
        if vertex is not None:
            found.update(net.ways[n].target for n in vertex.out)
            found.update(net.ways[n].source for n in vertex.into)
    return found


def _merge_ways(net: Net, name: str, vertex: Vertex) -> set[str]:
    """Ways to the same vertex become one, where its join means what this split means."""
    if len(vertex.out) < 2:
        return set()
    first: dict[str, int] = {}
    for number in sorted(vertex.out):
        way = net.ways[number]
        other = first.setdefault(way.target, number)
        if other != number and _alike(vertex, net.vertices[way.target]):
            kept, gone = (number, other) if vertex.must == number else (other, number)
            if vertex.split == "all":
                net.ways[kept].trail = (net.ways[kept].trail, net.ways[gone].trail)
            net.drop(gone)
            return _around(net, name, way.target)
    return set()


def _alike(split: Vertex, join: Vertex) -> bool:
    if join.ends:
        return True
    if split.split == "one":
        return join.join in ("one", "some")
    return join.join == "some" or (split.split == "all" and join.join == "all")


def _drop_circle(net: Net, name: str, vertex: Vertex) -> set[str]:
    """Again and again, and then on: the same as on."""
    if vertex.join != "one" or vertex.split != "one" or len(vertex.out) < 2:
        return set()
    for number in sorted(vertex.out):
        if net.ways[number].target == name:
            net.drop(number)
            return _around(net, name)
    return set()


def _drop_lone_end(net: Net, name: str, vertex: Vertex) -> set[str]:
    """A part that ends at once beside others that go on is never missed."""
    adds = vertex.must >= 0
    if not adds and (vertex.split != "all" or len(vertex.out) < 2):
        return set()
    for number in sorted(vertex.out):
        if number != vertex.must and net.ways[number].target == END:
            net.drop(number)
            return _around(net, name)
    if adds and len(vertex.out) == 1:
        vertex.split, vertex.must = "one", -1
        return {name}
    return set()


def _pass(net: Net, name: str, vertex: Vertex) -> set[str]:
    """One way in, one out: only the way remains."""
    if len(vertex.into) != 1 or len(vertex.out) != 1 or name in net.starts or vertex.ends:
        return set()
    if NEVER in (name, net.ways[min(vertex.into)].source):
        return set()
    (incoming,), (outgoing,) = vertex.into, vertex.out
    if incoming == outgoing:
        return set()
    before, after = net.ways[incoming], net.ways[outgoing]
    source, must = net.vertices[before.source], net.vertices[before.source].must == incoming
    net.drop(incoming)
    net.drop(outgoing)
    del net.vertices[name]
    made = net.add(before.source, after.target, (before.trail, name, after.trail))
    if must:
        source.must = made
    return _around(net, before.source, after.target)


def _grow(net: Net, name: str, vertex: Vertex) -> set[str]:
    """Several ways in, one out to a vertex that only this one leads to: one vertex.

    Not into an end: what comes twice there is no fault, what is done twice before it is one.
    """
    if len(vertex.into) < 2 or len(vertex.out) != 1 or name in net.starts or vertex.ends:
        return set()
    (only,) = vertex.out
    way = net.ways[only]
    after = net.vertices[way.target]
    if len(after.into) != 1 or after.ends or way.target == name:
        return set()
    net.drop(only)
    for number in sorted(vertex.into):
        _lead(net, number, net.ways[number], way.target, (name, way.trail))
    after.join = vertex.join
    del net.vertices[name]
    return _around(net, way.target)


def _lead(net: Net, number: int, way: Way, target: str, passed: tuple[object, ...]) -> None:
    """Let a way end at another vertex."""
    net.vertices[way.target].into.discard(number)
    net.vertices[target].into.add(number)
    way.target, way.trail = target, (way.trail, *passed)


def _join_splits(net: Net, name: str, vertex: Vertex) -> set[str]:
    """Ways that part, after parting in the same manner, part at once."""
    if len(vertex.into) != 1 or len(vertex.out) < 2 or name in net.starts:
        return set()
    (only,) = vertex.into
    way = net.ways[only]
    before = net.vertices[way.source]
    if way.source == name or before.split != vertex.split or vertex.split == "some":
        return set()
    if before.must >= 0 or vertex.must >= 0:
        return set()
    source = way.source
    net.drop(only)
    for number in sorted(vertex.out):
        later = net.ways[number]
        before.out.add(number)
        later.source, later.trail = source, (way.trail, name, later.trail)
    del net.vertices[name]
    return _around(net, source)


_RULES = (_merge_ways, _drop_circle, _drop_lone_end, _pass, _grow, _join_splits)
