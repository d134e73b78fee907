"""What could an export not say, and what did it say differently?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from model.language import Message

Kind = Literal["lost", "substituted", "hint", "failed"]
"""lost = not in the output; substituted = said in another way; hint = worth knowing; failed = the
output must not be used.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One remark of a writer about one record ("" = about several, or about the whole export).

    ``code`` is the number of a gate or an official rule. ``records`` are the ids of all records
    that it is about. A line that gathers several remarks (``exporters.causes``) keeps them, each
    with its own record and words, in ``parts``.
    """

    kind: Kind
    record: str
    message: Message
    code: str = ""
    parts: tuple[Entry, ...] = ()

    @property
    def records(self) -> tuple[str, ...]:
        """Every record the remark is about, once, in the order they were told."""
        if self.parts:
            return tuple(dict.fromkeys(r for part in self.parts for r in part.records))
        return (self.record,) if self.record else ()


class ExportReport:
    """Collects what the writers of one export have to say; equal remarks are kept once, in the
    order they came.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: dict[tuple[str, str, str, str], Entry] = {}
        self.extend(entries)

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._entries.values())

    def lost(self, record: str, message: Message, code: str = "") -> None:
        """This fact is not in the output."""
        self.add(Entry("lost", record, message, code))

    def substituted(self, record: str, message: Message, code: str = "") -> None:
        """This fact is in the output, but said in another way."""
        self.add(Entry("substituted", record, message, code))

    def hint(self, record: str, message: Message, code: str = "") -> None:
        """Nothing is missing; a person should know this all the same."""
        self.add(Entry("hint", record, message, code))

    def failed(self, record: str, message: Message, code: str = "") -> None:
        """The output breaks a rule of its platform and must not be used."""
        self.add(Entry("failed", record, message, code))

    def add(self, entry: Entry) -> None:
        key = (entry.kind, entry.record, entry.code, f"{entry.message.key}{entry.message.values}")
        self._entries.setdefault(key, entry)

    def extend(self, entries: Iterable[Entry]) -> None:
        """Take over the remarks of another writer."""
        for entry in entries:
            self.add(entry)

    def of(self, kind: Kind) -> tuple[Entry, ...]:
        """Only the remarks of one kind."""
        return tuple(entry for entry in self.entries if entry.kind == kind)

    @property
    def blocked(self) -> bool:
        """True when the output must not be used."""
        return bool(self.of("failed"))

    def __len__(self) -> int:
        return len(self._entries)

    def __bool__(self) -> bool:
        return bool(self._entries)
