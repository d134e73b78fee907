"""What is wrong with the ways, and which case shows it?"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Literal

from model.document.queries import Queries
from model.play.proof.explore import MOST_STATES, Space, State, explore
from model.play.proof.net import Net, ids_of, nets
from model.play.proof.reduce import reduced


@dataclass(frozen=True, slots=True)
class Trouble:
    """One fault: ``at`` is the id of the node that shows it, ``path`` the nodes and ways a case
    passes until then.

    stuck = it waits for ways nobody takes; endless = no way leads to an end; twice = done by two
    parts of one case at once; dead = no case comes here.
    """

    kind: Literal["stuck", "endless", "twice", "dead"]
    at: str
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proof:
    """``sound``: True or False where it is proved, None where ``bound`` states were not enough."""

    sound: bool | None
    troubles: tuple[Trouble, ...] = ()
    states: int = 0
    bound: int = MOST_STATES


def prove(view: Queries, bound: int = MOST_STATES) -> Proof:
    """Whether every case of the service can end, and what stands in the way."""
    troubles: list[Trouble] = []
    states, complete = 0, True
    for net in nets(view):
        if not _has_parts(net):
            troubles += _circles(net)
            continue
        left = reduced(net)
        if _is_plain(left):
            continue
        space = explore(left, bound)
        states += len(space.before)
        complete = complete and space.complete
        troubles += _troubles(left, space)
    sound = False if troubles else True if complete else None
    return Proof(sound, tuple(troubles), states, bound)


def _has_parts(net: Net) -> bool:
    """May a case be in two places, or something wait for a second way? Else only circles matter."""
    return any(
        (vertex.split != "one" and len(vertex.out) > 1)
        or (vertex.join == "all" and len(vertex.into) > 1)
        for vertex in net.vertices.values()
    )


def _circles(net: Net) -> list[Trouble]:
    """One trouble for the first place from which no end is reached, by the shortest path."""
    good: set[str] = {name for name, vertex in net.vertices.items() if vertex.ends}
    todo = list(good)
    while todo:
        for number in net.vertices[todo.pop()].into:
            source = net.ways[number].source
            if source not in good:
                good.add(source)
                todo.append(source)
    came: dict[str, int] = dict.fromkeys(net.starts, -1)
    queue = deque(net.starts)
    while queue:
        name = queue.popleft()
        if name not in good:
            return [Trouble("endless", _spoken(net, name), tuple(_path(net, came, name)))]
        for number in sorted(net.vertices[name].out):
            if (target := net.ways[number].target) not in came:
                came[target] = number
                queue.append(target)
    return []


def _spoken(net: Net, name: str) -> str:
    """The element a vertex belongs to; some are made for the net."""
    return name.partition(" ")[0] or min(n for n in net.vertices if " " not in n)


def _path(net: Net, came: dict[str, int], name: str) -> list[str]:
    ways = []
    while (number := came[name]) >= 0:
        ways.append(net.ways[number])
        name = ways[-1].source
    found = [name]
    for way in reversed(ways):
        found += [*ids_of(way.trail), *([way.target] if " " not in way.target else [])]
    return found


def _is_plain(net: Net) -> bool:
    """Nothing but starts that lead straight to ends is left."""
    for start in net.starts:
        for number in net.vertices[start].out:
            target = net.vertices[net.ways[number].target]
            if not target.ends:
                return False
    return True


def _troubles(net: Net, space: Space) -> list[Trouble]:
    found = _twice(net, space)
    stuck = _stuck(net, space)
    found += stuck
    if space.complete and not stuck:
        found += _endless(net, space)
    if space.complete and not found:
        found += _dead(net, space)
    return found


def _twice(net: Net, space: Space) -> list[Trouble]:
    """One trouble for each vertex that gives a way a second part, without what only follows."""
    found: dict[str, Trouble] = {}
    for state, move, _ in space.doubled:
        if move.vertex not in found:
            path = tuple(space.path(state, net, move))
            found[move.vertex] = Trouble("twice", _spoken(net, move.vertex), path)
    return _first_causes(net, found)


def _first_causes(net: Net, found: dict[str, Trouble]) -> list[Trouble]:
    """Without the troubles to which a case comes only by way of an earlier one."""
    kept: list[Trouble] = []
    follow: set[str] = set()
    for name, trouble in found.items():
        if name not in follow:
            kept.append(trouble)
            follow |= _after(net, name)
    return kept


def _after(net: Net, name: str) -> set[str]:
    """Vertices that follow one, by any way."""
    found: set[str] = set()
    todo = [name]
    while todo:
        for number in net.vertices[todo.pop()].out:
            target = net.ways[number].target
            if target not in found:
                found.add(target)
                todo.append(target)
    return found


def _stuck(net: Net, space: Space) -> list[Trouble]:
    """One trouble for each join at which some case waits and nothing else goes on."""
    found: dict[str, Trouble] = {}
    double = {state for state, _, _ in space.doubled}
    for state, following in space.after.items():
        if following or not state or state in double:
            continue
        waiting = sorted({net.ways[number].target for number in state})
        for at in waiting:
            if at not in found and not _waits_for_another(net, at, waiting):
                found[at] = Trouble("stuck", at, tuple(space.path(state, net)))
    return list(found.values())


def _waits_for_another(net: Net, at: str, waiting: list[str]) -> bool:
    """Would it go on if another join went on, and not the other way round?"""
    others = (name for name in waiting if name != at)
    return any(at in _after(net, name) and name not in _after(net, at) for name in others)


def _endless(net: Net, space: Space) -> list[Trouble]:
    """States from which no end is reached, though something always goes on."""
    before: dict[State, list[State]] = {}
    for state, following in space.after.items():
        for other in following:
            before.setdefault(other, []).append(state)
    good = {state for state, following in space.after.items() if not state or not following}
    good.add(frozenset())
    good.update(state for state, _, _ in space.doubled)
    todo = list(good)
    while todo:
        for state in before.get(todo.pop(), ()):
            if state not in good:
                good.add(state)
                todo.append(state)
    caught = next((state for state in space.before if state not in good), None)
    if caught is None:
        return []
    at = _spoken(net, net.ways[min(caught)].target)
    return [Trouble("endless", at, tuple(space.path(caught, net)))]


def _dead(net: Net, space: Space) -> list[Trouble]:
    """Vertices that never act although something leads to them."""
    return [
        Trouble("dead", name)
        for name in sorted(net.vertices)
        if name not in space.acted and " " not in name and name not in net.starts
    ]
