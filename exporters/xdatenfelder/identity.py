"""Which FIM id and version does a record have, the same on every export?

An id that a record brings along stays. Everybody else gets a provisional one: letter, the
Nummernkreis of the service (five digits) and six digits hashed from the record's own id. So the
number rests on nothing but the record: other records may come and go, be renamed or moved. Only
when two records hash alike the one whose id sorts later tries again (odds at 500 fields: 1 in 8
that any pair meets at all).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from itertools import count

OWN_RANGE = "98000"
"""Provisional range of our own: belongs to no Land and no body."""
FOREIGN_RANGES = ("00", "60", "99")
"""Federal editors, building kit and central catalogue: nobody else may hand out numbers there."""

_OLD = re.compile(r"[SFGDRC]\d{8}")
_OLD_IN_TEXT = re.compile(r"(?<![A-Za-z0-9])[SFGR]\d{8}(?!\d)")
_NEW = re.compile(r"[SFGDR]\d{11}")
_NAMESPACE = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")


def eleven_digits(fim_id: str, letter: str) -> str:
    """The id in the form of 3.0.0, or "" when it is none of that letter.

    >>> eleven_digits("S00000362", "S")
    'S00000000362'
    """
    if not fim_id.startswith(letter):
        return ""
    if _NEW.fullmatch(fim_id):
        return fim_id
    return f"{fim_id[:3]}000{fim_id[3:]}" if _OLD.fullmatch(fim_id) else ""


def ids_in_text(text: str) -> str:
    """The text with the short ids of 2.0 in it written in eleven digits (rule 1041)."""
    return _OLD_IN_TEXT.sub(lambda found: f"{found[0][:3]}000{found[0][3:]}", text)


def usable_range(number_range: str) -> str:
    """The Nummernkreis in which new ids may be made: the given one, or our own."""
    fits = len(number_range) == 5 and number_range.isdecimal() and number_range.isascii()
    return OWN_RANGE if not fits or number_range[:2] in FOREIGN_RANGES else number_range


def is_provisional(fim_id: str) -> bool:
    """True for an id of our own provisional range."""
    return fim_id[1:3] == OWN_RANGE[:2] and bool(_NEW.fullmatch(fim_id))


def element_ids(letter: str, brought: Mapping[str, str], number_range: str) -> dict[str, str]:
    """Record id -> FIM id. ``brought`` maps each record to the id it brings along, or ""."""
    found = {record: eleven_digits(fim_id, letter) for record, fim_id in brought.items()}
    taken = {fim_id for fim_id in found.values() if fim_id}
    start = letter + usable_range(number_range)
    for record in sorted(record for record, fim_id in found.items() if not fim_id):
        attempts = (start + _six_digits(record, number) for number in count())
        found[record] = next(fim_id for fim_id in attempts if fim_id not in taken)
        taken.add(found[record])
    return found


def _six_digits(record: str, attempt: int) -> str:
    seed = record if not attempt else f"{record}:{attempt}"
    number = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8])
    return f"{number % 1_000_000:06d}"


def three_part(version: str) -> str:
    """A version in the form of 3.0.0 ("1.2" becomes "1.2.0"), or "" when it is none."""
    if not re.fullmatch(r"\d+(\.\d+){0,2}", version):
        return ""
    parts = version.split(".")
    return ".".join([*parts, "0", "0"][:3])


def message_id(content: bytes) -> str:
    """A name-based UUID (RFC 9562, version 5) of the content: same schema, same nachrichtID."""
    digest = bytearray(hashlib.sha1(_NAMESPACE + content, usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
