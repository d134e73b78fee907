"""Does the studio start without waking what only later work needs?"""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.architecture.reading import ROOT

HEAVY = {"networkx", "lxml", "numpy", "pydantic", "exporters"}


def imported_by(statement: str) -> set[str]:
    """The top-level names that Python imports for a statement, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", statement],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    names = re.findall(r"^import time:\s+\d+ \|\s+\d+ \|\s*(\S+)$", done.stderr, re.MULTILINE)
    return {name.split(".")[0] for name in names}


def test_importing_the_studio_wakes_nothing_heavy() -> None:
    woken = imported_by("import studio.main")

    assert "studio" in woken
    assert woken & HEAVY == set()


@pytest.mark.parametrize("name", ["networkx", "pydantic"])
def test_a_heavy_import_is_seen(name: str) -> None:
    woken = imported_by(f"import {name}")

    assert name in woken
