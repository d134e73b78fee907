"""Does guided fuzzing of all readers find nothing? A slice of it each time, an hour when asked."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest

from tests.fuzz.campaign import campaign, slice_of
from tests.fuzz.readers import ALL, READERS, reader

HOUR = 3600.0
RUNS = 2_500
SEED = 20261125
"""The same blows on every run, so that a slice is a test and not a dice."""

needs_atheris = pytest.mark.skipif(
    importlib.util.find_spec("atheris") is None, reason="atheris has no wheel for this system"
)


@pytest.mark.parametrize("name", READERS)
def test_the_honest_files_of_a_reader_keep_the_promise(name: str) -> None:
    for seed in reader(name).seeds():
        reader(name).act(seed)


@needs_atheris
def test_a_slice_of_fuzzing_finds_nothing(tmp_path: Path) -> None:
    options = (f"-runs={RUNS}", f"-seed={SEED}")

    find, said = slice_of(ALL, tmp_path, *options, limit=150)

    assert find is None, said[-4000:]
    assert len(list((tmp_path / "corpus" / ALL).iterdir())) > len(reader(ALL).seeds())


@needs_atheris
@pytest.mark.long
def test_an_hour_of_fuzzing_finds_nothing(tmp_path: Path) -> None:
    seconds = float(os.environ.get("FACHWERK_FUZZ_SECONDS", HOUR))

    assert campaign(tmp_path, seconds, list(READERS)) == []
