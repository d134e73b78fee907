"""On which day does a period end, by §§ 187 to 192 BGB alone?

Weekends and holidays are no business of these paragraphs (see ``calendar``).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from model.expressions.evaluate import shifted

Counting = Literal["event", "begin"]
"""event: the day of the event is not counted (§ 187 Abs. 1); begin: the first day is counted,
because the period begins with it (§ 187 Abs. 2).
"""

_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
_DAYS = {"day": 1, "week": 7, "half_month": 15}
_APART = {"month": 30, "year": 365}


def end_of_span(start: date, length: int, unit: str, counting: Counting = "event") -> date:
    """The last day of a period. A negative length counts back from the event.

    ``unit``: day, week, half_month (15 days), month, quarter, half_year (§ 189 Abs. 1), year.
    """
    if length == 0:
        return start
    if unit in _MONTHS:
        return _end_in_months(start, length * _MONTHS[unit], counting)
    days = length * _DAYS[unit]
    return shifted(start, days - 1 if counting == "begin" and days > 0 else days, "day")


def _end_in_months(start: date, months: int, counting: Counting) -> date:
    """§ 188 Abs. 2: the day of the same number, or the one before it; Abs. 3: a day that the month
    lacks is its last.
    """
    alike = shifted(start, months, "month")
    if counting == "event" or months < 0 or alike in (date.min, date.max):
        return alike
    if start.day == 1:
        return alike - timedelta(days=1)
    return alike.replace(day=min(start.day - 1, _length(alike)))


def prolonged(end: date, length: int, unit: str) -> date:
    """§ 190: a prolonged period is counted from the end of the earlier one."""
    return end_of_span(end, length, unit)


def days_apart(length: int, unit: str) -> int:
    """§ 191: days of a period that need not be in one piece: a month is 30, a year 365."""
    return length * _APART[unit]


def point_of_month(month: date, point: Literal["start", "middle", "end"]) -> date:
    """§ 192: the start of a month is its first day, the middle the 15th, the end the last."""
    days = {"start": 1, "middle": 15, "end": _length(month)}
    return month.replace(day=days[point])


def _length(month: date) -> int:
    return monthrange(month.year, month.month)[1]
