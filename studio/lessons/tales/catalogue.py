"""Which tales are there, and how does one become a script?"""

from __future__ import annotations

from collections.abc import Callable

from model.document import Snapshot
from studio.lessons.tales import condition, first_service, review
from studio.lessons.tales.telling import Telling

TALES: dict[str, Callable[[Telling], None]] = {
    module.NAME: module.tell for module in (first_service, condition, review)
}
"""Name of the file -> who tells it; in the order in which one learns."""


def tell(name: str) -> Snapshot:
    """A lesson from its first word, with ids that are the same on every run."""
    telling = Telling(name)
    TALES[name](telling)
    return telling.snapshot()
