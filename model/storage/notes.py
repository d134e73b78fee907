"""What should a person know about a file that was opened?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from model.language import Message, say
from model.records import Record

_NAMES = ("id", "name", "label", "short_name", "message_name")
_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence about the file, with the line or the record it is about (0 and "" = the whole
    file).
    """

    what: Message
    line: int = 0
    record: str = ""

    def __str__(self) -> str:
        return str(self.what)


@dataclass(frozen=True, slots=True)
class DamagedLine:
    """A line that was set aside: its number from 1, its bytes, and why it holds no record."""

    number: int
    line: bytes
    why: str


def damage(lines: Iterable[DamagedLine]) -> Iterator[Note]:
    """One note for each of the first damaged lines, one for all others."""
    found = list(lines)
    for one in found[:_SHOWN]:
        yield Note(say("storage.damaged_line", line=str(one.number)), one.number)
    if len(found) > _SHOWN:
        yield Note(say("storage.more_damaged_lines", n=len(found) - _SHOWN))


def invisible(records: Iterable[Record]) -> Iterator[Note]:
    """One note for each record whose name or id hides a character (control and format signs)."""
    for record in records:
        for name in _name_fields(type(record)):
            text: str = getattr(record, name)
            if not text.isprintable() and any(map(_hidden, text)):
                shown = "".join(_spelt(char) if _hidden(char) else char for char in text[:80])
                yield Note(say("storage.invisible", name=shown), record=record.id)
                break


@cache
def _name_fields(of: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in _NAMES if name in of.model_fields)


def _hidden(char: str) -> bool:
    """Names on a canvas may have several lines; everything else that is not seen is a trick or a
    slip.
    """
    return char not in "\n\r\t" and unicodedata.category(char) in ("Cc", "Cf", "Cs")


def _spelt(char: str) -> str:
    return f"\\u{ord(char):04x}"
