"""What does a file promise, whatever is in it?"""

from __future__ import annotations

import hashlib
from typing import Final

from model.errors import FachwerkError

FORMAT: Final = 1
"""The format this program writes: an integer of its own, raised only with an upgrade in
``upgrades``.
"""

PROGRAM: Final = "0.1.0"
"""Version of the program, named in the header for people; nothing is decided by it."""

FEATURES: Final[frozenset[str]] = frozenset()
"""What a file may ask for under "features"; with anything else it is opened read-only."""

MAX_FILE: Final = 500_000_000
MAX_LINE: Final = 100_000_000
MAX_LINES: Final = 1_000_000

SUFFIX: Final = ".fachwerk"


class NotReadable(FachwerkError):
    """The bytes are refused as a whole: nothing of them can be shown honestly."""


class NotWritable(FachwerkError):
    """A record cannot be written so that it could be read again."""


def sha256(data: bytes) -> str:
    """The fingerprint of bytes: what a save compares before it overwrites."""
    return hashlib.sha256(data).hexdigest()
