"""What does a reader hand over?"""

from __future__ import annotations

from dataclasses import dataclass, field

from model.language import Message
from model.records import Record


@dataclass(slots=True)
class Imported:
    """The records of a foreign file and what a person should know about the reading.

    ``notes`` tell of repairs and guesses; the kept source is a ``ForeignFile`` among the records.
    """

    records: list[Record]
    notes: list[Message] = field(default_factory=list)
