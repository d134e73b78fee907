"""Which service do these bytes hold, and how much of it is whole?"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.language import say
from model.records import Record, Unknown
from model.storage.collector import collector_off
from model.storage.format import (
    FEATURES,
    FORMAT,
    MAX_FILE,
    MAX_LINE,
    MAX_LINES,
    NotReadable,
    sha256,
)
from model.storage.jsontext import plain_object
from model.storage.lines import Damaged, LineCache, decode
from model.storage.notes import DamagedLine, Note, damage, invisible
from model.storage.upgrades import upgraded
from model.storage.write import to_bytes


@dataclass(frozen=True, slots=True)
class Header:
    """The first line: format, version of the program that wrote it, and what a reader must
    understand.
    """

    format: int
    program: str = ""
    features: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """What a file holds. ``read_only``: it may be looked at and saved under another name, never
    overwritten.
    """

    records: tuple[Record, ...]
    notes: tuple[Note, ...]
    read_only: bool
    header: Header
    damaged: tuple[DamagedLine, ...] = ()


Numbered = tuple[int, bytes]


def from_bytes(data: bytes, name: str = "", *, lines: LineCache | None = None) -> Opened:
    """Open a file as far as possible. ``name`` is how people call it; ``lines`` then holds its
    lines for the next save.

    Raises:
        NotReadable: it is no Fachwerk file, too large, or says of one id two things.
    """
    _refuse_size(data, name)
    data = data.removeprefix(codecs.BOM_UTF8)
    rows = data.split(b"\n")
    if not rows[-1]:
        rows.pop()
    if len(rows) > MAX_LINES:
        raise _refusal("storage.too_many_lines", name, "ZU-VIELE-ZEILEN")
    head, ending = _header(rows[0]), _is_end(rows[-1])
    if head is None and not ending:
        raise _refusal("storage.not_a_service", name, "KEIN-FACHWERK")
    body = list(enumerate(rows, start=1))[1 : len(rows) - ending]
    damaged = [] if head else [DamagedLine(1, rows[0], "header")]
    header = head or Header(FORMAT)
    with collector_off():
        records, broken = _records(_of_today(body, header, name), name, lines)
    damaged += broken
    notes = [*_strangeness(header), *_end(data, rows, len(body)), *damage(damaged)]
    return Opened(
        records=tuple(records),
        notes=(*notes, *_kept(records), *invisible(records)),
        read_only=bool(notes),
        header=header,
        damaged=tuple(damaged),
    )


def repaired(opened: Opened) -> bytes:
    """A whole file of all that could be read; what was set aside stands in ``opened.damaged`` and
    is not in it.
    """
    return to_bytes(opened.records)


# --------------------------------------------------------------------------------- whole or not


def _refuse_size(data: bytes, name: str) -> None:
    if not data.strip():
        raise _refusal("storage.empty", name, "LEER")
    if len(data) > MAX_FILE:
        raise _refusal("storage.too_large", name, "ZU-GROSS")


def _header(row: bytes) -> Header | None:
    try:
        values = plain_object(row.decode())
    except ValueError:
        return None
    number, features = values.get("fachwerk"), values.get("features", [])
    if type(number) is not int or number < 1 or not isinstance(features, list):
        return None
    return Header(number, str(values.get("program", "")), tuple(map(str, features)))


def _is_end(row: bytes) -> bool:
    return row.startswith(b'{"end":')


def _end(data: bytes, rows: Sequence[bytes], number: int) -> Iterator[Note]:
    if not _is_end(rows[-1]):
        yield Note(say("storage.end_missing"))
        return
    before = b"\n".join([*rows[:-1], b""])
    told = {"end": number, "sha256": sha256(before)}
    if rows[-1] != json.dumps(told, separators=(",", ":")).encode() or not data.startswith(before):
        yield Note(say("storage.end_differs"))


def _strangeness(header: Header) -> Iterator[Note]:
    """What a newer program may have meant that this one cannot show."""
    if header.format > FORMAT:
        yield Note(say("storage.newer_format", program=header.program))
    if unknown := sorted(set(header.features) - FEATURES):
        yield Note(say("storage.unknown_features", features=", ".join(unknown)))


def _kept(records: Sequence[Record]) -> Iterator[Note]:
    if n := sum(isinstance(record, Unknown) for record in records):
        yield Note(say("storage.unknown_records", n=n))


# -------------------------------------------------------------------------------------- records


def _of_today(body: list[Numbered], header: Header, name: str) -> list[Numbered]:
    """The lines of an older format as lines of today's; numbers are of no use then."""
    if header.format >= FORMAT:
        return body
    try:
        rows = [plain_object(row.decode()) for _, row in body if row.strip()]
        rows = upgraded(rows, header.format, FORMAT)
    except (ValueError, KeyError) as error:
        raise _refusal("storage.upgrade_failed", name, "FORMAT") from error
    return [(0, json.dumps(row, separators=(",", ":")).encode()) for row in rows]


def _records(
    body: list[Numbered], name: str, lines: LineCache | None
) -> tuple[list[Record], list[DamagedLine]]:
    records: list[Record] = []
    damaged: list[DamagedLine] = []
    seen: dict[str, Numbered] = {}
    for number, row in body:
        if not row.strip():
            continue
        try:
            if len(row) > MAX_LINE:
                raise Damaged("too long")
            record = decode(row.rstrip(b"\r"), lines)
        except Damaged as error:
            damaged.append(DamagedLine(number, row, str(error)))
            continue
        if record.id in seen:
            damaged.append(_repeated(seen[record.id], (number, row), record.id, name))
            continue
        seen[record.id] = (number, row)
        records.append(record)
    return records, damaged


def _repeated(first: Numbered, second: Numbered, record_id: str, name: str) -> DamagedLine:
    """The same line twice loses nothing when one is set aside; two different ones cannot both be
    right.
    """
    if first[1] == second[1]:
        return DamagedLine(*second, f"repeats line {first[0]}")
    raise NotReadable(
        say("storage.id_twice", id=record_id, first=str(first[0]), second=str(second[0])),
        where=name,
        todo=say("storage.id_twice.todo"),
        code="ID-DOPPELT",
    )


def _refusal(key: str, name: str, code: str) -> NotReadable:
    return NotReadable(say(key, name=name), todo=say(f"{key}.todo"), code=code)
