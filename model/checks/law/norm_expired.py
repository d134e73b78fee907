"""Finds provisions that no longer hold, or not yet, when the service begins."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.document import Transaction
from model.records import Norm, Record


def _find(view: Reading, norm: Norm) -> Iterable[Found]:
    begins = view.service.valid_from
    if begins is None or any(_holds(state, begins) for state in (norm, *view.states(norm.id))):
        return ()
    repairs = (
        Repair("look_at_norm", opens="valid_until"),
        Repair("still_holds", partial(_hold, norm=norm.id, day=begins)),
    )
    return (Found(norm.id, {"name": called(norm), "day": begins}, repairs),)


def _hold(tx: Transaction, norm: str, day: date) -> None:
    """It holds on that day, and without an end."""
    begins = tx[norm].valid_from
    tx.alter(norm, valid_from=min(begins, day) if begins else None, valid_until=None)


def _holds(norm: Record, day: date) -> bool:
    after = norm.valid_from is None or norm.valid_from <= day
    return after and (norm.valid_until is None or norm.valid_until >= day)


NORM_EXPIRED = Check("norm_expired", "warning", (Norm,), record=_find)
