"""What does a fee come to, step by step?

The order is that of the fee laws: the rate, what lowers it, what is added, the number of units, the
months of the year, the lowest and highest amount, and rounding at the very end. All in Decimal.

Why the only arithmetic there is (11/2026): a condition on a fee, the rehearsal that explains it and
the tables of an export must mean the same sum; whoever explains it speaks these lines, whoever
needs the sum takes the amount.
Why the result may be missing (11/2026): a frame is filled by an officer's judgement, and a number
that was not answered cannot be multiplied. Both are said, never guessed.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal, DecimalException
from typing import Any

from model.document.queries import Queries
from model.expressions.dated import at, rows_at
from model.records import Expression, Fee, TariffRow

Given = Mapping[str, Any]
Read = Callable[[Expression, Given], Any]
"""The value of an expression for answers."""

CENT = Decimal("0.01")
"""Money is written with cents: ``quantize`` to it."""
_ROUNDING = {"half_up": ROUND_HALF_UP, "down": ROUND_DOWN, "up": ROUND_UP}


@dataclass(frozen=True, slots=True)
class Line:
    """One step of the sum. ``word`` says which; ``row``: the row of the table it rests on."""

    word: str
    values: Given
    row: TariffRow | None = None


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The sum with its lines; no amount while ``missing`` names what is not known. ``fee`` is the
    wording that holds.
    """

    amount: Decimal | None
    fee: Fee
    lines: tuple[Line, ...] = ()
    missing: tuple[Line, ...] = ()


def reckon(view: Queries, fee: Fee, answers: Given, when: date | None, read: Read) -> Reckoned:
    """The fee under the law of a day; without a day, as its first wording says."""
    valid = at(view, fee, when)
    if valid is None:
        return Reckoned(None, fee, missing=(Line("not_valid", {"day": when}),))
    return _Reckoning(view, valid, answers, when, read).result()


