"""How do new records get their ids?

Ids are NCNames, so that they can stand in every XML format unchanged.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable

IdFactory = Callable[[str], str]
"""Kind of record -> a new id."""

_LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"


def random_ids(kind: str) -> str:
    """An id that no other person makes: the kind and ten random letters (50 bits)."""
    return f"{kind}_" + "".join(secrets.choice(_LETTERS) for _ in range(10))


def numbered_ids(prefix: str = "") -> IdFactory:
    """Ids counted per kind, the same on every run: for samples and tests.

    The prefix keeps two services apart when their records meet.
    """
    counter: Counter[str] = Counter()

    def next_id(kind: str) -> str:
        counter[kind] += 1
        return f"{prefix}{kind}_{counter[kind]}"

    return next_id
