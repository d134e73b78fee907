"""How are the samples written? ``python -m studio.examples`` tells all three anew.

What follows what in them is counted, too: quick-add and the pad offer first what is usual.
"""

from __future__ import annotations

import sys
from pathlib import Path

from model.grammar.followers import count
from model.storage.write import to_bytes
from studio.examples.catalogue import EXAMPLES, build

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FOLDER = RESOURCES / "samples"
HABITS = RESOURCES / "catalogues" / "followers.json"


def main(folder: Path = FOLDER, habits: Path = HABITS) -> None:
    """Write every example into the folder, and what follows what in them; say which files."""
    folder.mkdir(parents=True, exist_ok=True)
    built = {name: build(name) for name in EXAMPLES}
    for name, view in built.items():
        target = folder / f"{name}.fachwerk"
        target.write_bytes(to_bytes(view))
        sys.stdout.write(f"{target}\n")
    habits.write_bytes(count(built.values()).written())
    sys.stdout.write(f"{habits}\n")


if __name__ == "__main__":
    main()