@dataclass
class _Reckoning:
    view: Queries
    fee: Fee
    answers: Given
    when: date | None
    read: Read
    lines: list[Line] = field(default_factory=list)
    missing: list[Line] = field(default_factory=list)

    def result(self) -> Reckoned:
        try:
            amount = self._amount()
        except DecimalException:
            amount = self._lacks("too_large")
        if self.missing:
            amount = None
        return Reckoned(amount, self.fee, tuple(self.lines), tuple(self.missing))

    def _amount(self) -> Decimal | None:
        if self.fee.form == "free":
            self._line("free")
            return Decimal(0)
        if self.fee.form == "frame" and self.fee.minimum != self.fee.maximum:
            return self._frame()
        total = self._total()
        if total is None or self.missing:
            return None
        if total:
            total = self._bounded(self._by_months(self._by_units(total)))
        return self._rounded(total)

    def _frame(self) -> Decimal | None:
        low, high = self.fee.minimum, self.fee.maximum
        if low is None or high is None:
            return self._lacks("no_bounds")
        self._line("frame", low=low, high=high)
        return self._lacks("officer", low=low, high=high)

    def _total(self) -> Decimal | None:
        """One sum for the application, or that of all entries of the list."""
        if not self.fee.each:
            return self._one(self.answers)
        total = Decimal(0)
        entries = self.answers.get(self.fee.each) or ()
        for number, entry in enumerate(entries, start=1):
            self._line("entry", number=number)
            due = self._one(ChainMap(dict(entry), dict(self.answers)))
            if due is None:
                return None
            total += due
        self._line("entries", n=len(entries), amount=total)
        return total

    def _one(self, answers: Given) -> Decimal | None:
        if self.fee.form == "table":
            return self._by_table(answers)
        amount = self.fee.minimum if self.fee.form == "frame" else self.fee.amount
        if amount is None:
            return self._lacks("no_amount")
        self._line("fixed", amount=amount)
        return amount

    # -------------------------------------------------------------------------- the table

    def _by_table(self, answers: Given) -> Decimal | None:
        rows = rows_at(self.view, self.fee, self.when)
        fitting = [row for row in rows if row.when is None or self.read(row.when, answers)]
        for row in fitting:
            if row.effect == "exemption":
                self._line("exemption", row, label=row.label)
                return Decimal(0)
        rate = next((row for row in fitting if row.effect == "rate"), None)
        if rate is None:
            return self._lacks("no_rate")
        full = self._row(rate, answers, Decimal(0))
        if full is None:
            return None
        total = self._reduced(fitting, answers, full)
        for row in fitting:
            if row.effect == "surcharge":
                total += self._row(row, answers, full) or Decimal(0)
        return total

    def _reduced(self, rows: list[TariffRow], answers: Given, full: Decimal) -> Decimal:
        """The lowest reduction that is lower than the rate."""
        lowest, by = full, None
        for row in rows:
            if row.effect != "reduction":
                continue
            share = full * (100 - row.amount) / 100 if row.percent else None
            reduced = share if share is not None else self._price(row, answers)
            if reduced is not None and reduced < lowest:
                lowest, by = max(reduced, Decimal(0)), row
        if by is not None:
            self._line("reduction", by, label=by.label, amount=lowest)
        return lowest

    def _row(self, row: TariffRow, answers: Given, rate: Decimal) -> Decimal | None:
        """The sum of a rate or surcharge, with its line."""
        if row.percent and row.effect == "surcharge":
            share = rate * row.amount / 100
            self._line("percent", row, label=row.label, percent=row.amount, amount=share)
            return share
        amount = self._price(row, answers)
        if amount is None:
            return None
        said: dict[str, Any] = {"label": row.label, "amount": amount}
        if row.times is None:
            self._line(row.effect, row, **said)
        else:
            number = _number(self.read(row.times, answers))
            self._line(f"{row.effect}.times", row, **said, price=row.amount, number=number)
        return amount

    def _price(self, row: TariffRow, answers: Given) -> Decimal | None:
        if row.times is None:
            return row.amount
        number = _number(self.read(row.times, answers))
        if number is None:
            return self._lacks("no_number", label=row.label)
        return row.amount * max(number, Decimal(0))

    # ------------------------------------------------------------------- what follows the rate

    def _by_units(self, amount: Decimal) -> Decimal:
        number = self._asked(self.fee.times, "no_units")
        if number is None:
            return amount
        total = amount * max(number, Decimal(0))
        self._line("units", number=number, amount=total)
        return total

    def _by_months(self, amount: Decimal) -> Decimal:
        asked = self._asked(self.fee.months, "no_months")
        if asked is None:
            return amount
        months = min(max(asked, Decimal(0)), Decimal(12))
        total = amount * months / 12
        self._line("months", months=months, amount=total)
        return total

    def _asked(self, expression: Expression | None, unknown: str) -> Decimal | None:
        if expression is None:
            return None
        number = _number(self.read(expression, self.answers))
        return self._lacks(unknown) if number is None else number

    def _bounded(self, amount: Decimal) -> Decimal:
        low, high = self.fee.minimum, self.fee.maximum
        if low is not None and amount < low:
            self._line("minimum", amount=low)
            return low
        if high is not None and amount > high:
            self._line("maximum", amount=high)
            return high
        return amount

    def _rounded(self, amount: Decimal) -> Decimal:
        result = rounded(self.fee, amount)
        if result != amount:
            self._line("rounded", step=_step(self.fee), amount=result)
        return result

    def _line(self, word: str, row: TariffRow | None = None, **values: Any) -> None:
        self.lines.append(Line(word, values, row))

    def _lacks(self, word: str, **values: Any) -> Decimal | None:
        """Nothing, and why."""
        self.missing.append(Line(word, values))
        return None


def rounded(fee: Fee, amount: Decimal) -> Decimal:
    """The amount in the steps of a fee; without any, in cents."""
    steps = (amount / _step(fee)).quantize(Decimal(1), _ROUNDING[fee.rounding])
    return (steps * _step(fee)).quantize(CENT)


def _step(fee: Fee) -> Decimal:
    return fee.round_to if fee.round_to and fee.round_to > 0 else CENT


def _number(value: Any) -> Decimal | None:
    if not isinstance(value, Decimal | int) or isinstance(value, bool):
        return None
    number = Decimal(value)
    return number if number.is_finite() else None
