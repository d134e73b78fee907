"""How do the rows of a tariff give one amount?

A plain table where there are only rates and exemptions; else one decision per row that answers
whether it applies, and a formula that joins them.
"""

from __future__ import annotations

from decimal import Decimal

from exporters.dmn.amounts import price
from exporters.dmn.cells import Cells, Number
from exporters.dmn.decision import Decision, Rule, keys_of
from exporters.expressions import CannotSay
from exporters.expressions.feel import feel_number
from exporters.report import ExportReport
from model.grammar import title
from model.language import say
from model.records import Fee, TariffRow

_EFFECTS = ("exemption", "rate", "surcharge", "reduction")


def tariff(
    fee: Fee, key: str, rows: list[TariffRow], cells: Cells, report: ExportReport
) -> list[Decision]:
    """The decisions that give what the rows say; the first bears the key."""
    name = title(fee)
    by_effect = {e: [r for r in rows if r.effect == e] for e in _EFFECTS}
    free, rates = by_effect["exemption"], by_effect["rate"]
    if not any(row.when is None for row in rates):
        report.hint(fee.id, say("platforms.dmn.no_default", fee=name))
    if not by_effect["surcharge"] and not by_effect["reduction"]:
        # Exemptions stand first: they win over every rate.
        table = [*_rules(free, cells, report), *_rules(rates, cells, report)]
        return [Decision(key, name, "number", table)]
    report.substituted(fee.id, say("platforms.dmn.composed", fee=name))
    return _Composed(key, name, by_effect, cells, report).decisions()


class _Composed:
    """One decision per row that answers whether it applies, and a formula that joins them."""

    def __init__(
        self,
        key: str,
        name: str,
        rows: dict[str, list[TariffRow]],
        cells: Cells,
        report: ExportReport,
    ) -> None:
        self.key, self.name, self.rows = key, name, rows
        self.cells, self.report = cells, report
        own = cells.names.free(f"{key}_satz")
        self.rate = Decision(own, name, "number", _rules(rows["rate"], cells, report))
        self.parts = [self.rate]
        self.reads: set[str] = set()

    def decisions(self) -> list[Decision]:
        free = [self._applies(row, "befreiung") for row in self.rows["exemption"]]
        lower = [(self._applies(r, "ermaessigung"), r) for r in self.rows["reduction"]]
        more = [(self._applies(r, "zuschlag"), r) for r in self.rows["surcharge"]]
        base = rate = self.rate.key
        if lower:
            choices = [f"if {gate} then {self._lower(row)} else {rate}" for gate, row in lower]
            base = f"min([{', '.join([rate, *choices])}])"
        added = (f"(if {gate} then {self._added(row)} else 0)" for gate, row in more)
        formula = " + ".join([base, *added])
        if free:
            formula = f"if {' or '.join(free)} then 0 else {formula}"
        reads = tuple(sorted(self.reads))
        whole = Decision(self.key, self.name, "number", [], formula, keys_of(self.parts), reads)
        return [whole, *self.parts]

    def _applies(self, row: TariffRow, word: str) -> str:
        key = self.cells.names.free(f"{self.key}_{word}")
        decision = Decision(key, row.label or self.name, "boolean")
        rules = _rules([row], self.cells, self.report)
        decision.rules = [Rule(rule.cells, "true", rule.label) for rule in rules]
        decision.rules.append(Rule({}, "false"))
        self.parts.append(decision)
        return key

    def _lower(self, row: TariffRow) -> str:
        """What stands instead of the rate."""
        if row.percent:
            return f"{self.rate.key} * {feel_number(max(100 - row.amount, Decimal(0)))} / 100"
        return self._price(row, max(row.amount, Decimal(0)))

    def _added(self, row: TariffRow) -> str:
        if row.percent:
            return f"{self.rate.key} * {feel_number(row.amount)} / 100"
        return self._price(row, row.amount)

    def _price(self, row: TariffRow, amount: Decimal) -> str:
        try:
            found = price(self.cells, amount, row.times)
        except CannotSay as refusal:
            self.report.failed(row.id, refusal.message, "C08")
            return "null"
        self.reads |= set(found.reads)
        return found.text


def _rules(rows: list[TariffRow], cells: Cells, report: ExportReport) -> list[Rule]:
    found: list[Rule] = []
    for row in rows:
        try:
            due = Number("0") if row.effect != "rate" else price(cells, row.amount, row.times)
            cases = cells.rows(row.when)
            found += [Rule(cell, due.text, row.label, due.reads) for cell in cases]
        except CannotSay as refusal:
            report.failed(row.id, refusal.message, "C08")
    return found
