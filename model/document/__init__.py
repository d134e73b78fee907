"""How does a service change, and how is it looked at?

The document holds records by id; it changes only inside ``with document.transaction(label) as tx``.
A transaction collects Changes, lets the behaviours settle their consequences, and closes as one
ChangeSet that all listeners hear; an error means that nothing happened. Who reads takes a
``Snapshot``: frozen, cheap, safe for another thread.

Why plain listeners and no signals (11/2026): the model knows no toolkit; one bridge in widgets
turns a ChangeSet into a signal. Why index buckets are copied on write: a snapshot shares them, so
taking one costs two dictionary copies (0.5 ms at 30 000 records).
"""

from model.document.change import Change, ChangeSet, squashed
from model.document.document import Document
from model.document.history import History
from model.document.ids import IdFactory, numbered_ids, random_ids
from model.document.snapshot import Snapshot
from model.document.store import Store
from model.document.transaction import Behavior, Transaction, open_transactions

__all__ = [
    "Behavior",
    "Change",
    "ChangeSet",
    "Document",
    "History",
    "IdFactory",
    "Snapshot",
    "Store",
    "Transaction",
    "numbered_ids",
    "open_transactions",
    "random_ids",
    "squashed",
]
