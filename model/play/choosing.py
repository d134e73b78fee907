"""Which ways go on from here, and why these?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from model.document.queries import Queries
from model.expressions import Answers, evaluate
from model.expressions.given import list_of
from model.play.state import Decided
from model.records import Decision, Field, FieldGroup, Flow, Node, Rule, Step, SubProcess
from model.records.base import references_of

_MOST_NAMED = 200


@dataclass(frozen=True, slots=True)
class Choice:
    """The ways to take with their reasons; ``open``: a person must choose; neither: no way is
    open.
    """

    ways: tuple[Flow, ...] = ()
    decided: tuple[Decided, ...] = ()
    open: bool = False


def choose(view: Queries, node: Node, answers: Answers) -> Choice:
    """The ways that leave a node for these answers.

    A decision takes the first way whose condition holds (an inclusive one all of them), else
    "sonst", else its one way without a condition; several of these are for a person to choose
    from. A card with conditions decides likewise; everything else takes all its ways.
    """
    flows = [flow for flow in view.outgoing(node.id) if flow.target in view]
    decides = isinstance(node, Decision) or (
        isinstance(node, Step | SubProcess) and any(f.condition or f.default for f in flows)
    )
    if not decides or (len(flows) < 2 and not any(f.condition for f in flows)):
        return Choice(tuple(flows))
    return _decide(view, flows, answers, several=_several(node))


def _several(node: Node) -> bool:
    return isinstance(node, Decision) and node.mode in ("inclusive", "complex")


def _decide(view: Queries, flows: list[Flow], answers: Answers, *, several: bool) -> Choice:
    asked = sorted((f for f in flows if f.condition), key=lambda f: (f.order, f.id))
    holding = [f for f in asked if f.condition and evaluate(view, f.condition, answers)]
    plain = [flow for flow in flows if not flow.condition and not flow.default]
    usual = [flow for flow in flows if flow.default and not flow.condition]
    if several and holding:
        taken = [*plain, *holding]
    elif holding:
        taken = holding[:1]
    elif usual:
        taken = usual[:1] + (plain if several else [])
    elif len(plain) == 1 or (several and plain):
        taken = plain
    else:
        return Choice(open=bool(plain))
    refused = tuple(f.condition for f in asked if f not in holding)
    reasons = (_reason(view, flow, refused, answers) for flow in taken)
    return Choice(tuple(taken), tuple(reasons))


def _reason(view: Queries, flow: Flow, refused: tuple[Any, ...], answers: Answers) -> Decided:
    default = flow.condition is None
    facts = refused if default else (flow.condition,)
    named: dict[str, None] = {}
    for fact in facts:
        named.update(dict.fromkeys(_named(view, fact)))
    values = tuple((field, _frozen(_answered(view, field, answers))) for field in named)
    return Decided(flow.id, flow.condition, values, default)


def _named(view: Queries, fact: Any) -> list[str]:
    """The fields and lists an expression asks, also through conditions with a name."""
    waiting, seen, found = [*references_of(fact)], set[str](), []
    while waiting and len(seen) < _MOST_NAMED:
        one = waiting.pop(0)
        record = view.get(one)
        if one in seen or record is None:
            continue
        seen.add(one)
        if isinstance(record, Field | FieldGroup):
            found.append(one)
        elif isinstance(record, Rule) and record.expression is not None:
            waiting += references_of(record.expression)
    return found


def _answered(view: Queries, field: str, answers: Answers) -> Any:
    """What was answered; to a question of a list what was answered in each of its entries."""
    entries = answers.get(list_of(view, view.get(field))) if field not in answers else None
    if not entries:
        return answers.get(field)
    return tuple(entry[field] for entry in entries if entry.get(field) is not None)


def _frozen(value: Any) -> Any:
    """A list of entries is told by how many there are."""
    if isinstance(value, list):
        return len(value)
    return tuple(value) if isinstance(value, set | frozenset) else value
