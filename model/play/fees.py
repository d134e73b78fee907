"""What is due for these answers, and how is it reckoned?

The order is that of the fee laws: the rate, what lowers it, what is added, the number of units, the
months of the year, the lowest and highest amount, and rounding at the very end. All in Decimal.
``model.expressions.tariff`` says the same sum to conditions.

Why the result may be open (11/2026): a frame is filled by an officer's judgement, and a number that
was not answered cannot be multiplied. Both are said, never guessed.
"""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from typing import Any

from model.document.queries import Queries
from model.expressions.evaluate import Answers, evaluate
from model.language import Message, say
from model.play.fees_states import at, basis, rows_at
from model.records import Expression, Fee, TariffRow

CENT = Decimal("0.01")
_ROUNDING = {"half_up": ROUND_HALF_UP, "down": ROUND_DOWN, "up": ROUND_UP}


@dataclass(frozen=True)
class Charged:
    """What is due, line by line; no amount while ``open`` names what is missing."""

    amount: Decimal | None
    lines: tuple[Message, ...]
    open: tuple[Message, ...] = ()


def fee(view: Queries, record: Fee, answers: Answers, when: date) -> Charged:
    """The fee for (taken) answers under the law of a day."""
    valid = at(view, record, when)
    if valid is None:
        return Charged(None, (), (say("reckoning.fee.not_valid", day=when),))
    return _Reckoning(view, valid, ChainMap({"today": when}, dict(answers)), when).result()


