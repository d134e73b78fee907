"""Does the window offer, after a way was drawn, what may have been meant?"""

from __future__ import annotations

from PySide6.QtCore import QObject

from model.commands.offering import Offer, offer_after
from model.document import ChangeSet
from model.document.history import REDO, UNDO
from studio.windows.desk import Desk
from studio.windows.sheet import Sheet
from widgets.basics.hearing import Hearing


class Offers(QObject):
    """One sentence with one button above the work; it goes with the next change."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self._said = ""

    def watch(self, sheet: Sheet) -> None:
        """Hear what is done in a document."""
        hearing = Hearing(sheet.session.document, sheet)
        hearing.changed.connect(lambda changeset: self._hear(sheet, changeset))

    def _hear(self, sheet: Sheet, changeset: ChangeSet) -> None:
        if self._said and self.desk.notice.text == self._said:
            self.desk.notice.clear()
        self._said = ""
        if sheet is not self.desk.sheet or changeset.origin in (UNDO, REDO):
            return
        offer = offer_after(sheet.view, changeset)
        if offer is not None:
            self.desk.notice.tell(offer.words, "hint", offer.button, lambda: self._take(offer))
            self._said = self.desk.notice.text

    def _take(self, offer: Offer) -> None:
        self.desk.change(offer.label, offer.work)
