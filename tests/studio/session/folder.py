"""A folder with one saved file, and a clock that does not make anybody wait."""

from __future__ import annotations

from pathlib import Path

OLD, NEW = b"old\n" * 2000, b"new\n" * 3000


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class Waiting:
    """Takes the place of the clock and says how long was waited."""

    def __init__(self) -> None:
        self.pauses: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.pauses.append(seconds)
