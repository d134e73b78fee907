"""Does everything the fuzzers ever found stay repaired?

``found/<reader>/`` holds the inputs; the file's name says what went wrong.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.fuzz.readers import READERS, SECONDS

FOLDER = Path(__file__).parent / "found"
FILES = sorted(path for path in FOLDER.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_found_once_is_refused_in_a_sentence_or_read(path: Path) -> None:
    start = time.process_time()

    READERS[path.parent.name].act(path.read_bytes())

    assert time.process_time() - start < SECONDS
