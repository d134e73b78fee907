"""Finds fee tables that leave a case without an amount: every row has a condition."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.conditions import facts_in
from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.document import Transaction
from model.language import tr
from model.records import Chosen, Fee, Membership, Option, TariffRow, key_between


def _find(view: Reading) -> Iterator[Found]:
    for fee in view.of(Fee):
        rows = view.children(fee.id, TariffRow) if fee.form == "table" else []
        rates = [row for row in rows if row.effect in ("rate", "exemption")]
        if not rows or any(row.when is None for row in rates) or _complete(view, rates):
            continue
        yield Found(
            fee.id, {"name": called(fee)}, (Repair("add_otherwise", partial(_add, fee=fee.id)),)
        )


def _complete(view: Reading, rows: list[TariffRow]) -> bool:
    """Does the table name every answer to one of its questions? Then nothing obvious is missing."""
    named: dict[str, set[str]] = {}
    for row in rows:
        for fact in facts_in(row.when) if row.when is not None else ():
            if isinstance(fact, Chosen):
                named.setdefault(fact.field, set()).add(fact.option)
            elif isinstance(fact, Membership):
                named.setdefault(fact.field, set()).update(ref.option for ref in fact.options)
    return any(
        options >= {option.id for option in view.options(field)} for field, options in named.items()
    )


def _add(tx: Transaction, fee: str) -> None:
    """A last row for all other cases; its amount is still to be said."""
    rows = tx.children(fee, TariffRow)
    order = key_between(rows[-1].order if rows else "", "")
    label = tr("tariff.otherwise")
    tx.add(TariffRow(id=tx.new_id("tariff_row"), parent=fee, label=label, order=order))


TARIFF_GAP = Check("tariff_gap", "warning", (Fee, TariffRow, Option), whole=_find)
