"""How is a state changed into the next, one grip at a time?

A Turn is the open copy of a state while a move is made. What still moves lies in ``moving``; no
grip calls the next one, so nothing here is recursive.
"""

from __future__ import annotations

from collections import ChainMap, Counter, deque
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from model.document.queries import Queries
from model.expressions import Answers
from model.language import say
from model.play.answers import list_of, read
from model.play.clock import World, passes
from model.play.state import Decided, Dues, Happening, Incident, Mode, Scope, State, Token
from model.play.waits import attached_to, event_starts
from model.records import (
    Deadline,
    FieldGroup,
    FieldUse,
    Flow,
    ForeignFile,
    Node,
    Start,
    SubProcess,
    Timer,
)
from model.records.names import title

TIMES_UNKNOWN = 1
"""So often is done what is done "for each", where no list of answers says how many there are: any
other number would be invented, and a payment would be charged as often.
"""


class Turn:
    """A state while it changes; ``result`` is the next one."""

    def __init__(self, view: Queries, state: State, world: World) -> None:
        self.view, self.world, self.before = view, world, state
        self.now, self.begun = state.now, state.begun
        self.tokens = {token.number: token for token in state.tokens}
        self.scopes = {scope.number: scope for scope in state.scopes}
        self.answers: Mapping[str, Any] = state.answers
        self.inbox = list(state.inbox)
        self.incidents = list(state.incidents)
        self.moving: deque[int] = deque()
        self.log: list[Happening] = []
        self.hops = 0
        self.passed: Counter[str] = Counter()
        self._last_token, self._last_scope = state.numbers
        self._read: Answers | None = None

    def result(self) -> State:
        return State(
            now=self.now,
            begun=self.begun,
            tokens=tuple(self.tokens.values()),
            scopes=tuple(self.scopes.values()),
            answers=self.answers,
            inbox=tuple(self.inbox),
            trace=self.before.trace.plus(tuple(self.log)),
            incidents=tuple(self.incidents),
            numbers=(self._last_token, self._last_scope),
        )

    # -------------------------------------------------------------------------------- answers

    def answer(self, answers: Mapping[str, Any]) -> None:
        """More answers, or others."""
        if answers:
            self.answers = MappingProxyType({**self.answers, **answers})
            self._read = None

    def known(self, scope: int) -> Answers:
        """What a condition knows here: all answers, and of a run for one entry also that entry."""
        if self._read is None:
            self._read = read(self.view, self.answers, self.begun.date())
        layers: list[Any] = []
        one = self.scopes.get(scope)
        while one is not None:
            entries = self._read.get(one.group) or ()
            if one.group and 0 <= one.entry < len(entries):
                layers.append(entries[one.entry])
            holder = self.tokens.get(one.holder)
            one = self.scopes.get(holder.scope) if holder is not None else None
        return ChainMap(*layers, dict(self._read)) if layers else self._read

    # ------------------------------------------------------------------------- tokens and runs

    def put(
        self, at: str, scope: int, *, via: str = "", causes: tuple[int, ...] = (), entry: int = -1
    ) -> Token:
        """A token that is about to arrive at a node."""
        self._last_token += 1
        token = Token(self._last_token, at, scope, via, causes, self.now, entry=entry)
        self.tokens[token.number] = token
        self.moving.append(token.number)
        return token

    def hold(self, token: Token, mode: Mode, **changed: Any) -> Token:
        """The token stays where it is."""
        held = replace(token, mode=mode, **changed)
        self.tokens[token.number] = held
        return held

    def done(
        self,
        token: Token,
        ways: tuple[Flow, ...] = (),
        decided: tuple[Decided, ...] = (),
        *,
        causes: tuple[int, ...] = (),
        node: str = "",
    ) -> int:
        """Write down that a node is over."""
        return self.note("done", node or token.at, causes or token.causes, ways, decided, token)

    def note(
        self,
        kind: Any,
        node: str,
        causes: tuple[int, ...],
        ways: tuple[Flow, ...] = (),
        decided: tuple[Decided, ...] = (),
        token: Token | None = None,
    ) -> int:
        number = len(self.before.trace) + len(self.log) + 1
        entry = token.entry if token is not None else -1
        taken = tuple(way.id for way in ways)
        self.log.append(Happening(number, kind, node, self.now, causes, taken, decided, entry))
        return number

    def follow(self, token: Token, ways: tuple[Flow, ...], cause: int) -> None:
        """The token goes on along its ways, or ends here."""
        self.tokens.pop(token.number, None)
        for way in ways:
            self.put(way.target, token.scope, via=way.id, causes=(cause,))

    def cancel(self, numbers: list[int], cause: tuple[int, ...]) -> None:
        """Break off tokens, and everything that runs inside them."""
        waiting = list(numbers)
        while waiting:
            token = self.tokens.pop(waiting.pop(), None)
            if token is None:
                continue
            if token.mode not in ("moving", "joining"):
                self.note("cancelled", token.at, (*token.causes, *cause), token=token)
            inside = {s.number for s in self.scopes.values() if s.holder == token.number}
            waiting += [t.number for t in self.tokens.values() if t.scope in inside]
            for number in inside:
                del self.scopes[number]

    def open(self, node: str, holder: int, *, entry: int = -1, group: str = "") -> Scope:
        """A run of a sub-process (its starts still have to be put), with the deadlines that could
        start something in it.
        """
        self._last_scope += 1
        number = self._last_scope
        self.scopes[number] = Scope(number, node, holder, entry, group)
        dues = [
            (start.id, due)
            for _, start in event_starts(self.view, node)
            if (due := self._passes(start.id, start.deadline, number)) is not None
        ]
        self.scopes[number] = replace(self.scopes[number], dues=tuple(dues))
        return self.scopes[number]

    def enter(self, scope: Scope, causes: tuple[int, ...], starts: list[Node] | None = None) -> int:
        """Put a token on each beginning of a run; how many there are."""
        nodes = beginnings(self.view, scope.node) if starts is None else starts
        for node in nodes:
            self.put(node.id, scope.number, causes=causes)
        return len(nodes)

    # ---------------------------------------------------------------------------- deadlines

    def dues_at(self, token: Token, events: list[str]) -> Dues:
        """Timers among these nodes that begin to run now."""
        found = []
        for event in events:
            timer = self.view.get(event, Timer)
            due = self._passes(event, timer.deadline, token.scope) if timer is not None else None
            if due is not None:
                found.append((event, due))
        return tuple(found)

    def exceptions(self, token: Token) -> Dues:
        """The deadlines of the exceptions at a step that is begun."""
        return self.dues_at(token, [one.id for one in attached_to(self.view, token.at)])

    def _passes(self, owner: str, named: str, scope: int) -> datetime | None:
        deadline = self.view.get(named, Deadline)
        if deadline is None:
            own = self.view.children(owner, Deadline)
            deadline = own[0] if own else None
        if deadline is None:
            return None
        trace = self.before.trace.plus(tuple(self.log))
        return passes(self.view, deadline, self.now, self.known(scope), trace, self.world)

    # ----------------------------------------------------------------------------- how often

    def how_often(self, node: Node) -> tuple[int, str]:
        """How many things there are to do it for, and the list that holds them ("" = unknown)."""
        group = list_at(self.view, node)
        return (len(self.answers.get(group) or ()) if group else TIMES_UNKNOWN), group

    # ----------------------------------------------------------------------------- incidents

    def incident(self, kind: str, at: str, **values: str) -> None:
        """Say once why it does not go on here."""
        record = self.view.get(at)
        name = (title(record) if record is not None else "") or str(
            say(f"kind.{record.kind}") if record is not None else say("play.gone")
        )
        found = Incident(kind, at, tuple({"name": name, **values}.items()))
        if found not in self.incidents:
            self.incidents.append(found)

    @property
    def foreign(self) -> bool:
        """Was it taken over? There a way may end without a sign."""
        return bool(self.view.of(ForeignFile))


def list_at(view: Queries, node: Node) -> str:
    """The list of answers for each entry of which a node is done; "" when none says it."""
    for row in view.rows(node.id):
        asked = view.get(row.field) if isinstance(row, FieldUse) else row
        repeats = isinstance(asked, FieldGroup) and asked.repeatable
        group = asked.id if repeats and asked is not None else list_of(view, asked)
        if group:
            return group
    return ""


def beginnings(view: Queries, node: str) -> list[Node]:
    """Where a run begins: at its start, else at everything nothing leads to."""
    inside = view.children(node, Node) if node else [n for n in view.ordered(Node) if not n.parent]
    starts = [one for one in inside if isinstance(one, Start)]
    plain = [start for start in starts if start.trigger == "none"] or starts
    if plain:
        return list(plain[:1])
    return [one for one in inside if _may_begin(view, one)]


def _may_begin(view: Queries, node: Node) -> bool:
    if getattr(node, "attached_to", "") or (isinstance(node, SubProcess) and node.by_event):
        return False
    catches = getattr(node, "trigger", "") == "link" and getattr(node, "direction", "") == "receive"
    drawn = node.kind == "foreign_node" and not view.outgoing(node.id)
    return not catches and not drawn and not view.incoming(node.id)
