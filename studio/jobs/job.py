"""How does long work run beside the window, and how does it end?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from studio.jobs.later import Later

PATIENCE = 300
"""After so many milliseconds the person sees that something is going on."""


class Job(QObject):
    """Runs ``work`` in a thread of its own. ``work`` gets nothing and must only read frozen data.

    Exactly one of ``done`` (its result) and ``failed`` (its exception) is emitted, unless it was
    cancelled. ``slow`` says after 300 ms that it is still running.
    """

    done = Signal(object)
    failed = Signal(object)
    slow = Signal()

    def __init__(self, work: Callable[[], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = _Worker(work, self)
        self._thread.finished.connect(self._finished)
        self._patience = Later(self, PATIENCE, self.slow.emit)
        self.cancelled = False

    @property
    def running(self) -> bool:
        """Is it still at work?"""
        return self._thread.isRunning()

    def start(self) -> Job:
        """Begin."""
        self._patience.ask()
        self._thread.start()
        return self

    def cancel(self) -> None:
        """Give up: whatever comes out of it is dropped."""
        self.cancelled = True
        self._patience.cancel()

    def wait(self) -> None:
        """Wait for the thread (before the program ends)."""
        self._thread.wait()

    def _finished(self) -> None:
        self._patience.cancel()
        if self.cancelled:
            return
        if self._thread.error is not None:
            self.failed.emit(self._thread.error)
        else:
            self.done.emit(self._thread.result)


class _Worker(QThread):
    def __init__(self, work: Callable[[], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self.result: Any = None
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            self.result = self._work()
        except Exception as error:  # told by ``failed``; nothing may end a thread unseen
            self.error = error
