"""When does a run go on by itself?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from studio.jobs.later import Later
from widgets.play.bar import PACES


class ByItself(QObject):
    """Goes on step by step while it is ``on``. ``step`` makes one (False: a person has to do
    something), ``rested`` hears that it has stopped.
    """

    def __init__(
        self, owner: QObject, step: Callable[[], bool], rested: Callable[[], None]
    ) -> None:
        super().__init__(owner)
        self._step, self._rested = step, rested
        self.on = False
        self._clocks = {pace: Later(self, pace, self.tick) for pace in PACES.values()}
        self._clock = self._clocks[PACES["medium"]]

    def turn(self, on: bool) -> None:
        """Begin, or end."""
        self.on = on
        self._clock.cancel()
        if on:
            self._clock.ask()

    def set_pace(self, milliseconds: int) -> None:
        """How long one looks at each step: one of the paces there are."""
        self._clock.cancel()
        self._clock = self._clocks[milliseconds]
        if self.on:
            self._clock.ask()

    def tick(self) -> None:
        """One step; where a person has to do something it rests."""
        if self.on and self._step():
            self._clock.ask()
        elif self.on:
            self.on = False
            self._rested()
