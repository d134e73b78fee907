"""Take something out, and say before what goes with it."""

from __future__ import annotations

from collections.abc import Iterable

from model.commands.connect import connect_steps
from model.document.change import ChangeSet
from model.document.document import Document
from model.document.transaction import Transaction
from model.grammar import may_connect
from model.language import say
from model.records import Flow, Node, Role


def remove(tx: Transaction, ids: Iterable[str]) -> None:
    """Take records out; behaviours take what cannot stay without them.

    Lanes leave only when they are empty of cards.
    """
    for record_id in ids:
        if record_id in tx and not _needed_lane(tx, record_id):
            tx.remove(record_id)


def _needed_lane(tx: Transaction, record_id: str) -> bool:
    return isinstance(tx[record_id], Role) and any(
        isinstance(r, Node) and r.role == record_id for r in tx.referring(record_id)
    )


def remove_and_reconnect(tx: Transaction, ids: Iterable[str]) -> None:
    """Take nodes out and let what led to them lead on to what followed."""
    for record_id in list(ids):
        node = tx.get(record_id, Node)
        if node is None:
            remove(tx, [record_id])
            continue
        before, after = tx.incoming(record_id), tx.outgoing(record_id)
        tx.remove(record_id)
        if len({flow.target for flow in after}) == 1:
            for flow in before:
                _lead_on(tx, flow, after[0].target)


def _lead_on(tx: Transaction, flow: Flow, target: str) -> None:
    """The way keeps its id, condition and name and gets another target."""
    if flow.id in tx:
        tx.remove(flow.id)
    if flow.source in tx and may_connect(tx, flow.source, target).allowed:
        if flow.condition is None and not flow.default and not flow.extras:
            connect_steps(tx, flow.source, target)
        else:
            tx.add(flow.replaced(target=target))


def consequences(document: Document, ids: Iterable[str]) -> ChangeSet:
    """Everything that would go or change if these records were removed.

    The document stays as it is.
    """
    trial = Document(document.snapshot(), behaviors=document.behaviors, ids=document.ids)
    with trial.transaction(say("undo.remove")) as tx:
        remove(tx, ids)
    assert tx.changeset is not None
    return tx.changeset
