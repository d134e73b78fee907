"""How are cases for all ways looked for beside the window, and given up when nobody waits?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from model.document import Snapshot
from model.play import covering
from model.play.changed import cases_of
from model.records import ExampleCase
from studio.jobs.job import Job


class GivenUp(Exception):
    """Nobody waits for what comes out."""


class Leavable(Snapshot):
    """A snapshot that can be taken away from whoever reads it: the search asks it at every step."""

    def __init__(self, view: Snapshot, left: Callable[[], bool]) -> None:
        vars(self).update(vars(view))
        # What it remembers is its own: another thread may take over the lists of the snapshot.
        self._by_class, self._known = dict(self._by_class), dict(self._known)
        self._left = left

    def of(self, kind: Any) -> Any:
        if self._left():
            raise GivenUp
        return super().of(kind)


class Search(QObject):
    """At most one search at a time. ``found`` carries the cases, ``slow`` says that it goes on."""

    found = Signal(object)
    slow = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        app = QApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Is something looked for?"""
        return self._job is not None

    def begin(self, view: Snapshot, day: date) -> None:
        """Look for cases that go where no case of the service goes."""
        self.stop()
        read = Leavable(view, lambda: job.cancelled)

        def look() -> tuple[ExampleCase, ...]:
            return covering(read, day, beside=cases_of(read))

        job = Job(look, self)
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        job.slow.connect(self.slow)
        self._job = job.start()

    def stop(self) -> None:
        """Give up; what was found is dropped."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()
            self._end()

    def _done(self, cases: tuple[ExampleCase, ...]) -> None:
        self._end()
        self.found.emit(cases)

    def _failed(self, error: Exception) -> None:
        self._end()
        raise error

    def _end(self) -> None:
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
