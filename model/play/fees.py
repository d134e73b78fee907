"""What is due for these answers, and how is that explained?

The sum itself is that of ``model.expressions.tariff``, which conditions see as well; here its lines
are spoken, each with the norm it rests on.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, DecimalException
from typing import Any

from model.document.queries import Queries
from model.expressions.evaluate import Answers, reckoned
from model.expressions.tariff import CENT, Line
from model.language import Message, say
from model.records import Fee, Norm

_MONEY = frozenset({"amount", "price", "low", "high", "step"})
"""Values that are written with two places, so that 90 is 90,00."""


@dataclass(frozen=True)
class Charged:
    """What is due, line by line; no amount while ``open`` names what is missing."""

    amount: Decimal | None
    lines: tuple[Message, ...]
    open: tuple[Message, ...] = ()


def fee(view: Queries, record: Fee, answers: Answers, when: date) -> Charged:
    """The fee for (taken) answers under the law of a day."""
    found = reckoned(view, record, answers, when)
    lines = tuple(_resting(view, found.fee, line) for line in found.lines)
    return Charged(found.amount, lines, tuple(_said(found.fee, line) for line in found.missing))


def _resting(view: Queries, fee: Fee, line: Line) -> Message:
    """A line with the norm it rests on: that of the row, else that of the fee."""
    row, said = line.row, _said(fee, line)
    norm = basis(view, (row.id, row.of)) if row is not None else ""
    norm = norm or basis(view, (fee.id, fee.of))
    if not norm or line.word == "entry":
        return said
    return say("reckoning.fee.resting", line=said, norm=norm)


def _said(fee: Fee, line: Line) -> Message:
    values = {name: _written(name, value) for name, value in line.values.items()}
    return say(f"reckoning.fee.{line.word}", **values, currency=fee.currency)


def basis(view: Queries, ids: Iterable[str]) -> str:
    """The norms that these records rest on, as lawyers cite them; "" when none is named."""
    cited: dict[str, Norm] = {norm.id: norm for i in ids if i for norm in view.norms(i)}
    return ", ".join(norm.cited_as for norm in cited.values() if norm.cited_as)


def _written(name: str, value: Any) -> Any:
    if name not in _MONEY:
        return value
    try:
        return value.quantize(CENT, ROUND_HALF_UP)
    except DecimalException:
        return value
