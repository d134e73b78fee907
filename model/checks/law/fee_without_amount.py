"""Finds fees of which nobody knows how high they are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.document import Transaction
from model.records import Fee, TariffRow


def _find(view: Reading, fee: Fee) -> Iterable[Found]:
    if not _open(view, fee):
        return ()
    opens = "minimum" if fee.form == "frame" else "amount"
    repairs = (Repair("give_amount", opens=opens), Repair("make_free", partial(_free, fee=fee.id)))
    return (Found(fee.id, {"name": called(fee)}, repairs, "table" if fee.form == "table" else ""),)


def _open(view: Reading, fee: Fee) -> bool:
    if fee.form == "fixed":
        return fee.amount is None
    if fee.form == "frame":
        return fee.minimum is None or fee.maximum is None
    return fee.form == "table" and not view.children(fee.id, TariffRow)


def _free(tx: Transaction, fee: str) -> None:
    tx.alter(fee, form="free")


FEE_WITHOUT_AMOUNT = Check("fee_without_amount", "error", (Fee,), record=_find)
