"""What becomes of an example citizen?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from model.document.queries import Queries
from model.expressions import Answers
from model.play.answers import read, typed
from model.play.clock import PLAIN, World
from model.play.differing import Difference, Outcome, Seen, differences
from model.play.fees import fee
from model.play.moves import Move, due_at, possible
from model.play.outcome import deadlines_of, documents_of, reached_ends
from model.play.state import Happening, Incident, State
from model.play.turn import list_at
from model.play.walking import begin, make
from model.records import (
    ExampleCase,
    ExampleTurn,
    Fee,
    Node,
    ServiceCall,
    Step,
)
from model.records.names import title

MOST_MOVES = 50_000
MOST_VISITS = 100
"""A case that comes to the same node more often goes round in a circle."""
DEEPEST_CALL = 20
"""So many services deep one may call the next; beyond it a stand-in does its part."""
MOST_CALLS = 200
"""So many calls of one case are played."""
NO_DATE = date(2000, 1, 1)
"""The day of application of a case that names none: no clock is asked."""


@dataclass(frozen=True, slots=True)
class Played:
    """What became of a case: its trace, and what there is at its end.

    ``called``: node -> what became of it in the service that is called there. ``notes``: what one
    should know about how it was played; the case is in order all the same. ``seen``: the pages that
    were sent off, each as often as it was.
    """

    case: str
    name: str
    trace: tuple[Happening, ...]
    end: str
    ends: tuple[str, ...]
    fee: Decimal | None
    deadline: date | None
    deadlines: tuple[tuple[str, date], ...]
    documents: tuple[str, ...]
    differences: tuple[Difference, ...]
    incidents: tuple[Incident, ...]
    moves: tuple[Move, ...]
    state: State
    called: tuple[tuple[str, Played], ...] = ()
    notes: tuple[Incident, ...] = ()
    seen: tuple[Seen, ...] = ()

    @property
    def verdict(self) -> Literal["agrees", "differs", "stuck"]:
        if self.incidents:
            return "stuck"
        return "differs" if self.differences else "agrees"


def play(view: Queries, case: ExampleCase, *, world: World = PLAIN) -> Played:
    """Let a case run by itself from its application to its end."""
    run = _Run(view, case, world)
    for _ in _along(run):
        pass
    return run.played()


def steps(
    view: Queries, case: ExampleCase, *, world: World = PLAIN
) -> Iterator[tuple[Move, State]]:
    """The same, one move after the other: for whoever watches."""
    run = _Run(view, case, world)
    yield Move("do"), run.state
    yield from _along(run)


def _along(first: _Run) -> Iterator[tuple[Move, State]]:
    """Its moves; what it calls is played in between, and what that calls in turn."""
    under_way = [first]
    while under_way:
        run = under_way[-1]
        following = run.next_move()
        if isinstance(following, _Run):
            under_way.append(following)
        elif following is not None:
            run.make(following)
            if run is first:
                yield following, run.state
        else:
            under_way.pop()
            if under_way:
                under_way[-1].hear(run.calling, run.played())


@dataclass(frozen=True, slots=True)
class _Calling:
    """Who calls whom: the node, the key of what is called, and the day."""

    at: str = ""
    key: str = ""
    day: date = NO_DATE


class _Run:
    """A case on its way. ``calling``: what it was called by; ``path``: the services that wait for
    it; ``heard``: what became of the calls so far, shared by all runs of a case.
    """

    def __init__(
        self,
        view: Queries,
        case: ExampleCase,
        world: World,
        calling: _Calling | None = None,
        caller: _Run | None = None,
    ) -> None:
        self.view, self.case, self.world = view, case, world
        self.calling = calling or _Calling()
        own = {view.service.leika_key, view.service.id} if caller is None else {self.calling.key}
        self.path: frozenset[str] = (caller.path if caller else frozenset()) | own
        self.depth: int = caller.depth + 1 if caller else 0
        self.heard: dict[tuple[str, date], Played] = caller.heard if caller else {}
        self.notes: list[Incident] = []
        self.pages: list[Seen] = []
        self.on_card: dict[str, dict[str, Any]] = {}
        at_once: dict[str, Any] = {}
        for key, given in typed(view, case.answers).items():
            card = view.card_of(key)
            into = self.on_card.setdefault(card.id, {}) if card is not None else at_once
            into[key] = given
        when = case.applied or NO_DATE
        self.state = begin(view, when, answers=at_once, world=world)
        self.visits: Counter[str] = Counter()
        self.charged: Decimal | None = None
        self.moves: list[Move] = []
        self.over: list[Incident] = []
        self.called: list[tuple[str, Played]] = []
        self._count(self.state.trace.since(0))

    def make(self, move: Move) -> None:
        before = len(self.state.trace)
        self.state = make(self.view, self.state, move, world=self.world)
        self.moves.append(move)
        self._count(self.state.trace.since(before))

    def _count(self, happened: tuple[Happening, ...]) -> None:
        for one in happened:
            self.visits[one.node] += 1
            record = self.view.get(one.node, Node)
            if one.kind != "done" or record is None:
                continue
            if isinstance(record, Step) and record.form == "page":
                self.pages.append(Seen(one.node, self.state.answers, self.state.begun.date()))
            each = getattr(record, "repeats", "") in ("parallel", "sequential")
            if each and not list_at(self.view, record):
                self._note("for_each", one.node)
            if isinstance(record, Step) and record.fee and not (each and one.entry < 0):
                self._charge(record.fee)

    def _charge(self, named: str) -> None:
        """What is done for each thing is paid for each, and not once more for the whole."""
        record = self.view.get(named, Fee)
        if record is not None:
            due = fee(self.view, record, self._known(), self.state.begun.date()).amount
            self.charged = (self.charged or Decimal(0)) + (due or Decimal(0))

    def _known(self) -> Answers:
        return read(self.view, self.state.answers, self.state.begun.date())

    # ------------------------------------------------------------------------ what comes next

    def next_move(self) -> Move | _Run | None:
        """What the case says, else the usual: work is done, what is waited for comes. Before a
        call is done, what it calls has to run.
        """
        if self.over or len(self.moves) >= MOST_MOVES:
            return None
        moves = possible(self.view, self.state)
        for move in moves:
            if move.scope and self._turn(move.at, move.event) is not None:
                return move
        for token in self.state.tokens:
            own = [move for move in moves if move.token == token.number]
            if token.mode == "choosing" and self._turn(token.at) is None:
                self._end("undecided", token.at)
                return None
            if self.visits[token.at] >= MOST_VISITS and own:
                self._end("circle", token.at)
                return None
            chosen = self._of_token(token.at, own)
            if chosen is not None:
                return chosen
        return next((move for move in moves if move.kind == "time"), None)

    def _of_token(self, at: str, own: list[Move]) -> Move | _Run | None:
        turn = self._turn(at)
        if turn is not None and turn.happens == "event":
            return self._event(turn, own)
        if turn is not None and turn.happens in ("fails", "again", "way"):
            kind = "fail" if turn.happens == "fails" else turn.happens
            fitting = [m for m in own if m.kind == kind and m.event == turn.event]
            return fitting[0] if fitting else None
        for move in own:
            if move.kind == "do":
                return self._called(at, own) or self._done(move, turn)
            if move.kind == "event" and not self._is_exception(move):
                return move
        return None

    def _event(self, turn: ExampleTurn, own: list[Move]) -> Move | None:
        for move in own:
            if move.event == turn.event:
                return move.answered(typed(self.view, turn.answers))
        due = due_at(self.view, self.state).get(turn.event)
        return Move("time", moment=due) if due is not None else None

    def _done(self, move: Move, turn: ExampleTurn | None) -> Move:
        answers = dict(self.on_card.get(move.at, {}))
        if turn is not None:
            answers |= typed(self.view, turn.answers)
        return move.answered(answers)

    def _called(self, at: str, own: list[Move]) -> Move | _Run | None:
        """The run of the called service, where it is found, with the answers of this case; when it
        came to no end, the call fails. None = a stand-in does its part.
        """
        call = self.view.get(at, ServiceCall)
        fail = next((move for move in own if move.kind == "fail"), None)
        view = self.world.service(call.called) if call and fail and self.world.service else None
        if call is None or view is None:
            return None
        calling = _Calling(at, call.called, self.state.now.date())
        known = self.heard.get((calling.key, calling.day))
        if known is not None:
            self.called.append((at, known))
            return fail if known.verdict == "stuck" else None
        if call.called in self.path:
            self._note("called_again", at)
            return None
        if self.depth >= DEEPEST_CALL or len(self.heard) >= MOST_CALLS:
            self._note("called_deep", at)
            return None
        inner = ExampleCase(id=at, applied=calling.day, answers=self.case.answers)
        return _Run(view, inner, self.world, calling, self)

    def hear(self, calling: _Calling, played: Played) -> None:
        """What became of a call. The same call on the same day comes to the same."""
        self.heard[calling.key, calling.day] = played

    def _turn(self, at: str, event: str = "") -> ExampleTurn | None:
        """What the case says about this visit; what names the visit goes before "each time"."""
        visit = self.visits[at] + 1
        told = [t for t in self.case.turns if t.at == at and t.visit in (0, visit)]
        told = [t for t in told if not event or (t.event == event and t.happens == "event")]
        told.sort(key=lambda t: t.visit == 0)
        return told[0] if told else None

    def _is_exception(self, move: Move) -> bool:
        return bool(getattr(self.view.get(move.event), "attached_to", ""))

    def _end(self, kind: str, at: str) -> None:
        self.over.append(Incident(kind, at, self._name(at)))

    def _note(self, kind: str, at: str) -> None:
        """Say once how it was played."""
        note = Incident(kind, at, self._name(at))
        if note not in self.notes:
            self.notes.append(note)

    def _name(self, at: str) -> tuple[tuple[str, str], ...]:
        record = self.view.get(at)
        return (("name", title(record) if record is not None else ""),)

    # -------------------------------------------------------------------------- what came out

    def played(self) -> Played:
        state, incidents = self.state, [*self.state.incidents, *self.over]
        if len(self.moves) >= MOST_MOVES:
            incidents.append(Incident("endless", self.view.service.id, (("name", self.case.name),)))
        elif state.tokens and not incidents:
            at = state.tokens[0].at
            incidents.append(Incident("waits", at, self._name(at)))
        trace = tuple(state.trace)
        ends = reached_ends(self.view, trace)
        deadlines = deadlines_of(self.view, state, self.world)
        days = [day for _, day in deadlines]
        expected = self.case.expected_deadline
        deadline = expected if expected in days else max(days, default=None)
        documents = documents_of(self.view, trace)
        got = Outcome(ends, self.charged, deadline, documents)
        return Played(
            case=self.case.id,
            name=self.case.name,
            trace=trace,
            end=ends[-1] if ends else "",
            ends=ends,
            fee=self.charged,
            deadline=deadline,
            deadlines=deadlines,
            documents=documents,
            differences=tuple(differences(self.view, self.case, got, self.pages)),
            incidents=tuple(incidents),
            moves=tuple(self.moves),
            state=state,
            called=tuple(self.called),
            notes=tuple(self.notes),
            seen=tuple(self.pages),
        )
