"""What happens when an event comes, from outside or from another part of the case?"""

from __future__ import annotations

from dataclasses import replace

from model.play.state import Token
from model.play.turn import Turn
from model.play.waits import Wait, attached_to, event_starts, waits
from model.records import Event, MessageFlow, Node, Start


def waiting(turn: Turn) -> list[Wait]:
    """All events that would be noticed now."""
    return list(waits(turn.view, list(turn.tokens.values()), dict(turn.scopes)))


def happen(turn: Turn, wait: Wait, causes: tuple[int, ...] = ()) -> None:
    """The event comes: a token goes on from it. An interrupting one breaks off what it hangs at."""
    if wait.scope:
        _start_inside(turn, wait, causes)
        return
    token = turn.tokens[wait.token]
    if wait.attached:
        _at_exception(turn, wait, token, causes)
    elif wait.event == wait.at:
        _leave(turn, token, wait.event, (*token.causes, *causes))
    else:
        way = next(f for f in turn.view.outgoing(wait.at) if f.target == wait.event)
        cause = turn.done(token, (way,))
        _leave(turn, token, wait.event, (cause, *causes))


def _leave(turn: Turn, token: Token, event: str, causes: tuple[int, ...]) -> None:
    ways = tuple(way for way in turn.view.outgoing(event) if way.target in turn.view)
    turn.follow(token, ways, turn.done(token, ways, causes=causes, node=event))


def _at_exception(turn: Turn, wait: Wait, token: Token, causes: tuple[int, ...]) -> None:
    because = (*token.causes, *causes)
    if wait.interrupting:
        turn.cancel([token.number], causes)
    else:
        dues = tuple(due for due in token.dues if due[0] != wait.event)
        spent = (*token.spent, wait.event) if wait.kind in ("timer", "conditional") else token.spent
        turn.hold(token, token.mode, dues=dues, spent=spent)
    _exception(turn, wait.event, token.scope, because)


def _exception(turn: Turn, event: str, scope: int, causes: tuple[int, ...]) -> None:
    made = turn.put(event, scope, causes=causes)
    turn.moving.remove(made.number)
    _leave(turn, made, event, causes)


def _start_inside(turn: Turn, wait: Wait, causes: tuple[int, ...]) -> None:
    """An event sub-process begins; an interrupting one ends the work around it."""
    scope = turn.scopes[wait.scope]
    if wait.interrupting:
        inside = [token.number for token in turn.tokens.values() if token.scope == scope.number]
        turn.cancel(inside, causes)
        scope = replace(scope, interrupted=True, dues=())
    elif wait.kind in ("timer", "conditional"):
        dues = tuple(due for due in scope.dues if due[0] != wait.event)
        scope = replace(scope, spent=(*scope.spent, wait.event), dues=dues)
    turn.scopes[scope.number] = scope
    holder = turn.put(wait.at, scope.number, causes=causes)
    turn.moving.remove(holder.number)
    turn.hold(holder, "holding")
    run = turn.open(wait.at, holder.number)
    turn.enter(run, causes, [turn.view.the(wait.event, Start)])


# ------------------------------------------------------------------------------ thrown inside


def throw_up(turn: Turn, kind: str, name: str, code: str, scope: int, cause: int) -> bool:
    """An error, escalation or cancellation goes outwards until something catches it."""
    number, held = scope, ""
    while number in turn.scopes:
        run = turn.scopes[number]
        for sub, start in event_starts(turn.view, run.node):
            if sub.id == held or run.interrupted or not _catches(start, kind, name, code):
                continue
            stops = start.interrupting or kind == "error"
            happen(turn, Wait(start.id, sub.id, kind, scope=number, interrupting=stops), (cause,))
            return True
        holder = turn.tokens.get(run.holder)
        if holder is None:
            return False
        if catch_at(turn, holder, kind, name, code, cause):
            return True
        number, held = holder.scope, holder.at
    return False


def catch_at(turn: Turn, token: Token, kind: str, name: str, code: str, cause: int) -> bool:
    """Let an exception at this step catch it, if one does; one that names it goes first."""
    fitting = [
        one
        for one in attached_to(turn.view, token.at)
        if isinstance(one, Event) and _catches(one, kind, name, code)
    ]
    fitting.sort(key=lambda one: (not (one.error_code or one.event_name), one.order, one.id))
    for one in fitting[:1]:
        stops = one.interrupting or kind == "error"
        wait = Wait(one.id, token.at, kind, token.number, attached=True, interrupting=stops)
        happen(turn, wait, (cause,) if cause else ())
    return bool(fitting)


def _catches(catcher: Event | Start, kind: str, name: str, code: str) -> bool:
    """A catcher without name and code catches all."""
    if catcher.trigger != kind:
        return False
    if kind == "cancel" or not (catcher.error_code or catcher.event_name):
        return True
    if catcher.error_code or code:
        return catcher.error_code == code
    return catcher.event_name == name


def signal(turn: Turn, name: str, cause: int) -> None:
    """Everybody who waits for this signal hears it, once."""
    causes = (cause,) if cause else ()
    for wait in waiting(turn):
        gone = turn.scopes if wait.scope else turn.tokens
        if wait.kind == "signal" and wait.name == name and (wait.scope or wait.token) in gone:
            happen(turn, wait, causes)


def send(turn: Turn, node: str, cause: int) -> None:
    """A message goes along its drawn ways: to who waits for it, to a start of another participant,
    else it lies there until somebody asks.
    """
    for flow in turn.view.referring(node, MessageFlow):
        target = turn.view.get(flow.target, Node)
        if flow.source != node or target is None:
            continue
        wait = next((w for w in waiting(turn) if w.event == target.id), None)
        if wait is not None:
            happen(turn, wait, (cause,))
        elif isinstance(target, Start) and not target.parent:
            turn.enter(turn.open("", 0), (cause,), [target])
        else:
            turn.inbox.append(target.id)


def compensate(turn: Turn, scope: int, cause: int) -> None:
    """What was done in this run is undone: the undoing exceptions of its finished steps go off."""
    finished = dict.fromkeys(h.node for h in (*turn.before.trace, *turn.log) if h.kind == "done")
    node = turn.scopes[scope].node
    for step in finished:
        record = turn.view.get(step, Node)
        if record is None or record.parent != node:
            continue
        for one in attached_to(turn.view, step):
            if isinstance(one, Event) and one.trigger == "compensation":
                _exception(turn, one.id, scope, (cause,))
