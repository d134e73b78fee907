"""What does ``fachwerk open`` say before there is a window?"""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.commandline import VERBS, verb_help
from studio.commandline import open as opening
from studio.language.load import load
from studio.main import main


def test_a_file_that_is_not_there_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["open", str(tmp_path / "nichts.zip")])

    told = capsys.readouterr()
    assert code == 2
    assert "nichts.zip" in told.err
    assert len(told.err.strip().splitlines()) == 1


def test_the_verb_is_told_in_the_help() -> None:
    load("de")

    assert "nur lesend" in verb_help(VERBS["open"])


def test_the_file_goes_to_the_window_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.fachwerk.zip"
    path.write_bytes(b"PK")
    asked: list[object] = []

    def run_studio(files: list[str], wish: str, *, reading: list[str]) -> int:
        asked.append((files, wish, reading))
        return 0

    monkeypatch.setattr("studio.windows.frame.run_studio", run_studio)

    assert opening.run({"FILE": str(path)}) == 0
    assert asked == [([], "", [str(path)])]
