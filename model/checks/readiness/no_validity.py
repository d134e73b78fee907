"""Finds services of which nobody knows from when on they hold."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Check, Found, Repair
from model.checks.reading import Reading
from model.records import End, Service, Step


def _find(view: Reading) -> Iterator[Found]:
    if view.begun and view.service.valid_from is None:
        yield Found(view.service.id, {}, (Repair("give_day", opens="valid_from"),))


NO_VALIDITY = Check(
    "no_validity", "hint", (Service, Step, End), whole=_find, heeds=frozenset({"form"})
)
