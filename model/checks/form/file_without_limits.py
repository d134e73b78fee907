"""Finds uploads without allowed kinds of files or without a greatest size."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.document import Transaction
from model.records import Field

_TYPES = ("application/pdf", "image/jpeg", "image/png")
_TEN_MEGABYTES = 10_000_000


def _find(_view: Reading, field: Field) -> Iterable[Found]:
    if field.data_type != "file" or (field.media_types and field.max_size):
        return ()
    repair = Repair("usual_limits", partial(_limit, field=field.id))
    return (Found(field.id, {"name": called(field)}, (repair,)),)


def _limit(tx: Transaction, field: str) -> None:
    """What is not said yet: PDF and pictures, ten megabytes."""
    record = tx.the(field, Field)
    types, size = record.media_types or _TYPES, record.max_size or _TEN_MEGABYTES
    tx.alter(field, media_types=types, max_size=size)


FILE_WITHOUT_LIMITS = Check("file_without_limits", "hint", (Field,), record=_find)
