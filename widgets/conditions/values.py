"""How is a value read that a person typed, and how is it written?"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from model.errors import FachwerkError
from model.language import current_language, say


def number_of(typed: str) -> Decimal:
    """1.234,50 or 1234.50.

    Raises:
        FachwerkError: it is no number.
    """
    text = typed.strip().replace(" ", "").replace("€", "")
    try:
        number = Decimal(text.replace(".", "").replace(",", ".") if "," in text else text)
    except InvalidOperation:
        raise FachwerkError(say("condition.number", text=typed)) from None
    if not number.is_finite():
        raise FachwerkError(say("condition.number", text=typed))
    return number


def day_of(typed: str) -> date:
    """31.12.2026 or 2026-12-31.

    Raises:
        FachwerkError: it is no date.
    """
    for form in ("%d.%m.%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(typed.strip(), form).date()
        except ValueError:
            continue
    raise FachwerkError(say("condition.day", text=typed))


def typed_number(number: Decimal) -> str:
    """A number as it is typed: 1234,5 in German."""
    text = f"{number:f}"
    return text.replace(".", ",") if current_language() == "de" else text


def typed_day(day: date | None) -> str:
    """A day as it is typed: 31.12.2026 in German; "" for none."""
    if day is None:
        return ""
    return f"{day:%d.%m.%Y}" if current_language() == "de" else day.isoformat()
