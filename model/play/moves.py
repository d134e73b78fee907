"""What can be done next in a case?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from model.document.queries import Queries
from model.play.state import State, Token
from model.play.waits import Wait, waits
from model.records import ForeignNode, ServiceCall, Step

MoveKind = Literal["do", "again", "fail", "event", "way", "time"]


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that happens to a case.

    do = the step at ``at`` is done, with ``answers``; again = it is done once more (loops); fail =
    it cannot be done (a Basisdienst answers with an error); event = ``event`` happens; way = a
    person chooses the way ``event``; time = the clock goes on to ``moment``. ``token`` or
    ``scope`` say for whom.
    """

    kind: MoveKind
    at: str = ""
    token: int = 0
    event: str = ""
    scope: int = 0
    answers: tuple[tuple[str, Any], ...] = ()
    moment: datetime | None = None

    def answered(self, answers: dict[str, Any]) -> Move:
        """The same with answers."""
        return Move(
            self.kind,
            self.at,
            self.token,
            self.event,
            self.scope,
            tuple(answers.items()),
            self.moment,
        )


def possible(view: Queries, state: State) -> tuple[Move, ...]:
    """Everything that can be done next, in a fixed order: work first, then events, then time."""
    found = [move for token in state.tokens for move in _work(view, token)]
    waiting = list(waits(view, state.tokens, {scope.number: scope for scope in state.scopes}))
    found += [
        Move("event", wait.at, wait.token, wait.event, wait.scope)
        for wait in waiting
        if wait.by_hand
    ]
    dues = [wait.due for wait in waiting if wait.due is not None]
    if dues:
        found.append(Move("time", moment=max(min(dues), state.now)))
    return tuple(found)


def days_later(state: State, days: int) -> Move:
    """The clock goes on by some days; what falls due meanwhile happens."""
    return Move("time", moment=state.now + timedelta(days=days))


def due_at(view: Queries, state: State) -> dict[str, datetime]:
    """Timer -> when it passes, for all that run."""
    scopes = {scope.number: scope for scope in state.scopes}
    return {w.event: w.due for w in waits(view, state.tokens, scopes) if w.due is not None}


def _work(view: Queries, token: Token) -> list[Move]:
    record = view.get(token.at)
    if token.mode == "choosing":
        ways = [flow for flow in view.outgoing(token.at) if flow.target in view]
        return [Move("way", token.at, token.number, flow.id) for flow in ways]
    if token.mode == "round":
        return [Move("do", token.at, token.number), Move("again", token.at, token.number)]
    if token.mode != "waiting" or not isinstance(record, Step | ServiceCall | ForeignNode):
        return []
    found = [Move("do", token.at, token.number)]
    if getattr(record, "repeats", "") == "loop" and token.entry < 0:
        found.append(Move("again", token.at, token.number))
    if isinstance(record, ServiceCall) or (isinstance(record, Step) and record.form == "automatic"):
        found.append(Move("fail", token.at, token.number))
    return found


__all__ = ["Move", "Wait", "days_later", "due_at", "possible"]
