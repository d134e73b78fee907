"""Which nodes does a case reach from the start?"""

from __future__ import annotations

from model.checks.reading import Reading
from model.graph.jumps import jumps
from model.records import ForeignNode, MessageFlow, Node, Start, SubProcess


def reached(view: Reading) -> set[str]:
    """Ids of all nodes on some way from a start.

    What stands in a reached sub-process begins at its own start, exceptions begin at their step.
    """
    return view.walked(_reached)


def _reached(view: Reading) -> set[str]:
    todo = [n.id for n in view.of(Node) if not n.parent and _begins(n)]
    todo += [m.target for m in view.of(MessageFlow) if _is_called(view, m.target)]
    found = set(todo)
    while todo:
        for following in _next(view, todo.pop()):
            if following not in found:
                found.add(following)
                todo.append(following)
    return found


def _begins(node: Node) -> bool:
    if isinstance(node, ForeignNode):
        return "start" in node.tag.lower() or _by_event(node)
    return isinstance(node, Start) or _by_event(node)


def _is_called(view: Reading, name: str) -> bool:
    """A message from another participant begins what no way leads to (BPMN 2.0.2, 10.5.2)."""
    return view.get(name, Node) is not None and not view.incoming(name)


def _by_event(node: Node) -> bool:
    return isinstance(node, SubProcess) and node.by_event


def _next(view: Reading, node: str) -> list[str]:
    following = [flow.target for flow in view.outgoing(node)]
    following += view.walked(jumps).get(node, ())
    for other in view.hanging.get(node, ()):
        if getattr(other, "attached_to", "") == node or (other.parent == node and _begins(other)):
            following.append(other.id)
    return following


def after(view: Reading, node: str) -> set[str]:
    """Ids of all nodes a case may still come to from here; what follows a sub-process follows what
    is in it.
    """
    todo, found = [node], set[str]()
    while todo:
        here = todo.pop()
        holder = view.the(here, Node).parent
        for following in (*_next(view, here), *((holder,) if holder in view else ())):
            if following not in found:
                found.add(following)
                todo.append(following)
    return found


def is_drawing_only(node: Node) -> bool:
    """Kept foreign blocks that are no step (data, notes, groups) take no part in the flow."""
    word = node.tag.lower() if isinstance(node, ForeignNode) else ""
    return any(part in word for part in ("data", "annotation", "group", "store", "artifact"))
