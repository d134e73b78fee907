"""Finds two rates of a fee that both fit one citizen: only the first is charged."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called, called_at
from model.checks.proof.shown import ASKED, ASKING, pairs, same_question, shown
from model.checks.reading import Reading
from model.document import Transaction
from model.records import AllOf, Not, TariffRow


def _find(view: Reading) -> Iterator[Found]:
    for one in shown(view, "two_rates"):
        first, second = one.ids
        conditions = [view.the(row, TariffRow).when for row in (first, second)]
        if not same_question(view, *conditions):
            continue
        values = {
            "name": called(view[one.at]),
            "first": called_at(view.get(first)),
            "second": called_at(view.get(second)),
        }
        repairs = (
            Repair("exclude_earlier", partial(_exclude, later=second, earlier=first)),
            Repair("say_condition", opens="when"),
        )
        yield Found(second, values, repairs, answers=pairs(one.answers))


def _exclude(tx: Transaction, later: str, earlier: str) -> None:
    """The later row says as well that the earlier one does not hold: what is charged stays."""
    first, second = tx.the(earlier, TariffRow).when, tx.the(later, TariffRow).when
    if first is not None and second is not None:
        tx.alter(later, when=AllOf(parts=(second, Not(part=first))))


TWO_RATES = Check("two_rates", "hint", ASKING, whole=_find, heeds=ASKED)
