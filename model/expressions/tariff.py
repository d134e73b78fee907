"""What does a fee come to?"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from model.document.queries import Queries
from model.records import Expression, Fee, TariffRow


def fee_amount(view: Queries, fee_id: str, holds: Callable[[Expression], bool]) -> Decimal | None:
    """The amount due, in the fee's currency; None when it is not fixed (a frame, or no row fits).

    The first rate that fits, plus every surcharge that fits, at most the lowest reduction that
    fits; an exemption makes it nothing.
    """
    fee = view.get(fee_id, Fee)
    if fee is None or fee.form == "frame":
        return None
    if fee.form == "free":
        return Decimal(0)
    if fee.form == "fixed":
        return fee.amount
    fitting = [r for r in view.children(fee_id, TariffRow) if r.when is None or holds(r.when)]
    if any(row.effect == "exemption" for row in fitting):
        return Decimal(0)
    rate = next((row.amount for row in fitting if row.effect == "rate"), None)
    if rate is None:
        return None
    reduced = [rate, *(row.amount for row in fitting if row.effect == "reduction")]
    return min(reduced) + sum((r.amount for r in fitting if r.effect == "surcharge"), Decimal(0))
