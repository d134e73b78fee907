"""When does a deadline pass in a case?

A deadline ends with its last day (``calendar``), so its moment is one minute to midnight: whoever
lets 14 days pass stands at the end of the fourteenth. Hours are counted to the minute, because in a
case, other than in the model, there is a clock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from model.document.queries import Queries
from model.play.calendar import due, start_day
from model.play.state import Trace
from model.records import Deadline, Node

LAST_MINUTE = time(23, 59)


@dataclass(frozen=True, slots=True)
class World:
    """What a walk is told from outside: whose holidays count (``land``, see calendar; "" = all of
    Germany), and where a called service is found by its key (None = a stand-in does its part).
    """

    land: str = ""
    service: Callable[[str], Queries | None] | None = None


PLAIN = World()


def at_moment(when: date | datetime) -> datetime:
    """A day as the moment at which it begins."""
    return when if isinstance(when, datetime) else datetime.combine(when, time())


def end_of(day: date) -> datetime:
    """A day as the moment at which it is over."""
    return datetime.combine(day, LAST_MINUTE)


def passes(
    view: Queries,
    deadline: Deadline,
    since: datetime,
    answers: Mapping[str, Any],
    trace: Trace,
    world: World,
) -> datetime | None:
    """When a deadline passes that starts now, or with what it names; None when it has no length."""
    begun = start_day(view, deadline, answers) or _done(view, deadline, trace) or since
    if deadline.unit == "hour" and deadline.length is not None:
        return at_moment(begun) + timedelta(hours=deadline.length)
    day = begun.date() if isinstance(begun, datetime) else begun
    found = due(deadline, day, world.land)
    return end_of(found.end) if found is not None else None


def _done(view: Queries, deadline: Deadline, trace: Trace) -> datetime | None:
    """When the node was last done with which the deadline starts."""
    node = view.get(deadline.starts_with, Node)
    if node is None:
        return None
    moments = [h.moment for h in trace if h.node == node.id and h.kind == "done"]
    return moments[-1] if moments else None
