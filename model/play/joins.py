"""When do ways that run at the same time go on together?

A parallel join waits for a token on each of its ways. An inclusive one waits as long as somebody
could still come on a way that is empty (BPMN 2.0, 13.4.3): a token from which a path leads there
without passing the join, unless such a path also leads to a way where one waits already.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from model.document.queries import Queries
from model.play.state import Token
from model.play.turn import Turn
from model.records import Decision, Event, Flow, Node


def fire(turn: Turn) -> bool:
    """Let the first join go on that may; False when none does."""
    return any(_go(turn, node, tokens) for node, tokens in _joining(turn))


def tell_stuck(turn: Turn) -> None:
    """Say of each join that nobody can come any more on a way it waits for."""
    for node, tokens in _joining(turn):
        empty = _empty(turn, node, tokens)
        others = [t for t in turn.tokens.values() if _elsewhere(t, node, tokens)]
        before = reaching(turn.view, node, empty)
        if empty and not any(token.at in before for token in others):
            source = turn.view.get(empty[0].source)
            turn.incident("join", node, source=str(getattr(source, "name", "")))


def reaching(view: Queries, join: str, ways: Iterable[Flow]) -> set[str]:
    """Nodes from which a path leads to one of these ways without passing the join."""
    waiting = [way.source for way in ways]
    found = set(waiting) - {join}
    waiting = list(found)
    while waiting:
        for before in _before(view, waiting.pop()):
            if before != join and before not in found:
                found.add(before)
                waiting.append(before)
    return found


def _before(view: Queries, node: str) -> list[str]:
    record = view.get(node)
    found = [way.source for way in view.incoming(node)]
    host = getattr(record, "attached_to", "")
    if host:
        found.append(host)
    if isinstance(record, Event) and record.trigger == "link" and record.direction == "receive":
        found += [
            one.id
            for one in view.of(Event)
            if one.trigger == "link"
            and one.direction == "send"
            and (one.event_name, one.parent) == (record.event_name, record.parent)
        ]
    return found


def _joining(turn: Turn) -> list[tuple[str, list[Token]]]:
    """Join -> the tokens that wait at it in one run."""
    waiting = [token for token in turn.tokens.values() if token.mode == "joining"]
    waiting.sort(key=lambda token: (token.scope, token.at, token.number))
    grouped = groupby(waiting, key=lambda token: (token.scope, token.at))
    found = [(key[1], list(tokens)) for key, tokens in grouped]
    return sorted(found, key=lambda one: one[1][0].number)


def _empty(turn: Turn, node: str, tokens: list[Token]) -> list[Flow]:
    there = {token.via for token in tokens}
    return [way for way in turn.view.incoming(node) if way.id not in there]


def _elsewhere(token: Token, node: str, tokens: list[Token]) -> bool:
    return token.scope == tokens[0].scope and token.at != node


def _go(turn: Turn, node: str, tokens: list[Token]) -> bool:
    record = turn.view.get(node, Node)
    if record is None:
        return False
    empty = _empty(turn, node, tokens)
    if empty and not (isinstance(record, Decision) and _nobody_comes(turn, node, tokens, empty)):
        return False
    first: dict[str, Token] = {}
    for token in tokens:
        first.setdefault(token.via, token)
    together = list(first.values())
    for token in together[1:]:
        del turn.tokens[token.number]
    causes = tuple(sorted({cause for token in together for cause in token.causes}))
    turn.hold(together[0], "moving", causes=causes, via="")
    turn.moving.append(together[0].number)
    return True


def _nobody_comes(turn: Turn, node: str, tokens: list[Token], empty: list[Flow]) -> bool:
    there = {token.via for token in tokens}
    full = [way for way in turn.view.incoming(node) if way.id in there]
    to_empty, to_full = (reaching(turn.view, node, ways) for ways in (empty, full))
    others = [t for t in turn.tokens.values() if _elsewhere(t, node, tokens)]
    return not any(token.at in to_empty and token.at not in to_full for token in others)
