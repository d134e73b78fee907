"""Put a card that stands there already into a way."""

from __future__ import annotations

from model.commands.arrange import move
from model.commands.connect import connect_steps, reconnect
from model.commands.giveway import make_room
from model.document.transaction import Transaction
from model.grammar.connect import may_stand_between
from model.records import Flow


def put_between(tx: Transaction, node: str, flow: str, dx: float = 0, dy: float = 0) -> Flow:
    """The way leads to the node, a new one leads on; what would stand under it makes room.

    Raises:
        NotAllowed: it is connected already, or no way may lead to it or on from it.
    """
    may_stand_between(tx, node, flow).require()
    target = tx.the(flow, Flow).target
    move(tx, [node], dx, dy)
    make_room(tx, node, {node})
    reconnect(tx, flow, target=node)
    return connect_steps(tx, node, target)
