"""How is an amount said in FEEL: per unit, in months, within bounds, rounded?

The order is that of the product's own arithmetic (``model.expressions.tariff``). No function that
takes null for a number: an answer that is missing leaves no amount, never a wrong one.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from exporters.dmn.cells import Cells, Number
from exporters.expressions.feel import feel_number
from model.expressions.tariff import CENT, rounded
from model.records import (
    Answer,
    Arithmetic,
    Count,
    Expression,
    Fee,
    Field,
    Sum,
    TariffRow,
    Value,
)

_WHOLE = ("add", "subtract", "multiply", "min", "max")


def price(cells: Cells, amount: Decimal, times: Expression | None) -> Number:
    """So much, or so much for each unit; a number below nothing counts as nothing."""
    if times is None:
        return Number(feel_number(amount))
    number = cells.number(times)
    units = number.text
    if not isinstance(times, Count):
        units = f"(if {number.text} < 0 then 0 else {number.text})"
    return Number(f"{feel_number(amount)} * {units}", number.reads)


def by_units(cells: Cells, fee: Fee, total: str) -> Number:
    """The sum for all units, and the twelfths of it that are due."""
    text, reads = total, set[str]()
    if fee.times is not None:
        number = cells.number(fee.times)
        reads |= set(number.reads)
        text += f" * (if {number.text} < 0 then 0 else {number.text})"
    if fee.months is not None:
        number = cells.number(fee.months)
        reads |= set(number.reads)
        asked = number.text
        text += f" * (if {asked} < 0 then 0 else if {asked} > 12 then 12 else {asked}) / 12"
    return Number(text, tuple(sorted(reads)))


def within_bounds(fee: Fee, total: str, exact: bool) -> str:
    """Between the lowest and the highest amount, and rounded; ``exact``: to cents already."""
    text = total if exact and not fee.round_to else _rounded(fee, total)
    for sign, bound in ((">", fee.maximum), ("<", fee.minimum)):
        if bound is not None:
            due = feel_number(rounded(fee, bound))
            text = f"if {total} {sign} {feel_number(bound)} then {due} else {text}"
    return text


def is_bounded(fee: Fee, rows: Iterable[TariffRow]) -> bool:
    """Can a bound change what the rows say?"""
    if fee.minimum is None and fee.maximum is None:
        return False
    low = fee.minimum if fee.minimum is not None else Decimal(0)
    for row in rows:
        above = fee.maximum is not None and row.amount > fee.maximum
        if row.effect not in ("rate", "exemption") or row.times is not None:
            return True
        if row.effect == "rate" and row.amount and (row.amount < low or above):
            return True
    return False


def is_exact(cells: Cells, fee: Fee, rows: Iterable[TariffRow]) -> bool:
    """Does it always come to whole cents before it is rounded?"""
    units = [fee.times, *(row.times for row in rows)]
    amounts = [fee.amount, fee.minimum, *(row.amount for row in rows)]
    if fee.months is not None or any(row.percent for row in rows):
        return False
    whole = all(unit is None or _is_whole(cells, unit) for unit in units)
    return whole and all(amount is None or _is_in_cents(amount) for amount in amounts)


def _is_in_cents(amount: Decimal) -> bool:
    places = amount.normalize().as_tuple().exponent
    return isinstance(places, int) and places >= -2


def _is_whole(cells: Cells, number: Expression) -> bool:
    match number:
        case Count():
            return True
        case Value():
            content = number.content
            return isinstance(content, Decimal) and content == content.to_integral_value()
        case Answer(field=field) | Sum(field=field):
            record = cells.names.view.get(field, Field)
            return record is not None and record.data_type == "num_int"
        case Arithmetic(operation=operation, parts=parts):
            return operation in _WHOLE and all(_is_whole(cells, part) for part in parts)
        case _:
            return False


def _rounded(fee: Fee, total: str) -> str:
    step = fee.round_to if fee.round_to and fee.round_to > 0 else CENT
    parts = 1 / step
    if step == 1:
        many, back = total, ""
    elif parts % 1 == 0:
        many, back = f"{total} * {feel_number(parts)}", f" / {feel_number(parts)}"
    else:
        many, back = f"{total} / {feel_number(step)}", f" * {feel_number(step)}"
    match fee.rounding:
        case "half_up":
            return f"floor({many} + 0.5){back}"
        case "down":
            return f"floor({many}){back}"
        case _:
            return f"ceiling({many}){back}"
