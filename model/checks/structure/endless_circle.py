"""Finds circles without a way out: a case that gets in never ends."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Check, Found
from model.checks.naming import called
from model.checks.reading import Reading
from model.checks.structure.reach import reached
from model.records import Flow, Node, Start


def _find(view: Reading) -> Iterator[Found]:
    if not any(not start.parent for start in view.of(Start)):
        return
    found = reached(view)
    leaving = _get_out(view)
    caught = sorted(found - leaving)
    if caught:
        node = view.the(caught[0], Node)
        yield Found(node.id, {"name": called(node), "n": len(caught)})


def _get_out(view: Reading) -> set[str]:
    """Ids of all nodes from which a case gets to where nothing follows, or to an end."""
    hosts = {n.id: host for host, held in view.hanging.items() for n in held if n.parent != host}
    nodes = view.of(Node)
    todo = [node.id for node in nodes if node.kind == "end" or not view.outgoing(node.id)]
    out = set(todo)
    while todo:
        here = todo.pop()
        before = [flow.source for flow in view.incoming(here)]
        if here in hosts:
            before.append(hosts[here])
        for node in before:
            if node not in out:
                out.add(node)
                todo.append(node)
    return out


ENDLESS_CIRCLE = Check(
    "endless_circle",
    "error",
    (Node, Flow),
    whole=_find,
    heeds=frozenset({"source", "target", "parent", "attached_to", "by_event"}),
)
