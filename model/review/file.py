"""Which bytes are a review?

JSON lines like the file of a service: a header that says what was reviewed, one record a line, and
a last line with the digest of everything before. Each line is checked before anything is believed.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from model.errors import FachwerkError
from model.language import say
from model.review.records import REVIEW_KINDS, Review, ReviewRecord, ReviewRemark
from model.storage.format import PROGRAM, sha256
from model.storage.jsontext import plain_object

ENDING = ".pruefung"
FORMAT = 1
MAX_FILE = 8_000_000
MAX_RECORDS = 20_000
MAX_LINE = 2_000_000


class BadReview(FachwerkError):
    """The file is no review, or not as it was written."""


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """What a file of a review holds."""

    records: tuple[ReviewRecord, ...]
    digest: str

    @property
    def heads(self) -> list[Review]:
        """One for each reviewer."""
        return [record for record in self.records if isinstance(record, Review)]

    @property
    def remarks(self) -> list[ReviewRemark]:
        """All remarks."""
        return [record for record in self.records if isinstance(record, ReviewRemark)]


def write_review(records: Iterable[ReviewRecord], *, program: str = PROGRAM) -> bytes:
    """The file of a review. Same records, same bytes.

    Raises:
        BadReview: it would be larger than what is read back.
    """
    ordered = sorted(records, key=lambda record: (record.kind, record.id))
    rows = [_line({"pruefung": FORMAT, "program": program})]
    rows += [_line(record.model_dump(mode="json")) for record in ordered]
    body = b"\n".join([*rows, b""])
    if len(body) > MAX_FILE - 200 or len(ordered) > MAX_RECORDS:
        raise BadReview(say("review.file.too_large"), code="PRUEFUNG-GROSS")
    return body + _line({"end": len(ordered), "sha256": sha256(body)}) + b"\n"


def read_review(data: bytes, name: str = "") -> ReviewFile:
    """The review in a file.

    Raises:
        BadReview: it is none, it was changed, or it is too large.
    """
    if len(data) > MAX_FILE:
        raise _bad("too_large", name, "PRUEFUNG-GROSS")
    rows = data.split(b"\n")
    if len(rows) > MAX_RECORDS + 3:
        raise _bad("too_large", name, "PRUEFUNG-GROSS")
    _head(rows[0], name)
    body, last = _parted(data, rows, name)
    records = _records(rows[1:-2], name)
    if last != {"end": len(records), "sha256": sha256(body)}:
        raise _bad("changed", name, "PRUEFUNG-VERAENDERT")
    return ReviewFile(tuple(records), str(last["sha256"]))


def _head(row: bytes, name: str) -> None:
    number = _object(row).get("pruefung")
    if type(number) is not int or number < 1:
        raise _bad("none", name, "KEINE-PRUEFUNG")
    if number > FORMAT:
        raise _bad("newer", name, "PRUEFUNG-NEUER")


def _parted(data: bytes, rows: Sequence[bytes], name: str) -> tuple[bytes, dict[str, Any]]:
    """What the digest covers, and the last line."""
    if len(rows) < 3 or rows[-1]:
        raise _bad("cut", name, "PRUEFUNG-UNVOLLSTAENDIG")
    last = _object(rows[-2])
    if "end" not in last:
        raise _bad("cut", name, "PRUEFUNG-UNVOLLSTAENDIG")
    return data[: len(data) - len(rows[-2]) - 1], last


def _records(rows: Sequence[bytes], name: str) -> list[ReviewRecord]:
    found: dict[str, ReviewRecord] = {}
    for number, row in enumerate(rows, start=2):
        record = _record(row)
        if record is None or record.id in found:
            raise BadReview(
                say("review.file.line", n=number),
                where=name,
                todo=say("review.file.todo"),
                code="PRUEFUNG-ZEILE",
            )
        found[record.id] = record
    return list(found.values())


def _record(row: bytes) -> ReviewRecord | None:
    if len(row) > MAX_LINE:
        return None
    values = _object(row)
    kind = REVIEW_KINDS.get(str(values.get("kind")))
    if kind is None:
        return None
    try:
        return kind.model_validate_json(row)
    except ValidationError:
        return None


def _object(row: bytes) -> dict[str, Any]:
    """The object on a line; an empty one when there is none."""
    try:
        return plain_object(row.decode())
    except ValueError:
        return {}


def _line(values: dict[str, Any]) -> bytes:
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return unicodedata.normalize("NFC", text).encode("utf-8", "replace")


def _bad(key: str, name: str, code: str) -> BadReview:
    return BadReview(say(f"review.file.{key}"), where=name, todo=say("review.file.todo"), code=code)
