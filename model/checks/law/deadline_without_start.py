"""Finds deadlines of which nobody knows from when they count (§ 187 BGB)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called_at
from model.checks.reading import Reading
from model.document import Transaction
from model.language import tr
from model.records import Deadline, Timer


def _find(view: Reading, deadline: Deadline) -> Iterable[Found]:
    if deadline.starts.strip() or deadline.starts_with:
        return ()
    if isinstance(view.get(deadline.parent), Timer):
        return ()  # it counts from when the case gets there
    name = called_at(view.get(deadline.parent)) if not deadline.name else deadline.name
    repair = Repair("from_receipt", partial(_from_receipt, deadline=deadline.id))
    return (Found(deadline.id, {"name": name}, (repair,)),)


def _from_receipt(tx: Transaction, deadline: str) -> None:
    tx.alter(deadline, starts=tr("deadline.from_receipt"))


DEADLINE_WITHOUT_START = Check("deadline_without_start", "hint", (Deadline,), record=_find)
