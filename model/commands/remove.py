"""Take something out, and say before what goes with it."""

from __future__ import annotations

from collections.abc import Iterable

from model.commands.connect import reconnect
from model.document.change import ChangeSet
from model.document.document import Document
from model.document.transaction import Transaction
from model.grammar import may_lead
from model.language import say
from model.records import Flow, Node, Role, Service


def remove(tx: Transaction, ids: Iterable[str]) -> None:
    """Take records out; behaviours take what cannot stay without them.

    Lanes leave last, and only when they are empty of cards; the service itself always stays.
    """
    chosen = [i for i in ids if i in tx]
    for record_id in sorted(chosen, key=lambda i: isinstance(tx[i], Role)):
        if not _stays(tx, record_id):
            tx.remove(record_id)


def _stays(tx: Transaction, record_id: str) -> bool:
    record = tx.get(record_id)
    if isinstance(record, Role):
        return any(node.role == record_id for node in tx.referring(record_id, Node))
    return isinstance(record, Service) and not record.of


def remove_and_reconnect(tx: Transaction, ids: Iterable[str]) -> None:
    """Take nodes out and let what led to them lead on to what followed."""
    others = []
    for record_id in list(ids):
        if tx.get(record_id, Node) is None:
            others.append(record_id)
            continue
        before, after = tx.incoming(record_id), tx.outgoing(record_id)
        tx.remove(record_id)
        if len({flow.target for flow in after}) == 1:
            for flow in before:
                _lead_on(tx, flow, after[0].target)
    remove(tx, others)


def _lead_on(tx: Transaction, flow: Flow, target: str) -> None:
    """The way keeps its id, condition and name and gets another target, where it may."""
    if may_lead(tx, flow.id, target=target).allowed:
        reconnect(tx, flow.id, target=target)


def consequences(document: Document, ids: Iterable[str]) -> ChangeSet:
    """Everything that would go or change if these records were removed.

    The document stays as it is.
    """
    trial = Document(document.snapshot(), behaviors=document.behaviors, ids=document.ids)
    with trial.transaction(say("undo.remove")) as tx:
        remove(tx, ids)
    assert tx.changeset is not None
    return tx.changeset
