"""May a file in an archive bear this name on every system?"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_FORBIDDEN: Final = frozenset('\\:*?"<>|')
_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$)(\..*)?")
_MAX_SEGMENT: Final = 100
_MAX_PATH: Final = 180
_MAX_DEPTH: Final = 12


def key_of(name: str) -> str:
    """Two names with the same key would be one file on some systems."""
    return unicodedata.normalize("NFKC", name).casefold()


def fault_of_name(name: str, *, is_folder: bool) -> str:
    """The code of what is wrong with a name, "" when it is good."""
    path = name[:-1] if is_folder and name.endswith("/") else name
    segments = path.split("/")
    if any(unicodedata.category(letter) in _INVISIBLE for letter in name):
        return "ZIP-NAME-CONTROL"
    if name.startswith("/"):
        return "ZIP-NAME-ABSOLUTE"
    if _FORBIDDEN & set(name):
        return "ZIP-NAME-CHAR"
    if not unicodedata.is_normalized("NFC", name):
        return "ZIP-NAME-NFC"
    if any(segment in ("", ".", "..") for segment in segments):
        return "ZIP-NAME-TRAVERSAL"
    if len(path) > _MAX_PATH or len(segments) > _MAX_DEPTH:
        return "ZIP-NAME-LONG"
    return next((code for code in map(_fault_of_segment, segments) if code), "")


def _fault_of_segment(segment: str) -> str:
    if len(segment) > _MAX_SEGMENT:
        return "ZIP-NAME-LONG"
    if segment.startswith(" ") or segment.endswith((" ", ".")):
        return "ZIP-NAME-TRAILING"
    if _RESERVED.fullmatch(segment.casefold()):
        return "ZIP-NAME-RESERVED"
    return ""
