"""What was done, and how does one get back there in one step?"""

from __future__ import annotations

from PySide6.QtCore import QObject

from model.document import History
from model.language import say, tr
from model.reading.folding import spellings
from studio.windows.desk import Desk
from studio.windows.wayback import way_back
from widgets.finder import Finder, Line


class HistoryList(QObject):
    """The steps of the document in front, the newest last, then those that were taken back.

    Taking one goes to the state right after it, back or forward. Saving does not shorten it.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self.panel = Finder(desk.window, say("finder.history"), say("finder.how.history"))
        self.panel.asked.connect(self._ask)
        self.panel.taken.connect(self._take)

    @property
    def history(self) -> History | None:
        """Of the document in front."""
        return self.desk.sheet.session.history if self.desk.sheet is not None else None

    def open(self) -> None:
        """Show it; one stands on the state of now."""
        if self.history is not None:
            self.history.close_step()
            self.panel.open(way_back(self.desk), "")

    def _ask(self, words: str) -> None:
        history = self.history
        if history is None:
            return
        wanted = [spellings(word) for word in words.split()]
        found = [line for line in lines(history) if _has(line, wanted)]
        now = next((row for row, line in enumerate(found) if line.marked), 0)
        count: object = "" if found else say("finder.none")
        self.panel.show_lines(found, count, now)

    def _take(self, key: object) -> None:
        """Go to the state after step number ``key``; 0 is the beginning."""
        sheet = self.desk.sheet
        if sheet is None or not isinstance(key, int):
            return
        self.panel.close_finder()
        session = sheet.session
        while len(session.history.done) > key and session.undo() is not None:
            pass
        while len(session.history.done) < key and session.redo() is not None:
            pass
        self.desk.refresh()


def lines(history: History) -> list[Line]:
    """One line a step, numbered from 1; 0 is how the document was opened."""
    done, undone = history.done, tuple(reversed(history.undone))
    now = len(done)
    notes = {now: tr("finder.history.now")}
    if now:
        notes[0] = tr("finder.history.start.note")
    steps = [tr("finder.history.start"), *(str(step.label) for step in (*done, *undone))]
    back = tr("finder.history.undone")
    return [
        Line(
            number,
            words,
            right=notes.get(number, back if number > now else ""),
            icon="home" if not number else "redo" if number > now else "ok",
            enabled=number <= now,
            marked=number == now,
        )
        for number, words in enumerate(steps)
    ]


def _has(line: Line, wanted: list[tuple[str, ...]]) -> bool:
    texts = spellings(line.words)
    return all(any(form in text for form in forms for text in texts) for forms in wanted)
