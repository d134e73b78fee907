"""Finds fees that rest on no norm: a fee needs a law (§ 2 KAG of the Länder, Art. 20 Abs. 3 GG)."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.records import Fee


def _find(view: Reading, fee: Fee) -> Iterator[Found]:
    if fee.form != "free" and not view.lawless and not view.cited(fee.id):
        name = called(fee)
        yield Found(fee.id, {"name": name}, (Repair("cite", opens="norms"),))


FEE_WITHOUT_NORM = Check("fee_without_norm", "warning", (Fee,), record=_find)
