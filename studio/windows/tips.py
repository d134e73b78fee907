"""Which tip helps at which gesture, once?"""

from __future__ import annotations

from PySide6.QtCore import QObject

from model.language import say
from studio.jobs.later import Later
from studio.windows.desk import Desk
from studio.windows.sheet import Sheet
from widgets.basics.bubble import Bubble

TIPS = ("select", "move", "connect", "place", "lasso", "row")
"""Gestures that have a tip; its words are ``tip.<gesture>``."""
READING = 12_000
"""Milliseconds after which a tip leaves by itself."""
_SEEN, _OFF = "tips_seen", "tips_off"


class Tips(QObject):
    """One bubble at a time, at the hand's work, each tip once in a person's life with the program.

    Why at the gesture and never as a stack (11/2026): a tip is read when it fits what the hand is
    doing; Orange's canvas shows it so, and nobody clicks it away unread.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self._bubble: Bubble | None = None
        self._fading = Later(self, READING, self.clear)
        desk.sheets.added.connect(self.follow)

    def follow(self, sheet: Sheet) -> None:
        """Watch the hand on this canvas."""
        if not sheet.reading:  # the tips are about drawing
            sheet.canvas.gestured.connect(lambda kind: self.show(sheet, kind))

    def show(self, sheet: Sheet, gesture: str) -> None:
        """Show the tip of a gesture, unless it was seen."""
        settings = self.desk.settings
        seen = settings.value(_SEEN, [])
        if gesture not in TIPS or gesture in seen or settings.value(_OFF, False):
            return
        settings.remember(_SEEN, [*seen, gesture])
        self.clear()
        self._bubble = Bubble(say(f"tip.{gesture}"), say("tip.understood"), say("tip.no_more"))
        self._bubble.closed.connect(self.clear)
        self._bubble.refused.connect(self._no_more)
        self._bubble.stand_on(sheet.canvas)
        self._fading.ask()

    def clear(self) -> None:
        """Take the bubble away."""
        self._fading.cancel()
        if self._bubble is not None:
            self._bubble.leave()
            self._bubble = None

    def again(self) -> None:
        """Show all tips once more, each at its gesture."""
        self.desk.settings.remember(_SEEN, None)
        self.desk.settings.remember(_OFF, None)
        self.desk.tell(say("tip.again"), "hint")

    def _no_more(self) -> None:
        self.desk.settings.remember(_OFF, True)
        self.clear()
