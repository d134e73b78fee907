"""Finds steps that no case ever reaches: no way leads to them from the start."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.checks.structure.reach import is_drawing_only, reached
from model.commands import connect_steps, remove
from model.grammar import may_connect
from model.graph import reading_order
from model.graph.jumps import jumps
from model.records import Flow, MessageFlow, Node, Start


def _find(view: Reading) -> Iterator[Found]:
    if not any(not start.parent for start in view.of(Start)):
        return  # one cause, one line: without a start nothing can be reached
    found = reached(view)
    ends: list[str] | None = None
    lost = [n for n in view.of(Node) if n.id not in found and not is_drawing_only(n)]
    for node in _first_of_each(view, lost):
        if ends is None:
            ends = [i for i in reading_order(view) if i in found and not view.outgoing(i)]
        values = {"name": called(node)}
        yield Found(node.id, values, tuple(_repairs(view, node.id, ends)))


def _first_of_each(view: Reading, lost: list[Node]) -> list[Node]:
    """Only the first of a row of unreached steps is told; what follows it has the same cause.

    For a circle that nothing leads into its smallest id speaks.
    """
    by_id = {node.id: node for node in lost}
    heads = [node.id for node in lost if not _comes_after(view, node, by_id)]
    after: set[str] = set()
    for head in heads:
        _follow(view, head, after)
    # Whoever starts a walk last was reached by no other walk: it stands in a circle of its own.
    walked = set(after)
    starts = [node.id for node in lost if node.id not in walked and _follow(view, node.id, walked)]
    for start in reversed(starts):
        if start not in after:
            heads.append(start)
            _follow(view, start, after)
    return [by_id[head] for head in sorted(heads)]


def _comes_after(view: Reading, node: Node, lost: dict[str, Node]) -> bool:
    """True when a way leads here, or it hangs on or stands in another unreached step."""
    holders = (node.parent, getattr(node, "attached_to", ""))
    return bool(view.incoming(node.id)) or any(holder in lost for holder in holders)


def _follow(view: Reading, first: str, seen: set[str]) -> bool:
    """Mark all that comes after a step, and itself; True when it was not marked yet."""
    pending = [first] if first not in seen else []
    new = bool(pending)
    seen.update(pending)
    while pending:
        node = pending.pop()
        following = [flow.target for flow in view.outgoing(node)]
        following += view.walked(jumps).get(node, ())
        following += [n.id for n in view.hanging.get(node, ())]
        pending += [i for i in dict.fromkeys(following) if i not in seen]
        seen.update(pending)
    return new


def _repairs(view: Reading, node: str, ends: list[str]) -> Iterator[Repair]:
    """From the last reached step that has no way on; else remove it."""
    for before in reversed(ends):
        if may_connect(view, before, node).allowed:
            yield Repair("connect_from_last", partial(connect_steps, source=before, target=node))
            break
    yield Repair("remove_step", partial(remove, ids=[node]))


UNREACHABLE = Check(
    "unreachable",
    "error",
    (Node, Flow, MessageFlow),
    whole=_find,
    heeds=frozenset({"source", "target", "parent", "attached_to", "by_event", "tag"})
    | frozenset({"trigger", "direction", "event_name"}),
)
