"""Which files lie beside a data schema and may hold its code lists?

The same folder only, no link, small files only; whether one is a list of the schema is judged by
what stands in it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

_ENDINGS: Final = (".xml", ".gc")
_MARK: Final = b"CodeList"
_HEAD: Final = 4096
_MOST_FILES, _MOST_BYTES, _MOST_IN_ALL = 500, 16 * 1024 * 1024, 64 * 1024 * 1024


def files_beside(path: Path) -> dict[str, bytes]:
    """The lists in the folder of a file, by name; what cannot be read is passed by."""
    found: dict[str, bytes] = {}
    total = 0
    try:
        names = sorted(p for p in path.parent.iterdir() if p.suffix.lower() in _ENDINGS)
    except OSError:
        return {}
    for place in names[:_MOST_FILES]:
        data = _list(place) if place.name != path.name else b""
        total += len(data)
        if data and total <= _MOST_IN_ALL:
            found[place.name] = data
    return found


def _list(place: Path) -> bytes:
    """The bytes of a file that looks like a code list, else none."""
    try:
        if place.is_symlink() or not place.is_file() or place.stat().st_size > _MOST_BYTES:
            return b""
        with place.open("rb") as file:
            head = file.read(_HEAD)
            return head + file.read() if _MARK in head else b""
    except OSError:
        return b""
