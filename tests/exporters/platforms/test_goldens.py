"""The files of a deployment are written as agreed: forms, table, process, request and guide."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from exporters.platforms import deployment
from tests.helpers.musterleistung import musterleistung

GOLDENS = Path(__file__).with_name("goldens")
FILES = {artifact.name: artifact.content for artifact in deployment(musterleistung()).artifacts}


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_file_is_written_as_agreed(name: str) -> None:
    golden = GOLDENS / name
    if os.environ.get("FACHWERK_REFRESH_GOLDENS") == "1":
        GOLDENS.mkdir(exist_ok=True)
        golden.write_bytes(FILES[name])

    assert FILES[name].decode() == golden.read_text(encoding="utf-8")


def test_no_golden_is_left_over() -> None:
    assert sorted(path.name for path in GOLDENS.iterdir()) == sorted(FILES)
