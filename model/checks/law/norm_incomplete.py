"""Finds provisions that nobody can look up: no law, or no place in it.

A reference to something else than a law (a data model, a list) has no place to be named.
"""

from __future__ import annotations

from collections.abc import Iterable

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.records import Norm


def _find(_view: Reading, norm: Norm) -> Iterable[Found]:
    placed = norm.paragraph.strip() or norm.level == "other"
    slot = "law" if not norm.law.strip() else "paragraph" if not placed else ""
    if not slot:
        return ()
    name = called(norm)
    return (Found(norm.id, {"name": name}, (Repair(f"give_{slot}", opens=slot),), slot),)


NORM_INCOMPLETE = Check("norm_incomplete", "warning", (Norm,), record=_find)
