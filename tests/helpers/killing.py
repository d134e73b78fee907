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
import time
import traceback
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parent.parent.parent


class Killer:
    """A warm process for one job, named "module:function"; each round starts it and kills it."""

    def __init__(self, job: str, home: Path) -> None:
        environment = os.environ | {"FACHWERK_HOME": str(home), "PYTHONPATH": str(ROOT)}
        self._server = subprocess.Popen(
            [sys.executable, __file__, job],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env=environment,
            bufsize=0,
        )
        assert self._server.stdin and self._server.stdout
        self._orders, self._words = self._server.stdin, self._server.stdout
        self._heard = b""

    def __enter__(self) -> Self:
        assert self.word() == "ready"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._orders.close()
        self._server.wait(30)
        self._words.close()

    def round(self, delay: float, *arguments: object) -> list[str]:
        """Start the job, kill it ``delay`` seconds after its first word; the words it got out."""
        pid = self.start(*arguments)
        words = [self.word()]
        assert words != ["killed"], "the job ended before its first word"
        self._listen(delay)
        if not self._heard.endswith(b"killed\n"):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        while (word := self.word()) != "killed":
            words.append(word)
        return words

    def start(self, *arguments: object) -> int:
        """Start the job in a child; its process number."""
        self._orders.write("\t".join(map(str, arguments)).encode() + b"\n")
        return int(self.word())

    def word(self) -> str:
        """The next line that was said."""
        while b"\n" not in self._heard:
            self._hear()
        line, _, self._heard = self._heard.partition(b"\n")
        return line.decode()

    def _listen(self, seconds: float) -> None:
        """Collect words until the time is over or the job has ended by itself."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and not self._heard.endswith(b"killed\n"):
            if select.select([self._words], [], [], left)[0]:
                self._hear()

    def _hear(self) -> None:
        data = os.read(self._words.fileno(), 65536)
        assert data, "the forking process died"
        self._heard += data


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
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(1)
        os.waitpid(pid, 0)
        acknowledge("killed")


if __name__ == "__main__":
    _serve(sys.argv[1])
