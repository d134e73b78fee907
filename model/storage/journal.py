"""How is one change written down so that it survives the end of the program?

A journal is lines of ``crc32 (8 hex digits), a space, JSON, line break``: first a header, then
ChangeSets and points, each with the number of the line before plus one. Reading ends at the first
line that is torn, altered or out of order; nothing after it is believed. A point says: from here on
the file on the disk has this hash.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from model.document import Change, ChangeSet
from model.errors import FachwerkError
from model.language import Message, say
from model.records import Record
from model.storage.format import FORMAT
from model.storage.jsontext import plain_object
from model.storage.lines import Damaged, decode, encode

JOURNAL: Final = 1
"""Format of the journal; another one is left for the program that wrote it."""


class DamagedJournal(FachwerkError):
    """Not even the header of a journal can be read, or another program wrote it."""


@dataclass(frozen=True, slots=True)
class JournalHeader:
    """Whose journal it is: ``session`` is its own id, ``path`` the person's file ("" = unnamed),
    ``base`` the hash of the bytes the changes start from.
    """

    session: str
    base: str
    path: str = ""
    title: str = ""
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Point:
    """Before this line was written, all changes so far were handed to a save; the file then had
    this hash.
    """

    sha256: str


Entry = ChangeSet | Point


@dataclass(frozen=True, slots=True)
class Journal:
    """What could be read. ``whole`` is False when the end was torn or altered and left out."""

    header: JournalHeader
    entries: tuple[Entry, ...]
    whole: bool

    @property
    def changesets(self) -> tuple[ChangeSet, ...]:
        return tuple(entry for entry in self.entries if isinstance(entry, ChangeSet))

    @property
    def hashes(self) -> frozenset[str]:
        """Every hash the person's file may have had by our own doing."""
        points = (entry.sha256 for entry in self.entries if isinstance(entry, Point))
        return frozenset([self.header.base, *points])

    def after(self, sha256: str) -> tuple[ChangeSet, ...] | None:
        """The changes that bytes with this hash do not hold yet; None: the bytes are not ours."""
        for at in reversed(range(len(self.entries))):
            entry = self.entries[at]
            if isinstance(entry, Point) and entry.sha256 == sha256:
                rest = self.entries[at:]
                return tuple(entry for entry in rest if isinstance(entry, ChangeSet))
        return self.changesets if self.header.base == sha256 else None


# ------------------------------------------------------------------------------------- to lines


def encode_header(header: JournalHeader) -> bytes:
    """The first line of a journal."""
    return _line(
        {
            "journal": JOURNAL,
            "seq": 0,
            "session": header.session,
            "base": header.base,
            "path": header.path,
            "title": header.title,
            "format": header.format,
        }
    )


def encode_entry(entry: Entry, seq: int) -> bytes:
    """One line: a ChangeSet or a point.

    Raises:
        NotWritable: a record in it cannot be written.
    """
    if isinstance(entry, Point):
        return _line({"seq": seq, "point": entry.sha256})
    values = {name: _plain(value) for name, value in entry.label.values.items()}
    changes = [[_side(change.before), _side(change.after)] for change in entry.changes]
    label = {"key": entry.label.key, "values": values}
    return _line({"seq": seq, "label": label, "origin": entry.origin, "changes": changes})


def encode_lines(header: JournalHeader, entries: Iterable[Entry] = ()) -> bytes:
    """A whole journal."""
    numbered = enumerate(entries, start=1)
    return encode_header(header) + b"".join(encode_entry(entry, seq) for seq, entry in numbered)


def _line(values: dict[str, Any]) -> bytes:
    text = json.dumps(values, ensure_ascii=True, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(text), text)


def _side(record: Record | None) -> str | None:
    return None if record is None else encode(record).decode()


def _plain(value: Any) -> int | str:
    """Whole numbers stay numbers, because they choose the plural."""
    return value if isinstance(value, int) else str(value)


# ----------------------------------------------------------------------------------- from lines


def decode_lines(data: bytes) -> Journal:
    """Read as far as every line is whole and in order.

    Raises:
        DamagedJournal: the header is not there, or of another format.
    """
    lines = list(_whole_lines(data))
    header = _header(lines[0]) if lines else None
    if header is None:
        raise DamagedJournal(
            say("storage.journal_damaged"), todo=say("storage.journal_damaged.todo"), code="JOURNAL"
        )
    entries: list[Entry] = []
    for values in lines[1:]:
        entry = _entry(values, seq=len(entries) + 1)
        if entry is None:
            break
        entries.append(entry)
    whole = data.endswith(b"\n") and len(entries) + 1 == data.count(b"\n")
    return Journal(header, tuple(entries), whole=whole)


def _whole_lines(data: bytes) -> Iterator[dict[str, Any]]:
    *rows, _torn = data.split(b"\n")
    for row in rows:
        text = row[9:]
        # The crc of nothing is zero, so a tail of zeros could fit an empty text: it is refused.
        if not text or row[:9] != b"%08x " % zlib.crc32(text):
            return
        try:
            yield plain_object(text.decode())
        except ValueError:
            return


def _header(values: dict[str, Any]) -> JournalHeader | None:
    names = ("session", "base", "path", "title")
    if values.get("journal") != JOURNAL or values.get("seq") != 0:
        return None
    if not all(isinstance(values.get(name), str) for name in names):
        return None
    if type(values.get("format")) is not int:
        return None
    return JournalHeader(**{name: values[name] for name in (*names, "format")})


def _entry(values: dict[str, Any], seq: int) -> Entry | None:
    if values.get("seq") != seq:
        return None
    try:
        if "point" in values:
            return Point(str(values["point"]))
        label = Message(str(values["label"]["key"]), dict(values["label"]["values"]))
        changes = tuple(_change(*sides) for sides in values["changes"])
        return ChangeSet(label, changes, str(values["origin"]))
    except (Damaged, KeyError, TypeError, ValueError):
        return None


def _change(before: str | None, after: str | None) -> Change:
    if before is None and after is None:
        raise ValueError("a change of nothing")
    return Change(
        None if before is None else decode(before.encode()),
        None if after is None else decode(after.encode()),
    )
