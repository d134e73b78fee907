"""What is left when a way is taken out?"""

from __future__ import annotations

from model.commands import append_node
from model.document import Transaction
from model.records import End, Event, Flow, Message, Node, Timer


def take_out(tx: Transaction, flow: str) -> None:
    """Remove a way; where nothing would follow then, an end does."""
    source = tx.the(flow, Flow).source
    tx.remove(flow)
    if not tx.outgoing(source) and tx.get(source, End) is None:
        append_node(tx, "end", source)


def take_out_all(tx: Transaction, flow: str) -> None:
    """The way leaves that is never taken, and the steps that only it leads to."""
    todo = [tx.the(flow, Flow).target]
    tx.remove(flow)
    while todo:
        node = tx.get(todo.pop(), Node)
        hangs = isinstance(node, Timer | Message | Event) and bool(node.attached_to)
        if node is None or hangs or tx.incoming(node.id):
            continue
        todo += [way.target for way in tx.outgoing(node.id)]
        for way in tx.outgoing(node.id):
            tx.remove(way.id)
        tx.remove(node.id)
