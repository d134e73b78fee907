"""How are the samples written? ``python -m studio.examples`` tells all three anew."""

from __future__ import annotations

import sys
from pathlib import Path

from model.storage.write import to_bytes
from studio.examples.catalogue import EXAMPLES, build

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "samples"


def main(folder: Path = FOLDER) -> None:
    """Write every example into the folder and say which."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in EXAMPLES:
        target = folder / f"{name}.fachwerk"
        target.write_bytes(to_bytes(build(name)))
        sys.stdout.write(f"{target}\n")


if __name__ == "__main__":
    main()
