"""Finds uploads without allowed kinds of files or without a greatest size.

Several of them are one finding: schemas of older versions cannot say it at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.document import Transaction
from model.records import Field

_TYPES = ("application/pdf", "image/jpeg", "image/png")
_TEN_MEGABYTES = 10_000_000


def _find(view: Reading) -> Iterator[Found]:
    files = [field for field in view.of(Field) if field.data_type == "file"]
    open_ones = [field for field in files if not (field.media_types and field.max_size)]
    if not open_ones:
        return
    repair = Repair("usual_limits", partial(_limit, fields=tuple(f.id for f in open_ones)))
    first, number = open_ones[0], len(open_ones)
    values = {"name": called(first), "n": number, "all": len(files)}
    yield Found(first.id, values, (repair,), "together" if number > 1 else "")


def _limit(tx: Transaction, fields: tuple[str, ...]) -> None:
    """What is not said yet: PDF and pictures, ten megabytes."""
    for field in fields:
        record = tx.the(field, Field)
        types, size = record.media_types or _TYPES, record.max_size or _TEN_MEGABYTES
        tx.alter(field, media_types=types, max_size=size)


FILE_WITHOUT_LIMITS = Check("file_without_limits", "hint", (Field,), whole=_find)
