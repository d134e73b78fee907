"""Finds services that do not say who is in charge."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Check, Found, Repair
from model.checks.reading import Reading
from model.records import End, Service, Step


def _find(view: Reading) -> Iterator[Found]:
    if view.begun and not view.service.office.strip():
        yield Found(view.service.id, {}, (Repair("give_office", opens="office"),))


NO_OFFICE = Check("no_office", "hint", (Service, Step, End), whole=_find, heeds=frozenset({"form"}))
