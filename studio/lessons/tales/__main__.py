"""How are the lessons written? ``python -m studio.lessons.tales`` tells all of them anew."""

from __future__ import annotations

import sys
from pathlib import Path

from model.storage import to_bytes
from studio.lessons.book import ENDING
from studio.lessons.tales.catalogue import TALES, tell

FOLDER = Path(__file__).resolve().parents[3] / "resources" / "lessons"


def main(folder: Path = FOLDER) -> None:
    """Write every lesson into the folder, and say which files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in TALES:
        target = folder / f"{name}{ENDING}"
        target.write_bytes(to_bytes(tell(name)))
        sys.stdout.write(f"{target}\n")


if __name__ == "__main__":
    main()
