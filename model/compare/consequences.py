"""What follows in the result of a merge, by the behaviours of the house?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from model.behaviors import BEHAVIORS, always_a_default_way
from model.document import Change, Document, Snapshot
from model.language import say
from model.records import Flow, Record


def deleted(records: Mapping[str, Record], gone: Iterable[Record]) -> tuple[Snapshot, list[Change]]:
    """The records after these were deleted with all that follows, and what followed for others."""
    back = list(gone)
    document = Document([*records.values(), *back], behaviors=BEHAVIORS)
    with document.transaction(say("undo.remove")) as tx:
        for record in back:
            tx.remove(record.id)
    assert tx.changeset is not None
    return document.snapshot(), [c for c in tx.changeset if c.id in records]


def choosing_anew(base: Snapshot, ours: Snapshot, theirs: Snapshot) -> dict[str, str]:
    """Nodes whose ways both sides altered, each with one of these ways."""
    one, two = _altered_ways(base, ours), _altered_ways(base, theirs)
    return {node: way for node, way in one.items() if node in two}


def _altered_ways(base: Snapshot, side: Snapshot) -> dict[str, str]:
    found: dict[str, str] = {}
    for flow in side.of(Flow):
        was = base.get(flow.id)
        if flow is not was and flow != was:
            found[flow.source] = flow.id
            if isinstance(was, Flow):
                found.setdefault(was.source, flow.id)
    for flow in base.of(Flow):
        if flow.id not in side:
            found.setdefault(flow.source, flow.id)
    return found


def one_otherwise(records: Mapping[str, Record], nodes: Iterable[str]) -> list[Change]:
    """What has to change so that each of these choices has exactly one way "sonst"."""
    wanted = set(nodes)
    ways = [r for r in records.values() if isinstance(r, Flow) and r.source in wanted and not r.of]
    if not ways:
        return []
    document = Document(records.values())
    with document.transaction(say("undo.remove")) as tx:
        for node in sorted(wanted):
            flows = tx.outgoing(node) if node in tx else []
            if flows:
                always_a_default_way(tx, Change(flows[0], flows[0]))
    assert tx.changeset is not None
    return list(tx.changeset)
