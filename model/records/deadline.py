"""Until when?"""

from __future__ import annotations

from typing import Literal

from model.records.base import Child, Ref


class Deadline(Child):
    """A period with a legal or organisational effect (Frist).

    ``parent`` is the step, timer or service it belongs to.

    ``length`` in ``unit`` counts from ``starts`` (free text) or the event of the record
    ``starts_with`` (§§ 187 to 193 BGB, § 31 VwVfG). ``effect`` says what follows when it passes.
    ``counting``: the day of the event is left out, or the first day is one of the period (§ 187
    BGB). ``delivery``: the event is a letter that counts as made known days after its posting
    (general: § 41 Abs. 2 VwVfG, tax: § 122 Abs. 2 AO). ``weekend``: an end on a Saturday, Sunday or
    holiday moves on (§ 193 BGB, § 31 Abs. 3 Satz 1 VwVfG) or stays (Satz 2, Abs. 4, 5).
    """

    kind: Literal["deadline"] = "deadline"
    name: str = ""
    length: int | None = None
    unit: Literal["hour", "day", "workday", "week", "month", "year"] = "day"
    starts: str = ""
    starts_with: Ref = ""
    effect: str = ""
    counting: Literal["event", "begin"] = "event"
    delivery: Literal["", "general", "tax"] = ""
    weekend: Literal["moves", "stays"] = "moves"
