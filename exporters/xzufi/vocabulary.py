"""Which words does XZuFi use? All of them are inferred from how the portal speaks of a Leistung."""

from __future__ import annotations

from typing import Final

NS: Final = "http://xoev.de/schemata/xzufi/2_2_0"
PREFIX: Final = "xzufi"
VERSION: Final = "2.2.0"
MEDIA_TYPE: Final = "application/xml"

MODULES: Final = frozenset("02 03 05 06 07 08 09 11 14 15 16 18 22 23 24 25".split())
"""Codes of text modules in the LeiKa list."""

UNITS: Final = {
    "hour": "STUNDE",
    "day": "TAG",
    "workday": "WERKTAG",
    "week": "WOCHE",
    "month": "MONAT",
    "year": "JAHR",
}


def q(name: str) -> str:
    """The full name of an element."""
    return f"{{{NS}}}{name}"
