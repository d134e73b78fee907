"""Finds two ways with the same condition to different steps: the second is never taken."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called_at
from model.checks.reading import Reading
from model.document import Transaction
from model.records import Decision, Flow, Message, Node, Timer


def _find(view: Reading, flow: Flow) -> Iterable[Found]:
    if flow.condition is None:
        return ()
    ways = view.outgoing(flow.source)
    if len(ways) < 2:
        return ()
    source = view.get(flow.source)
    if isinstance(source, Decision) and source.mode != "exclusive":
        return ()
    earlier = ways[: [way.id for way in ways].index(flow.id)]
    if not any(w.condition == flow.condition and w.target != flow.target for w in earlier):
        return ()
    repairs = (
        Repair("say_condition", opens="condition"),
        Repair("remove_way", partial(_take_out, flow=flow.id)),
    )
    return (Found(flow.id, {"name": called_at(source)}, repairs),)


def _take_out(tx: Transaction, flow: str) -> None:
    """The way leaves that is never taken, and the steps that only it leads to."""
    todo = [tx.the(flow, Flow).target]
    tx.remove(flow)
    while todo:
        node = tx.get(todo.pop(), Node)
        hangs = isinstance(node, Timer | Message) and bool(node.attached_to)
        if node is None or hangs or tx.incoming(node.id):
            continue
        todo += [way.target for way in tx.outgoing(node.id)]
        for way in tx.outgoing(node.id):
            tx.remove(way.id)
        tx.remove(node.id)


SAME_CONDITION = Check("same_condition", "warning", (Flow,), record=_find)
