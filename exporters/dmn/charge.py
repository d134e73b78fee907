"""Of which decisions does a fee consist?"""

from __future__ import annotations

from decimal import Decimal, DecimalException

from exporters.dmn.amounts import by_units, is_bounded, is_exact, within_bounds
from exporters.dmn.cells import Cells, Number
from exporters.dmn.composed import tariff
from exporters.dmn.decision import Decision, keys_of
from exporters.expressions import CannotSay
from exporters.expressions.feel import feel_number
from exporters.report import ExportReport
from model.grammar import title
from model.language import say
from model.records import Fee, TariffRow


def is_decided(fee: Fee) -> bool:
    """Does the amount depend on the application, so that a decision has to give it?"""
    if fee.form == "table":
        return True
    return bool(_fixed(fee)) and bool(fee.each or fee.times or fee.months)


def decisions(fee: Fee, cells: Cells, report: ExportReport) -> list[Decision]:
    """The decisions of a fee, the one that gives the amount first; none where they cannot be said.

    Each entry of a list on its own is beyond a table: rather no package than a wrong sum.
    """
    if fee.each:
        report.failed(fee.id, say("platforms.dmn.each", fee=title(fee)), "C08")
        return []
    try:
        return _decisions(fee, cells, report)
    except CannotSay as refusal:
        report.failed(refusal.record or fee.id, refusal.message, "C08")
    except DecimalException:
        report.failed(fee.id, say("reckoning.fee.too_large"), "C08")
    return []


def _decisions(fee: Fee, cells: Cells, report: ExportReport) -> list[Decision]:
    """The rows alone where they say all; else a formula over them."""
    key, name, fixed = cells.names.key(fee.id), title(fee), _fixed(fee)
    rows = [] if fixed is not None else cells.names.view.children(fee.id, TariffRow)
    units = fee.times is not None or fee.months is not None
    exact = is_exact(cells, fee, rows)
    ends = bool(fee.round_to) or not exact or (is_bounded(fee, rows) if not units else _has(fee))
    if not units and not ends:
        return tariff(fee, key, rows, cells, report)
    parts: list[Decision] = []
    base = feel_number(fixed) if fixed is not None else cells.names.free(f"{key}_tarif")
    if fixed is None:
        parts = tariff(fee, base, rows, cells, report)
    total, due = base, by_units(cells, fee, base)
    if units and ends:
        total = cells.names.free(f"{key}_summe")
        parts.insert(0, Decision(total, name, "number", [], due.text, keys_of(parts), due.reads))
        due = Number(total)
    text = within_bounds(fee, total, exact) if ends else due.text
    if fixed is None:
        text = f"if {base} = 0 then 0 else {text}"  # Nothing stays nothing, whatever the units.
    return [Decision(key, name, "number", [], text, keys_of(parts), due.reads), *parts]


def _has(fee: Fee) -> bool:
    return fee.minimum is not None or fee.maximum is not None


def _fixed(fee: Fee) -> Decimal | None:
    """The amount of a fee without a table; None when it has none, or an officer sets it."""
    if fee.form == "fixed":
        return fee.amount
    same = fee.form == "frame" and fee.minimum == fee.maximum
    return fee.minimum if same else None
