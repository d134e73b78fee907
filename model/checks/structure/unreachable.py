"""Finds steps that no case ever reaches: no way leads to them from the start."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.structure.reach import is_drawing_only, reached
from model.commands import connect_steps, remove
from model.document import Snapshot
from model.grammar import may_connect, title
from model.grammar.kinds import kind_title
from model.graph import reading_order
from model.records import Flow, Node, Start


def _find(view: Snapshot) -> Iterator[Found]:
    if not any(not start.parent for start in view.of(Start)):
        return  # one cause, one line: without a start nothing can be reached
    found = reached(view)
    ends: list[str] | None = None
    for node in view.of(Node):
        if node.id in found or is_drawing_only(node) or _after_unreached(view, node, found):
            continue
        if ends is None:
            ends = [i for i in reading_order(view) if i in found and not view.outgoing(i)]
        values = {"name": title(node) or str(kind_title(node))}
        yield Found(node.id, values, tuple(_repairs(view, node.id, ends)))


def _after_unreached(view: Snapshot, node: Node, found: set[str]) -> bool:
    """Only the first of a row of unreached steps is told; what follows it has the same cause."""
    before = [flow.source for flow in view.incoming(node.id)]
    if node.parent and node.parent not in found:
        return True
    return bool(before) and node.id not in _first_of_circle(view, node.id)


def _first_of_circle(view: Snapshot, node: str) -> set[str]:
    """A circle of steps that nothing leads into: its smallest id speaks for it."""
    before, todo = {node}, [node]
    while todo:
        for flow in view.incoming(todo.pop()):
            if flow.source not in before:
                before.add(flow.source)
                todo.append(flow.source)
    if any(not view.incoming(i) for i in before):
        return set()
    return {min(before)}


def _repairs(view: Snapshot, node: str, ends: list[str]) -> Iterator[Repair]:
    """From the last reached step that has no way on; else remove it."""
    for before in reversed(ends):
        if may_connect(view, before, node).allowed:
            yield Repair("connect_from_last", partial(connect_steps, source=before, target=node))
            break
    yield Repair("remove_step", partial(remove, ids=[node]))


UNREACHABLE = Check("unreachable", "error", (Node, Flow), whole=_find)
