"""Finds payment steps of which nobody knows what is to be paid."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.document import Transaction
from model.records import Fee, Step


def _find(view: Reading) -> Iterator[Found]:
    steps = [step for step in view.of(Step) if step.basis == "payment"]
    lost = [step for step in steps if view.get(step.fee, Fee) is None]
    if not lost:
        return
    fees = [fee.id for fee in view.of(Fee) if fee.form != "free"]
    for step in lost:
        repairs = [Repair("name_fee", opens="fee")]
        if len(fees) == 1:
            repairs.insert(0, Repair("take_the_fee", partial(_take, step=step.id, fee=fees[0])))
        yield Found(step.id, {"name": called(step)}, tuple(repairs))


def _take(tx: Transaction, step: str, fee: str) -> None:
    tx.alter(step, fee=fee)


PAYMENT_WITHOUT_FEE = Check(
    "payment_without_fee",
    "error",
    (Step, Fee),
    whole=_find,
    heeds=frozenset({"basis", "fee", "form"}),
)
