"""Which bytes of the clipboard are a copy of elements?

A header line, then one record a line as storage writes it: first what was copied, then what is
only named by it. What lies in the clipboard may come from anywhere; it is read as a hostile file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from model.commands import Clip
from model.errors import FachwerkError
from model.language import say
from model.records import Record
from model.storage import PROGRAM
from model.storage.jsontext import plain_object
from model.storage.lines import Damaged, decode, encode

MIME = "application/x-fachwerk-clip"
FORMAT = 1
LARGEST = 60_000_000
_MARK = "fachwerk-clip"


def pack(copied: Clip) -> bytes:
    """The bytes of a copy."""
    head = {
        _MARK: FORMAT,
        "program": PROGRAM,
        "roots": list(copied.roots),
        "records": len(copied.records),
    }
    first = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    return b"\n".join([first, *map(encode, (*copied.records, *copied.beside)), b""])


def unpack(data: bytes) -> Clip:
    """The copy that bytes hold.

    Raises:
        FachwerkError: they are damaged, too many, or of a newer program.
    """
    if len(data) > LARGEST:
        raise _refusal("clip.too_large")
    first, *lines = data.split(b"\n")
    head = _head(first)
    try:
        records = tuple(decode(line) for line in lines if line.strip())
    except (Damaged, RecursionError) as error:
        raise _refusal("clip.damaged") from error
    number, roots = head.get("records"), head.get("roots")
    if not isinstance(number, int) or not 0 <= number <= len(records):
        raise _refusal("clip.damaged")
    own, beside = records[:number], records[number:]
    return Clip(_known(roots, own), own, beside)


def _head(line: bytes) -> dict[str, object]:
    try:
        head = plain_object(line.decode())
    except ValueError as error:
        raise _refusal("clip.damaged") from error
    written = head.get(_MARK)
    if not isinstance(written, int) or written < 1:
        raise _refusal("clip.damaged")
    if written > FORMAT:
        raise _refusal("clip.newer")
    return head


def _known(roots: object, records: Iterable[Record]) -> tuple[str, ...]:
    ids = {record.id for record in records}
    named = roots if isinstance(roots, list) else []
    if not all(isinstance(one, str) and one in ids for one in named):
        raise _refusal("clip.damaged")
    return tuple(dict.fromkeys(named))


def _refusal(key: str) -> FachwerkError:
    return FachwerkError(say(key), todo=say(f"{key}.todo"))
