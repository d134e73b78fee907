"""How is money written in a report?"""

from __future__ import annotations

from decimal import Decimal

from model.language import tr

_CENT = Decimal("0.01")


def money(amount: Decimal, currency: str) -> str:
    """With two places, so that 90 is 90,00; more where it has more."""
    exponent = amount.as_tuple().exponent
    whole = isinstance(exponent, int) and exponent >= -2 and abs(amount) < 10**20
    shown = amount.quantize(_CENT) if whole else amount
    return tr("reading.fixed", amount=shown, currency=currency)


def bare(amount: Decimal) -> str:
    """A number in the manner of the language, without needless zeros."""
    shown = amount.normalize() if amount.is_finite() else amount
    exponent = shown.as_tuple().exponent
    if isinstance(exponent, int) and 0 < exponent < 30:
        shown = shown.quantize(Decimal(1))
    return tr("sentence.number", value=shown)
