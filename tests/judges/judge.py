"""What do programs of other people say about our exports?

They are development-only npm packages, installed by `make test` without their scripts. Where node,
a browser or the packages are absent, the test that asks is skipped with that reason; where the
build promises them, it fails.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def forms(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """The form viewer's word on each `.form`.

    Keys: file, warnings, errors, fields (keys of the input fields), drawn (how many form fields
    are on the page), missing (key -> complaints when the empty form is sent).
    """
    if not any(shutil.which(browser) for browser in BROWSERS):
        _absent("no Chromium here")
    return _ask("forms.mjs", paths)


def bpmn(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """The word of bpmn.io's reader (with the camunda dialect) and linter on each BPMN file.

    Keys: file, warnings (of the reader), errors (of the linter, or "not readable: …").
    """
    return _ask("bpmn.mjs", paths)


def _ask(program: str, paths: Iterable[Path]) -> list[dict[str, Any]]:
    node = shutil.which("node")
    if node is None:
        _absent("no node here")
    if not (HERE / "node_modules" / ".package-lock.json").is_file():
        _absent("the npm packages of tests/judges are not installed (make judges)")
    files = [str(path) for path in paths]
    done = subprocess.run(
        [str(node), str(HERE / program), *files],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(files), done.stdout + done.stderr
    return answers


def _absent(reason: str) -> None:
    if os.environ.get("FACHWERK_REQUIRE_SHARED") == "1":
        pytest.fail(reason)
    pytest.skip(reason)
