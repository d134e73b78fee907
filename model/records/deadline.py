"""Until when?"""

from __future__ import annotations

from typing import Literal

from model.records.base import Child, Ref


class Deadline(Child):
    """A period with a legal or organisational effect (Frist).

    ``parent`` is the step, timer or service it belongs to.

    ``length`` in ``unit`` counts from ``starts`` (free text) or the event of the record
    ``starts_with`` (§§ 187 to 193 BGB, § 31 VwVfG). ``effect`` says what follows when it passes.
    """

    kind: Literal["deadline"] = "deadline"
    name: str = ""
    length: int | None = None
    unit: Literal["hour", "day", "workday", "week", "month", "year"] = "day"
    starts: str = ""
    starts_with: Ref = ""
    effect: str = ""
