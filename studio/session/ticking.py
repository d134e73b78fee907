"""Who does small work beside the window: every half minute, or soon after it is asked for?"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Protocol

Work = Callable[[], None]


class Running(Protocol):
    """Something that works until it is stopped; ``stop`` waits for its end."""

    def stop(self) -> None: ...


class Every:
    """Does ``work`` every ``seconds``, in a thread of its own. ``work`` must not raise."""

    def __init__(self, seconds: float, work: Work) -> None:
        self._seconds = seconds
        self._work = work
        self._stopping = Event()
        self._thread = Thread(target=self._run, name="fachwerk-every", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopping.wait(self._seconds):
            self._work()


class Soon:
    """Does ``work`` once, ``seconds`` after the first of several calls to ``ask``; stopping does
    what is still asked for.
    """

    def __init__(self, seconds: float, work: Work) -> None:
        self._seconds = seconds
        self._work = work
        self._asked = Event()
        self._stopping = Event()
        self._thread = Thread(target=self._run, name="fachwerk-soon", daemon=True)
        self._thread.start()

    def ask(self) -> None:
        self._asked.set()

    def stop(self) -> None:
        asked = self._asked.is_set()
        self._stopping.set()
        self._asked.set()
        self._thread.join()
        if asked:
            self._work()

    def _run(self) -> None:
        # Asked anew at each turn: ``stop`` may set both events just before the one is cleared,
        # and a thread that then waited to be asked would wait for ever.
        while not self._stopping.is_set():
            self._asked.wait()
            if self._stopping.wait(self._seconds):
                return
            self._asked.clear()
            self._work()
