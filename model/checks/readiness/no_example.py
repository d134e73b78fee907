"""Finds services that were never tried with an invented applicant."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Check, Found
from model.checks.reading import Reading
from model.records import End, ExampleCase, Step


def _find(view: Reading) -> Iterator[Found]:
    if view.begun and not view.of(ExampleCase):
        yield Found(view.service.id, {})


NO_EXAMPLE = Check("no_example", "hint", (ExampleCase, Step, End), whole=_find)
