"""What is left when a way is taken out?"""

from __future__ import annotations

from model.commands import append_node
from model.document import Transaction
from model.records import End, Flow


def take_out(tx: Transaction, flow: str) -> None:
    """Remove a way; where nothing would follow then, an end does."""
    source = tx.the(flow, Flow).source
    tx.remove(flow)
    if not tx.outgoing(source) and tx.get(source, End) is None:
        append_node(tx, "end", source)
