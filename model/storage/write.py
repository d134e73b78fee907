"""Which bytes are a service?"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from model.language import say
from model.records import Placement, Record, Remark
from model.storage.format import FORMAT, MAX_FILE, MAX_LINES, PROGRAM, NotWritable, sha256
from model.storage.lines import LineCache, encode, file_kind


def to_bytes(
    records: Iterable[Record], *, lines: LineCache | None = None, program: str = PROGRAM
) -> bytes:
    """The whole file of a snapshot (or of records with different ids). Same records, same bytes.

    Raises:
        NotWritable: it would be larger than what is read back.
    """
    ordered = in_file_order(records)
    cache = lines if lines is not None else LineCache()
    head = {"fachwerk": FORMAT, "program": program, "features": []}
    body = b"\n".join([_compact(head), *cache.lines(ordered), b""])
    last = _compact({"end": len(ordered), "sha256": sha256(body)})
    if len(body) + len(last) >= MAX_FILE or len(ordered) + 2 > MAX_LINES:
        raise NotWritable(say("storage.service_too_large"), code="ZU-GROSS")
    return body + last + b"\n"


def in_file_order(records: Iterable[Record]) -> list[Record]:
    """Records as they stand in the file: by kind, then by id."""
    ordered = sorted(records, key=lambda record: (file_kind(record), record.id))
    if len({record.id for record in ordered}) != len(ordered):
        raise ValueError("two records have the same id")
    return ordered


def content_hash(records: Iterable[Record]) -> str:
    """The fingerprint of what a service says: neither of how it is drawn nor of what readers
    remarked.
    """
    digest = hashlib.sha256()
    for record in in_file_order(records):
        if not isinstance(record, Placement | Remark):
            digest.update(encode(record) + b"\n")
    return digest.hexdigest()


def _compact(values: dict[str, object]) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()
