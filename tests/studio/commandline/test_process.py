"""Does it hold in a process of its own, too: encodings, pipes, no display?"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def fachwerk(*words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "SYSTEMROOT")}
    return subprocess.run(
        [sys.executable, "-m", "studio", *map(str, words)],
        cwd=ROOT,
        env=kept | environment,
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_check_runs_in_a_process_of_its_own(service_file: Path) -> None:
    done = fachwerk("check", service_file)

    assert done.returncode == 0
    assert "Familienname" in done.stdout.decode()
    assert done.stderr == b""


def test_without_a_display_the_studio_says_so() -> None:
    done = fachwerk()

    assert done.returncode == 3
    assert "Bildschirm" in done.stderr.decode()


def test_umlauts_survive_a_terminal_that_speaks_ascii(service_file: Path) -> None:
    done = fachwerk("check", service_file, PYTHONIOENCODING="ascii")

    assert b"Traceback" not in done.stderr
    assert done.returncode == 0


def test_render_needs_no_display(service_file: Path, tmp_path: Path) -> None:
    done = fachwerk("render", service_file, "-o", tmp_path / "bild.svg")

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "bild.svg").is_file()
