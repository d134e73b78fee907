"""Where does a review lie, and how does it get there?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from model.review import ENDING, ReviewFile, ReviewRecord, read_review, write_review
from studio.jobs.writing import write_file
from studio.session import read_file


def home_of_reader(state: Path, content: str) -> Path:
    """Where a reader's review of one state of a service is kept."""
    return state / "reviews" / f"{content}{ENDING}"


def home_beside(service: Path) -> Path:
    """Where the author's copy of all reviews lies: beside the file of the service."""
    return service.with_suffix(ENDING)


class Keeper:
    """Reads and writes one file; knows what it has seen of it last."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._digest = ""

    def read(self) -> ReviewFile | None:
        """What lies there; None when nothing does.

        Raises:
            BadReview: it is no review, or was changed.
        """
        if not self.home.is_file():
            return None
        found = read_review(read_file(self.home), self.home.name)
        self._digest = found.digest
        return found

    def news(self) -> ReviewFile | None:
        """What somebody else has written there since; None when nobody has."""
        before = self._digest
        found = self.read()
        return found if found is not None and found.digest != before else None

    def write(self, records: Sequence[ReviewRecord]) -> None:
        """Put it there, whole or not at all.

        Raises:
            OSError: it cannot be written.
        """
        data = write_review(records)
        self.home.parent.mkdir(parents=True, exist_ok=True)
        write_file(self.home, data)
        self._digest = read_review(data).digest
