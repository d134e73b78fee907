"""How is a deadline said in ISO 8601, and read back?"""

from __future__ import annotations

import re
from typing import Final, Literal

from model.records import Deadline

Unit = Literal["hour", "day", "workday", "week", "month", "year"]

_LETTER: Final[dict[str, str]] = {"day": "D", "workday": "D", "month": "M", "year": "Y"}
_SHAPE: Final = re.compile(r"P(?:(\d{1,6})([DWMY])|T(\d{1,6})H)")
_UNIT: Final[dict[str, Unit]] = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def iso_duration(deadline: Deadline | None) -> str:
    """``P14D`` for 14 days; weeks are written as days, which every engine reads. "" when no length
    is given.
    """
    if deadline is None or deadline.length is None:
        return ""
    if deadline.unit == "hour":
        return f"PT{deadline.length}H"
    if deadline.unit == "week":
        return f"P{deadline.length * 7}D"
    return f"P{deadline.length}{_LETTER[deadline.unit]}"


def read_duration(text: str) -> tuple[int, Unit] | None:
    """Length and unit of a duration with a single part; None for everything else."""
    found = _SHAPE.fullmatch(text.strip())
    if found is None:
        return None
    if found[3]:
        return int(found[3]), "hour"
    return int(found[1]), _UNIT[found[2]]
