"""For which events does a case wait?

At a sign on the way, at "what comes first", at a step with exceptions, and in every sub-process
run whose events may start more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from model.document.queries import Queries
from model.play.state import Scope, Token
from model.records import Decision, Event, Expression, Message, Node, Start, Step, SubProcess, Timer

_INSIDE = ("compensation", "cancel", "none", "link")
"""Triggers that nothing from outside brings about."""


@dataclass(frozen=True, slots=True)
class Wait:
    """An event that would be noticed. ``at`` is where the case stands, ``event`` what it waits
    for; ``scope`` is set (and ``token`` 0) where the event starts a sub-process. ``kind``:
    message, timer, signal, error, escalation, conditional, link, cancel, compensation, step.
    """

    event: str
    at: str
    kind: str
    token: int = 0
    scope: int = 0
    due: datetime | None = None
    attached: bool = False
    interrupting: bool = True
    name: str = ""
    code: str = ""
    condition: Expression | None = None

    @property
    def by_hand(self) -> bool:
        """May a person say that it happens now? Time is told by the clock, a condition by the
        answers.
        """
        if self.kind in _INSIDE:
            return False
        return self.due is None and not (self.kind == "conditional" and self.condition is not None)


def waits(view: Queries, tokens: Iterable[Token], scopes: Mapping[int, Scope]) -> Iterator[Wait]:
    """Every event that is waited for, in the order of the tokens, then of the runs."""
    for token in tokens:
        if token.mode == "waiting" and isinstance(view.get(token.at), Message | Timer | Event):
            yield _wait(view.get(token.at), token, token.at)
        elif token.mode == "waiting" and isinstance(view.get(token.at), Decision):
            for flow in view.outgoing(token.at):
                if isinstance(view.get(flow.target), Message | Timer | Event | Step):
                    yield _wait(view.get(flow.target), token, flow.target)
        elif token.mode in ("waiting", "holding", "round") and not _is_one_of_many(token, scopes):
            for one in attached_to(view, token.at):
                if one.id not in token.spent:
                    yield _wait(one, token, one.id, attached=True)
    for number in scopes:
        yield from _starts(view, scopes[number])


def _is_one_of_many(token: Token, scopes: Mapping[int, Scope]) -> bool:
    """Is it done for one of several things? The exceptions hang at the whole."""
    scope = scopes.get(token.scope)
    return scope is not None and scope.node == token.at


def attached_to(view: Queries, host: str) -> list[Message | Timer | Event]:
    """The exceptions at a step."""
    found = view.referring(host, Node)
    return [
        one
        for one in found
        if isinstance(one, Message | Timer | Event) and one.attached_to == host and not one.of
    ]


def event_starts(view: Queries, node: str) -> list[tuple[SubProcess, Start]]:
    """Sub-processes inside a node ("" = the service) that an event starts, with that start."""
    inside = view.children(node, SubProcess) if node else view.of(SubProcess)
    found = []
    for sub in inside:
        if sub.by_event and sub.parent == node:
            starts = [s for s in view.children(sub.id, Start) if s.trigger != "none"]
            found += [(sub, start) for start in starts[:1]]
    return found


def _starts(view: Queries, scope: Scope) -> Iterator[Wait]:
    dues = dict(scope.dues)
    for sub, start in event_starts(view, scope.node):
        if scope.interrupted or start.id in scope.spent:
            continue
        yield Wait(
            start.id,
            sub.id,
            start.trigger,
            scope=scope.number,
            due=dues.get(start.id),
            interrupting=start.interrupting or start.trigger == "error",
            name=start.message_name or start.event_name,
            code=start.error_code,
            condition=start.condition,
        )


def _wait(record: Any, token: Token, event: str, *, attached: bool = False) -> Wait:
    kind = getattr(record, "trigger", record.kind)
    return Wait(
        event,
        token.at,
        kind,
        token.number,
        due=dict(token.dues).get(event),
        attached=attached,
        interrupting=getattr(record, "interrupting", True) or kind == "error",
        name=getattr(record, "message_name", "") or getattr(record, "event_name", ""),
        code=getattr(record, "error_code", ""),
        condition=getattr(record, "condition", None),
    )
