"""Who lets the rehearsal run until a stop is reached?

The walk of the case through the service lives elsewhere; a lesson only asks for it. Whoever offers
it puts itself into ``desk.rehearsal``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from studio.windows.sheet import Sheet


class Rehearsal(Protocol):
    """Plays a service until a card is reached, with these answers typed in."""

    def play_until(self, sheet: Sheet, card: str, answers: Mapping[str, Any]) -> bool:
        """False when the case never comes there; then the rehearsal has said why."""
