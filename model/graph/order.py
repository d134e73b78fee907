"""In which order does a person read the service?"""

from __future__ import annotations

from collections.abc import Iterator

from model.document.queries import Queries
from model.records import Node, Start


def reading_order(view: Queries) -> list[str]:
    """Ids of all nodes: from the starts along the ways, of each node the conditional ways first and
    the default way last.

    A node comes after what leads to it (except on ways back); nodes that nothing leads to come
    last, by place. Outline, page numbers and screen reader use it.
    """
    nodes = {node.id: node for node in view.of(Node)}
    seen: dict[str, None] = {}
    starts = [n.id for n in nodes.values() if isinstance(n, Start)]
    waiting = {i: len({f.source for f in view.incoming(i)}) for i in nodes}
    for first in sorted(starts, key=lambda i: _place(view, i)):
        _walk(view, first, seen, waiting)
    for rest in sorted((i for i in nodes if i not in seen), key=lambda i: _place(view, i)):
        _walk(view, rest, seen, waiting)
    return [i for i in seen if i in nodes]


def _walk(view: Queries, first: str, seen: dict[str, None], waiting: dict[str, int]) -> None:
    """Depth first, but a join waits until all ways that lead to it were told, or nothing else is
    left.
    """
    stack: list[str] = [first]
    joins: list[str] = []
    while stack or joins:
        node = stack.pop() if stack else joins.pop(0)
        if node in seen:
            continue
        seen[node] = None
        for following in reversed(list(dict.fromkeys(_followers(view, node)))):
            if following in seen:
                continue
            waiting[following] = waiting.get(following, 1) - 1
            if waiting[following] > 0:
                joins.append(following)
            else:
                stack.append(following)


def _followers(view: Queries, node: str) -> Iterator[str]:
    """Targets of the ways, conditional ones first, then the default.

    Then exceptions at the step and what begins inside it.
    """
    flows = view.outgoing(node)
    for flow in sorted(flows, key=lambda f: (f.default, f.order, f.id)):
        yield flow.target
    for other in view.referring(node, Node):
        begins = other.parent == node and not view.incoming(other.id)
        if getattr(other, "attached_to", "") == node or begins:
            yield other.id


def _place(view: Queries, node: str) -> tuple[float, float, str]:
    placement = view.placement(node)
    return (placement.y, placement.x, node) if placement else (1e9, 1e9, node)


def page_numbers(view: Queries) -> dict[str, int]:
    """Page id -> its number, counted in reading order from 1."""
    pages = (i for i in reading_order(view) if getattr(view[i], "form", "") == "page")
    return {page: number for number, page in enumerate(pages, start=1)}
