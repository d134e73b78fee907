"""How do tests talk to a real engine? By lines of JSON with a small Java program.

``make engines`` lets Maven fetch the engine and writes its class path into build/engines; without
that, these tests are skipped, or fail where FACHWERK_ENGINES says that the engines must be there.
No socket is opened: the program reads its standard input.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(__file__).with_name("orakel")
CLASS_PATHS = ROOT / "build" / "engines"

ENGINES: Final = ("operaton", "cibseven", "flowable")
PATIENCE: Final = 120.0
"""Seconds for one answer; the first one includes the start of the engine."""
_JAVA: Final = (
    "java",
    "-Xmx512m",
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
)


class Refused(Exception):
    """The engine answered with an error."""


class Engine:
    """One running engine."""

    def __init__(self, name: str, class_path: str, program: Path) -> None:
        self.name = name
        self._process = subprocess.Popen(
            [*_JAVA, "-cp", class_path, str(program)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._rest = b""
        self.package = self._line()["engine"]

    def ask(self, do: str, **values: Any) -> dict[str, Any]:
        """The answer of the engine.

        Raises:
            Refused: the engine did not do it; its own words.
        """
        assert self._process.stdin is not None
        asked = json.dumps({"do": do, **values}, ensure_ascii=False)
        self._process.stdin.write(f"{asked}\n".encode())
        self._process.stdin.flush()
        answer = self._line()
        if "error" in answer:
            raise Refused(answer["error"])
        return answer

    def _line(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        out = self._process.stdout.fileno()
        while b"\n" not in self._rest:
            ready, _, _ = select.select([out], [], [], PATIENCE)
            part = os.read(out, 1 << 16) if ready else b""
            if not part:
                raise AssertionError(f"{self.name} has fallen silent")
            self._rest += part
        line, _, self._rest = self._rest.partition(b"\n")
        found: dict[str, Any] = json.loads(line)
        return found

    def close(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._process.stdout.close()


def started(name: str, folder: Path) -> Engine:
    """The engine of that name; ``folder`` may take its program."""
    listed = CLASS_PATHS / f"{name}.txt"
    if not listed.is_file() or shutil.which("java") is None:
        missing = f"{name} is not here: make engines fetches it"
        if os.environ.get("FACHWERK_ENGINES"):
            pytest.fail(missing)
        pytest.skip(missing)
    return Engine(name, listed.read_text(encoding="utf-8").strip(), _program(name, folder))


def _program(name: str, folder: Path) -> Path:
    """CIB seven has Operaton's classes under a name of its own."""
    if name == "flowable":
        return PROGRAMS / "Flowable.java"
    text = (PROGRAMS / "Family.java").read_text(encoding="utf-8")
    program = folder / "Family.java"
    program.write_text(text.replace("org.operaton", f"org.{name}"), encoding="utf-8")
    return program
