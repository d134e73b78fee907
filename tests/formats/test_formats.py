"""Files of every format ever released open for ever.

One file per format is frozen here and never written again. A file of an older format comes out as
one of today's; a file of today's format comes out as it went in.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from model.storage.format import FORMAT
from model.storage.read import from_bytes
from model.storage.write import to_bytes

FROZEN = sorted(Path(__file__).parent.glob("format_*.fachwerk"))


def test_every_format_up_to_today_has_its_frozen_file() -> None:
    formats = {int(path.name.split("_")[1]) for path in FROZEN}

    assert formats == set(range(1, FORMAT + 1))


@pytest.mark.parametrize("path", FROZEN, ids=lambda path: path.stem)
def test_a_frozen_file_opens_whole_and_saves_again(path: Path) -> None:
    opened = from_bytes(path.read_bytes(), path.name)

    again = from_bytes(to_bytes(opened.records))

    assert not opened.read_only
    assert opened.damaged == ()
    assert len(opened.records) > 400
    assert again.records == opened.records


def test_the_file_of_today_is_saved_byte_for_byte() -> None:
    newest = [path for path in FROZEN if path.name.startswith(f"format_{FORMAT}_")]

    for path in newest:
        assert to_bytes(from_bytes(path.read_bytes()).records) == path.read_bytes()
