"""Is it true of the service what a lesson asks for?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from model.commands import ways_to
from model.commands.showing import reached_from
from model.document.queries import Queries
from model.records import (
    Chosen,
    Deadline,
    End,
    Field,
    FieldGroup,
    Goal,
    Node,
    Option,
    Record,
    Start,
)
from model.records.base import Fact, nested_fields
from model.teaching.things import called, find, like, plain

Test = Callable[[Queries, Goal], bool]


def reached(view: Queries, goal: Goal) -> bool:
    """Was it done?"""
    return _TESTS[goal.asks](view, goal)


def missing(view: Queries, goals: Iterable[Goal]) -> list[Goal]:
    """What of it was not done yet."""
    return [goal for goal in goals if not reached(view, goal)]


# ---------------------------------------------------------------------------------- what is asked


def _there(view: Queries, goal: Goal) -> bool:
    return any(True for _ in _made(view, goal))


def _after(view: Queries, goal: Goal) -> bool:
    start = _card(view, find(view, goal.at, goal.at_name))
    if start is None:
        return False
    later = reached_from(view, start.id) - {start.id}
    return any(record.id in later for record in _made(view, goal))


def _way(view: Queries, goal: Goal) -> bool:
    source, target = _from(view, goal), _to(view, goal)
    if source is None or target is None:
        return False
    return any(flow.target == target.id for flow in view.outgoing(source.id))


def _choice(view: Queries, goal: Goal) -> bool:
    field, target = find(view, goal.at, goal.at_name), _to(view, goal)
    if field is None or target is None:
        return False
    said = (c for way in ways_to(view, target.id) for c in _chosen(way.condition))
    return any(c.field == field.id and _is(view, c.option, goal.answer) for c in said)


def _otherwise(view: Queries, goal: Goal) -> bool:
    source, target = _from(view, goal), _to(view, goal)
    if source is None or target is None:
        return False
    ahead = reached_from(view, source.id)
    return any(way.default and way.source in ahead for way in ways_to(view, target.id))


def _required(view: Queries, goal: Goal) -> bool:
    row = find(view, goal.at, goal.at_name)
    return isinstance(row, Field | FieldGroup) and row.minimum > 0


def _deadline(view: Queries, goal: Goal) -> bool:
    node = find(view, goal.at, goal.at_name)
    if node is None:
        return False
    wanted = (goal.number, goal.unit)
    found = view.children(node.id, Deadline)
    return any(goal.number is None or (d.length, d.unit) == wanted for d in found)


def _gone(view: Queries, goal: Goal) -> bool:
    return goal.at not in view if goal.at else find(view, "", goal.at_name) is None


def _ends(view: Queries, goal: Goal) -> bool:
    meant = _card(view, find(view, goal.at, goal.at_name))
    starts: list[Node] = [meant] if meant is not None else [*view.of(Start)]
    ahead = set().union(*(reached_from(view, start.id) for start in starts))
    return any(end.id in ahead for end in view.of(End))


def _remarked(_view: Queries, _goal: Goal) -> bool:
    """What was said stands beside the service; whoever plays the lesson knows it."""
    return False


_TESTS: dict[str, Test] = {
    "there": _there,
    "after": _after,
    "way": _way,
    "choice": _choice,
    "otherwise": _otherwise,
    "required": _required,
    "deadline": _deadline,
    "gone": _gone,
    "ends": _ends,
    "remarked": _remarked,
}


# --------------------------------------------------------------------------------- what is meant


def _made(view: Queries, goal: Goal) -> Iterator[Record]:
    """Things of the kind and name that are asked for, on the card and in the lane that are asked
    for.
    """
    card = _to(view, goal)
    if card is None and (goal.to or goal.to_name):
        return
    kinds = {record.id for record in like(view, goal.template)}
    named = called(view, goal.name) if goal.name else (view[one] for one in sorted(kinds))
    for record in named:
        home = view.card_of(record.id)
        fits = card is None or (home is not None and home.id == card.id)
        if record.id in kinds and fits and _stands(view, home, goal.side):
            yield record


def _stands(view: Queries, card: Record | None, side: str) -> bool:
    role = view.role_of(card.id) if card is not None else None
    return not side or (role is not None and role.side == side)


def _card(view: Queries, record: Record | None) -> Node | None:
    found = view.card_of(record.id) if record is not None else None
    return found if isinstance(found, Node) else None


def _from(view: Queries, goal: Goal) -> Node | None:
    return _card(view, find(view, goal.at, goal.at_name))


def _to(view: Queries, goal: Goal) -> Node | None:
    return _card(view, find(view, goal.to, goal.to_name))


def _chosen(fact: Fact | None) -> Iterator[Chosen]:
    """All answers that a condition names."""
    waiting: list[Fact] = [fact] if fact is not None else []
    while waiting:
        one = waiting.pop()
        if isinstance(one, Chosen):
            yield one
        for name in nested_fields(type(one)):
            value = getattr(one, name)
            waiting += [part for part in (value if isinstance(value, tuple) else (value,)) if part]


def _is(view: Queries, option: str, answer: str) -> bool:
    found = view.get(option, Option)
    return not answer or (found is not None and plain(found.label) == plain(answer))


__all__ = ["missing", "reached"]
