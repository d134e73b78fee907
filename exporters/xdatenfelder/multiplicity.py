"""How often is something answered, and how does the standard write that?

Anzahl "minimum:maximum". A choice of several answers is one question with us and a repeated field
there; what is asked only under a condition may be missing.
"""

from __future__ import annotations

import re

from exporters.xdatenfelder.parts import Part
from model.records import Field, FieldGroup

_ANZAHL = re.compile(r"(\d{1,9}):(\d{1,9}|\*)")


def anzahl(part: Part, *, in_choice: bool = False) -> str:
    """The multiplicity as the standard wants it: never 0:0 (1021), minimum <= maximum (1047), and
    0:1 in a group of which one part is chosen (1118).
    """
    if in_choice:
        return "0:1"
    minimum, maximum = bounds(part)
    if not part.sure:
        minimum = 0
    return f"{minimum}:{'*' if maximum is None else maximum}"


def bounds(part: Part) -> tuple[int, int | None]:
    """Minimum and maximum that the record itself asks for."""
    record = part.record
    if not isinstance(record, Field | FieldGroup):
        return 1, 1
    maximum = record.maximum
    if isinstance(record, Field) and record.choices == "many" and maximum == 1:
        maximum = None
    minimum = max(record.minimum, 0)
    if maximum is not None:
        maximum = max(maximum, minimum, 1)
    return minimum, maximum


def from_anzahl(text: str) -> tuple[int, int | None] | None:
    """Minimum and maximum of a written multiplicity, or None when it is none."""
    found = _ANZAHL.fullmatch(text)
    if found is None:
        return None
    return int(found[1]), None if found[2] == "*" else int(found[2])
