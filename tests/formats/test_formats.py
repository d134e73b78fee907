"""Files of every format ever released open for ever.

One file per format is frozen here and never written again. A file of an older format comes out as
one of today's; a file of today's format comes out as it went in, with the fields added since.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from model.records import KINDS
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


def test_the_file_of_today_comes_out_as_it_went_in_but_for_fields_added_since() -> None:
    """A field that came later stands there with its default: an older program keeps it aside."""
    newest = [path for path in FROZEN if path.name.startswith(f"format_{FORMAT}_")]

    for path in newest:
        before = path.read_bytes()
        after = to_bytes(from_bytes(before).records)
        assert to_bytes(from_bytes(after).records) == after
        for old, new in zip(_facts(before), _facts(after), strict=True):
            fields = KINDS[new["kind"]].model_fields
            added = {name: value for name, value in new.items() if name not in old}
            assert old == {name: value for name, value in new.items() if name not in added}
            assert added == {name: _plain(fields[name].default) for name in added}


def _facts(data: bytes) -> list[dict[str, Any]]:
    """The records of a file as plain data, in its order; head and end are left out."""
    return [json.loads(line) for line in data.splitlines()[1:-1]]


def _plain(value: object) -> object:
    """A default as JSON says it."""
    return list(value) if isinstance(value, tuple) else value
