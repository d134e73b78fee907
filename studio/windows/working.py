"""How does the window show that something long is going on, and how does one stop it?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from model.errors import FachwerkError
from model.language import Message, say
from studio.jobs.job import Job
from widgets.basics.notice import Notice


class Working(QObject):
    """One long piece of work at a time, beside the window. After 300 ms a notice says so and offers
    to stop; what is stopped leaves nothing behind.
    """

    def __init__(self, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self.notice = notice
        self.job: Job | None = None
        self._words: Message = say("working.cancelled")
        self._shown = False

    def do(
        self,
        words: Message,
        work: Callable[[], Any],
        then: Callable[[Any], object],
        refused: Callable[[Exception], object],
    ) -> None:
        """Run ``work`` in a thread on frozen data; exactly one of ``then`` and ``refused`` follows,
        in the window's thread, unless the person stops it. An earlier work is stopped.
        """
        self.stop()
        self._words, self._shown = words, False
        job = Job(work, self)
        job.slow.connect(self._say)
        job.done.connect(lambda result: self._ended(job, lambda: then(result)))
        job.failed.connect(lambda error: self._ended(job, lambda: refused(error)))
        self.job = job
        job.start()

    def stop(self) -> None:
        """Give up what is going on."""
        job, self.job = self.job, None
        if job is not None:
            job.cancel()
            self._unsay()

    def wait(self) -> None:
        """Let a thread that was given up end, before the program does."""
        for job in self.findChildren(Job):
            job.wait()

    def _say(self) -> None:
        self._shown = True
        self.notice.tell(self._words, "hint", say("working.stop"), self._stopped)

    def _stopped(self) -> None:
        self.stop()
        self.notice.tell(say("working.cancelled"), "hint")

    def _unsay(self) -> None:
        if self._shown:
            self.notice.clear()
        self._shown = False

    def _ended(self, job: Job, follow: Callable[[], object]) -> None:
        if job is not self.job:
            return
        self.job = None
        self._unsay()
        try:
            follow()
        except FachwerkError as error:
            self.notice.tell(error, "error")
        job.deleteLater()
