"""Of which decisions does a fee consist?"""

from __future__ import annotations

from dataclasses import dataclass, field

from exporters.dmn.cells import Cells, Column, Row
from exporters.expressions import CannotSay
from exporters.expressions.feel import feel_number
from exporters.report import ExportReport
from model.grammar import title
from model.language import say
from model.records import Fee, TariffRow


@dataclass(slots=True)
class Rule:
    """One row of a table: its cells, its result and the label of the tariff row it says."""

    cells: Row
    result: str
    label: str = ""


@dataclass(slots=True)
class Decision:
    """A table (``rules``), or a formula over other decisions (``formula``)."""

    key: str
    name: str
    type: str
    rules: list[Rule] = field(default_factory=list)
    formula: str = ""
    needs: list[str] = field(default_factory=list)

    @property
    def columns(self) -> list[Column]:
        """Inputs in the order in which the rules first ask them."""
        return list(dict.fromkeys(column for rule in self.rules for column in rule.cells))


def decisions(fee: Fee, cells: Cells, report: ExportReport) -> list[Decision]:
    """The decisions of a fee with a table, the one that gives the amount first."""
    rows = cells.names.view.children(fee.id, TariffRow)
    key, name = cells.names.key(fee.id), title(fee)
    by_effect = {e: [r for r in rows if r.effect == e] for e in _EFFECTS}
    free, rates = by_effect["exemption"], by_effect["rate"]
    if not any(row.when is None for row in rates):
        report.hint(fee.id, say("platforms.dmn.no_default", fee=name))
    if not by_effect["surcharge"] and not by_effect["reduction"]:
        # Exemptions stand first: they win over every rate.
        table = [*_rules(free, cells, report), *_rules(rates, cells, report)]
        return [Decision(key, name, "number", table)]
    report.substituted(fee.id, say("platforms.dmn.composed", fee=name))
    return _composed(key, name, by_effect, cells, report)


_EFFECTS = ("exemption", "rate", "surcharge", "reduction")


def _composed(
    key: str,
    name: str,
    rows: dict[str, list[TariffRow]],
    cells: Cells,
    report: ExportReport,
) -> list[Decision]:
    names = cells.names
    rate = Decision(names.free(f"{key}_satz"), name, "number", _rules(rows["rate"], cells, report))
    parts = [rate]

    def applies(row: TariffRow, word: str) -> str:
        decision = Decision(names.free(f"{key}_{word}"), row.label or name, "boolean")
        decision.rules = [
            Rule(rule.cells, "true", rule.label) for rule in _rules([row], cells, report)
        ]
        decision.rules.append(Rule({}, "false"))
        parts.append(decision)
        return decision.key

    free = [applies(row, "befreiung") for row in rows["exemption"]]
    lower = [(applies(r, "ermaessigung"), feel_number(r.amount)) for r in rows["reduction"]]
    more = [(applies(r, "zuschlag"), feel_number(r.amount)) for r in rows["surcharge"]]
    base = rate.key
    if lower:
        choices = [f"if {gate} then {amount} else {rate.key}" for gate, amount in lower]
        base = f"min([{', '.join([rate.key, *choices])}])"
    formula = " + ".join([base, *(f"(if {gate} then {amount} else 0)" for gate, amount in more)])
    if free:
        formula = f"if {' or '.join(free)} then 0 else {formula}"
    needs = [part.key for part in parts]
    return [Decision(key, name, "number", formula=formula, needs=needs), *parts]


def _rules(rows: list[TariffRow], cells: Cells, report: ExportReport) -> list[Rule]:
    found: list[Rule] = []
    for row in rows:
        amount = feel_number(row.amount) if row.effect == "rate" else "0"
        try:
            found += [Rule(cell, amount, row.label) for cell in cells.rows(row.when)]
        except CannotSay as refusal:
            report.failed(row.id, refusal.message, "C08")
    return found
