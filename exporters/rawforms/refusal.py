"""Which old forms are refused, and in which words?"""

from __future__ import annotations

from typing import Final

from model.errors import FachwerkError
from model.language import say

MAX_BYTES: Final = 64 * 1024 * 1024
MOST_ENTRIES: Final = 2_000
"""No form of an office asks for more; a longer one is a trap or a table of data."""


class RawRefused(FachwerkError):
    """An old form that is not read; ``code`` says why."""


def refused(code: str, name: str, **values: object) -> RawRefused:
    """The refusal of a code; its sentences are ``raw.<code>`` and ``raw.<code>.todo``."""
    key = "raw." + code.removeprefix("RAW-").lower().replace("-", "_")
    return RawRefused(say(key, **values), where=name, todo=say(f"{key}.todo"), code=code)
