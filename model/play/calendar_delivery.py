"""When does an administrative act count as made known?

§ 41 Abs. 2 VwVfG and § 122 Abs. 2 AO: letters in Germany and what is sent electronically. Until
the end of 2024 on the third day, since 1 January 2025 (Postrechtsmodernisierungsgesetz) on the
fourth; the day of posting decides. A later or missing arrival, which the office must disprove, is
a matter of the case and not reckoned here.

Why only the tax code moves the day (11/2026): for § 122 AO the Bundesfinanzhof applies § 108
Abs. 3 AO to it; for § 41 VwVfG the day is commonly kept, also on a Sunday. A Land's own law may
differ.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from model.expressions.evaluate import shifted
from model.language import Message, say
from model.play.calendar_holidays import rests

Delivery = Literal["", "general", "tax"]
FOURTH_DAY_SINCE = date(2025, 1, 1)


def made_known(sent: date, delivery: Delivery, land: str = "") -> tuple[date, tuple[Message, ...]]:
    """The day on which what was sent counts as made known, and why."""
    if not delivery:
        return sent, ()
    days = 4 if sent >= FOURTH_DAY_SINCE else 3
    day = shifted(sent, days, "day")
    steps = [say(f"reckoning.known.{delivery}.{days}", sent=sent, day=day)]
    if delivery == "tax" and rests(day, land):
        moved = next_open(day, land)
        steps.append(say("reckoning.known.moved", day=day, moved=moved))
        day = moved
    return day, tuple(steps)


def next_open(day: date, land: str) -> date:
    """The first day from this one on that is no Saturday, Sunday or holiday."""
    while rests(day, land) and day < date.max:
        day = shifted(day, 1, "day")
    return day
