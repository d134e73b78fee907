"""On which days does an office of this Land rest?

Why a library (11/2026): the Länder change their holidays by law (Reformationstag in the north 2018,
Frauentag 2019 and 2023, Weltkindertag 2019), and once-only days exist (8 May 2020 in Berlin).
Why places beside the Länder: some holidays hold in a part of a Land only. A clerk picks the place.
Outside KNOWN only Saturdays and Sundays rest: nobody knows the law of other years.
"""

from __future__ import annotations

from datetime import date
from functools import cache

KNOWN = range(1991, 2100)
"""The years whose holidays are reckoned with: from the first full one of the sixteen Länder."""

_PLACES: dict[str, tuple[str, tuple[str, ...]]] = {
    **{
        land: (land, ("public",))
        for land in "BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH".split()
    },
    "BY-catholic": ("BY", ("public", "catholic")),
    "BY-Augsburg": ("Augsburg", ("public",)),
    "SN-catholic": ("SN", ("public", "catholic")),
    "TH-catholic": ("TH", ("public", "catholic")),
}
LANDS: tuple[str, ...] = tuple(_PLACES)
"""Codes of the Länder (ISO 3166-2 without "DE-"), and of places with holidays of their own."""


def holiday_name(day: date, land: str = "") -> str:
    """The German name of the holiday on this day, or "".

    ``land`` "" or unknown: only the holidays of all Germany.
    """
    if day.year not in KNOWN:
        return ""
    return _year(day.year, land if land in _PLACES else "").get(day, "")


def rests(day: date, land: str = "") -> bool:
    """Whether the day is a Saturday, a Sunday or a holiday (§ 193 BGB, § 31 Abs. 3 VwVfG)."""
    return day.weekday() >= 5 or bool(holiday_name(day, land))


@cache
def _year(year: int, land: str) -> dict[date, str]:
    import holidays  # some 0.2 s: wakes with the first deadline that is reckoned

    place, categories = _PLACES.get(land, (None, ("public",)))
    found = holidays.country_holidays(
        "DE", subdiv=place, years=year, categories=categories, language="de", expand=False
    )
    return dict(found)
