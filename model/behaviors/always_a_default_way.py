"""Where a choice is made, there is always one way "sonst", and only one."""

from __future__ import annotations

from model.document import Change, Transaction
from model.grammar.connect import NEVER_CHOOSES
from model.records import Decision, Flow, ForeignFile, Step


def always_a_default_way(tx: Transaction, change: Change) -> None:
    """Of the ways that leave an exclusive choice exactly one is the default; it has no condition.

    Only where this ChangeSet touched one of the ways or the manner of choosing; a choice of an
    imported model with no way without condition stays as it is (a finding).
    """
    flow = change.record
    if isinstance(flow, Decision) and flow.id in tx and _other_manner(change):
        _settle(tx, flow.id, "")
    if not isinstance(flow, Flow):
        return
    ways = [f for f in (change.before, change.after) if isinstance(f, Flow)]
    sources = dict.fromkeys(f.source for f in ways)
    for node in dict.fromkeys([*sources, *(f.target for f in ways)]):
        if node in tx:
            _settle(tx, node, flow.id, left=node in sources)


def _other_manner(change: Change) -> bool:
    before, after = change.before, change.after
    return (
        isinstance(before, Decision) and isinstance(after, Decision) and before.mode != after.mode
    )


def _settle(tx: Transaction, source: str, touched: str, *, left: bool = True) -> None:
    """``left``: the touched way leaves the node; one that only arrives makes no way "sonst"."""
    node, flows = tx[source], tx.outgoing(source)
    if isinstance(node, NEVER_CHOOSES) or (isinstance(node, Decision) and node.mode == "event"):
        _clear(tx, flows)
        return
    if isinstance(node, Decision) and node.mode == "complex":
        return
    if not isinstance(node, Decision | Step) or not flows:
        return
    if isinstance(node, Step) and all(f.condition is None for f in flows):
        _clear(tx, flows)
        return
    if len(flows) == 1:
        chooses = isinstance(node, Decision) and len(tx.incoming(source)) < 2
        if left or not chooses:
            _single(tx, flows[0], chooses)
        return
    _one_default(tx, flows, touched)


def _clear(tx: Transaction, flows: list[Flow]) -> None:
    """Where no choice is made, no way is "sonst"."""
    for flow in flows:
        if flow.default:
            tx.replace(flow.replaced(default=False))


def _single(tx: Transaction, flow: Flow, chooses: bool) -> None:
    """One way alone: at a decision it is "sonst" already, unless ways only meet there."""
    if flow.condition is None and flow.default != chooses:
        tx.replace(flow.replaced(default=chooses))
    elif flow.condition is not None and flow.default:
        tx.replace(flow.replaced(default=False))


def _one_default(tx: Transaction, flows: list[Flow], touched: str) -> None:
    """Keep the default that is there; else the first way without condition becomes it.

    A second one steps back.
    """
    defaults = [flow for flow in flows if flow.default and flow.condition is None]
    plain = [flow for flow in flows if flow.condition is None]
    if not plain:
        if not tx.of(ForeignFile):
            _from_last(tx, flows, touched)
        return
    chosen = next((f for f in defaults if f.id == touched), None) or (defaults or plain)[0]
    for flow in flows:
        if flow.default != (flow.id == chosen.id):
            tx.replace(flow.replaced(default=flow.id == chosen.id))


def _from_last(tx: Transaction, flows: list[Flow], touched: str) -> None:
    """All ways have conditions: the oldest that this gesture did not touch becomes "sonst"."""
    others = [flow for flow in flows if flow.id != touched] or flows
    tx.replace(others[0].replaced(default=True, condition=None))
