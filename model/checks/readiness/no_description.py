"""Finds services that a portal cannot describe: neither a description nor FIM text modules."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Check, Found, Repair
from model.checks.reading import Reading
from model.records import DescriptionModule, End, Service, Step


def _find(view: Reading) -> Iterator[Found]:
    if not view.begun or view.service.description.strip():
        return
    if not any(module.text.strip() for module in view.of(DescriptionModule)):
        yield Found(view.service.id, {}, (Repair("give_description", opens="description"),))


NO_DESCRIPTION = Check(
    "no_description",
    "hint",
    (Service, DescriptionModule, Step, End),
    whole=_find,
    heeds=frozenset({"form", "text"}),
)
