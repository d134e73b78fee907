"""What becomes of an example citizen?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from model.document.queries import Queries
from model.expressions import Answers
from model.language import Message, say
from model.play.answers import read, typed
from model.play.clock import PLAIN, World
from model.play.fees import fee
from model.play.moves import Move, due_at, possible
from model.play.outcome import deadlines_of, documents_of, makes_documents, reached_ends
from model.play.state import Happening, Incident, State
from model.play.walking import begin, make
from model.records import (
    End,
    ExampleCase,
    ExampleTurn,
    Fee,
    ServiceCall,
    Step,
)
from model.records.names import title

MOST_MOVES = 50_000
MOST_VISITS = 100
"""A case that comes to the same node more often goes round in a circle."""
NO_DATE = date(2000, 1, 1)
"""The day of application of a case that names none: no clock is asked."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Something came out otherwise than expected: end, fee, deadline or documents."""

    kind: Literal["end", "fee", "deadline", "documents"]
    expected: Any
    got: Any

    @property
    def what(self) -> Message:
        key = f"play.differs.{self.kind}" + ("" if self.got not in ("", None) else ".nothing")
        return say(key, expected=self.expected, got=self.got)


@dataclass(frozen=True, slots=True)
class Played:
    """What became of a case: its trace, and what there is at its end.

    ``called``: node -> what became of it in the service that is called there.
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

    @property
    def verdict(self) -> Literal["agrees", "differs", "stuck"]:
        if self.incidents:
            return "stuck"
        return "differs" if self.differences else "agrees"


def play(view: Queries, case: ExampleCase, *, world: World = PLAIN) -> Played:
    """Let a case run by itself from its application to its end."""
    run = _Run(view, case, world)
    run.go()
    return run.played()


def steps(
    view: Queries, case: ExampleCase, *, world: World = PLAIN
) -> Iterator[tuple[Move, State]]:
    """The same, one move after the other: for whoever watches."""
    run = _Run(view, case, world)
    yield Move("do"), run.state
    while (move := run.next_move()) is not None:
        run.make(move)
        yield move, run.state


class _Run:
    """A case on its way."""

    def __init__(self, view: Queries, case: ExampleCase, world: World) -> None:
        self.view, self.case, self.world = view, case, world
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

    def go(self) -> None:
        while (move := self.next_move()) is not None:
            self.make(move)

    def make(self, move: Move) -> None:
        before = len(self.state.trace)
        self.state = make(self.view, self.state, move, world=self.world)
        self.moves.append(move)
        self._count(self.state.trace.since(before))

    def _count(self, happened: tuple[Happening, ...]) -> None:
        for one in happened:
            self.visits[one.node] += 1
            step = self.view.get(one.node, Step)
            record = self.view.get(step.fee, Fee) if step is not None and step.fee else None
            if record is not None and one.kind == "done":
                due = fee(self.view, record, self._known(), self.state.begun.date()).amount
                self.charged = (self.charged or Decimal(0)) + (due or Decimal(0))

    def _known(self) -> Answers:
        return read(self.view, self.state.answers, self.state.begun.date())

    # ------------------------------------------------------------------------ what comes next

    def next_move(self) -> Move | None:
        """What the case says, else the usual: work is done, what is waited for comes."""
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

    def _of_token(self, at: str, own: list[Move]) -> Move | None:
        turn = self._turn(at)
        if turn is not None and turn.happens == "event":
            return self._event(turn, own)
        if turn is not None and turn.happens in ("fails", "again", "way"):
            kind = "fail" if turn.happens == "fails" else turn.happens
            fitting = [m for m in own if m.kind == kind and m.event == turn.event]
            return fitting[0] if fitting else None
        for move in own:
            if move.kind == "do":
                broken = any(m.kind == "fail" for m in own) and self._called_is_stuck(at)
                return (
                    next(m for m in own if m.kind == "fail") if broken else self._done(move, turn)
                )
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

    def _called_is_stuck(self, at: str) -> bool:
        """Play the called service, where it is found, with the answers of this case; does it come
        to no end? What it calls in turn is left to a stand-in.
        """
        call = self.view.get(at, ServiceCall)
        if call is None or self.world.service is None:
            return False
        view = self.world.service(call.called)
        if view is None:
            return False
        inner = ExampleCase(id=at, applied=self.state.now.date(), answers=self.case.answers)
        self.called.append((at, play(view, inner, world=replace(self.world, service=None))))
        return self.called[-1][1].verdict == "stuck"

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
        played = Played(
            case=self.case.id,
            name=self.case.name,
            trace=trace,
            end=ends[-1] if ends else "",
            ends=ends,
            fee=self.charged,
            deadline=expected if expected in days else max(days, default=None),
            deadlines=deadlines,
            documents=documents_of(self.view, trace),
            differences=(),
            incidents=tuple(incidents),
            moves=tuple(self.moves),
            state=state,
            called=tuple(self.called),
        )
        return replace(played, differences=tuple(_differences(self.view, self.case, played)))


def _differences(view: Queries, case: ExampleCase, got: Played) -> Iterator[Difference]:
    """Only what the case expects; documents only where the service says what it makes."""
    if case.expected_end and case.expected_end not in got.ends:
        yield Difference("end", _end_name(view, case.expected_end), _end_name(view, got.end))
    due = got.fee or Decimal("0.00")
    if case.expected_fee is not None and case.expected_fee != due:
        yield Difference("fee", case.expected_fee, due)
    if case.expected_deadline is not None and case.expected_deadline != got.deadline:
        yield Difference("deadline", case.expected_deadline, got.deadline)
    if case.documents and makes_documents(view) and set(case.documents) != set(got.documents):
        yield Difference("documents", ", ".join(case.documents), ", ".join(got.documents))


def _end_name(view: Queries, end: str) -> str:
    record = view.get(end, End)
    return title(record) or end if record is not None else ""
