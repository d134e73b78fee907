"""Finds steps after which nothing follows although they are no end.

The application stays lying there.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.structure.reach import is_drawing_only
from model.commands import append_node
from model.document import Snapshot
from model.records import End, Event, ForeignNode, Node, Start, SubProcess


def _find(view: Snapshot, node: Node) -> Iterator[Found]:
    if isinstance(node, End) or view.outgoing(node.id) or is_drawing_only(node):
        return
    if isinstance(node, Event) and _ends_here(node):
        return
    if isinstance(node, ForeignNode) or (isinstance(node, SubProcess) and node.by_event):
        return
    if (
        not isinstance(node, Start)
        and not view.incoming(node.id)
        and not getattr(node, "attached_to", "")
    ):
        return  # not connected at all: that is told by the check of unreachable steps
    values = {"name": called(node)}
    yield Found(
        node.id, values, (Repair("add_end", partial(append_node, template="end", after=node.id)),)
    )


def _ends_here(event: Event) -> bool:
    """A link jumps; what is undone hangs at its step without a way."""
    jumps = event.trigger == "link" and event.direction == "send"
    return jumps or (event.trigger == "compensation" and bool(event.attached_to))


DEAD_END = Check("dead_end", "error", (Node,), record=_find)
