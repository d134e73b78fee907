"""Which states can a case come to in what is left of a net?

Breadth first, so that the path to a trouble is the shortest. A state is the set of ways on which a
part of the case lies; two parts on one way are a trouble of their own and are not gone on with.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from model.play.proof.net import Net, Vertex, ids_of

MOST_STATES: Final = 20_000
"""States looked at in one connected part; beyond it the result says that it is not proved."""
_MOST_SOME: Final = 6
"""Ways of one inclusive parting up to which every selection is tried; beyond: one, and all."""

State = frozenset[int]


@dataclass(frozen=True, slots=True)
class Move:
    """One vertex acted: what it took, what it gave."""

    vertex: str
    took: tuple[int, ...]
    gave: tuple[int, ...]
    ended_all: bool = False


@dataclass(slots=True)
class Space:
    """All states with the move that first led there; ``complete`` is False beyond the bound."""

    before: dict[State, tuple[State | None, Move | None]] = field(default_factory=dict)
    after: dict[State, list[State]] = field(default_factory=dict)
    doubled: list[tuple[State, Move, int]] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    acted: set[str] = field(default_factory=set)
    complete: bool = True

    def path(self, state: State, net: Net, last: Move | None = None) -> list[str]:
        """Ids passed from the start to a state, and by one more move."""
        moves = [last] if last is not None else []
        here: State | None = state
        while here is not None:
            here, move = self.before[here]
            if move is not None:
                moves.append(move)
        found: list[str] = []
        for move in reversed(moves):
            if " " not in move.vertex:  # made for the net, no element
                found.append(move.vertex)
            for number in move.gave:
                found.extend(ids_of(net.ways[number].trail))
        return found


def explore(net: Net, bound: int = MOST_STATES) -> Space:
    """Every state up to ``bound``."""
    space = Space()
    reach = _Reach(net)
    todo: deque[State] = deque()
    for start in net.starts:
        for move in _given(net.vertices[start], start, ()):
            _arrive(space, todo, frozenset(), move, None)
    while todo:
        if len(space.before) > bound:
            space.complete = False
            break
        state = todo.popleft()
        following = space.after.setdefault(state, [])
        for move in _moves(net, state, reach):
            arrived = _arrive(space, todo, state, move, state)
            if arrived is not None:
                following.append(arrived)
    return space


def _arrive(
    space: Space, todo: deque[State], state: State, move: Move, before: State | None
) -> State | None:
    space.acted.add(move.vertex)
    space.used.update(move.gave)
    left = state.difference(move.took)
    twice = next((number for number in move.gave if number in left), -1)
    if twice >= 0 and before is not None:
        space.doubled.append((before, move, twice))
        return None
    arrived: State = frozenset() if move.ended_all else left.union(move.gave)
    if arrived not in space.before:
        space.before[arrived] = (before, move)
        todo.append(arrived)
    return arrived


def _moves(net: Net, state: State, reach: _Reach) -> Iterator[Move]:
    for name in sorted({net.ways[number].target for number in state}):
        vertex = net.vertices[name]
        here = sorted(vertex.into & state)
        if vertex.join == "one" or vertex.ends:
            for number in here:
                yield from _given(vertex, name, (number,))
        elif vertex.join == "all":
            if len(here) == len(vertex.into):
                yield from _given(vertex, name, tuple(here))
        elif not reach.may_still_come(name, state):
            yield from _given(vertex, name, tuple(here))


def _given(vertex: Vertex, name: str, took: tuple[int, ...]) -> Iterator[Move]:
    if vertex.ends:
        yield Move(name, took, (), ended_all=vertex.ends == "all")
        return
    out = sorted(vertex.out)
    if vertex.split == "all":
        yield Move(name, took, tuple(out))
    elif vertex.split == "one":
        yield from (Move(name, took, (number,)) for number in out)
    else:
        yield from (Move(name, took, some) for some in _selections(vertex, out))


def _selections(vertex: Vertex, out: list[int]) -> Iterator[tuple[int, ...]]:
    if vertex.must >= 0:
        others = [number for number in out if number != vertex.must]
        yield (vertex.must,)
        yield from ((vertex.must, number) for number in others)
        return
    if len(out) > _MOST_SOME:
        yield from ((number,) for number in out)
        yield tuple(out)
        return
    for size in range(1, len(out) + 1):
        yield from combinations(out, size)


class _Reach:
    """Whether a part that lies elsewhere may still come to an empty way of an inclusive join."""

    def __init__(self, net: Net) -> None:
        self._net = net
        self._known: dict[tuple[str, int], frozenset[int]] = {}

    def may_still_come(self, name: str, state: State) -> bool:
        """BPMN 2.0.2, 13.4.3: wait while a part can come to an empty way, unless it can as well
        come to one that is not empty.
        """
        into = self._net.vertices[name].into
        full, empty = into & state, into - state
        elsewhere = state - into
        if not elsewhere or not empty:
            return False
        to_full: set[int] = set()
        for number in full:
            to_full |= self._before(name, number)
        return any(
            number not in to_full for way in empty for number in self._before(name, way) & elsewhere
        )

    def _before(self, name: str, number: int) -> frozenset[int]:
        """Ways from which that way is reached without passing the join."""
        key = (name, number)
        if key not in self._known:
            found: set[int] = set()
            todo = [number]
            while todo:
                source = self._net.ways[todo.pop()].source
                if source == name:
                    continue
                for before in self._net.vertices[source].into:
                    if before not in found:
                        found.add(before)
                        todo.append(before)
            self._known[key] = frozenset(found)
        return self._known[key]
