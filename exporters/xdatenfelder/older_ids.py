"""Which id of eight digits stands for one of eleven?

3.0.0 puts three digits, the sub-range, behind the first two; 2.0 has none. "000" is left out, as
the reference converter puts it in. Every other sub-range has no place: then the last six digits
stand, or, where they are taken, digits hashed of the whole id.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from itertools import count

_ELEVEN = re.compile(r"(?<![A-Za-z0-9])[SFGR]\d{11}(?!\d)")


def shortened(fim_ids: Iterable[str]) -> dict[str, str]:
    """Id of 3.0.0 -> id of 2.0, no two alike, whatever the order."""
    asked = sorted(set(fim_ids))
    found = {fim_id: fim_id[:3] + fim_id[6:] for fim_id in asked if is_short(fim_id)}
    taken = set(found.values())
    for fim_id in asked:
        if fim_id not in found:
            found[fim_id] = next(one for one in _attempts(fim_id) if one not in taken)
            taken.add(found[fim_id])
    return found


def is_short(fim_id: str) -> bool:
    """True when nothing of the id is lost in 2.0."""
    return fim_id[3:6] == "000"


def short_in_text(text: str, known: dict[str, str]) -> str:
    """The ids in the free text of a rule in the form of 2.0."""

    def short(found: re.Match[str]) -> str:
        fim_id = found[0]
        return known.get(fim_id) or (fim_id[:3] + fim_id[6:] if is_short(fim_id) else fim_id)

    return _ELEVEN.sub(short, text)


def list_id(urn: str) -> str:
    """A number of a code list in our own provisional range, made of its URN."""
    return "C98" + _digits(urn)


def two_part(version: str) -> str:
    """A version in the form of 2.0: "1.2.0" is "1.2"; a third number is kept.

    >>> two_part("1.2.0")
    '1.2'
    """
    return version.removesuffix(".0") if version.count(".") == 2 else version


def _attempts(fim_id: str) -> Iterable[str]:
    yield fim_id[:3] + fim_id[6:]
    for number in count():
        yield fim_id[:3] + _digits(f"{fim_id}:{number}")


def _digits(text: str) -> str:
    number = int.from_bytes(hashlib.sha256(text.encode()).digest()[:8])
    return f"{number % 1_000_000:06d}"
