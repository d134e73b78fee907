"""Has a record left for good?"""

from __future__ import annotations

from model.document import Change, Transaction


def has_left(tx: Transaction, change: Change) -> bool:
    """True when the record is gone and did not come back later in the same gesture."""
    return change.after is None and change.id not in tx
