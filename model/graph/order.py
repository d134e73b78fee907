"""In which order does a person read the service?"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from model.document.queries import Found, Queries
from model.graph.jumps import jumps
from model.records import Flow, Node, Start


def reading_order(view: Queries) -> list[str]:
    """Ids of all nodes: from the starts along the ways, of each node the conditional ways first and
    the default way last.

    A node comes after what leads to it (except on ways back); nodes that nothing leads to come
    last, by place. Outline, page numbers and screen reader use it.
    """
    return list(_order(view)[0])


def known_order(view: Queries) -> tuple[str, ...]:
    """The same; the same object while nothing has changed in it."""
    return _order(view)[0]


def page_numbers(view: Queries) -> dict[str, int]:
    """Page id -> its number, counted in reading order from 1."""
    return dict(numbered(view))


def numbered(view: Queries) -> dict[str, int]:
    """The same, not to be altered; the same object while nothing has changed in it."""
    known: dict[str, int] = view.once("page_numbers", _numbers)
    return known


def _order(view: Queries) -> tuple[tuple[str, ...], frozenset[str]]:
    known: tuple[tuple[str, ...], frozenset[str]] = view.once("reading_order", _read)
    return known


def _numbers(view: Queries) -> Found:
    order, places = _order(view)
    pages = (i for i in order if getattr(view[i], "form", "") == "page")
    return {page: number for number, page in enumerate(pages, start=1)}, places


def _read(view: Queries) -> Found:
    """The order, and the nodes whose places it was made of."""
    nodes = {node.id: node for node in view.of(Node)}
    ties = _tied(view, nodes)
    seen: dict[str, None] = {}
    waiting = {one: len(sources) for one, sources in ties.sources.items()}
    starts = [one for one, node in nodes.items() if isinstance(node, Start)]
    for first in sorted(starts, key=lambda i: _place(view, i)):
        _walk(ties, first, seen, waiting)
    unled = [one for one in nodes if one not in seen]
    for rest in sorted(unled, key=lambda i: _place(view, i)):
        _walk(ties, rest, seen, waiting)
    places = frozenset((*starts, *unled))
    return (tuple(one for one in seen if one in nodes), places), places


class _Ties(NamedTuple):
    """What leads where, found in one pass over all ways."""

    targets: dict[str, list[str]]
    sources: dict[str, set[str]]
    inside: dict[str, list[str]]


def _tied(view: Queries, nodes: dict[str, Node]) -> _Ties:
    flows = view.of(Flow)  # by id; sorting keeps that where the rest is equal
    flows.sort(key=attrgetter("default", "order"))
    targets: dict[str, list[str]] = {}
    sources: dict[str, set[str]] = {}
    for flow in flows:
        targets.setdefault(flow.source, []).append(flow.target)
        sources.setdefault(flow.target, set()).add(flow.source)
    for sending, receiving in jumps(view).items():
        targets.setdefault(sending, []).extend(receiving)
        for one in receiving:
            sources.setdefault(one, set()).add(sending)
    inside: dict[str, list[str]] = {}
    for one, node in nodes.items():
        at: str = getattr(node, "attached_to", "")
        around = node.parent if one not in sources else ""
        if at:
            inside.setdefault(at, []).append(one)
        if around and around != at:
            inside.setdefault(around, []).append(one)
    return _Ties(targets, sources, inside)


def _walk(ties: _Ties, first: str, seen: dict[str, None], waiting: dict[str, int]) -> None:
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
        for following in reversed(list(dict.fromkeys(_followers(ties, node)))):
            if following in seen:
                continue
            waiting[following] = waiting.get(following, 1) - 1
            if waiting[following] > 0:
                joins.append(following)
            else:
                stack.append(following)


def _followers(ties: _Ties, node: str) -> Iterator[str]:
    """Targets of the ways, conditional ones first, then the default.

    Then exceptions at the step and what begins inside it.
    """
    yield from ties.targets.get(node, ())
    yield from ties.inside.get(node, ())


def _place(view: Queries, node: str) -> tuple[float, float, str]:
    placement = view.placement(node)
    return (placement.y, placement.x, node) if placement else (1e9, 1e9, node)
