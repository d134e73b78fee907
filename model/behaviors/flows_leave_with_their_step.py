"""A way leaves with the step it starts from or leads to."""

from __future__ import annotations

from model.behaviors.leaving import has_left
from model.document import Change, Transaction
from model.records import Flow, MessageFlow, Node


def flows_leave_with_their_step(tx: Transaction, change: Change) -> None:
    """After a node is gone, no way starts from it or leads to it."""
    if has_left(tx, change) and isinstance(change.before, Node):
        for flow in tx.referring(change.id, Flow) + tx.referring(change.id, MessageFlow):
            if change.id in (flow.source, flow.target):
                tx.remove(flow.id)
