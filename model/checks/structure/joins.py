"""Where do ways meet again in another manner than they parted?"""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.reading import Reading
from model.records import Decision, Event, Flow, Message, Node, Parallel, Step, Timer


def wrong_joins(view: Reading) -> Iterator[tuple[Node, Node, list[Flow]]]:
    """Node in which ways meet, node at which they parted, the last ways before they meet.

    Only where the ways go straight from one to the other, past steps with one way in and one out:
    there it can be proved.
    """
    for node in view.of(Node):
        ways = view.incoming(node.id)
        if len(ways) < 2 or node.kind == "end":
            continue
        together = isinstance(node, Parallel)
        parted: dict[str, list[Flow]] = {}
        for way in ways:
            source = _parting(view, way)
            if source is not None and isinstance(source, Parallel) != together:
                parted.setdefault(source.id, []).append(way)
        for source_id, last in parted.items():
            if len(last) > 1 and _chooses(view, source_id) == together:
                yield node, view.the(source_id, Node), last
                break


def _parting(view: Reading, way: Flow) -> Node | None:
    """The first node before with more than one way out, or None."""
    for _ in range(200):
        source = view.get(way.source, Node)
        if source is None or (isinstance(source, Timer | Message | Event) and source.attached_to):
            return None
        if len(view.outgoing(source.id)) > 1:
            return source
        before = view.incoming(source.id)
        if len(before) != 1:
            return None
        way = before[0]
    return None


def _chooses(view: Reading, node: str) -> bool:
    """Is only one of the ways taken that leave it?"""
    record = view.get(node)
    if isinstance(record, Decision):
        # The first of several events may be any number of them in a foreign model.
        return record.mode == "exclusive" or (record.mode == "event" and not view.foreign)
    return isinstance(record, Step) and any(f.condition for f in view.outgoing(node))
