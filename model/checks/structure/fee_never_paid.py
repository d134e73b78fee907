"""Finds fees that no step collects."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.commands import insert_on_flow
from model.document import Transaction
from model.errors import NotAllowed
from model.language import say
from model.records import End, Fee, Step


def _find(view: Reading) -> Iterator[Found]:
    if not view.begun:
        return
    paid = {step.fee for step in view.of(Step)}
    for fee in view.of(Fee):
        if fee.id not in paid and fee.form != "free" and fee.policy not in ("later", "inactive"):
            repair = Repair("pay_before_end", partial(_pay, fee=fee.id))
            yield Found(fee.id, {"name": called(fee)}, (repair,))


def _pay(tx: Transaction, fee: str) -> None:
    """A payment step on the way into the last end that is reached from somewhere.

    Raises:
        NotAllowed: there is no such end.
    """
    ends = [end for end in tx.ordered(End) if not end.parent and tx.incoming(end.id)]
    if not ends:
        raise NotAllowed(say("check.fee_never_paid.why_not"))
    step = insert_on_flow(tx, "payment", tx.incoming(ends[-1].id)[0].id)
    tx.alter(step.id, fee=fee)


FEE_NEVER_PAID = Check("fee_never_paid", "hint", (Fee, Step, End), whole=_find)
