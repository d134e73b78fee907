"""When is something done that can wait a moment?

The only place in the studio that starts timers.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Later(QObject):
    """Does ``work`` once, ``milliseconds`` after the last ``ask``. Dies with its owner."""

    def __init__(self, owner: QObject, milliseconds: int, work: Callable[[], None]) -> None:
        super().__init__(owner)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(milliseconds)
        self._timer.timeout.connect(work)

    def ask(self) -> None:
        """Do it soon; asking again begins the wait anew."""
        self._timer.start()

    def cancel(self) -> None:
        """Do not do it after all."""
        self._timer.stop()

    @property
    def waiting(self) -> bool:
        """Is it still to be done?"""
        return self._timer.isActive()


class Clockwork(QObject):
    """Does ``work`` every so often until it is stopped. Dies with its owner."""

    def __init__(self, owner: QObject, milliseconds: int, work: Callable[[], None]) -> None:
        super().__init__(owner)
        self._timer = QTimer(self)
        self._timer.setInterval(milliseconds)
        self._timer.timeout.connect(work)

    def start(self) -> None:
        """Begin."""
        self._timer.start()

    def stop(self) -> None:
        """End."""
        self._timer.stop()
