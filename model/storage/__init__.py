"""How does a service last?

A ``.fachwerk`` file is JSON lines: a header, one record a line sorted by kind and id, and a last
line with the hash of everything before it. So a file can be read by people and by git, a lost line
never hides the others, and a changed byte is always seen. The journal speaks the same lines.
Nothing here opens a file: bytes in, records out, and back.

Why all fields are written, also those with their default (11/2026): a default that changes later
must not change old files.
Why the file is written in NFC (11/2026): two computers that spell "ä" differently must not make a
difference of it. A kept foreign text that is spelt otherwise is escaped (\\u...), so that it comes
back exactly as it was.
Why a wrong end hash opens read-only (11/2026): a hand edit, a merge by git and a flipped bit look
the same from here. The service can be seen and saved under a new name by the person who has looked
at it; it is never taken for whole in silence.
Why unknown fields are kept but unknown parts of an expression are not (11/2026): a program that
says something new inside a known value has to name it under ``features``; then the file is
read-only here, and the line is set aside and said.
Why one limit for all lines (11/2026): any record may carry up to 10 MB of kept foreign text and an
imported file more; the limit of the whole file keeps a hostile one small enough. What could not be
read back is refused when it is written.
Why two lines with one id are refused (11/2026): nobody here can know which of them is right.
"""

from model.storage.collector import collector_off
from model.storage.format import FORMAT, MAX_FILE, PROGRAM, NotReadable, NotWritable, sha256
from model.storage.journal import (
    DamagedJournal,
    Entry,
    Journal,
    JournalHeader,
    Point,
    decode_lines,
    encode_entry,
    encode_header,
)
from model.storage.lines import LineCache
from model.storage.notes import DamagedLine, Note
from model.storage.read import Header, Opened, from_bytes, repaired
from model.storage.replay import remaining
from model.storage.write import content_hash, to_bytes

__all__ = [
    "FORMAT",
    "MAX_FILE",
    "PROGRAM",
    "DamagedJournal",
    "DamagedLine",
    "Entry",
    "Header",
    "Journal",
    "JournalHeader",
    "LineCache",
    "NotReadable",
    "NotWritable",
    "Note",
    "Opened",
    "Point",
    "collector_off",
    "content_hash",
    "decode_lines",
    "encode_entry",
    "encode_header",
    "from_bytes",
    "remaining",
    "repaired",
    "sha256",
    "to_bytes",
]
