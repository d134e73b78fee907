"""Say what comes next."""

from __future__ import annotations

from model.document.queries import Queries
from model.document.transaction import Transaction
from model.grammar import may_connect, may_lead
from model.grammar.connect import NEVER_CHOOSES
from model.records import Chosen, DataFlow, DataObject, Flow, Node, Option, key_between
from model.records.base import Child


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


def connect_data(tx: Transaction, source: str, target: str) -> DataFlow:
    """A step reads a data object (drawn from it) or writes it (drawn to it).

    Raises:
        NotAllowed: the grammar says why not.
    """
    may_connect(tx, source, target).require()
    card = target if tx.get(source, DataObject) is not None else source
    home = tx.the(card, Child).parent
    made = DataFlow(id=tx.new_id("data_flow"), parent=home, source=source, target=target)
    return tx.add(made)


def reads_or_writes(view: Queries, source: str, target: str) -> bool:
    """True when a way between these two would be one of data."""
    return view.get(source, DataObject) is not None or view.get(target, DataObject) is not None


def reconnect(tx: Transaction, flow: str, *, source: str = "", target: str = "") -> Flow:
    """Move one end of a way to another node; condition and name stay.

    Bends made by hand leave: they led to the other place. So does a condition where nothing is
    chosen.

    Raises:
        NotAllowed: the grammar says why not.
    """
    may_lead(tx, flow, source=source, target=target).require()
    way = tx.the(flow, Flow)
    start = tx.the(source or way.source, Node)
    ends: dict[str, object] = {
        "parent": start.parent,
        "source": start.id,
        "target": target or way.target,
    }
    if isinstance(start, NEVER_CHOOSES):
        ends |= {"condition": None, "default": False}
    course = tx.placement(flow)
    if course is not None:
        tx.remove(course.id)
    return tx.replace(way.replaced(**ends))


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
