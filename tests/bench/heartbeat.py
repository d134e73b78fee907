"""How long does the window stand still while 10 000 nodes are checked? ``python -m
tests.bench.heartbeat``

A timer beats every millisecond in the window's thread; the longest pauses between two beats are
told beside those of the same time without any check. Nothing is asserted here.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer

from model.behaviors import open_document
from model.commands import place_field, rename
from model.document import Document, Transaction
from model.language import say
from studio.jobs.checking import LiveCheck
from tests.bench.large import large_service

NODES = 10_000


class Heart:
    """Counts the milliseconds between two turns of the window."""

    def __init__(self) -> None:
        self.pauses: list[float] = []
        self._last = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def listen(self, until: Callable[[], bool]) -> tuple[float, float]:
        """The longest pause, and the one that only one of a hundred is longer than."""
        self.pauses.clear()
        self._last = time.perf_counter()
        while not until():
            QCoreApplication.processEvents()
        sorted_pauses = sorted(self.pauses) or [0.0]
        return sorted_pauses[-1], sorted_pauses[int(0.99 * len(sorted_pauses)) - 1]

    def _beat(self) -> None:
        now = time.perf_counter()
        self.pauses.append((now - self._last) * 1000)
        self._last = now


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QCoreApplication(sys.argv)
    document = open_document(large_service(NODES))
    gc.collect()
    gc.freeze()
    heart, end = Heart(), time.perf_counter() + 1
    _tell("nothing to do", heart.listen(lambda: time.perf_counter() > end), 1)
    live, found = LiveCheck(document), list[object]()
    live.found.connect(found.append)
    _round(heart, "first check of everything", found)
    for number in range(3):
        _change(document, lambda tx, n=number: rename(tx, "a7", f"Anders {n}"))
        _round(heart, "rename a step", found)
        _change(document, lambda tx, n=number: place_field(tx, "text", "page7", label=f"Neu {n}"))
        _round(heart, "a new field", found)
    live.stop()
    del app
    return 0


def _change(document: Document, work: Callable[[Transaction], object]) -> None:
    with document.transaction(say("undo.bench")) as tx:
        work(tx)


def _round(heart: Heart, what: str, found: list[object]) -> None:
    found.clear()
    start = time.perf_counter()
    _tell(what, heart.listen(lambda: bool(found)), time.perf_counter() - start)


def _tell(what: str, pauses: tuple[float, float], seconds: float) -> None:
    longest, usual = pauses
    print(f"{what:28} longest {longest:6.1f} ms, 99 of 100 below {usual:6.1f} ms, {seconds:5.2f} s")


if __name__ == "__main__":
    sys.exit(main())
