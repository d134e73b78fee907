"""A timer always has a deadline of its own to wait for."""

from __future__ import annotations

from model.document import Change, Transaction
from model.records import Deadline, Timer


def deadlines_belong_to_their_timer(tx: Transaction, change: Change) -> None:
    """A timer that is new, or whose deadline went, gets one (its length still to be said).

    A deadline made for a timer is the one it waits for. A timer that came without one from a
    foreign file is left alone.
    """
    record = change.after
    if isinstance(record, Timer):
        now = tx.get(record.id, Timer)
        before = change.before
        bare = isinstance(before, Timer) and not before.deadline
        if now is not None and not now.deadline and not bare:
            deadline = tx.add(Deadline(id=tx.new_id("deadline"), parent=now.id))
            tx.replace(now.replaced(deadline=deadline.id))
    elif isinstance(record, Deadline) and change.before is None:
        timer = tx.get(record.parent, Timer)
        if timer is not None and not timer.deadline:
            tx.replace(timer.replaced(deadline=record.id))
