"""How does a case begin, and what is its next state after a move?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from model.document.queries import Queries
from model.errors import FachwerkError
from model.language import say
from model.play import events, joins
from model.play.arriving import arrive, begin_work, go_on, open_entry, true_conditions
from model.play.clock import PLAIN, World, at_moment
from model.play.moves import Move, possible
from model.play.state import Decided, State, Token
from model.play.turn import Turn, beginnings
from model.play.waits import waits
from model.records import Flow, Node, Pool, Role, ServiceCall, Start, SubProcess

MOST_HOPS = 20_000
"""So many nodes are passed in one move; more is a circle in which nobody has anything to do."""
MOST_AT_ONCE = 500
"""So many tokens or runs there may be at once: nobody draws more, a circle of splits makes them."""
MOST_DUES = 1_000
"""So many deadlines pass in one move of the clock."""


def begin(
    view: Queries,
    when: date | datetime,
    *,
    at: str = "",
    answers: Mapping[str, Any] | None = None,
    world: World = PLAIN,
) -> State:
    """A case that is applied for at ``when``; or one that starts in the middle, at a node."""
    moment = at_moment(when)
    turn = Turn(view, State(moment, moment), world)
    turn.answer(answers or {})
    if at:
        _put_inside(turn, at)
    else:
        for start in _starts(view):
            turn.enter(turn.open("", 0), (), [start])
        if not turn.tokens:
            turn.incident("no_start", view.service.id)
    return _settled(turn)


def make(view: Queries, state: State, move: Move, *, world: World = PLAIN) -> State:
    """The next state.

    Raises:
        FachwerkError: the move is not possible (any more).
    """
    turn = Turn(view, state, world)
    if move.kind == "time":
        _let_pass(turn, move.moment or state.now)
        return _told(turn)
    if not _fits(view, state, move):
        raise FachwerkError(
            say("play.not_possible"), where=move.at, todo=say("play.not_possible.todo")
        )
    turn.answer(dict(move.answers))
    _MOVES[move.kind](turn, move)
    return _settled(turn)


def _fits(view: Queries, state: State, move: Move) -> bool:
    bare = Move(move.kind, move.at, move.token, move.event, move.scope)
    if bare in possible(view, state):
        return True
    scopes = {scope.number: scope for scope in state.scopes}
    known = (w for w in waits(view, state.tokens, scopes) if w.event == move.event)
    return move.kind == "event" and any(
        (w.at, w.token, w.scope) == (move.at, move.token, move.scope) and w.due is not None
        for w in known
    )


def _starts(view: Queries) -> list[Node]:
    """The beginning of the service, and of each further participant that does not wait for it."""
    found: dict[str, Node] = {}
    for node in beginnings_of_all(view):
        found.setdefault(_pool_of(view, node), node)
    first, *others = [*found.values()] or [Start(id="none")]
    plain = [one for one in others if isinstance(one, Start) and one.trigger == "none"]
    return [first, *plain] if found else []


def beginnings_of_all(view: Queries) -> list[Node]:
    """Starts of the service in their order, those without a trigger first; else what nothing leads
    to.
    """
    starts = [start for start in view.ordered(Start) if not start.parent]
    return [*sorted(starts, key=lambda one: one.trigger != "none")] or beginnings(view, "")


def _pool_of(view: Queries, node: Node) -> str:
    parent = node.role
    for _ in range(300):
        record = view.get(parent)
        if isinstance(record, Pool):
            return record.id
        if not isinstance(record, Role):
            return ""
        parent = record.parent
    return ""


def _put_inside(turn: Turn, at: str) -> None:
    """A token in the middle, inside the runs of all sub-processes around it."""
    around: list[str] = []
    record = turn.view.get(at, Node)
    while record is not None and record.parent and len(around) < 300:
        around.append(record.parent)
        record = turn.view.get(record.parent, Node)
    run = turn.open("", 0)
    for node in reversed(around):
        holder = turn.put(node, run.number)
        turn.moving.clear()
        turn.hold(holder, "holding", dues=turn.exceptions(holder))
        run = turn.open(node, holder.number)
    turn.put(at, run.number)


# ---------------------------------------------------------------------------------- the moves


def _do(turn: Turn, move: Move) -> None:
    token = turn.tokens[move.token]
    if token.mode == "round" or token.entry < 0:
        go_on(turn, token)
        return
    turn.done(token)
    del turn.tokens[token.number]


def _again(turn: Turn, move: Move) -> None:
    token = turn.tokens[move.token]
    cause = turn.done(token)
    token = turn.hold(token, "moving", causes=(cause,))
    begin_work(turn, token, turn.view[token.at])


def _fail(turn: Turn, move: Move) -> None:
    token = turn.tokens[move.token]
    held = turn.tokens.get(turn.scopes[token.scope].holder)
    inner = held is not None and turn.scopes[token.scope].node == token.at
    host = held if inner and held is not None else token
    if events.catch_at(turn, host, "error", "", "", 0):
        return
    cause = turn.note("failed", token.at, token.causes, token=token)
    if not events.throw_up(turn, "error", "", "", token.scope, cause):
        turn.incident("failed", token.at)


def _event(turn: Turn, move: Move) -> None:
    for wait in events.waiting(turn):
        if (wait.event, wait.token, wait.scope) == (move.event, move.token, move.scope):
            if wait.kind == "signal" and wait.name:
                events.signal(turn, wait.name, 0)
            else:
                events.happen(turn, wait)
            return


def _choose(turn: Turn, move: Move) -> None:
    token = turn.tokens[move.token]
    way = turn.view.the(move.event, Flow)
    cause = turn.done(token, (way,), (Decided(way.id, way.condition, by_hand=True),))
    turn.follow(token, (way,), cause)


_MOVES = {"do": _do, "again": _again, "fail": _fail, "event": _event, "way": _choose}


def _let_pass(turn: Turn, until: datetime) -> None:
    """The clock goes on; what falls due on the way happens at its time."""
    until = max(until, turn.now)
    for _ in range(MOST_DUES):
        dues = [(w.due, w.event, w) for w in events.waiting(turn) if w.due is not None]
        due = min(dues, key=lambda one: one[:2], default=None)
        if due is None or due[0] > until:
            break
        turn.now = max(turn.now, due[0])
        events.happen(turn, due[2])
        _settle(turn)
    else:
        turn.incident("endless", turn.view.service.id)
    turn.now = until


# ----------------------------------------------------------------------------- until it waits


def _settled(turn: Turn) -> State:
    _settle(turn)
    return _told(turn)


def _told(turn: Turn) -> State:
    """The next state; where nothing at all can happen any more it says so."""
    made = turn.result()
    if made.tokens and not made.incidents and not possible(turn.view, made):
        turn.incident("stuck", made.tokens[0].at)
        return turn.result()
    return made


def _settle(turn: Turn) -> None:
    """Until everything waits for something from outside."""
    while True:
        while turn.moving:
            number = turn.moving.popleft()
            token = turn.tokens.get(number)
            if token is None:
                continue
            turn.hops += 1
            at_once = max(len(turn.tokens), len(turn.scopes))
            turn.passed[token.at] += 1
            circle = turn.passed[token.at] > MOST_AT_ONCE or at_once > MOST_AT_ONCE
            if circle or turn.hops > MOST_HOPS:
                _stop(turn, token)
                return
            arrive(turn, token)
        if not (_close(turn) or joins.fire(turn) or true_conditions(turn)):
            break
    joins.tell_stuck(turn)


def _stop(turn: Turn, token: Token) -> None:
    turn.incident("endless", token.at)
    turn.moving.clear()
    for one in list(turn.tokens.values()):
        if one.mode == "moving":
            turn.hold(one, "stuck")


def _close(turn: Turn) -> bool:
    """End the runs in which nothing is left; False when there are none."""
    busy = {token.scope for token in turn.tokens.values()}
    over = [scope for scope in turn.scopes.values() if scope.number not in busy]
    for scope in over:
        del turn.scopes[scope.number]
    open_runs = {scope.holder for scope in turn.scopes.values()}
    ended = {scope.holder: scope for scope in over}
    closed = False
    for token in [t for t in turn.tokens.values() if t.mode == "holding"]:
        if token.number in open_runs:
            continue
        closed = True
        if token.left:
            scope = ended[token.number]
            turn.hold(token, "holding", left=token.left - 1)
            open_entry(turn, token, scope.entry + 1, scope.group)
        else:
            _over(turn, token)
    return bool(over) or closed


def _over(turn: Turn, token: Token) -> None:
    """All runs inside a token are over: what follows rests on everything that happened in it."""
    record = turn.view.get(token.at)
    causes = tuple(sorted({*token.causes, *_last_inside(turn, token)}))
    if isinstance(record, SubProcess | ServiceCall) and record.repeats == "loop":
        turn.hold(token, "round", causes=causes)
    else:
        go_on(turn, token, causes)


def _last_inside(turn: Turn, token: Token) -> list[int]:
    """The happenings inside a node on which nothing else inside rests, of its last run."""
    found: list[int] = []
    rested: set[int] = set()
    first = max(token.causes, default=0)
    for happening in reversed((*turn.before.trace.since(first), *turn.log)):
        if happening.number <= first:
            break
        if _is_inside(turn, happening.node, token.at):
            if happening.number not in rested:
                found.append(happening.number)
            rested.update(happening.causes)
    return found


def _is_inside(turn: Turn, node: str, holder: str) -> bool:
    if node == holder:
        return True
    for _ in range(300):
        record = turn.view.get(node, Node)
        if record is None:
            return False
        if record.parent == holder:
            return True
        node = record.parent
    return False
