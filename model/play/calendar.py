"""Until which day does a deadline run, and why?

Every step of the reckoning is a sentence with its norm. The end moves on from Saturdays, Sundays
and holidays (§ 193 BGB, § 31 Abs. 3 Satz 1 VwVfG) unless the deadline says that it stays: a day
fixed with notice of that (Satz 2), a time for which the office itself must provide (Abs. 4), an
appointment (Abs. 5).

Why hours end on a day (11/2026): the model knows days, not times. Hours count through weekends
(§ 31 Abs. 6 VwVfG); a part of a day is a day, and the sentence says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from model.document.queries import Queries
from model.expressions.evaluate import shifted
from model.expressions.typed import day_in
from model.language import Message, say
from model.play.calendar_delivery import made_known, next_open
from model.play.calendar_holidays import KNOWN, holiday_name, rests
from model.play.calendar_spans import end_of_span, prolonged
from model.records import Deadline

LONGEST = 20_000
"""Working days are counted one by one; a longer deadline is taken as that many."""


@dataclass(frozen=True)
class Due:
    """The last day of a deadline, and the steps that lead to it, each with its norm."""

    end: date
    steps: tuple[Message, ...]


def due(deadline: Deadline, from_date: date, land: str = "") -> Due | None:
    """The end of a deadline whose event (or posting, or first day) is ``from_date``.

    ``land``: one of LANDS, "" for the holidays of all Germany. None: it has no length.
    """
    if deadline.length is None:
        return None
    known, steps = made_known(from_date, deadline.delivery, land)
    length = deadline.length
    end, reason = _plain_end(deadline, length, known, land)
    steps = (*steps, *_beginning(deadline, length, known), reason)
    if deadline.unit == "workday":
        return Due(end, steps)
    return _rested(deadline, length, end, steps, land)


def start_day(view: Queries, deadline: Deadline, answers: Mapping[str, Any]) -> date | None:
    """The day the deadline starts with, when that is an answer; None when it is an event."""
    record = view.get(deadline.starts_with)
    given = answers.get(record.id) if record is not None else None
    if isinstance(given, date):
        return given
    return day_in(given) if isinstance(given, str) else None


def extended(earlier: Due, length: int, unit: str, land: str = "") -> Due:
    """The deadline prolonged (§ 190 BGB); counted from the day on which it would have ended, which
    is the moved one where it moved.
    """
    end = prolonged(earlier.end, length, unit)
    reason = say("reckoning.extended", span=_span(length, unit), end=end)
    return _moved(end, (*earlier.steps, reason), land)


def fiction_of_approval(complete: date, land: str = "") -> Due:
    """When an approval counts as given: three months after the complete papers (§ 42a Abs. 2
    VwVfG). Only where a law orders the fiction; it may be prolonged once (``extended``).
    """
    end = end_of_span(complete, 3, "month")
    steps = (
        say("reckoning.event", day=complete),
        say("reckoning.fiction", complete=complete, end=end),
    )
    return _moved(end, steps, land)


def _beginning(deadline: Deadline, length: int, known: date) -> tuple[Message, ...]:
    if length == 0 or deadline.unit == "hour":
        return ()
    if length < 0:
        return (say("reckoning.backwards", day=known),)
    return (say(f"reckoning.{deadline.counting}", day=known),)


def _plain_end(deadline: Deadline, length: int, known: date, land: str) -> tuple[date, Message]:
    """Before it moves."""
    unit = deadline.unit
    if unit == "workday":
        end = _after_workdays(known, length, land, counted=deadline.counting == "begin")
        return end, say("reckoning.end.workday", span=_span(length, unit), end=end)
    if unit == "hour":
        whole = -(-abs(length) // 24)
        end = shifted(known, whole if length > 0 else -whole, "day")
        return end, say("reckoning.end.hour", span=_span(length, unit), end=end)
    end = end_of_span(known, length, unit, deadline.counting)
    if unit in ("month", "year"):
        lacks = length > 0 and end.day < _wanted(known, deadline.counting)
        return end, say(
            f"reckoning.end.{'lacks' if lacks else 'month'}", **_said(length, unit, end)
        )
    return end, say(f"reckoning.end.{unit}", **_said(length, unit, end))


def _wanted(known: date, counting: str) -> int:
    """The number of the day on which months end, were all months long."""
    return known.day - 1 if counting == "begin" else known.day


def _said(length: int, unit: str, end: date) -> dict[str, Any]:
    return {"span": _span(length, unit), "end": end}


def _span(length: int, unit: str) -> Message:
    return say(f"unit.{unit}", n=abs(length))


def _after_workdays(start: date, length: int, land: str, *, counted: bool) -> date:
    """Monday to Friday without holidays; ``counted``: the first day is one of them."""
    step = 1 if length >= 0 else -1
    day = start - timedelta(days=1) if counted and length > 0 and start > date.min else start
    left = min(abs(length), LONGEST)
    while left and date.min < day < date.max:
        day += timedelta(days=step)
        left -= not rests(day, land)
    return day


def _rested(
    deadline: Deadline, length: int, end: date, steps: tuple[Message, ...], land: str
) -> Due:
    if not rests(end, land):
        return Due(end, steps)
    if deadline.unit == "hour":
        return Due(end, (*steps, say("reckoning.stays.hours", day=end)))
    if length < 0:
        return Due(end, (*steps, say("reckoning.stays.backwards", day=end)))
    if deadline.weekend == "stays":
        return Due(end, (*steps, say("reckoning.stays", day=end)))
    return _moved(end, steps, land, tax=deadline.delivery == "tax")


def _moved(end: date, steps: tuple[Message, ...], land: str, *, tax: bool = False) -> Due:
    if end.year not in KNOWN:
        steps = (*steps, say("reckoning.unknown_year", year=str(end.year)))
    if not rests(end, land):
        return Due(end, steps)
    later = next_open(end, land)
    key = "reckoning.moved.tax" if tax else "reckoning.moved"
    return Due(later, (*steps, say(key, day=end, why=_why(end, land), later=later)))


def _why(day: date, land: str) -> Message:
    holiday = holiday_name(day, land)
    if holiday:
        return say("reckoning.holiday", name=holiday)
    return say("reckoning.saturday" if day.weekday() == 5 else "reckoning.sunday")
