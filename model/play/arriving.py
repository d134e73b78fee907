"""What happens when a token arrives at a node?

It passes, waits, opens a run inside, or ends. One function for each kind of node.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from model.expressions import evaluate
from model.play import events
from model.play.choosing import choose
from model.play.state import Token
from model.play.turn import Turn
from model.records import (
    Decision,
    End,
    Event,
    Flow,
    ForeignNode,
    Message,
    Node,
    Parallel,
    ServiceCall,
    Start,
    Step,
    SubProcess,
    Timer,
)


def arrive(turn: Turn, token: Token) -> None:
    """Let a token arrive; what it brings about lies in ``turn.moving`` afterwards."""
    record = turn.view.get(token.at, Node)
    if record is None:
        turn.incident("nowhere", token.at)
        turn.hold(token, "stuck")
        return
    _ARRIVALS.get(type(record), _wait)(turn, token, record)


def go_on(turn: Turn, token: Token, causes: tuple[int, ...] = ()) -> None:
    """The node is over: choose the ways that leave it."""
    node = turn.view.the(token.at, Node)
    choice = choose(turn.view, node, turn.known(token.scope))
    if choice.ways:
        cause = turn.done(token, choice.ways, choice.decided, causes=causes)
        turn.follow(token, choice.ways, cause)
    elif choice.open:
        turn.hold(token, "choosing", causes=causes or token.causes)
    elif isinstance(node, Decision | Step | SubProcess) and turn.view.outgoing(node.id):
        turn.incident("no_way", node.id)
        turn.hold(token, "stuck", causes=causes or token.causes)
    else:
        turn.done(token, causes=causes)
        turn.tokens.pop(token.number, None)
        if not turn.foreign and not _may_end_here(turn, token, node):
            turn.incident("dead_end", node.id)


def _may_end_here(turn: Turn, token: Token, node: Node) -> bool:
    scope = turn.scopes.get(token.scope)
    by_event = isinstance(node, SubProcess) and node.by_event
    return by_event or isinstance(node, End) or (scope is not None and bool(scope.node))


def begin_work(turn: Turn, token: Token, node: Any) -> None:
    """A step, call or sub-process begins: once, or once for each thing."""
    token = turn.hold(token, "waiting", dues=turn.exceptions(token), since=turn.now)
    repeats = getattr(node, "repeats", "")
    if repeats in ("parallel", "sequential"):
        times, group = turn.how_often(node)
        at_once = times if repeats == "parallel" else min(times, 1)
        turn.hold(token, "holding", left=times - at_once)
        for entry in range(at_once):
            open_entry(turn, token, entry, group)
    elif isinstance(node, SubProcess):
        turn.hold(token, "holding")
        turn.enter(turn.open(node.id, token.number), token.causes)


def open_entry(turn: Turn, token: Token, entry: int, group: str) -> None:
    """The run for one of several things."""
    run = turn.open(token.at, token.number, entry=entry, group=group)
    if isinstance(turn.view.get(token.at), SubProcess):
        turn.enter(run, token.causes)
    else:
        made = turn.put(token.at, run.number, causes=token.causes, entry=entry)
        turn.moving.remove(made.number)
        turn.hold(made, "waiting")


def _wait(turn: Turn, token: Token, node: Node) -> None:  # noqa: ARG001
    turn.hold(token, "waiting", since=turn.now)


def _pass(turn: Turn, token: Token, node: Node) -> None:  # noqa: ARG001
    go_on(turn, token)


def _at_end(turn: Turn, token: Token, end: End) -> None:
    cause = turn.done(token)
    turn.tokens.pop(token.number, None)
    if end.result == "stop":
        others = [t.number for t in turn.tokens.values() if t.scope == token.scope]
        turn.cancel(others, (cause,))
    elif end.result in ("error", "escalation", "cancel"):
        events.throw_up(turn, end.result, end.event_name, end.error_code, token.scope, cause)
    elif end.result == "signal":
        events.signal(turn, end.event_name, cause)
    elif end.result == "message":
        events.send(turn, end.id, cause)
    elif end.result == "compensation":
        events.compensate(turn, token.scope, cause)


def _at_decision(turn: Turn, token: Token, node: Decision) -> None:
    if node.mode == "event":
        following = [flow.target for flow in turn.view.outgoing(node.id)]
        held = turn.hold(token, "waiting", since=turn.now)
        turn.hold(held, "waiting", dues=turn.dues_at(held, following))
        _from_inbox(turn, token)
    elif node.mode in ("inclusive", "complex") and _joins(turn, token):
        turn.hold(token, "joining")
    else:
        go_on(turn, token)


def _at_parallel(turn: Turn, token: Token, node: Parallel) -> None:  # noqa: ARG001
    if _joins(turn, token):
        turn.hold(token, "joining")
    else:
        go_on(turn, token)


def _joins(turn: Turn, token: Token) -> bool:
    """Does it have to wait for others? Not when it is let through, or was put here by hand."""
    return bool(token.via) and len(turn.view.incoming(token.at)) > 1


def _at_message(turn: Turn, token: Token, node: Message) -> None:
    if node.direction == "send":
        ways = _ways(turn, node)
        cause = turn.done(token, ways)
        turn.follow(token, ways, cause)
        events.send(turn, node.id, cause)
    else:
        turn.hold(token, "waiting", since=turn.now)
        _from_inbox(turn, token)


def _from_inbox(turn: Turn, token: Token) -> None:
    """Take what lies there already."""
    for wait in events.waiting(turn):
        if wait.token == token.number and wait.event in turn.inbox:
            turn.inbox.remove(wait.event)
            events.happen(turn, wait)
            return


def _at_timer(turn: Turn, token: Token, node: Timer) -> None:
    turn.hold(token, "waiting", since=turn.now, dues=turn.dues_at(token, [node.id]))


def _at_event(turn: Turn, token: Token, node: Event) -> None:
    if node.trigger == "none":
        go_on(turn, token)
    elif node.trigger == "link":
        _at_link(turn, token, node)
    elif node.direction == "receive":
        turn.hold(token, "waiting", since=turn.now)
    else:
        _throw(turn, token, node)


def _throw(turn: Turn, token: Token, node: Event) -> None:
    """Announced first; whoever was not broken off by it goes on."""
    ways = _ways(turn, node)
    cause = turn.done(token, ways)
    if node.trigger in ("error", "escalation", "cancel"):
        name, code = node.event_name, node.error_code
        events.throw_up(turn, node.trigger, name, code, token.scope, cause)
    elif node.trigger == "signal":
        events.signal(turn, node.event_name, cause)
    elif node.trigger == "compensation":
        events.compensate(turn, token.scope, cause)
    if token.number in turn.tokens:
        turn.follow(token, ways, cause)


def _at_link(turn: Turn, token: Token, node: Event) -> None:
    if node.direction == "receive":
        go_on(turn, token)
        return
    fitting = [
        one
        for one in turn.view.of(Event)
        if (one.trigger, one.direction, one.event_name, one.parent)
        == ("link", "receive", node.event_name, node.parent)
    ]
    if not fitting:
        turn.incident("link", node.id, link=node.event_name)
        turn.hold(token, "stuck")
        return
    cause = turn.done(token)
    turn.tokens.pop(token.number, None)
    turn.put(fitting[0].id, token.scope, causes=(cause,))


def _ways(turn: Turn, node: Node) -> tuple[Flow, ...]:
    return tuple(way for way in turn.view.outgoing(node.id) if way.target in turn.view)


def true_conditions(turn: Turn) -> bool:
    """Let the first event happen whose condition has come true; False when there is none."""
    for wait in events.waiting(turn):
        if wait.kind == "conditional" and wait.condition is not None:
            token = turn.tokens.get(wait.token)
            known = turn.known(token.scope if token is not None else wait.scope)
            if evaluate(turn.view, wait.condition, known):
                events.happen(turn, wait)
                return True
    return False


_ARRIVALS: dict[type[Node], Callable[[Turn, Token, Any], None]] = {
    Start: _pass,
    End: _at_end,
    Step: begin_work,
    ServiceCall: begin_work,
    SubProcess: begin_work,
    ForeignNode: _wait,
    Decision: _at_decision,
    Parallel: _at_parallel,
    Message: _at_message,
    Timer: _at_timer,
    Event: _at_event,
}
