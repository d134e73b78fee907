"""A timer always has a deadline of its own to wait for."""

from __future__ import annotations

from model.document import Change, Transaction
from model.records import Deadline, Timer


def deadlines_belong_to_their_timer(tx: Transaction, change: Change) -> None:
    """A new timer gets a deadline (its length still to be said).

    A deadline made for a timer is the one it waits for.
    """
    record = change.after
    if (
        isinstance(record, Timer)
        and change.before is None
        and not record.deadline
        and record.id in tx
    ):
        deadline = tx.add(Deadline(id=tx.new_id("deadline"), parent=record.id))
        tx.alter(record.id, deadline=deadline.id)
    elif isinstance(record, Deadline) and change.before is None:
        timer = tx.get(record.parent, Timer)
        if timer is not None and not timer.deadline:
            tx.replace(timer.replaced(deadline=record.id))
