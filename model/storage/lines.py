"""Which line of a file is a record, and which record is a line?"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable

from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from model.errors import FachwerkError
from model.language import say
from model.records import KINDS, Record, Unknown
from model.storage.format import MAX_LINE, NotWritable, sha256
from model.storage.jsontext import (
    fields_of,
    object_of,
    plain_object,
    refuse_repeated_names,
    with_fields,
)

FOREIGN = "json:"
"""Extras with this prefix are fields of a newer format: written back as fields, with the text they
had.
"""

_KIND_FIRST = re.compile(rb'\{"kind":"([a-z_]+)"')
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_MANY_PARTS = 50


class Damaged(ValueError):
    """A line that holds no record; the text says why, for people who look into files."""


class LineCache:
    """Keeps the line of each record that was written or read, so that the next save turns only
    changed records into text.

    By identity: a record is immutable, and the cache holds it, so its ``id()`` cannot be taken by
    another. It never holds more than the records of the last save or load.
    """

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Record, bytes]] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def keep(self, record: Record, line: bytes) -> None:
        self._kept[id(record)] = (record, line)

    def lines(self, records: Iterable[Record]) -> list[bytes]:
        """The lines of these records; afterwards exactly these are kept."""
        kept: dict[int, tuple[Record, bytes]] = {}
        found: list[bytes] = []
        for record in records:
            known = self._kept.get(id(record)) or (record, encode(record))
            kept[id(record)] = known
            found.append(known[1])
        self._kept = kept
        return found


def file_kind(record: Record) -> str:
    """The kind that stands in the file; that of a newer program's record is unknown here."""
    if isinstance(record, Unknown):
        return _kind(record.line.encode("utf-8", "replace"))
    return record.kind


# ------------------------------------------------------------------------------------ to a line


def encode(record: Record) -> bytes:
    """The line of a record, without its line break.

    Raises:
        NotWritable: it is too long, or nested too deeply to be read again.
    """
    if isinstance(record, Unknown):
        line = record.line.replace("\n", " ").encode()
    else:
        own, foreign = _parted(record)
        line = _in_nfc(_written(own))
        if foreign:
            line = with_fields(line, foreign)
    if len(line) > MAX_LINE:
        raise NotWritable(say("storage.line_too_long"), where=record.id, code="ZEILE-ZU-LANG")
    if line.count(b"{") > _MANY_PARTS:
        _refuse_unreadable(record, line)
    return line


def _written(record: Record) -> bytes:
    try:
        return record.__pydantic_serializer__.to_json(record)
    except PydanticSerializationError:
        pass
    # Half a character (a lone surrogate, as a broken clipboard may hand it over) has no
    # spelling in UTF-8.
    try:
        text = json.dumps(
            record.model_dump(), default=str, ensure_ascii=False, separators=(",", ":")
        )
    except (ValueError, RecursionError) as error:
        raise _too_deep(record) from error
    return _SURROGATE.sub("\ufffd", text).encode()


def _in_nfc(line: bytes) -> bytes:
    if line.isascii():
        return line
    text = line.decode()
    if unicodedata.is_normalized("NFC", text):
        return line
    return _NOT_ASCII.sub(_escape, text).encode("ascii")


def _escape(found: re.Match[str]) -> str:
    return json.dumps(found.group())[1:-1]


def _parted(record: Record) -> tuple[Record, list[tuple[str, str]]]:
    """The record without the fields of a newer format that stand last among its extras, and these
    fields.
    """
    cut, foreign = len(record.extras), dict[str, str]()
    for name, text in reversed(record.extras):
        field = name.removeprefix(FOREIGN)
        if field == name or field in foreign or not _can_be_field(record, field, text):
            break
        foreign[field] = text
        cut -= 1
    if not foreign:
        return record, []
    return record.replaced(extras=record.extras[:cut]), list(reversed(foreign.items()))


def _can_be_field(record: Record, field: str, text: str) -> bool:
    """Would a reader find exactly this field again? (A foreign file may have used our prefix by
    chance.)
    """
    if not field or field in type(record).model_fields or _SURROGATE.search(field + text):
        return False
    try:
        refuse_repeated_names(text)
        return "\n" not in text and fields_of(object_of([(field, text)])) == [(field, text)]
    except ValueError:
        return False


def _refuse_unreadable(record: Record, line: bytes) -> None:
    try:
        decode(line)
    except Damaged as error:
        raise _too_deep(record) from error


def _too_deep(record: Record) -> FachwerkError:
    return NotWritable(
        say("storage.too_deep"),
        where=record.id,
        todo=say("storage.too_deep.todo"),
        code="ZU-TIEF",
    )


# ---------------------------------------------------------------------------------- from a line


def decode(line: bytes, cache: LineCache | None = None) -> Record:
    """The record of a line. An unknown kind becomes an ``Unknown``; unknown fields become extras.

    With a ``cache`` a line that stands as this program writes it is kept there.

    Raises:
        Damaged: it holds no record, or says one thing twice.
    """
    try:
        record, as_written = _decoded(line)
    except Damaged:
        raise
    except (ValueError, RecursionError) as error:
        raise Damaged(_reason(error)) from error
    if cache is not None and as_written:
        cache.keep(record, line)
    return record


def _decoded(line: bytes) -> tuple[Record, bool]:
    cls = KINDS.get(_kind(line))
    if cls is None:
        return _of_newer_program(line), True
    try:
        record: Record = cls.__pydantic_validator__.validate_json(line)
    except ValidationError as error:
        return _with_foreign_fields(cls, line.decode(), error), False
    if record.__pydantic_serializer__.to_json(record) != line:
        refuse_repeated_names(line.decode())
        return record, False
    return record, line.isascii() or unicodedata.is_normalized("NFC", line.decode())


def _kind(line: bytes) -> str:
    found = _KIND_FIRST.match(line)
    if found:
        return found.group(1).decode()
    try:
        kind = plain_object(line.decode()).get("kind")
    except ValueError as error:
        raise Damaged(_reason(error)) from error
    if not isinstance(kind, str):
        raise Damaged("no kind")
    return kind


def _of_newer_program(line: bytes) -> Unknown:
    text = line.decode()
    fields = plain_object(text)
    record_id = fields.get("id")
    if (
        not isinstance(record_id, str)
        or not 0 < len(record_id) <= 1000
        or _SURROGATE.search(record_id)
    ):
        record_id = "unknown-" + sha256(line)[:16]
    return Unknown(id=record_id, line=text)


def _with_foreign_fields(cls: type[Record], text: str, error: ValidationError) -> Record:
    found = error.errors(include_url=False, include_context=False, include_input=False)
    if not all(e["type"] == "extra_forbidden" and len(e["loc"]) == 1 for e in found):
        raise Damaged(_reason(error))
    refuse_repeated_names(text)
    fields = fields_of(text)
    own = [field for field in fields if field[0] in cls.model_fields]
    foreign = [(FOREIGN + name, text) for name, text in fields if name not in cls.model_fields]
    record: Record = cls.__pydantic_validator__.validate_json(object_of(own))
    return record.replaced(extras=(*record.extras, *foreign))


def _reason(error: BaseException) -> str:
    """Why, in a few words: the field and what is said of it; no content of the file."""
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        return ": ".join(part for part in (".".join(map(str, first["loc"])), first["msg"]) if part)
    return str(error) or type(error).__name__
