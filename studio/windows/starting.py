"""What stands on the start page, and what happens when it is chosen?"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt

from model.errors import FachwerkError
from model.language import tr
from studio.jobs.later import Later
from studio.session import Recovery, find_recoveries
from studio.windows.desk import Desk
from studio.windows.reception import recent_files, samples
from widgets.start import StartPage, Unsaved


class Starting(QObject):
    """Furnishes the start page and does what it asks for."""

    def __init__(self, desk: Desk, page: StartPage) -> None:
        super().__init__(desk)
        self.desk, self.page = desk, page
        self.recoveries: dict[str, Recovery] = {}
        self._fill_later = Later(self, 0, self.fill)
        self._enter_later = Later(self, 0, self._enter)
        page.new_wanted.connect(desk.filing.new)
        page.open_wanted.connect(desk.filing.ask_open)
        page.import_wanted.connect(desk.filing.ask_import)
        page.exercise_wanted.connect(lambda: desk.begin_exercise())
        page.sample_wanted.connect(desk.filing.open_sample)
        page.recent_wanted.connect(lambda path: desk.filing.open(Path(path)))
        page.recover_wanted.connect(self.recover)
        page.discard_wanted.connect(self.discard)
        self.look_for_recoveries()
        self.fill()

    def look_for_recoveries(self) -> None:
        """Ask once, at the start, what a crash left behind."""
        found = find_recoveries(self.desk.surroundings)
        self.recoveries = {recovery.session: recovery for recovery in found}

    def fill(self) -> None:
        """Show what there is."""
        unsaved = [Unsaved(key, _sentence(one)) for key, one in self.recoveries.items()]
        self.page.furnish(samples(drawn=True), recent_files(self.desk.settings), unsaved)
        self._enter_later.ask()

    def _enter(self) -> None:
        """The keyboard begins at the first button; only what is on the screen takes the focus."""
        focus = self.desk.window.focusWidget()
        if self.desk.sheet is None and (focus is None or not self.page.isAncestorOf(focus)):
            self.page.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def turned(self) -> None:
        """The start page may have come to the front: show the recent files of now."""
        if self.desk.sheet is None:
            self._fill_later.ask()

    def offer_beside(self) -> None:
        """A document was opened at the start: what a crash left is offered above it, too."""
        if self.desk.sheet is None or not self.recoveries:
            return
        key, recovery = next(iter(self.recoveries.items()))
        self.desk.notice.tell(
            _sentence(recovery),
            "warning",
            tr("recovery.recover"),
            lambda: self._recover_beside(key),
        )

    def _recover_beside(self, key: str) -> None:
        self.desk.notice.clear()
        if key in self.recoveries:
            self.recover(key)
        self.offer_beside()

    def recover(self, key: str) -> None:
        """One click brings it back."""
        if self.desk.filing.recover(self.recoveries[key]) is not None:
            del self.recoveries[key]

    def discard(self, key: str) -> None:
        """The person does not want it; the journal is put aside, not deleted."""
        try:
            self.recoveries.pop(key).discard()
        except (FachwerkError, OSError) as error:
            self.desk.tell_error(error)
        self._fill_later.ask()


def _sentence(recovery: Recovery) -> str:
    values = {
        "name": recovery.title,
        "time": f"{recovery.time:%H:%M}",
        "day": recovery.time.date(),
        "n": recovery.steps,
    }
    key = "recovery.sentence.changed" if recovery.file_changed else "recovery.sentence"
    return tr(key, **values)
