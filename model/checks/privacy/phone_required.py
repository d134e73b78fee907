"""Finds telephone numbers that must be given: the office reaches people without."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.commands import set_required
from model.records import Field


def _find(_view: Reading, field: Field) -> Iterable[Found]:
    if field.layout != "phone" or not field.required:
        return ()
    repair = Repair("make_optional", partial(set_required, field=field.id, required=False))
    return (Found(field.id, {"name": called(field)}, (repair,)),)


PHONE_REQUIRED = Check("phone_required", "hint", (Field,), record=_find)
