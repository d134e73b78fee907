"""Finds services that ask questions and know no provision at all."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Check, Found, Repair
from model.checks.reading import Reading
from model.records import Field, Norm


def _find(view: Reading) -> Iterator[Found]:
    if not view.lawless:
        return
    number = sum(field.field_kind != "label" for field in view.of(Field))
    if number:
        yield Found(view.service.id, {"n": number}, (Repair("cite", opens="norms"),))


SERVICE_WITHOUT_NORM = Check(
    "service_without_norm", "warning", (Norm, Field), whole=_find, heeds=frozenset({"field_kind"})
)
