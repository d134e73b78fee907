"""How does an old form come to lie beside the service, and what of it goes over?"""

from __future__ import annotations

from PySide6.QtCore import QObject

from model.commands import open_entries, put_away, take_as_page, take_rest
from model.document import Transaction
from model.language import say
from model.records import OldForm
from studio.windows.desk import Desk
from studio.windows.sheet import Sheet
from widgets.shelf import Shelf


class Shelving(QObject):
    """Joins the shelf with desk and documents; the doors of the actions."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        shelf = self.shelf
        shelf.taken.connect(self.take)
        shelf.paged.connect(self.take_as_page)
        shelf.rest.connect(self.take_rest)
        shelf.away.connect(self.put_away)
        shelf.picked.connect(desk.panes.jump)
        shelf.lay_wanted.connect(lambda: desk.run(lambda d: d.filing.ask_beside()))
        shelf.filled.connect(lambda lies: desk.docks.set_needed("shelf", lies))
        desk.filing.laid.connect(self._laid)
        desk.sheets.turned.connect(self._turned)
        shelf.list.selectionModel().selectionChanged.connect(lambda *_: desk.refresh())

    @property
    def shelf(self) -> Shelf:
        """The pane."""
        return self.desk.panes.shelf

    def _turned(self) -> None:
        """Another document is in front: a shelf with open entries comes before the palette."""
        if self.shelf.open_number:
            self.desk.docks.bring_forward("shelf")

    def take(self, ids: tuple[str, ...]) -> None:
        """Beside what is chosen, or onto a new page."""
        if self.desk.sheet is not None:
            self.desk.sheet.canvas.take_over(ids)
            self._show_in_table(self.desk.sheet)

    def take_as_page(self, ids: tuple[str, ...]) -> None:
        """A page of their own."""

        def work(tx: Transaction) -> None:
            pages.append(take_as_page(tx, ids)[0].id)

        pages: list[str] = []
        self.desk.change(say("shelf.undo.take", n=len(ids)), work)
        self._show(pages)

    def take_rest(self, form: str) -> None:
        """All that is open, page by page."""

        def work(tx: Transaction) -> None:
            pages.extend(take_rest(tx, form))

        pages: list[str] = []
        self.desk.change(say("shelf.undo.take", n=self.shelf.open_number), work)
        self._show(pages)

    def put_away(self, form: str) -> None:
        """The old form leaves; what was taken over stays."""
        sheet = self.desk.sheet
        record = sheet.view.get(form, OldForm) if sheet is not None else None
        if record is not None:
            label = say("shelf.undo.put_away", name=record.name)
            self.desk.change(label, lambda tx: put_away(tx, form))

    def _laid(self, sheet: Sheet, form: str) -> None:
        """It lies there now: show it, say how it goes on, and give it the keys."""
        self.desk.sheets.show(sheet)
        self.desk.docks.set_needed("shelf", True)
        self.desk.docks.bring_forward("shelf")
        self.desk.tell(say("shelf.laid", n=len(open_entries(sheet.view, form))), "ok")
        self.shelf.focus_form(form)
        self.desk.docks.went_into("shelf")

    def _show(self, pages: list[str]) -> None:
        """Choose the first new page, and say how many there are."""
        if pages and self.desk.sheet is not None:
            self.desk.sheet.canvas.select([pages[0]], pages[0])
            self.desk.tell(say("shelf.paged", n=len(pages)), "ok")

    def _show_in_table(self, sheet: Sheet) -> None:
        if sheet.shows_table and sheet.table is not None:
            sheet.table.show_selection(sheet.canvas.selection.ids)
