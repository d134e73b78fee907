"""What does an answer to "May I?" look like?"""

from __future__ import annotations

from typing import NamedTuple

from model.errors import NotAllowed
from model.language import Message


class Verdict(NamedTuple):
    """Allowed or not; a refusal has a reason and may say what would work instead."""

    allowed: bool
    reason: Message | None = None
    instead: Message | None = None

    @classmethod
    def yes(cls) -> Verdict:
        return cls(True)

    @classmethod
    def no(cls, reason: Message, instead: Message | None = None) -> Verdict:
        return cls(False, reason, instead)

    def require(self) -> None:
        """Go on only when it is allowed.

        Raises:
            NotAllowed: with the reason and the way out.
        """
        if not self.allowed and self.reason is not None:
            raise NotAllowed(self.reason, todo=self.instead)
