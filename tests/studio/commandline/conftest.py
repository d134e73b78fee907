"""A service on the disk and a way to call the program inside this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from model.language import use
from model.storage import to_bytes
from studio.main import main
from tests.helpers.musterleistung import musterleistung


class Called(NamedTuple):
    """What one call gave."""

    code: int
    out: str
    err: str


Call = Callable[..., Called]


@pytest.fixture
def call(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Call]:
    """``call("check", path)``: the verb in this process, in German unless asked otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    monkeypatch.setenv("FACHWERK_HOME", str(tmp_path / "home"))

    def run(*words: object) -> Called:
        code = main([str(word) for word in words])
        said = capsys.readouterr()
        return Called(code, said.out, said.err)

    yield run
    use("de", {})


@pytest.fixture
def service_file(tmp_path: Path) -> Path:
    """The model service of the tests as a file."""
    path = tmp_path / "sondernutzung.fachwerk"
    path.write_bytes(to_bytes(musterleistung()))
    return path
