"""How does a file of an older format become one of today's?

One upgrade per step of ``FORMAT``, each a function from plain dicts to plain dicts in a module of
its own (``v1_to_v2.py``). An upgrade never imports records: they change later, and an old file does
not. The chain is empty as long as there is one format.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Row = dict[str, Any]
Upgrade = Callable[[list[Row]], list[Row]]
"""The records of a file in one format -> the same records in the next."""

UPGRADES: Mapping[int, Upgrade] = {}
"""Format a step starts from -> the step."""


def upgraded(
    rows: list[Row], since: int, target: int, chain: Mapping[int, Upgrade] = UPGRADES
) -> list[Row]:
    """Take records through all steps from format ``since`` to format ``target``.

    Raises:
        KeyError: a step is missing.
    """
    for step in range(since, target):
        rows = chain[step](rows)
    return rows
