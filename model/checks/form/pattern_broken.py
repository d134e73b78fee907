"""Finds patterns that are none: every answer would be refused, or none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.document import Transaction
from model.records import Field


def _find(_view: Reading, field: Field) -> Iterable[Found]:
    if not field.pattern:
        return ()
    try:
        re.compile(field.pattern)
    except (re.error, OverflowError, RecursionError):
        repair = Repair("drop_pattern", partial(_drop, field=field.id))
        return (Found(field.id, {"name": called(field)}, (repair,)),)
    return ()


def _drop(tx: Transaction, field: str) -> None:
    tx.alter(field, pattern="")


PATTERN_BROKEN = Check("pattern_broken", "error", (Field,), record=_find)
