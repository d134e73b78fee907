"""Say what comes next."""

from __future__ import annotations

from model.document.queries import Queries
from model.document.transaction import Transaction
from model.grammar import may_connect
from model.records import Chosen, Flow, Node, Option, key_between


def connect_steps(tx: Transaction, source: str, target: str, *, option: str = "") -> Flow:
    """A way from one node to another; with ``option`` it is taken when this answer was chosen.

    Raises:
        NotAllowed: the grammar says why not.
    """
    may_connect(tx, source, target, option).require()
    condition = None
    if option:
        condition = Chosen(field=tx.the(option, Option).parent, option=option)
    return tx.add(
        Flow(
            id=tx.new_id("flow"),
            parent=tx.the(source, Node).parent,
            source=source,
            target=target,
            condition=condition,
            order=_last_key(tx, source),
        )
    )


def reconnect(tx: Transaction, flow: str, *, source: str = "", target: str = "") -> Flow:
    """Move one end of a way to another node; condition and name stay.

    Raises:
        NotAllowed: the grammar says why not.
    """
    way = tx.the(flow, Flow)
    tx.remove(flow)
    option = way.condition.option if isinstance(way.condition, Chosen) and not source else ""
    may_connect(tx, source or way.source, target or way.target, option).require()
    return tx.add(way.replaced(source=source or way.source, target=target or way.target))


def make_default(tx: Transaction, flow: str) -> None:
    """This way is "sonst": it loses its condition, and the way that was "sonst" before becomes an
    ordinary one.
    """
    way = tx.the(flow, Flow)
    for other in tx.outgoing(way.source):
        if other.id != flow and other.default:
            tx.replace(other.replaced(default=False, condition=way.condition))
    tx.replace(way.replaced(default=True, condition=None))


def _last_key(view: Queries, source: str) -> str:
    keys = [flow.order for flow in view.outgoing(source)]
    return key_between(max(keys, default=""), "")
