"""Which pages does every applicant see?

A page that some way leaves out makes its questions optional in the data schema: 0:1 instead of
1:1. The walk is linear: only nodes on one way from start to end can stand on all of them.
"""

from __future__ import annotations

from collections import deque

from model.document import Snapshot
from model.records import End, Flow, Node, Parallel, Start

_DEEPEST = 60


Follow = dict[str, list[str]]


def avoidable_pages(view: Snapshot, pages: list[str]) -> set[str]:
    """The pages that some way from the start to an end does not touch. Where the drawing has no
    such way yet, none is avoidable. A page inside a sub-process is seen by all when all come by
    the sub-process and, inside it, by the page.
    """
    follow: Follow = {}
    for flow in view.ordered(Flow):
        follow.setdefault(flow.source, []).append(flow.target)
    always: dict[str, set[str] | None] = {}
    return {page for page in pages if not _seen_by_all(view, page, follow, always)}


def _seen_by_all(
    view: Snapshot, node: str, follow: Follow, always: dict[str, set[str] | None]
) -> bool:
    """True for a node of the way of its scope (the service or a sub-process), up to the top."""
    for _ in range(_DEEPEST):
        record = view.get(node, Node)
        if record is None:
            return True
        scope = record.parent
        if scope not in always:
            always[scope] = _certain_nodes(view, scope, follow)
        certain = always[scope]
        if certain is not None and not _certain(view, node, certain):
            return False
        node = scope
    return True


def _certain_nodes(view: Snapshot, scope: str, follow: Follow) -> set[str] | None:
    """The nodes on every way of one scope; None where it has no way from start to end."""
    inside = view.children(scope, Node) if scope else [n for n in view.of(Node) if not n.parent]
    ends = {node.id for node in inside if isinstance(node, End) and node.result != "error"}
    starts = [node.id for node in inside if isinstance(node, Start)]
    way = _one_way(starts, follow, ends)
    return _on_every_way(way, follow, ends) if way else None


def _one_way(starts: list[str], follow: Follow, ends: set[str]) -> list[str]:
    """One way from a start to an end, breadth first."""
    came_from = dict.fromkeys(starts, "")
    queue = deque(came_from)
    while queue:
        node = queue.popleft()
        if node in ends:
            way = [node]
            while came_from[way[-1]]:
                way.append(came_from[way[-1]])
            return way[::-1]
        for target in follow.get(node, ()):
            if target not in came_from:
                came_from[target] = node
                queue.append(target)
    return []


def _on_every_way(way: list[str], follow: Follow, ends: set[str]) -> set[str]:
    """Nodes of the way that no bypass leaves out: a bypass is a walk beside the way that comes
    back to it further on, or to another end. An end by error hands no application in.
    """
    place = {node: index for index, node in enumerate(way)}
    last = len(way) - 1
    always: set[str] = set()
    seen: set[str] = set()
    furthest = 0
    for index, node in enumerate(way):
        if furthest <= index:
            always.add(node)
        stack = [node]
        while stack:
            targets = follow.get(stack.pop(), ())
            for target in targets:
                if target in place:
                    furthest = max(furthest, place[target])
                elif target not in seen:
                    seen.add(target)
                    stack.append(target)
                    if target in ends:
                        furthest = last + 1
    return always


def _certain(view: Snapshot, page: str, always: set[str]) -> bool:
    """On every way, or reached from such a node without a choice in between (both branches of a
    parallel gateway are walked).
    """
    node, walked = page, set[str]()
    while node not in always and node not in walked:
        walked.add(node)
        incoming = view.incoming(node)
        if len(incoming) != 1:
            return False
        source = view.get(incoming[0].source, Node)
        if source is None:
            return False
        if not isinstance(source, Parallel) and len(view.outgoing(source.id)) > 1:
            return False
        node = source.id
    return node in always
