"""How is a process killed again and again, a hundred times a second?

A warm process forks a child for each round, so that no round pays for the imports. The child works
until it is killed; what it has acknowledged stands in a file, line by line.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parent.parent.parent


class Killer:
    """``with Killer("tests.properties.test_kill:save_for_ever") as killer: killer.round(delay,
    args)``.
    """

    def __init__(self, job: str, home: Path) -> None:
        environment = os.environ | {"FACHWERK_HOME": str(home), "PYTHONPATH": str(ROOT)}
        self._server = subprocess.Popen(
            [sys.executable, __file__, job],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env=environment,
            text=True,
        )

    def __enter__(self) -> Self:
        assert self.word() == "ready"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._server.stdin and self._server.stdout
        self._server.stdin.close()
        self._server.wait(30)
        self._server.stdout.close()

    def round(self, delay: float, *arguments: object) -> list[str]:
        """Start the job, kill it ``delay`` seconds after its first word; the words it got out."""
        assert self._server.stdout
        pid = self.start(*arguments)
        words = [self.word()]
        # Waits for an early end; the time that passes is the random moment of the kill.
        select.select([self._server.stdout], [], [], delay)
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        while (word := self.word()) != "killed":
            words.append(word)
        return words

    def start(self, *arguments: object) -> int:
        """Start the job in a child; its process number."""
        assert self._server.stdin
        print(*arguments, sep="\t", file=self._server.stdin, flush=True)
        return int(self.word())

    def word(self) -> str:
        assert self._server.stdout
        line = self._server.stdout.readline()
        assert line, "the forking process died"
        return line.rstrip("\n")


def acknowledge(word: object) -> None:
    """Said by the job: from now on this must not get lost."""
    os.write(1, f"{word}\n".encode())


def _serve(job: str) -> None:
    module, name = job.split(":")
    work = getattr(import_module(module), name)
    acknowledge("ready")
    for line in sys.stdin:
        pid = os.fork()
        if pid == 0:
            acknowledge(os.getpid())
            try:
                work(*line.rstrip("\n").split("\t"))
            finally:
                os._exit(1)
        os.waitpid(pid, 0)
        acknowledge("killed")


if __name__ == "__main__":
    _serve(sys.argv[1])
