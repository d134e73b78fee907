"""Where has a rehearsal been, how does one get back, and what has nobody seen yet?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from model.document.queries import Queries
from model.errors import FachwerkError
from model.play.clock import PLAIN, World
from model.play.moves import Move
from model.play.state import Happening, State
from model.play.walking import begin, make
from model.records import Flow, ForeignNode, Node


@dataclass(frozen=True, slots=True)
class Walk:
    """All states of a rehearsal, from its beginning; ``moves[n]`` led to ``states[n + 1]``.

    It is never altered: whoever goes back and on has a second walk and still the first.
    """

    states: tuple[State, ...]
    moves: tuple[Move, ...] = ()
    start: str = ""

    @property
    def now(self) -> State:
        return self.states[-1]

    def __len__(self) -> int:
        return len(self.moves)

    def go(self, view: Queries, move: Move, *, world: World = PLAIN) -> Walk:
        """One move further.

        Raises:
            FachwerkError: the move is not possible (any more).
        """
        made = make(view, self.now, move, world=world)
        return Walk((*self.states, made), (*self.moves, move), self.start)

    def back(self, to: int = -1) -> Walk:
        """As it was after so many moves; negative: so many moves ago."""
        keep = max(0, len(self.moves) + to if to < 0 else min(to, len(self.moves)))
        return Walk(self.states[: keep + 1], self.moves[:keep], self.start)

    def happened(self, step: int) -> tuple[Happening, ...]:
        """What the move ``step`` (1 = the first; 0 = the beginning) brought about."""
        before = len(self.states[step - 1].trace) if step else 0
        return self.states[step].trace.since(before)


def set_out(
    view: Queries,
    when: date | datetime,
    *,
    at: str = "",
    answers: dict[str, Any] | None = None,
    world: World = PLAIN,
) -> Walk:
    """A rehearsal at its beginning, or in the middle (``at`` a node)."""
    return Walk((begin(view, when, at=at, answers=answers, world=world),), (), at)


def walk_of(
    view: Queries, when: date, moves: Iterable[Move], *, at: str = "", world: World = PLAIN
) -> Walk:
    """The rehearsal that these moves make."""
    states = [begin(view, when, at=at, world=world)]
    made = tuple(moves)
    for move in made:
        states.append(make(view, states[-1], move, world=world))
    return Walk(tuple(states), made, at)


def replay(view: Queries, walk: Walk, *, world: World = PLAIN) -> tuple[Walk, FachwerkError | None]:
    """The same moves in a changed service as far as they fit, and what is in the way then."""
    first = walk.states[0]
    states = [begin(view, first.begun, at=walk.start, answers=first.answers, world=world)]
    for number, move in enumerate(walk.moves):
        try:
            states.append(make(view, states[-1], move, world=world))
        except FachwerkError as refused:
            return Walk(tuple(states), walk.moves[:number], walk.start), refused
    return Walk(tuple(states), walk.moves, walk.start), None


def parting(one: Walk, other: Walk) -> int:
    """After how many moves two rehearsals went on differently."""
    pairs = zip(one.moves, other.moves, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


@dataclass(frozen=True, slots=True)
class Compared:
    """Two traces: nodes both came to, and those only one of them did, in order."""

    both: tuple[str, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]


def compare(one: Iterable[Happening], other: Iterable[Happening]) -> Compared:
    """Where two cases go together, and where each goes alone."""
    a, b = (dict.fromkeys(h.node for h in trace if h.kind == "done") for trace in (one, other))
    return Compared(
        tuple(node for node in a if node in b),
        tuple(node for node in a if node not in b),
        tuple(node for node in b if node not in a),
    )


@dataclass(frozen=True, slots=True)
class Untouched:
    """Nodes and ways that no case has reached, by id."""

    nodes: tuple[str, ...]
    flows: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.nodes or self.flows)


def untouched(view: Queries, traces: Iterable[Iterable[Happening]]) -> Untouched:
    """What these traces leave out of the service; signs on which nothing hangs are left alone."""
    nodes: set[str] = set()
    flows: set[str] = set()
    for trace in traces:
        for one in trace:
            nodes.add(one.node)
            flows.update(one.ways)
    concerned = [n for n in view.of(Node) if not isinstance(n, ForeignNode) or view.incoming(n.id)]
    return Untouched(
        tuple(node.id for node in concerned if node.id not in nodes),
        tuple(flow.id for flow in view.of(Flow) if flow.id not in flows),
    )
