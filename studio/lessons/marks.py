"""What was done at a stop, and how well?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from model.document import Snapshot

HINT_AFTER, SOLUTION_AFTER = 1, 2
"""So many failures, and the hint is told; so many, and the solution may be shown."""

State = Literal["", "alone", "helped", "shown", "skipped", "done"]


@dataclass
class Mark:
    """``state``: "" = still open; alone or helped (after a hint) = the learner did it; shown or
    skipped = the lesson did it; done = there was nothing to do, or the lesson has shown it.
    ``begun`` is the service as it was when the stop was reached.
    """

    failures: int = 0
    state: State = ""
    begun: Snapshot | None = None

    @property
    def hinted(self) -> bool:
        """Whether the hint may be told."""
        return self.failures >= HINT_AFTER

    @property
    def may_show(self) -> bool:
        """Whether the solution may be shown."""
        return self.failures >= SOLUTION_AFTER

    def solve(self) -> None:
        """The learner has done it."""
        if not self.state:
            self.state = "helped" if self.hinted else "alone"
