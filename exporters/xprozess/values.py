"""How are versions and moments written in XProzess, and how here?"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

_THREE: Final = re.compile(r"(\d{1,4})\.(\d{1,4})\.(\d{1,4})")
_DAY: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:T(\d{2}))?")
_EVENING: Final = ("22", "23")
NO_DAY: Final = "1980-01-01"
"""Stands for "never" where the service bears no date; never the clock."""


def own_version(version: str) -> str:
    """ "01.00.00" is our "1.0.0"; anything else stays as it is.

    >>> own_version("01.02.00")
    '1.2.0'
    """
    found = _THREE.fullmatch(version)
    return ".".join(str(int(part)) for part in found.groups()) if found else version


def their_version(version: str) -> str:
    """ "1.0.0" is "01.00.00" there."""
    found = _THREE.fullmatch(version)
    return ".".join(f"{int(part):02d}" for part in found.groups()) if found else version


def day_of(moment: str) -> date | None:
    """The day meant by a moment. Editors write midnight of German time as the evening before in
    UTC; that is the next day.
    """
    found = _DAY.match(moment)
    if found is None:
        return None
    try:
        day = date.fromisoformat(found[1])
        late = found[2] in _EVENING and moment.endswith("Z")
        return day + timedelta(days=1) if late else day
    except (ValueError, OverflowError):
        return None