@dataclass
class _Reckoning:
    view: Queries
    fee: Fee
    answers: Answers
    when: date
    lines: list[Message] = field(default_factory=list)
    open: list[Message] = field(default_factory=list)

    def result(self) -> Charged:
        if self.fee.form == "free":
            self._line("reckoning.fee.free")
            return Charged(Decimal(0), tuple(self.lines))
        if self.fee.form == "frame" and self.fee.minimum != self.fee.maximum:
            return self._frame()
        total = self._total()
        if total is None or self.open:
            return Charged(None, tuple(self.lines), tuple(self.open))
        if total:
            total = self._bounded(self._by_months(self._by_units(total)))
        if self.open:
            return Charged(None, tuple(self.lines), tuple(self.open))
        return Charged(self._rounded(total), tuple(self.lines))

    def _frame(self) -> Charged:
        low, high = self.fee.minimum, self.fee.maximum
        if low is None or high is None:
            return Charged(None, (), (say("reckoning.fee.no_bounds"),))
        self._line("reckoning.fee.frame", low=_money(low), high=_money(high))
        asked = say("reckoning.fee.officer", low=_money(low), high=_money(high), **self._unit())
        return Charged(None, tuple(self.lines), (asked,))

    def _total(self) -> Decimal | None:
        """One sum for the application, or that of all entries of the list."""
        if not self.fee.each:
            return self._one(self.answers)
        total = Decimal(0)
        entries = self.answers.get(self.fee.each) or ()
        for number, entry in enumerate(entries, start=1):
            self.lines.append(say("reckoning.fee.entry", number=number))
            due = self._one(ChainMap(dict(entry), dict(self.answers)))
            if due is None:
                return None
            total += due
        self._line("reckoning.fee.entries", n=len(entries), amount=_money(total))
        return total

    def _one(self, answers: Answers) -> Decimal | None:
        if self.fee.form == "table":
            return self._by_table(answers)
        amount = self.fee.minimum if self.fee.form == "frame" else self.fee.amount
        if amount is None:
            self.open.append(say("reckoning.fee.no_amount"))
            return None
        self._line("reckoning.fee.fixed", amount=_money(amount))
        return amount

    def _by_table(self, answers: Answers) -> Decimal | None:
        rows = rows_at(self.view, self.fee, self.when)
        fitting = [r for r in rows if r.when is None or evaluate(self.view, r.when, answers)]
        for row in fitting:
            if row.effect == "exemption":
                self._line("reckoning.fee.exemption", row, label=row.label)
                return Decimal(0)
        rate = next((row for row in fitting if row.effect == "rate"), None)
        if rate is None:
            self.open.append(say("reckoning.fee.no_rate"))
            return None
        full = self._row(rate, answers, Decimal(0))
        if full is None:
            return None
        total = self._reduced(fitting, answers, full)
        for row in fitting:
            if row.effect == "surcharge":
                total += self._row(row, answers, full) or Decimal(0)
        return total

    def _reduced(self, rows: list[TariffRow], answers: Answers, full: Decimal) -> Decimal:
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
            self._line("reckoning.fee.reduction", by, label=by.label, amount=_money(lowest))
        return lowest

    def _row(self, row: TariffRow, answers: Answers, rate: Decimal) -> Decimal | None:
        """The sum of a rate or surcharge, with its line."""
        said: dict[str, Any] = {"label": row.label}
        if row.percent and row.effect == "surcharge":
            share = rate * row.amount / 100
            self._line(
                "reckoning.fee.percent", row, **said, percent=row.amount, amount=_money(share)
            )
            return share
        amount = self._price(row, answers)
        if amount is None:
            return None
        if row.times is None:
            self._line(f"reckoning.fee.{row.effect}", row, **said, amount=_money(amount))
        else:
            number = _number(evaluate(self.view, row.times, answers))
            said |= {"price": _money(row.amount), "number": number}
            self._line(f"reckoning.fee.{row.effect}.times", row, **said, amount=_money(amount))
        return amount

    def _price(self, row: TariffRow, answers: Answers) -> Decimal | None:
        if row.times is None:
            return row.amount
        number = _number(evaluate(self.view, row.times, answers))
        if number is None:
            self.open.append(say("reckoning.fee.no_number", label=row.label))
            return None
        return row.amount * max(number, Decimal(0))

    def _by_units(self, amount: Decimal) -> Decimal:
        number = self._asked(self.fee.times, "reckoning.fee.no_units")
        if number is None:
            return amount
        total = amount * max(number, Decimal(0))
        self._line("reckoning.fee.units", number=number, amount=_money(total))
        return total

    def _by_months(self, amount: Decimal) -> Decimal:
        asked = self._asked(self.fee.months, "reckoning.fee.no_months")
        if asked is None:
            return amount
        months = min(max(asked, Decimal(0)), Decimal(12))
        total = amount * months / 12
        self._line("reckoning.fee.months", months=months, amount=_money(total))
        return total

    def _asked(self, expression: Expression | None, unknown: str) -> Decimal | None:
        if expression is None:
            return None
        number = _number(evaluate(self.view, expression, self.answers))
        if number is None:
            self.open.append(say(unknown))
        return number

    def _bounded(self, amount: Decimal) -> Decimal:
        low, high = self.fee.minimum, self.fee.maximum
        if low is not None and amount < low:
            self._line("reckoning.fee.minimum", amount=_money(low))
            return low
        if high is not None and amount > high:
            self._line("reckoning.fee.maximum", amount=_money(high))
            return high
        return amount

    def _rounded(self, amount: Decimal) -> Decimal:
        step = self.fee.round_to if self.fee.round_to and self.fee.round_to > 0 else CENT
        steps = (amount / step).quantize(Decimal(1), _ROUNDING[self.fee.rounding])
        rounded = (steps * step).quantize(CENT)
        if rounded != amount:
            self._line("reckoning.fee.rounded", step=_money(step), amount=_money(rounded))
        return rounded

    def _line(self, key: str, row: TariffRow | None = None, **said: Any) -> None:
        """A line with the norm it rests on: that of the row, else that of the fee."""
        norm = basis(self.view, row.id, row.of) if row is not None else ""
        norm = norm or basis(self.view, self.fee.id, self.fee.of)
        line = say(key, **said, **self._unit())
        self.lines.append(say("reckoning.fee.resting", line=line, norm=norm) if norm else line)

    def _unit(self) -> dict[str, str]:
        return {"currency": self.fee.currency}


def _money(amount: Decimal) -> Decimal:
    """As it is written: two places, so that 90 is 90,00. The reckoning itself keeps all."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def _number(value: Any) -> Decimal | None:
    whole = isinstance(value, Decimal | int) and not isinstance(value, bool)
    return Decimal(value) if whole else None
