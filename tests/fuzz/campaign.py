"""What does fuzzing all readers for a given time find?

``python -m tests.fuzz.campaign FOLDER SECONDS [READER ...]``: the time is split over the readers. A
reader that fell is started again from the corpus it has, so that one find does not hide the next.
Finds that fall at the same place of our code count once; the smallest is kept.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.fuzz.readers import READERS

ROOT: Final = Path(__file__).resolve().parents[2]
PATIENCE: Final = 60
"""Seconds beyond its time after which a reader that hangs is ended."""
_PLACE = re.compile(r'File "[^"]*/((?:exporters|model|tests)/[^"]+)", line (\d+)')
_KEPT = re.compile(r"Test unit written to (\S+)")
_RUNS = re.compile(r"number_of_executed_units: (\d+)")


@dataclass(frozen=True, slots=True)
class Find:
    """``where`` is the last line of ours in the trace, ``what`` the error, ``file`` the input."""

    reader: str
    where: str
    what: str
    file: Path


def slice_of(name: str, folder: Path, *options: str, limit: float) -> tuple[Find | None, str]:
    """One run of libFuzzer in a process of its own: what it found, and all it said."""
    # Through a shell that forks again: a process inherits the peak of memory of the one it was
    # made from, and libFuzzer would take the memory of the whole test run for its own.
    fuzzing = [sys.executable, "-m", "tests.fuzz", name, str(folder), *options]
    command = ["sh", "-c", '"$@"; exit $?', "sh", *fuzzing]
    try:
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, timeout=limit, check=False, text=True
        )
    except subprocess.TimeoutExpired as late:
        said = (late.stderr or b"").decode(errors="replace")
        return Find(name, "", f"did not end within {limit:.0f} s", folder), said
    said = done.stdout + done.stderr
    return (None if done.returncode == 0 else _find(name, said, folder)), said


def _find(name: str, said: str, folder: Path) -> Find:
    places = _PLACE.findall(said)
    where = ":".join(places[-1]) if places else ""
    words = re.findall(r"^(\w[\w.]*(?:Error|Exception|TooSlow|Warning)\b.*)", said, re.MULTILINE)
    words += re.findall(r"ERROR: libFuzzer: (.*)", said)
    kept = _KEPT.findall(said)
    return Find(name, where, words[0] if words else said[-500:], Path(kept[-1] if kept else folder))


def campaign(folder: Path, seconds: float, names: list[str]) -> list[Find]:
    """Every find once, told as it comes."""
    found: dict[tuple[str, str], Find] = {}
    for name in names:
        end = time.monotonic() + seconds / len(names)
        while (left := int(end - time.monotonic())) > 2:
            find, said = slice_of(name, folder, f"-max_total_time={left}", limit=left + PATIENCE)
            runs = [int(number) for number in _RUNS.findall(said)]
            print(f"{name:16} {max(runs, default=0):8} runs", flush=True)
            if find is not None:
                _remember(found, find)
    return list(found.values())


def _remember(found: dict[tuple[str, str], Find], find: Find) -> None:
    key = (find.where, find.what[:40])
    known = found.get(key)
    if known is None:
        print(f"FOUND {find.reader}: {find.what} at {find.where}: {find.file}", flush=True)
    if known is None or (find.file.is_file() and find.file.stat().st_size < _size(known.file)):
        found[key] = find


def _size(file: Path) -> int:
    return file.stat().st_size if file.is_file() else sys.maxsize


if __name__ == "__main__":
    finds = campaign(Path(sys.argv[1]), float(sys.argv[2]), sys.argv[3:] or list(READERS))
    for one in finds:
        print(one)
    sys.exit(1 if finds else 0)
