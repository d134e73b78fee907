"""Is an imported service still what it was when it was read?

Why (11/2026): then the file's own text is the export, whatever a later program reads differently,
and a large file is not read again to find that out. In doubt the answer is no: then the source is
read and compared record by record.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from typing import Final

from model.document import Snapshot
from model.records import ForeignFile, Record

SEAL: Final = "seal"
"""The extra of a kept file that holds the digest of what was read from it."""


def sealed(file: ForeignFile, records: Iterable[Record]) -> ForeignFile:
    """The file with the digest of the records that were read from it, where they have one."""
    return file.with_extra(SEAL, _digest(records))


def is_untouched(view: Snapshot, file: ForeignFile) -> bool:
    """Do the records of the service, but for the file itself, still have the file's digest?"""
    seal = file.extra(SEAL)
    return bool(seal) and _digest(r for r in view if r.id != file.id) == seal


def _digest(records: Iterable[Record]) -> str:
    """What is left out when it is a default does not count: a later program may know more."""
    try:
        lines = sorted(
            record.__pydantic_serializer__.to_json(record, exclude_defaults=True)
            for record in records
        )
    except ValueError:  # half a character, which UTF-8 cannot say
        return ""
    return sha256(b"\n".join(lines)).hexdigest()
